// A person's decision on a line, and how much waits for one.
import { ParleyError } from '../terms/errors.js';
import { marksUpTo, type ReaderOf } from '../terms/marks.js';
import { type Decision, type Review, reviewSchema, type Waiting } from '../terms/record.js';
import { splitLine } from './citations.js';
import type { Db, Tx } from './engine.js';
import { checkDay, processIdOf } from './processes.js';
import type { Store } from './store.js';

async function isThere(tx: Tx, who: ReaderOf, report: string, id: string): Promise<boolean> {
  const seen = await tx
    .selectFrom('report')
    .select('id')
    .where('id', '=', report)
    .where('mark', 'in', marksUpTo(who.clearance))
    .executeTakeFirst();
  if (!seen) return false;
  for (const table of ['statement', 'claim'] as const) {
    if (await tx.selectFrom(table).select('id').where('report', '=', report).where('id', '=', id).executeTakeFirst()) return true;
  }
  return false;
}

/**
 * Sets how a line (`report:line`) is reviewed, and gives how it was before, so that it can be undone. Nothing is written where it is so already.
 * Throws `unknown-line`, and `bad-request` where a rejection or "unverifiable" has no reason.
 */
export function reviewLine(store: Store, who: ReaderOf, line: string, { state, reason }: Decision): Promise<Review> {
  const { report, id } = splitLine(line);
  const why = reason?.trim() ?? '';
  if ((state === 'rejected' || state === 'unverifiable') && why === '')
    throw new ParleyError('bad-request', `why the line is ${state} is missing`);
  return store.change(who.reader, async (tx, make) => {
    if (!(await isThere(tx, who, report, id))) throw new ParleyError('unknown-line', JSON.stringify(line));
    const before = await tx.selectFrom('review').selectAll().where('report', '=', report).where('line', '=', id).executeTakeFirst();
    const kept = why === '' ? null : why;
    if ((before?.state ?? 'unread') !== state || (before?.reason ?? null) !== kept) {
      await make({ what: 'line-reviewed', data: { report, line: id, state, reason: kept } });
    }
    return reviewSchema.parse({
      line,
      state: before?.state ?? 'unread',
      by: before?.who ?? null,
      at: before?.at ?? null,
      ...(before?.reason != null && { reason: before.reason }),
    });
  });
}

/** How many lines of how many reports nobody has reviewed: of a process or of all, published until a day (YYYY-MM-DD). */
export async function waitingLines(
  db: Db,
  who: ReaderOf,
  { process, until }: { readonly process?: string | undefined; readonly until?: string | undefined },
): Promise<Waiting> {
  let found = db.selectFrom('report').where('unread', '>', 0).where('mark', 'in', marksUpTo(who.clearance));
  if (process !== undefined) {
    const id = await processIdOf(db, process);
    found = found.where('id', 'in', db.selectFrom('filing').select('report').where('process', '=', id));
  }
  if (until !== undefined) found = found.where('published_first', '<=', checkDay(until));
  const { lines, reports } = await found
    .select((eb) => [eb.fn.sum<number | null>('unread').as('lines'), eb.fn.countAll<number>().as('reports')])
    .executeTakeFirstOrThrow();
  return { lines: Number(lines ?? 0), reports: Number(reports) };
}
