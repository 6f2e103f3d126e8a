// Reading: words a second of one thread, and how long its models take to open.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { figuresOf, type MeasureSpeed } from './figure.js';

const outcomeSchema = z.object({
  reports: z.number(),
  words: z.number(),
  opening: z.number(),
  seconds: z.number(),
  statements: z.number(),
  peakMiB: z.number(),
});
const workerSchema = z.object({ before: z.number(), after: z.number() });

/** Runs a program of this folder and gives what it prints. */
function printed(name: string, argument: string): unknown {
  const run = spawnSync(process.execPath, [fileURLToPath(new URL(name, import.meta.url)), argument], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`${name} ended with ${run.status}`);
  return JSON.parse(run.stdout);
}

/** In a program of its own, from the built package, so that nothing is warm. */
export const reading: MeasureSpeed = async ({ reports }) => {
  const count = String(Math.min(reports, 300));
  const got = outcomeSchema.parse(printed('./reading-program.mjs', count));
  const thread = workerSchema.parse(printed('./worker-program.mjs', count));
  const figure = figuresOf('reading');
  return [
    figure(
      'words a second',
      got.words / got.seconds,
      '/s',
      `one thread, ${got.reports} reports of ${Math.round(got.words / got.reports)} words, after ten to warm up`,
    ),
    figure('opening', got.opening, 'ms', 'loading the reader, its models and lexicons, up to the end of the first report'),
    figure(
      'words a second to statements',
      got.words / got.statements,
      '/s',
      'the same reports read up to who said what, parsed all the same',
    ),
    figure('peak memory', got.peakMiB, 'MiB', 'resident, of a program that reads in its own thread'),
    figure(
      'memory of a worker',
      thread.after - thread.before,
      'MiB',
      'resident, what one reading thread of a desk adds to its program, at most',
    ),
  ];
};
