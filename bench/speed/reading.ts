// Reading: words a second of one thread, and how long its models take to open.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { figuresOf, type MeasureSpeed } from './figure.js';

const outcomeSchema = z.object({ reports: z.number(), words: z.number(), opening: z.number(), seconds: z.number(), peakMiB: z.number() });

/** In a program of its own, from the built package, so that nothing is warm. */
export const reading: MeasureSpeed = async ({ reports }) => {
  const program = fileURLToPath(new URL('./reading-program.mjs', import.meta.url));
  const run = spawnSync(process.execPath, [program, String(Math.min(reports, 300))], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`reading ended with ${run.status}`);
  const got = outcomeSchema.parse(JSON.parse(run.stdout));
  const figure = figuresOf('reading');
  return [
    figure(
      'words a second',
      got.words / got.seconds,
      '/s',
      `one thread, ${got.reports} reports of ${Math.round(got.words / got.reports)} words, after ten to warm up`,
    ),
    figure('opening', got.opening, 'ms', 'loading the reader, its models and lexicons, up to the end of the first report'),
    figure('peak memory', got.peakMiB, 'MiB', 'resident'),
  ];
};
