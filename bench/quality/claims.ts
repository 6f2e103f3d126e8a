// Measures the claims the reader finds: by kind, by process, their fields and what they carry over, on the gold reports; and their rate on other texts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readReport } from '../../src/reading/reader.js';
import { openResources } from '../../src/reading/resources.js';
import { CLAIM_KINDS } from '../../src/terms/reading.js';
import { reportSchema } from './judged.js';
import { type NewsText, newsOf } from './news.js';
import type { Measure, Row } from './row.js';
import { rowsIn, runScorer, withPredictions } from './scorer.js';

const prf = z.object({ p: z.number(), r: z.number(), f: z.number() });
const level = z.object({ lenient: prf, strict: prf });
const share = z.object({ right: z.number(), n: z.number() });
const ends = z.tuple([z.number(), z.number()]).nullable();
const claimsSchema = z.object({
  kinds: z.record(z.string(), level),
  micro: level.extend({ strict: prf.extend({ f05: z.number() }) }),
  macro: level,
  intervals: z.object({ strict: ends, strictHalf: ends, lenient: ends }),
  processes: z.record(z.string(), z.object({ strict: prf })),
  claimVoice: share,
  fields: z.record(z.string(), share),
  resolved: z.record(z.string(), share),
});
const per = z.object({ per1000: z.number(), interval: ends });
const rateSchema = z.object({ claims: per, kinds: z.record(z.string(), per) });

const percent = (value: number): number => Math.round(1000 * value) / 10;
const shareOf = ({ right, n }: z.infer<typeof share>): number => percent(right / Math.max(1, n));

/** Reads every report of a file and writes what a scorer of claims takes. */
const predictionsFor = (file: string): unknown[] => predictionsOf(rowsIn(file));

function predictionsOf(rows: readonly unknown[]): unknown[] {
  const resources = openResources((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
  return rows.map((row) => {
    const { id, text, published, date, dateline } = reportSchema.parse(row);
    const { statements, claims } = readReport({ id, text, published: published ?? date, dateline: dateline ?? undefined }, resources);
    // The scorer refuses a speaker whose name has no letter; such a name is as good as none.
    const named = statements.map((statement) =>
      /[\p{L}\p{N}]/u.test(statement.speaker ?? '') ? statement : { ...statement, speaker: null },
    );
    return { id, statements: named, claims };
  });
}

function rowsOf(gold: string, name: string): Row[] {
  const file = join(gold, 'claims', `${name}.jsonl`);
  const scored = claimsSchema.parse(
    withPredictions(predictionsFor(file), (made) => runScorer(join(gold, 'score.mjs'), ['claims', file, made])),
  );
  const { micro, macro, intervals, kinds, processes, claimVoice, fields, resolved } = scored;
  const spread = (pair: z.infer<typeof ends>): Pick<Row, 'interval'> =>
    pair === null ? {} : { interval: [percent(pair[0]), percent(pair[1])] };
  const row = (figure: string, value: number, meaning: string, more: Partial<Row> = {}): Row => ({
    part: 'claims',
    figure: `${figure}, ${name}`,
    value,
    meaning,
    ...more,
  });
  const dev = name === 'dev';
  return [
    row('strict F1', percent(micro.strict.f), 'Over all claims: kind, place and the fields that matter.', {
      ...(dev && { bar: 60, peer: '80.2, two independent annotators' }),
      ...spread(intervals.strict),
    }),
    row('strict F0.5', percent(micro.strict.f05), 'The same, precision counted twice as heavy as recall.', spread(intervals.strictHalf)),
    row('strict precision', percent(micro.strict.p), 'Of the claims given, how many are right.', dev ? { bar: 70 } : {}),
    row('lenient F1', percent(micro.lenient.f), 'Over all claims: kind and place in the text.', {
      ...(dev && { bar: 72, peer: '91.0, two independent annotators' }),
      ...spread(intervals.lenient),
    }),
    row('strict F1, mean over kinds', percent(macro.strict.f), 'Each kind counts the same.', dev ? { bar: 50 } : {}),
    row(
      'voice right',
      shareOf(claimVoice),
      'Of the claims found, those that rest on the right speaker, or on the report.',
      dev ? { bar: 90 } : {},
    ),
    ...(dev
      ? [
          ...CLAIM_KINDS.flatMap((kind) =>
            kinds[kind] === undefined ? [] : [row(`${kind}: strict F1`, percent(kinds[kind].strict.f), 'The kind by itself.')],
          ),
          ...Object.entries(processes).map(([process, { strict }]) =>
            row(`${process}: strict F1`, percent(strict.f), 'The process by itself.'),
          ),
          ...['due', 'round', 'through', 'outcome', 'venue'].flatMap((field) =>
            fields[field] === undefined
              ? []
              : [
                  row(`${field} right`, shareOf(fields[field]), `Of the claims strictly right whose gold states it (${fields[field].n}).`, {
                    bar: 80,
                  }),
                ],
          ),
          ...['place', 'date', 'round', 'venue'].flatMap((field) =>
            resolved[field] === undefined
              ? []
              : [
                  row(
                    `${field} resolved`,
                    shareOf(resolved[field]),
                    `Stated or carried over, of the claims found whose gold has it (${resolved[field].n}).`,
                    { bar: 75 },
                  ),
                ],
          ),
        ]
      : []),
  ];
}

/** Claims per 1,000 words of texts on other matters; `file` holds the texts. */
function rateRows(gold: string, file: string, of: string, meaning: string): Row[] {
  const { claims, kinds } = rateSchema.parse(
    withPredictions(predictionsFor(file), (made) => runScorer(join(gold, 'score.mjs'), ['rate', made, file])),
  );
  const row = (figure: string, { per1000, interval }: z.infer<typeof per>, about: string): Row => ({
    part: 'claims',
    figure,
    value: Math.round(100 * per1000) / 100,
    unit: 'per 1,000 words',
    atMost: true,
    meaning: about,
    ...(interval !== null && { interval: [Math.round(100 * interval[0]) / 100, Math.round(100 * interval[1]) / 100] as const }),
  });
  return [
    row(`claims on ${of}`, claims, meaning),
    ...Object.entries(kinds).map(([kind, rate]) => row(`${kind} on ${of}`, rate, 'The kind by itself.')),
  ];
}

/** Rows for claims/dev.jsonl and claims/seed.jsonl, the rate on attributions/dev.jsonl and, where GUM is among the treebanks, on its news. */
export const measureClaims: Measure = async ({ gold, treebanks }) => {
  const other = rateRows(
    gold,
    join(gold, 'attributions', 'dev.jsonl'),
    'texts of other matters',
    'Domestic politics: not all are false, but few are about talks.',
  );
  const news: readonly NewsText[] = treebanks.flatMap(newsOf);
  const ofNews =
    news.length === 0
      ? []
      : withPredictions(news, (file) => rateRows(gold, file, 'the news of GUM', 'News of any kind: hardly any of it is about talks.'));
  return [...rowsOf(gold, 'dev'), ...rowsOf(gold, 'seed'), ...other, ...ofNews];
};
