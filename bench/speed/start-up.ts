// How long a person waits for a command: from the start of the program to its end.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figure, type MeasureSpeed, median, rounded } from './figure.js';
import { generatedReport } from './generator.js';

const PROGRAM = fileURLToPath(new URL('../../dist/desk/cli/main.js', import.meta.url));
const TIMES = 5;

export const startUp: MeasureSpeed = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  const file = join(folder, 'short.txt');
  writeFileSync(file, generatedReport(1, 120).text);
  const timed = (args: readonly string[]): number => {
    const taken = Array.from({ length: TIMES }, () => {
      const started = performance.now();
      const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
        encoding: 'utf8',
        env: { ...process.env, PARLEY_HOME: folder },
      });
      if (status !== 0) throw new Error(`parley ${args.join(' ')} ended with ${status}: ${stderr}`);
      return performance.now() - started;
    });
    return median(taken);
  };
  try {
    const figure = (name: string, value: number, meaning: string): Figure => ({
      part: 'start-up',
      figure: name,
      value: rounded(value),
      unit: 'ms',
      meaning,
    });
    return [
      figure('parley --help', timed(['--help']), `the program itself, median of ${TIMES}`),
      figure('parley read FILE --json', timed(['read', file, '--json']), `one file of 120 words, models opened anew, median of ${TIMES}`),
      figure('parley list', timed(['list']), `an empty store opened, median of ${TIMES}`),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
