// A person's decision on a line, and how much waits for one.
import { ParleyError } from '../terms/errors.js';
import type { ReaderOf } from '../terms/marks.js';
import type { Decision, Reviewed, Waiting } from '../terms/record.js';
import { splitLine } from './citations.js';
import type { Db, Tx } from './engine.js';
import { lastSeq, lineBefore, reviewedFrom } from './line-before.js';
import { checkDay, processIdOf } from './processes.js';
import { seenBy } from './sight.js';
import type { Store } from './store.js';

/** Id of the reading of a report that the reader may see; null where there is none. */
export async function readingSeen(tx: Tx, who: ReaderOf, report: string): Promise<string | null> {
  const seen = await tx.selectFrom('report').select('reading').where('id', '=', report).where(seenBy(who)).executeTakeFirst();
  return seen?.reading ?? null;
}

async function isThere(tx: Tx, who: ReaderOf, report: string, id: string): Promise<boolean> {
  if ((await readingSeen(tx, who, report)) === null) return false;
  for (const table of ['statement', 'claim'] as const) {
    if (await tx.selectFrom(table).select('id').where('report', '=', report).where('id', '=', id).executeTakeFirst()) return true;
  }
  return false;
}

/**
 * Sets how a line (`report:line`) is reviewed, and gives how it was before with the changes made, so that it can be undone. Nothing is
 * written where it is so already. What somebody edited stays as it is. `twins`
 * are decided alike where nobody has reviewed them, a change each. Throws `unknown-line`, and `bad-request` where a rejection or
 * "unverifiable" has no reason.
 */
export function reviewLine(
  store: Store,
  who: ReaderOf,
  line: string,
  { state, reason }: Decision,
  twins: readonly string[] = [],
): Promise<Reviewed> {
  const { report, id } = splitLine(line);
  const why = reason?.trim() ?? '';
  if ((state === 'rejected' || state === 'unverifiable') && why === '')
    throw new ParleyError('bad-request', `why the line is ${state} is missing`);
  return store.change(who.reader, async (tx, make) => {
    if (!(await isThere(tx, who, report, id))) throw new ParleyError('unknown-line', JSON.stringify(line));
    const before = await lineBefore(tx, report, id);
    const kept = why === '' ? null : why;
    if ((before.review?.state ?? 'unread') === state && (before.review?.reason ?? null) === kept) return reviewedFrom(line, before, []);
    await make({ what: 'line-reviewed', data: { report, line: id, state, reason: kept, before } });
    const changes = [{ seq: await lastSeq(tx), line }];
    for (const twin of twins) {
      const { report: copy, id: same } = splitLine(twin);
      const stood = (await isThere(tx, who, copy, same)) ? await lineBefore(tx, copy, same) : null;
      if (stood === null || stood.review !== null) continue;
      await make({ what: 'line-reviewed', data: { report: copy, line: same, state, reason: kept, before: stood } });
      changes.push({ seq: await lastSeq(tx), line: twin });
    }
    return reviewedFrom(line, before, changes);
  });
}

/** How many lines of how many reports nobody has reviewed: of a process or of all, published until a day (YYYY-MM-DD). */
export async function waitingLines(
  db: Db,
  who: ReaderOf,
  { process, until }: { readonly process?: string | undefined; readonly until?: string | undefined },
): Promise<Waiting> {
  let found = db.selectFrom('report').where('unread', '>', 0).where(seenBy(who));
  if (process !== undefined) {
    const id = await processIdOf(db, who, process);
    found = found.where('id', 'in', db.selectFrom('filing').select('report').where('process', '=', id));
  }
  if (until !== undefined) found = found.where('published_first', '<=', checkDay(until));
  const { lines, reports } = await found
    .select((eb) => [eb.fn.sum<number | null>('unread').as('lines'), eb.fn.countAll<number>().as('reports')])
    .executeTakeFirstOrThrow();
  return { lines: Number(lines ?? 0), reports: Number(reports) };
}
