// Claims drawn with a fixed seed and judged one by one: bench/quality/judged.jsonl holds where each stands and the judgement, and no text of the reports.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CLAIM_KINDS } from '../../src/terms/reading.js';
import { spanSchema } from '../../src/terms/span.js';
import type { Measure, Row } from './row.js';

/** The sets that claims are drawn of, as the gold folder names them. */
export const JUDGED_OF = ['claims/dev', 'attributions/dev'] as const;

/** What is read of a report of either set. */
export const reportSchema = z.object({
  id: z.string(),
  text: z.string(),
  published: z.string().optional(),
  date: z.string().optional(),
  dateline: z.string().nullish(),
});

const judgedSchema = z.object({
  of: z.enum(JUDGED_OF),
  id: z.string(),
  kind: z.enum(CLAIM_KINDS),
  spans: z.array(spanSchema).min(1),
  /** Right: the sentence says what the claim states, with these actors and this status. */
  right: z.boolean(),
  /** Why, in words of ours. */
  why: z.string().min(1),
});

/** Wilson's score interval at 95 %, in per cent (Wilson 1927). */
function wilson(right: number, n: number): readonly [number, number] {
  const z2 = 1.96 ** 2;
  const middle = (right + z2 / 2) / (n + z2);
  const half = (1.96 / (n + z2)) * Math.sqrt((right * (n - right)) / n + z2 / 4);
  return [Math.round(1000 * (middle - half)) / 10, Math.round(1000 * (middle + half)) / 10];
}

/** Rows for the judged sample. */
export const measureJudged: Measure = async () => {
  const rows = readFileSync(new URL('judged.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => judgedSchema.parse(JSON.parse(line)));
  const row = (figure: string, list: typeof rows, meaning: string, more: Partial<Row> = {}): Row => {
    const right = list.filter((one) => one.right).length;
    return {
      part: 'judged',
      figure,
      value: Math.round((1000 * right) / Math.max(1, list.length)) / 10,
      interval: wilson(right, Math.max(1, list.length)),
      meaning: `${meaning} (${list.length} judged).`,
      ...more,
    };
  };
  return [
    row('sampled claims right', rows, 'Drawn with a fixed seed, half from each set, and judged by the sentence', { bar: 70 }),
    ...JUDGED_OF.map((of) =>
      row(
        `of these, from ${of}`,
        rows.filter((one) => one.of === of),
        of === 'claims/dev' ? 'Reports on talks' : 'Domestic politics: text that is not about talks',
      ),
    ),
    ...CLAIM_KINDS.flatMap((kind) => {
      const list = rows.filter((one) => one.kind === kind);
      return list.length === 0 ? [] : [row(`${kind} among them`, list, 'The kind by itself')];
    }),
  ];
};
