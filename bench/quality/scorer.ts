// Runs a scorer of the gold data on predictions and gives what it prints as JSON.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs `node SCRIPT ARGS --json`. Throws with the scorer's own words where it refuses its input. */
export function runScorer(script: string, args: readonly string[]): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args, '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${script} gave up (${status}): ${stderr}`);
  return JSON.parse(stdout);
}

/** Writes predictions where a scorer can read them while `use` runs, one JSON object a line. */
export function withPredictions<T>(rows: readonly unknown[], use: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  const file = join(folder, 'predictions.jsonl');
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  try {
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The rows of a JSONL file. */
export const rowsIn = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
