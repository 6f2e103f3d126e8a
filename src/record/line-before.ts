// How a line stood before a change of it, which is kept with the change so that undoing is exact.
import { type Reviewed, reviewedSchema, reviewSchema } from '../terms/record.js';
import type { LineBefore } from './changes.js';
import { editsOf } from './edits.js';
import type { Tx } from './engine.js';

const stateSchema = reviewSchema.shape.state;

export async function lineBefore(tx: Tx, report: string, line: string): Promise<LineBefore> {
  const row = await tx
    .selectFrom('review')
    .select(['state', 'who', 'at', 'reason'])
    .where('report', '=', report)
    .where('line', '=', line)
    .executeTakeFirst();
  const edit = (await editsOf(tx, [report])).get(report)?.find((one) => one.line === line);
  return {
    review: row ? { state: stateSchema.parse(row.state), by: row.who, at: row.at, reason: row.reason } : null,
    version: edit?.version ?? null,
  };
}

/** Number of the last change there is. */
export async function lastSeq(tx: Tx): Promise<number> {
  const { seq } = await tx
    .selectFrom('change')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow();
  return Number(seq ?? 0);
}

/** What a call that decides gives back: how the line was, and the changes made. */
export const reviewedFrom = (line: string, { review }: LineBefore, changes: Reviewed['changes']): Reviewed =>
  reviewedSchema.parse({
    line,
    state: review?.state ?? 'unread',
    by: review?.by ?? null,
    at: review?.at ?? null,
    ...(review?.reason != null && { reason: review.reason }),
    changes,
  });
