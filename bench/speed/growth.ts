// How reading grows on hostile texts: eight times the text should take about eight times as long, whatever the text.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type MeasureSpeed, rounded } from './figure.js';

const outcomeSchema = z.object({ small: z.number(), large: z.number() });
const KINDS = [
  'no full stop',
  'quotes',
  'open quotes',
  'straight quotes',
  'brackets',
  'one word',
  'capitals',
  'all capitals',
  'lines',
  'paragraphs',
  'list',
  'said',
  'hyphens',
  'titles',
  'dates',
];

/** A figure a kind: the time for 1 MB over the time for 125 kB; 8 is linear. */
export const growth: MeasureSpeed = async () =>
  KINDS.map((kind) => {
    const run = spawnSync(process.execPath, [fileURLToPath(new URL('./growth-program.mjs', import.meta.url)), kind], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 600_000,
    });
    if (run.status !== 0) throw new Error(`reading "${kind}" ended with ${run.status ?? run.signal}`);
    const { small, large } = outcomeSchema.parse(JSON.parse(run.stdout));
    return {
      part: 'growth',
      figure: kind,
      value: rounded(large / small),
      unit: 'times',
      meaning: `1 MB over 125 kB (8 is linear); 1 MB took ${rounded(large)} s`,
    };
  });
