// Reports as they are looked at: in lists, one whole, and the changes a person makes to one.
import { ParleyError } from '../terms/errors.js';
import { type Grade, gradeSchema, type Mark, markSchema, type ReaderOf } from '../terms/marks.js';
import { type ReportPage, type ReportSummary, reportSummarySchema, reviewSchema } from '../terms/record.js';
import { reportSchema } from '../terms/report.js';
import { readingOf } from './content.js';
import { editsOf, lineIn, withEdits } from './edits.js';
import type { Db, Tx } from './engine.js';
import { checkDay, processIdOf } from './processes.js';
import { seenBy, seesProcess } from './sight.js';
import type { Do, Store } from './store.js';

export interface Paging {
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}
export interface Listed<T> {
  readonly items: readonly T[];
  readonly total: number;
}
export interface ReportFilter extends Paging {
  readonly process?: string | undefined;
  /** Published on or before this day (YYYY-MM-DD). */
  readonly until?: string | undefined;
}

const LIMIT = 50;
const MOST = 1000;
/** How many and from where, held to what a page can show. */
export function pageOf({ limit = LIMIT, offset = 0 }: Paging): { readonly limit: number; readonly offset: number } {
  if (!Number.isInteger(limit) || limit < 1) throw new ParleyError('bad-option', `limit ${limit}`);
  if (!Number.isInteger(offset) || offset < 0) throw new ParleyError('bad-option', `offset ${offset}`);
  return { limit: Math.min(limit, MOST), offset };
}

const COLUMNS = [
  'id',
  'title',
  'publisher',
  'published',
  'dateline',
  'credit',
  'language',
  'format',
  'url',
  'came_from',
  'mark',
  'reliability',
  'credibility',
  'added',
  'added_by',
  'words',
  'statements',
  'claims',
  'unread',
] as const;

/** Reports by id, in the order asked for; those the reader may not see are left out. */
export async function summariesOf(db: Db | Tx, who: ReaderOf, ids: readonly string[]): Promise<readonly ReportSummary[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('report').select(COLUMNS).where('id', 'in', ids).where(seenBy(who)).execute();
  const filings = await db.selectFrom('filing').selectAll().where('report', 'in', ids).orderBy('process').execute();
  const filed = new Map<string, string[]>();
  for (const { report, process } of filings) if (seesProcess(who, process)) filed.set(report, [...(filed.get(report) ?? []), process]);
  const byId = new Map(
    rows.map(({ came_from, added_by, reliability, credibility, ...row }) => {
      const grade = gradeSchema.safeParse({ reliability, credibility });
      const processes = filed.get(row.id) ?? [];
      return [row.id, reportSummarySchema.parse({ ...row, from: came_from, by: added_by, grade: grade.data ?? null, processes })];
    }),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function listReports(store: Store, who: ReaderOf, filter: ReportFilter): Promise<Listed<ReportSummary>> {
  const { limit, offset } = pageOf(filter);
  let found = store.read.selectFrom('report').where(seenBy(who));
  if (filter.process !== undefined) {
    const process = await processIdOf(store.read, who, filter.process);
    found = found.where('report.id', 'in', (eb) => eb.selectFrom('filing').select('filing.report').where('filing.process', '=', process));
  }
  if (filter.until !== undefined) found = found.where('published_first', '<=', checkDay(filter.until));
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select('id')
    .orderBy((eb) => eb.fn.coalesce('published_first', eb.val('')), 'desc')
    .orderBy('added', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  const ids = rows.map(({ id }) => id);
  return { items: await summariesOf(store.read, who, ids), total };
}

/** One report whole, or null where there is none that the reader may see. */
export async function findReport(store: Store, who: ReaderOf, id: string): Promise<ReportPage | null> {
  const db = store.read;
  const [summary] = await summariesOf(db, who, [id]);
  if (!summary) return null;
  const row = await db
    .selectFrom('report')
    .innerJoin('content', 'content.hash', 'report.content')
    .select(['report.json', 'report.reading', 'content.text'])
    .where('report.id', '=', id)
    .executeTakeFirstOrThrow();
  const reviews = await db.selectFrom('review').selectAll().where('report', '=', id).orderBy('line').execute();
  const sightings = await db.selectFrom('sighting').selectAll().where('report', '=', id).orderBy('position').execute();
  const names = await db.selectFrom('actor_name').select(['ref', 'name', 'actor']).where('report', '=', id).orderBy('position').execute();
  const reading = row.reading === null ? null : await readingOf(db, row.reading);
  const edits = reading === null ? [] : ((await editsOf(db, [id])).get(id) ?? []);
  return {
    summary,
    report: reportSchema.parse({ ...JSON.parse(row.json), text: row.text }),
    reading: reading && { ...withEdits(reading, edits), id },
    edits: edits.map(({ line }) => ({ line: `${id}:${line}`, read: reading && lineIn(reading, line) })),
    reviews: reviews.map(({ line, state, who: by, at, reason }) =>
      reviewSchema.parse({ line: `${id}:${line}`, state, by, at, ...(reason !== null && { reason }) }),
    ),
    sightings: sightings.map(({ publisher, published, url, came_from, at }) => ({ publisher, published, url, from: came_from, at })),
    actors: Object.fromEntries([...names.map(({ name, actor }) => [name, actor]), ...names.map(({ ref, actor }) => [ref, actor])]),
  };
}

/** One report whole. Throws `unknown-report`, also where the reader may not see it. */
export async function getReport(store: Store, who: ReaderOf, id: string): Promise<ReportPage> {
  const found = await findReport(store, who, id);
  if (!found) throw new ParleyError('unknown-report', JSON.stringify(id));
  return found;
}

/** One change to a report that the reader may see. */
async function changeReport(store: Store, who: ReaderOf, id: string, work: (tx: Tx, make: Do) => Promise<void>): Promise<void> {
  await store.change(who.reader, async (tx, make) => {
    const [summary] = await summariesOf(tx, who, [id]);
    if (!summary) throw new ParleyError('unknown-report', JSON.stringify(id));
    await work(tx, make);
  });
}

export const removeReport = (store: Store, who: ReaderOf, id: string): Promise<void> =>
  changeReport(store, who, id, (_, make) => make({ what: 'report-removed', data: { report: id } }));

export const setReportMark = (store: Store, who: ReaderOf, id: string, mark: Mark): Promise<void> =>
  changeReport(store, who, id, (_, make) => make({ what: 'report-marked', data: { report: id, mark: markSchema.parse(mark) } }));

export const setReportGrade = (store: Store, who: ReaderOf, id: string, grade: Grade | null): Promise<void> =>
  changeReport(store, who, id, (_, make) => make({ what: 'report-graded', data: { report: id, grade } }));

/** Puts a report into a process, or takes it out; nothing happens where it is so already. */
export const fileReport = (store: Store, who: ReaderOf, id: string, idOrName: string, belongs: boolean): Promise<void> =>
  changeReport(store, who, id, async (tx, make) => {
    const process = await processIdOf(tx, who, idOrName);
    const filed = await tx
      .selectFrom('filing')
      .select('process')
      .where('report', '=', id)
      .where('process', '=', process)
      .executeTakeFirst();
    if (belongs && !filed) await make({ what: 'report-filed', data: { report: id, process } });
    if (!belongs && filed) await make({ what: 'report-unfiled', data: { report: id, process } });
  });
