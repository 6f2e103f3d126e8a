// Measures who said what: attributions on PolNeAR dev by the scorer, the core verbs of speech, and statements on the claims gold.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readReport } from '../../src/reading/reader.js';
import { openResources } from '../../src/reading/resources.js';
import type { Reading } from '../../src/terms/reading.js';
import type { Measure, Row } from './row.js';
import { rowsIn, runScorer, withPredictions } from './scorer.js';

const spans = z.array(z.tuple([z.number(), z.number()]));
const articleSchema = z.object({
  id: z.string(),
  text: z.string(),
  date: z.string().optional(),
  published: z.string().optional(),
  publisher: z.string().optional(),
  process: z.string().optional(),
  attributions: z.array(z.object({ source: spans, cue: spans, content: spans })).default([]),
  ignore: spans.default([]),
});
type Article = z.infer<typeof articleSchema>;

const f = z.object({ f: z.number() });
const both = z.object({ exact: f, partial: f });
const interval = z.tuple([z.number(), z.number()]);
const attributionScore = z.object({
  linked: z.object({ cue: both, source: both, content: both, whole: both }),
  intervals: z.object({ whole: interval, content: interval }),
  kinds: z.object({ direct: z.object({ content: both }) }),
});
const counted = z.object({ right: z.number(), n: z.number() });
const statementScore = z.object({
  intervals: z.object({ statementsStrict: interval.nullable() }),
  statements: z.object({ lenient: f, strict: f, speaker: counted, voice: counted, form: counted, act: counted }),
});

const percent = (share: number): number => Math.round(share * 1000) / 10;
const range = ([low, high]: readonly [number, number]): readonly [number, number] => [percent(low), percent(high)];

function readAll(file: string): { readonly articles: Article[]; readonly readings: Reading[] } {
  const root = new URL('../../', import.meta.url);
  const resources = openResources((path) => readFileSync(new URL(path, root)));
  const articles = rowsIn(file).map((row) => articleSchema.parse(row));
  const readings = articles.map(({ id, text, date, published, publisher, process }) =>
    readReport({ id, text, published: published ?? date, publisher, process }, resources),
  );
  return { articles, readings };
}

const CORE =
  /\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add(?:s|ed|ing)?|according to|announce[sd]?|announcing|stat(?:es|ed|ing)|wr(?:ite|ites|ote|iting))\b/i;

/** Share of gold cues with a core verb of speech that some cue found touches, and of such cues found that touch a gold one. */
function coreVerbs(articles: readonly Article[], readings: readonly Reading[]): { readonly recall: number; readonly precision: number } {
  const counts = { gold: 0, hit: 0, found: 0, right: 0 };
  articles.forEach(({ text, attributions, ignore }, i) => {
    const cuesOf = (list: readonly { readonly cue: readonly (readonly [number, number])[] }[]) => list.flatMap(({ cue }) => cue);
    const gold = cuesOf(attributions);
    const found = cuesOf(readings[i]?.attributions ?? []).filter(([a, b]) => !ignore.some(([x, y]) => a >= x && b <= y));
    const touches = ([a, b]: readonly [number, number], list: readonly (readonly [number, number])[]) =>
      list.some(([x, y]) => a < y && x < b);
    const core = ([a, b]: readonly [number, number]) => CORE.test(text.slice(a, b));
    for (const cue of gold.filter(core)) {
      counts.gold++;
      if (touches(cue, found)) counts.hit++;
    }
    for (const cue of found.filter(core)) {
      counts.found++;
      if (touches(cue, gold)) counts.right++;
    }
  });
  return { recall: counts.hit / Math.max(1, counts.gold), precision: counts.right / Math.max(1, counts.found) };
}

function attributionRows(gold: string): Row[] {
  const file = join(gold, 'attributions', 'dev.jsonl');
  const { articles, readings } = readAll(file);
  const score = withPredictions(
    readings.map(({ id, attributions }) => ({ id, attributions })),
    (at) => attributionScore.parse(runScorer(join(gold, 'score.mjs'), ['attributions', file, at])),
  );
  const core = coreVerbs(articles, readings);
  const { linked, intervals, kinds } = score;
  const row = (
    figure: string,
    share: number,
    bar: number,
    peer: string | undefined,
    meaning: string,
    over?: readonly [number, number],
  ): Row => ({
    part: 'attributions',
    figure,
    value: percent(share),
    bar,
    meaning,
    ...(peer !== undefined && { peer }),
    ...(over !== undefined && { interval: range(over) }),
  });
  return [
    row('whole, exact F1', linked.whole.exact.f, 52, 'people 59.2', 'cue, source and content all exactly as annotated', intervals.whole),
    row('content, exact F1', linked.content.exact.f, 58, 'people 68.0', 'the words said, wanted or believed, exactly', intervals.content),
    row('content, partial F1', linked.content.partial.f, 84, 'people 82.1', 'the words said, by the share of tokens in common'),
    row('source, exact F1', linked.source.exact.f, 72, 'people 74.6', 'the words that name who says it, exactly'),
    row('cue, exact F1', linked.cue.exact.f, 70, 'people 71.3', 'the words that report the saying, exactly'),
    row(
      'direct quotations, content exact F1',
      kinds.direct.content.exact.f,
      92,
      'people 93.3',
      'content that stands in quotation marks whole',
    ),
    row(
      'core verbs of speech, cue recall',
      core.recall,
      97,
      undefined,
      'of the gold cues with say, tell, add, announce, state, write or according to, those touched',
    ),
    row(
      'core verbs of speech, cue precision',
      core.precision,
      95,
      undefined,
      'of the cues found with such a verb, those that touch a gold one',
    ),
  ];
}

function statementRows(gold: string, name: string): Row[] {
  const file = join(gold, 'claims', `${name}.jsonl`);
  const { readings } = readAll(file);
  const score = withPredictions(
    readings.map(({ id, actors, statements }) => ({ id, actors, statements, claims: [] })),
    (at) => statementScore.parse(runScorer(join(gold, 'score.mjs'), ['claims', file, at])),
  );
  const { statements, intervals } = score;
  const row = (figure: string, share: number, bar: number | undefined, meaning: string, over?: readonly [number, number] | null): Row => ({
    part: 'statements',
    figure: `${figure}, ${name}`,
    value: percent(share),
    meaning,
    ...(bar !== undefined && { bar }),
    ...(over && { interval: range(over) }),
  });
  const share = ({ right, n }: { readonly right: number; readonly n: number }): number => right / Math.max(1, n);
  return [
    row('lenient F1', statements.lenient.f, 88, 'half or more of the words said are found'),
    row('strict F1', statements.strict.f, 75, 'and speaker and voice are right too', intervals.statementsStrict),
    row('speaker', share(statements.speaker), 88, 'of the statements found, those whose speaker is right'),
    row('voice', share(statements.voice), 92, 'of the statements found, those whose voice is right'),
    row('form', share(statements.form), undefined, 'of the statements found, those whose form is right'),
    row('act', share(statements.act), undefined, 'of the statements found, those whose act is right'),
  ];
}

/** Rows on attributions/dev. */
export const measureAttributions: Measure = async ({ gold }) => attributionRows(gold);

/** Rows on claims/dev and, apart, the seed. */
export const measureStatements: Measure = async ({ gold }) => ['dev', 'seed'].flatMap((name) => statementRows(gold, name));
