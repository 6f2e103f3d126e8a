// Runs the program in this process with streams of its own, as a terminal or as a pipe.
import { Readable, Writable } from 'node:stream';
import { runProgram } from '../../src/desk/cli/program.js';
import type { Shell } from '../../src/desk/cli/shell.js';

class Gathered extends Writable {
  readonly pieces: Buffer[] = [];
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.pieces.push(chunk);
    done();
  }
  get text(): string {
    return Buffer.concat(this.pieces).toString('utf8');
  }
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}
export interface Running {
  readonly done: Promise<Ran>;
  /** What was written so far. */
  out(): string;
  /** Ctrl-C. */
  interrupt(): void;
}

export interface With {
  readonly stdin?: string | Uint8Array | Iterable<string | Uint8Array>;
  readonly columns?: number;
  readonly colour?: boolean;
  readonly progress?: boolean;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function start(
  args: readonly string[],
  { stdin = '', columns, colour = false, progress = false, cwd = process.cwd(), env = {} }: With = {},
): Running {
  const [stdout, stderr] = [new Gathered(), new Gathered()];
  const calls = new Set<() => void>();
  const shell: Shell = {
    stdin: Readable.from(typeof stdin === 'string' || stdin instanceof Uint8Array ? [Buffer.from(stdin)] : stdin),
    stdout,
    stderr,
    env,
    cwd,
    columns: columns ?? null,
    colour,
    progress,
    onInterrupt(call) {
      calls.add(call);
      return () => calls.delete(call);
    },
  };
  return {
    done: runProgram(args, shell).then((code) => ({ code, out: stdout.text, err: stderr.text })),
    out: () => stdout.text,
    interrupt: () => {
      for (const call of calls) call();
    },
  };
}

export const run = (args: readonly string[], how: With = {}): Promise<Ran> => start(args, how).done;
