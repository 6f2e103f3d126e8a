// What still needs eyes: the unread lines in the order they are to be looked at, and on whose desk they lie.
import type { ReaderOf } from '../terms/marks.js';
import type { Queue, QueueItem } from '../terms/record.js';
import { splitLine } from './citations.js';
import type { Db } from './engine.js';
import { processIdOf } from './processes.js';
import { type Paging, pageOf } from './reports.js';
import { seenBy } from './sight.js';

export interface QueueFilter extends Paging {
  readonly process?: string | undefined;
  /** Published until this day, YYYY-MM-DD. */
  readonly until?: string | undefined;
}

/** Reports whose other lines are ranked, the newest: what comes after them is not soon read. */
const LOOKED_AT = 100;
/** Reports asked for at once, well below what any engine takes. */
const AT_ONCE = 500;

/** Reports with unread lines that the reader may see. */
async function waitingIn(db: Db, who: ReaderOf, { process, until }: QueueFilter) {
  let found = db.selectFrom('report').where('report.unread', '>', 0).where(seenBy(who));
  if (process !== undefined) {
    const id = await processIdOf(db, who, process);
    found = found.where('report.id', 'in', db.selectFrom('filing').select('filing.report').where('filing.process', '=', id));
  }
  return until === undefined ? found : found.where('report.published_first', '<=', until);
}

interface Unread {
  readonly line: string;
  readonly probability: number | null;
}

async function unreadOf(db: Db, reports: readonly string[]): Promise<readonly Unread[]> {
  if (reports.length === 0) return [];
  const decided = await db.selectFrom('review').select(['report', 'line']).where('report', 'in', reports).execute();
  const gone = new Set(decided.map(({ report, line }) => `${report}:${line}`));
  const found: Unread[] = [];
  for (const table of ['statement', 'claim'] as const) {
    const rows = await db
      .selectFrom(table)
      .select(['report', 'id', 'json'])
      .where('report', 'in', reports)
      .orderBy('position')
      .orderBy('report')
      .execute();
    for (const { report, id, json } of rows) {
      const line = `${report}:${id}`;
      const { probability }: { probability?: unknown } = JSON.parse(json);
      if (!gone.has(line)) found.push({ line, probability: typeof probability === 'number' ? probability : null });
    }
  }
  return found;
}

/** On whose desk unread lines lie: of a report somebody has begun, that of whoever decided last; nobody has begun the others. */
async function desksOf(db: Db, who: ReaderOf, filter: QueueFilter): Promise<Queue['desks']> {
  const reports = (await waitingIn(db, who, filter)).select((eb) => [
    'report.unread',
    eb
      .selectFrom('review')
      .select('review.who')
      .whereRef('review.report', '=', 'report.id')
      .orderBy('review.at', 'desc')
      .limit(1)
      .as('reader'),
  ]);
  const rows = await db
    .selectFrom(reports.as('waiting'))
    .select((eb) => ['reader', eb.fn.sum<number>('unread').as('lines'), eb.fn.countAll<number>().as('reports')])
    .groupBy('reader')
    .orderBy('lines', 'desc')
    .orderBy('reader', (order) => order.asc().nullsFirst())
    .execute();
  return rows.map(({ reader, lines, reports: of }) => ({ reader, lines: Number(lines), reports: Number(of) }));
}

/**
 * The unread lines: those in `deciding` first, in its order, then the others of the newest reports, the surest first. `total` counts all
 * that wait. Throws `unknown-process`.
 */
export async function queueOf(
  db: Db,
  who: ReaderOf,
  filter: QueueFilter,
  deciding: readonly { readonly ref: string; readonly decides: QueueItem['decides'] }[],
): Promise<Queue> {
  const { limit, offset } = pageOf(filter);
  const desks = await desksOf(db, who, filter);
  const named = [...new Set(deciding.map(({ ref }) => splitLine(ref).report))];
  const gone = new Set<string>();
  for (let at = 0; at < named.length; at += AT_ONCE) {
    const rows = await db
      .selectFrom('review')
      .select(['report', 'line'])
      .where('report', 'in', named.slice(at, at + AT_ONCE))
      .execute();
    for (const { report, line } of rows) gone.add(`${report}:${line}`);
  }
  const waiting = deciding.filter(({ ref }) => !gone.has(ref));
  const window = waiting.slice(offset, offset + limit);
  const unread = new Map((await unreadOf(db, [...new Set(window.map(({ ref }) => splitLine(ref).report))])).map((one) => [one.line, one]));
  const first = window.flatMap(({ ref, decides }): QueueItem[] => {
    const found = unread.get(ref);
    return found ? [{ ...found, decides }] : [];
  });
  const items = [...first];
  const missing = offset + limit - waiting.length;
  if (missing > 0) {
    const newest = await (await waitingIn(db, who, filter))
      .select('report.id')
      .orderBy((eb) => eb.fn.coalesce('report.published_first', eb.val('')), 'desc')
      .orderBy('report.id')
      .limit(LOOKED_AT)
      .execute();
    const taken = new Set(waiting.map(({ ref }) => ref));
    const others = await unreadOf(
      db,
      newest.map(({ id }) => id),
    );
    const inOrder = others.filter(({ line }) => !taken.has(line)).sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0));
    items.push(...inOrder.slice(Math.max(0, offset - waiting.length), missing).map((one) => ({ ...one, decides: null })));
  }
  return { items, deciding: waiting.length, total: desks.reduce((sum, { lines }) => sum + lines, 0), desks };
}
