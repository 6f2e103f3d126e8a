// The reports of a process with their readings, as the study takes them: what somebody has rejected is left out.
import type { ReaderOf } from '../terms/marks.js';
import { type Reading, readingSchema } from '../terms/reading.js';
import { allEdits, type Edit, withEdits } from './edits.js';
import type { Db } from './engine.js';
import type { Shelf } from './shelf.js';
import { seenBy } from './sight.js';

/** Readings asked for at once, well below what any engine takes. */
const AT_ONCE = 200;

export interface ReadReport {
  readonly id: string;
  readonly publisher?: string | undefined;
  /** EDTF. */
  readonly published?: string | undefined;
  readonly title?: string | undefined;
  readonly credit?: string | undefined;
  /** From the ids of its actors that a person has merged with others to the actor they are together. */
  readonly merged?: Readonly<Record<string, string>> | undefined;
  readonly reading: Reading;
}

/** The actors of reports that take part in a merge, by report: how the reading refers to them, and who they are. */
async function mergedIn(db: Db): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const found = new Map<string, Map<string, string>>();
  const rows = await db
    .selectFrom('actor_name')
    .select(['report', 'ref', 'actor'])
    .distinct()
    .where('actor', 'in', (eb) => eb.selectFrom('joining').select('joining.into_actor'))
    .execute();
  for (const { report, ref, actor } of rows) {
    const of = found.get(report) ?? new Map<string, string>();
    found.set(report, of.set(ref, actor));
  }
  return found;
}

/** What a report is made of, without its text and reading. */
interface Row extends Omit<ReadReport, 'reading' | 'merged'> {
  readonly readingId: string;
  readonly gone: readonly string[];
  readonly edits: readonly Edit[];
  readonly merged: ReadonlyMap<string, string> | undefined;
  /** All of the above as one text. */
  readonly version: string;
}

const byReport = <T extends { readonly report: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const of = found.get(row.report);
    if (of === undefined) found.set(row.report, [row]);
    else of.push(row);
  }
  return found;
};

async function rowsOf(db: Db, who: ReaderOf, process: string | null, asOf: string): Promise<readonly Row[]> {
  const filed = process === null ? null : db.selectFrom('filing').select('filing.report').where('filing.process', '=', process);
  let found = db
    .selectFrom('report')
    .select(['report.id', 'report.publisher', 'report.published', 'report.title', 'report.credit', 'report.reading'])
    .where('report.reading', 'is not', null)
    .where(seenBy(who))
    .where('report.published_first', '<=', asOf);
  if (filed) found = found.where('report.id', 'in', filed);
  const rows = await found.orderBy('report.published_first').orderBy('report.id').execute();
  const rejected = byReport(
    await db.selectFrom('review').select(['report', 'line']).where('state', '=', 'rejected').orderBy('line').execute(),
  );
  const edits = await allEdits(db);
  const merged = await mergedIn(db);
  return rows.map(({ id, publisher, published, title, credit, reading }) => {
    const kept = {
      id,
      ...(publisher !== null && { publisher }),
      ...(published !== null && { published }),
      title,
      ...(credit !== null && { credit }),
      readingId: reading ?? '',
      gone: (rejected.get(id) ?? []).map(({ line }) => line),
      edits: edits.get(id) ?? [],
      merged: merged.get(id),
    };
    return { ...kept, version: JSON.stringify([kept, ...(kept.merged ?? [])]) };
  });
}

async function loaded(db: Db, rows: readonly Row[]): Promise<readonly ReadReport[]> {
  const readings = new Map<string, { readonly text: string; readonly json: string }>();
  const made: ReadReport[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    const found = await db
      .selectFrom('reading')
      .innerJoin('content', 'content.hash', 'reading.content')
      .select(['reading.id', 'reading.json', 'content.text'])
      .where(
        'reading.id',
        'in',
        some.map(({ readingId }) => readingId),
      )
      .execute();
    readings.clear();
    for (const { id, json, text } of found) readings.set(id, { json, text });
    for (const { id, readingId, gone, edits, merged, version: _, ...kept } of some) {
      const row = readings.get(readingId);
      if (row === undefined) throw new Error(`the reading ${readingId} of ${id} is not there`);
      const reading = withEdits(readingSchema.parse({ ...JSON.parse(row.json), id, text: row.text }), edits);
      const left = new Set(gone);
      const stays = (line: { readonly id: string }): boolean => !left.has(line.id);
      made.push({
        id,
        ...kept,
        ...(merged !== undefined && { merged: Object.fromEntries(merged) }),
        reading: { ...reading, statements: reading.statements.filter(stays), claims: reading.claims.filter(stays) },
      });
    }
  }
  return made;
}

/**
 * Those of a process (by id; null: of all) published on or before `asOf` (YYYY-MM-DD), by day and then by id. Reports without a day or kept
 * unread are not among them. With a `shelf` those it holds are not read again, and what no study looks at is left out: attributions and events.
 */
export async function readReports(
  db: Db,
  who: ReaderOf,
  process: string | null,
  asOf: string,
  shelf: Shelf | null = null,
): Promise<readonly ReadReport[]> {
  const rows = await rowsOf(db, who, process, asOf);
  if (shelf === null) return loaded(db, rows);
  return shelf.take(db, rows, async (missing) =>
    (await loaded(db, missing)).map(({ reading: { attributions: _, events: __, ...reading }, ...report }) => ({ ...report, reading })),
  );
}
