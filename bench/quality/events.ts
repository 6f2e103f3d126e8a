// Measures the events the reader codes against gold sentences, by the gold's own scorer.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { STEPS } from '../../src/reading/reader.js';
import { openResources } from '../../src/reading/resources.js';
import { runSteps, stepsTo } from '../../src/reading/step.js';
import type { Measure, Row } from './row.js';
import { rowsIn, runScorer, withPredictions } from './scorer.js';

const goldRow = z.object({ id: z.string(), text: z.string() });
const figure = z.object({ f: z.number() });
const scored = z.object({
  types: z.object({ event16: z.object({ accuracy: z.number() }) }),
  actors: z.object({ source: z.object({ code: figure }), target: z.object({ code: figure }) }),
});

const percent = (share: number): number => Math.round(1000 * share) / 10;

/** Rows for events/dev.jsonl. */
export const measureEvents: Measure = async ({ gold }) => {
  const file = join(gold, 'events', 'dev.jsonl');
  const resources = openResources((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
  const steps = stepsTo(STEPS, 'events');
  const predictions = rowsIn(file)
    .map((row) => goldRow.parse(row))
    .flatMap(({ id, text }) => {
      const [main] = runSteps(steps, { id, text }, resources).events;
      return main === undefined ? [] : [{ id, ...main }];
    });
  const { types, actors } = scored.parse(withPredictions(predictions, (at) => runScorer(join(gold, 'score.mjs'), ['events', file, at])));
  const rows: Row[] = [
    {
      part: 'events',
      figure: 'PLOVER type of the main event, accuracy over 16 types',
      value: percent(types.event16.accuracy),
      bar: 65,
      peer: 'keywords 45',
      meaning: 'How many gold sentences get the type that the coders gave.',
    },
    {
      part: 'events',
      figure: 'codes of sources, F1',
      value: percent(actors.source.code.f),
      bar: 60,
      meaning: 'The country or body codes of who does it, against the coders’.',
    },
    {
      part: 'events',
      figure: 'codes of targets, F1',
      value: percent(actors.target.code.f),
      bar: 60,
      meaning: 'The same for to whom it is done.',
    },
  ];
  return rows;
};
