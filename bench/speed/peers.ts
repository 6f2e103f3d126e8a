// Parley beside wink-nlp and compromise on the same text in the same run: ratios, since the machine decides the rest.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { figuresOf, type MeasureSpeed, median } from './figure.js';

const outcomeSchema = z.object({ words: z.number(), seconds: z.number(), peakMiB: z.number() });
const ROUNDS = 3;
const TOOLS = ['parley', 'wink-nlp', 'compromise'] as const;

/** Each tool in a program of its own, in turn, three times; the middle counts. */
export const peers: MeasureSpeed = async ({ reports }) => {
  const program = fileURLToPath(new URL('./peers-program.mjs', import.meta.url));
  const runs = new Map<string, { speed: number; peak: number }[]>(TOOLS.map((tool) => [tool, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const tool of TOOLS) {
      const run = spawnSync(process.execPath, [program, tool, String(Math.min(reports, 300))], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      if (run.status !== 0) throw new Error(`${tool} ended with ${run.status}`);
      const { words, seconds, peakMiB } = outcomeSchema.parse(JSON.parse(run.stdout));
      runs.get(tool)?.push({ speed: words / seconds, peak: peakMiB });
    }
  }
  const speedOf = (tool: string): number => median((runs.get(tool) ?? []).map(({ speed }) => speed));
  const figure = figuresOf('peers');
  return [
    figure('parley', speedOf('parley'), 'words/s', 'raw text to statements and claims'),
    figure('wink-nlp', speedOf('wink-nlp'), 'words/s', 'tokens, sentences, tags and entities of wink-nlp 2.4.0 with its English model'),
    figure('compromise', speedOf('compromise'), 'words/s', 'sentences, tags, people and quotations of compromise 14.17.0'),
    figure(
      'parley / wink-nlp',
      speedOf('parley') / speedOf('wink-nlp'),
      'times',
      'how many times as many words a second; wink-nlp does far less',
    ),
    figure('parley / compromise', speedOf('parley') / speedOf('compromise'), 'times', 'the same beside compromise'),
  ];
};
