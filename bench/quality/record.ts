// Measures the record over a sequence of reports: its own logic on the gold claims.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import {
  type KeptReport,
  printedAccess,
  printedDue,
  printedLines,
  printedOrigins,
  printedTalks,
  printedWho,
  studyOn,
} from '../../src/parley.js';
import { readingSchema } from '../../src/terms/reading.js';
import type { Measure, Row } from './row.js';
import { rowsIn, runScorer, withPredictions } from './scorer.js';

const goldSchema = z.object({ reports: z.array(z.string()), readings: z.array(z.string()), as_of: z.array(z.string()) });
const headline = z.object({ headline: z.number() });
const scoreSchema = z.object({
  origins: headline,
  actors: headline,
  rounds: headline,
  standing: headline.extend({ accuracy: z.number() }),
  lines: headline,
  contradictions: headline,
  access: headline,
  commitments: headline,
  silence: headline,
  overall: z.number(),
});

/** What the program prints for a sequence, as one object. */
export function printedSequence(reports: readonly KeptReport[], days: readonly string[]): { parts: unknown[] } {
  const last = studyOn(days.at(-1) ?? '9999-12-31', reports);
  return {
    parts: [
      printedOrigins(last),
      printedWho(last),
      printedAccess(last),
      printedLines(last),
      ...days.flatMap((day) => [printedTalks(studyOn(day, reports)), printedDue(studyOn(day, reports))]),
    ],
  };
}

/** Rows for the gold sequence in `record/`, the claims given. */
export const measureRecord: Measure = async ({ gold }) => {
  const file = join(gold, 'record', 'syria-2014.json');
  const { reports: wanted, readings, as_of: days } = goldSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const reports = readings
    .flatMap((name) => rowsIn(join(dirname(file), name)))
    .map((row) => readingSchema.parse(row))
    .filter(({ id }) => wanted.includes(id))
    .map((reading) => ({ id: reading.id, publisher: reading.publisher, published: reading.published, reading }));
  const score = withPredictions([], (at) => {
    writeFileSync(at, JSON.stringify(printedSequence(reports, days)));
    return scoreSchema.parse(runScorer(join(gold, 'record', 'score.mjs'), [file, at, '--gold-claims']));
  });
  const row = (figure: string, value: number, bar: number | undefined, meaning: string): Row => ({
    part: 'record',
    figure,
    value,
    meaning,
    ...(bar !== undefined && { bar }),
  });
  return [
    row('origins', score.origins.headline, 90, 'pairs of reports told apart or joined as copies of one dispatch, F1'),
    row('actors', score.actors.headline, 90, 'who is who across reports, B-cubed F1'),
    row('lines', score.lines.headline, 90, 'claims about the same thing on one line, F1 over pairs'),
    row('rounds', score.rounds.headline, undefined, 'rounds found, with start, end, place and status'),
    row('standing cells', score.standing.accuracy, 95, 'each party towards each round on each day'),
    row('access and blame', score.access.headline, 90, 'steps of the ladders and arrows of blame, mean of both F1'),
    row('contradictions', score.contradictions.headline, 80, 'versions that cannot both hold, F1'),
    row('commitments', score.commitments.headline, undefined, 'commitments found and how they stand'),
    row('silence', score.silence.headline, undefined, 'what had no word, F1'),
    row('overall', score.overall, undefined, 'mean of the nine'),
  ];
};
