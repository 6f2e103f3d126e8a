// Adding: reports a second from text to disk, memory, and how long the program's own thread is held up meanwhile.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { figuresOf, type MeasureSpeed } from './figure.js';

const outcomeSchema = z.object({
  reports: z.number(),
  words: z.number(),
  seconds: z.number(),
  again: z.number(),
  peakMiB: z.number(),
  delayP99: z.number(),
  delayMax: z.number(),
  storeMiB: z.number(),
  threads: z.number(),
});

/** In a program of its own, so that the peak of memory is the adding's. */
export const adding: MeasureSpeed = async ({ reports, workers }) => {
  const program = fileURLToPath(new URL('./adding-program.mjs', import.meta.url));
  const run = spawnSync(process.execPath, [program, String(reports), String(workers ?? '')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`adding ended with ${run.status}`);
  const got = outcomeSchema.parse(JSON.parse(run.stdout));
  const figure = figuresOf('adding');
  return [
    figure(
      'reports a second',
      got.reports / got.seconds,
      '/s',
      `${got.reports} reports of ${Math.round(got.words / got.reports)} words read and kept, ${got.threads} thread(s) reading`,
    ),
    figure('words a second', got.words / got.seconds, '/s', 'the same in words'),
    figure('known reports a second', got.reports / got.again, '/s', 'the same reports added again: none is read twice'),
    figure('peak memory', got.peakMiB, 'MiB', 'resident, all threads, over both addings'),
    figure('held up, 99th percentile', got.delayP99, 'ms', "delay of the event loop while adding: how long a desk's answer waits"),
    figure('held up, longest', got.delayMax, 'ms', 'the longest such delay'),
    figure('store', (got.storeMiB / got.reports) * 1024, 'KiB a report', 'size of the store, text, lines, history and index'),
  ];
};
