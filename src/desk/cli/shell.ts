// Where a command reads from and writes to, so that it runs the same at a terminal, in a pipe and in a test.
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

export interface Shell {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Width of the terminal in characters; null where the output is no terminal, which is written plain and unbroken. */
  readonly columns: number | null;
  readonly colour: boolean;
  /** True where messages go to a terminal, so that a line of progress can be drawn over. */
  readonly progress: boolean;
  /** Calls back at Ctrl-C or a request to end; gives what takes the call back off. */
  onInterrupt(call: () => void): () => void;
}

/** Writes and waits until the reader at the other end has room. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/** The shell of this process. Colours only on a terminal, and not where NO_COLOR is set (no-color.org) or the terminal is dumb. */
export function processShell(): Shell {
  const { stdin, stdout, stderr, env } = process;
  const noColour = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  return {
    stdin,
    stdout,
    stderr,
    env,
    cwd: process.cwd(),
    columns: stdout.isTTY ? Math.max(40, stdout.columns || 80) : null,
    colour: stdout.isTTY === true && !noColour,
    progress: stderr.isTTY === true && env.TERM !== 'dumb',
    onInterrupt(call) {
      process.on('SIGINT', call);
      process.on('SIGTERM', call);
      return () => {
        process.off('SIGINT', call);
        process.off('SIGTERM', call);
      };
    },
  };
}
