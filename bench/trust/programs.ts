// Runs the built program, and writers that are stopped in the middle of their work.
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const PROGRAM = fileURLToPath(new URL('../../dist/desk/cli/main.js', import.meta.url));
/** Milliseconds a writer may take to its first deed. */
const PATIENCE = 600_000;

/** Runs `parley …` to its end. */
export function parley(...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const run = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/**
 * Runs a writer until it has told of its first deed and `delay` milliseconds more, then calls `stop` and kills it with a signal that it can't catch;
 * gives all lines it wrote. Throws where it ended by itself.
 */
export async function interrupted(
  program: string,
  args: readonly string[],
  delay: number,
  stop: () => void = () => {},
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url)), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  let fault = '';
  child.stderr.on('data', (piece: Buffer) => (fault += piece.toString()));
  const over = new Promise<string | null>((resolve) => child.on('close', (_, signal) => resolve(signal)));
  const lines: string[] = [];
  let ending: Promise<void> | null = null;
  let stopped = false;
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line.startsWith('done'))
      ending ??= pause(delay).then(() => {
        stopped = true;
        stop();
        child.kill('SIGKILL');
      });
  }
  await over;
  clearTimeout(late);
  await ending;
  if (!stopped) throw new Error(`the writer ended before it was stopped: ${fault.slice(-2000)}`);
  // A line that was cut off half way was never told.
  return lines;
}

const checkedSchema = z.object({ faults: z.array(z.string()) });

/** What `parley check` finds; the error where it can't even look. */
export function faultsOf(home: string): readonly string[] {
  const { code, out, err } = parley('check', '--home', home, '--json');
  if (out.trim() === '') return [err || `ended with ${code}`];
  return checkedSchema.parse(JSON.parse(out)).faults;
}

const exportedSchema = z.object({
  type: z.string(),
  page: z.object({ summary: z.object({ id: z.string() }), reviews: z.array(z.object({ line: z.string(), state: z.string() })) }).optional(),
});

/** The reports of a home by id, and how its lines are reviewed. */
export function keptIn(home: string): { readonly reports: ReadonlySet<string>; readonly reviews: ReadonlyMap<string, string> } {
  const { code, out, err } = parley('export', '--home', home, '--json');
  if (code !== 0) throw new Error(err);
  const pages = out.split('\n').flatMap((line) => (line === '' ? [] : (exportedSchema.parse(JSON.parse(line)).page ?? [])));
  return {
    reports: new Set(pages.map(({ summary }) => summary.id)),
    reviews: new Map(pages.flatMap(({ reviews }) => reviews.map(({ line, state }) => [line, state] as const))),
  };
}

/** What a writer told of as done: the words after "done". */
export const doneIn = (lines: readonly string[]): readonly (readonly string[])[] =>
  lines.flatMap((line) => (line.startsWith('done ') ? [line.split(' ').slice(1)] : []));
