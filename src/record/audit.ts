// The log of who saw and changed what is marked above GREEN, and of who let whom in: written once, never altered.
import { marksUpTo, type ReaderOf } from '../terms/marks.js';
import { type AuditEntry, auditEntrySchema } from '../terms/people.js';
import type { Tx } from './engine.js';
import { type Listed, type Paging, pageOf } from './reports.js';
import type { Store } from './store.js';

/** A line of the log before it is written. */
export type AuditNote = Pick<AuditEntry, 'at' | 'by' | 'did' | 'what'> &
  Partial<Pick<AuditEntry, 'report' | 'process' | 'mark' | 'reports'>>;

const AT_ONCE = 200;

/** Writes lines within somebody's transaction, beside which no other writes. */
export async function noteIn(tx: Tx, notes: readonly AuditNote[]): Promise<void> {
  const { last } = await tx
    .selectFrom('audit')
    .select((eb) => eb.fn.max('seq').as('last'))
    .executeTakeFirstOrThrow();
  const rows = notes.map(({ at, by, did, what, report = null, process = null, mark = null, reports = null }, n) => ({
    seq: Number(last ?? 0) + 1 + n,
    at,
    who: by,
    did,
    what,
    report,
    process,
    mark,
    reports,
  }));
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await tx
      .insertInto('audit')
      .values(rows.slice(at, at + AT_ONCE))
      .execute();
}

/** Writes lines in a transaction of their own. */
export const note = (store: Store, notes: readonly AuditNote[]): Promise<void> =>
  store.engine.write.transaction().execute((tx) => noteIn(tx, notes));

export interface AuditFilter extends Paging {
  readonly by?: string | undefined;
  readonly did?: string | undefined;
  readonly report?: string | undefined;
  /** From this day on and until that day, YYYY-MM-DD, both included. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Newest first; of what is marked above the reader's own clearance nothing is told. */
export async function listAudit(store: Store, who: ReaderOf, filter: AuditFilter): Promise<Listed<AuditEntry>> {
  const { limit, offset } = pageOf(filter);
  let found = store.read
    .selectFrom('audit')
    .where(({ or, eb }) => or([eb('mark', 'is', null), eb('mark', 'in', ['CLEAR', ...marksUpTo(who.clearance)])]));
  if (filter.by !== undefined) found = found.where('who', '=', filter.by);
  if (filter.did !== undefined) found = found.where('did', '=', filter.did);
  if (filter.report !== undefined) found = found.where('report', '=', filter.report);
  if (filter.since !== undefined) found = found.where('at', '>=', filter.since);
  // Any time of the day comes before the sign after "T".
  if (filter.until !== undefined) found = found.where('at', '<', `${filter.until}U`);
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found.selectAll().orderBy('seq', 'desc').limit(limit).offset(offset).execute();
  return { items: rows.map(({ who: by, ...row }) => auditEntrySchema.parse({ ...row, by })), total: Number(total) };
}
