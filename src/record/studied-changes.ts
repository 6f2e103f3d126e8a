// Whether what a study tells may have changed: most of what a desk does, as accepting a line, changes no board.
import { z } from 'zod';
import type { Db } from './engine.js';

/** Changes looked at one by one; after more than these anything may be another. */
const MOST = 500;

/** Kinds of change that no study looks at. */
const ASIDE: ReadonlySet<string> = new Set(['process-made', 'process-day-set', 'report-added', 'report-seen', 'report-graded']);
const filingSchema = z.object({ process: z.string() });
const reviewSchema = z.object({
  state: z.string(),
  before: z.object({ review: z.object({ state: z.string() }).nullable() }).optional(),
});

/** What a study is of: a process by its id, or all reports (null); with `reviews` also how lines are reviewed counts, as in a brief. */
export interface StudiedOf {
  readonly process: string | null;
  readonly reviews: boolean;
}

/** The number of the last change there is, and how many after `seq` may change a study; all of them where they are more than are looked at. */
export async function studiedSince(
  db: Db,
  seq: number,
  { process, reviews }: StudiedOf,
): Promise<{ readonly last: number; readonly changes: number }> {
  const rows = await db
    .selectFrom('change')
    .select(['seq', 'what', 'data'])
    .where('seq', '>', seq)
    .orderBy('seq', 'desc')
    .limit(MOST + 1)
    .execute();
  const counts = ({ what, data }: { readonly what: string; readonly data: string }): boolean => {
    // A report counts once it is filed; one in no process counts in the study of all.
    if (what === 'report-added') return process === null;
    if (ASIDE.has(what)) return false;
    if (what === 'report-filed' || what === 'report-unfiled')
      return process !== null && filingSchema.parse(JSON.parse(data)).process === process;
    if (what !== 'line-reviewed') return true;
    const { state, before } = reviewSchema.parse(JSON.parse(data));
    return reviews || state === 'rejected' || before === undefined || before.review?.state === 'rejected';
  };
  return { last: rows[0]?.seq ?? seq, changes: rows.length > MOST ? (rows[0]?.seq ?? seq) - seq : rows.filter(counts).length };
}
