// The reports of a process with their readings, as the study takes them: what somebody has rejected is left out.
import type { ReaderOf } from '../terms/marks.js';
import { type Reading, readingSchema } from '../terms/reading.js';
import { editsOf, withEdits } from './edits.js';
import type { Db } from './engine.js';
import { seenBy } from './sight.js';

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

/** Those of a process (by id; null: of all) published on or before `asOf` (YYYY-MM-DD), by day and then by id. Reports without a day or kept unread are not among them. */
export async function readReports(db: Db, who: ReaderOf, process: string | null, asOf: string): Promise<readonly ReadReport[]> {
  const filed = process === null ? null : db.selectFrom('filing').select('filing.report').where('filing.process', '=', process);
  let found = db
    .selectFrom('report')
    .innerJoin('content', 'content.hash', 'report.content')
    .innerJoin('reading', 'reading.id', 'report.reading')
    .select(['report.id', 'report.publisher', 'report.published', 'report.title', 'report.credit', 'content.text', 'reading.json'])
    .where(seenBy(who))
    .where('report.published_first', '<=', asOf);
  if (filed) found = found.where('report.id', 'in', filed);
  const rows = await found.orderBy('report.published_first').orderBy('report.id').execute();
  let refused = db.selectFrom('review').select(['report', 'line']).where('state', '=', 'rejected');
  if (filed) refused = refused.where('report', 'in', filed);
  const rejected = await refused.execute();
  const gone = new Set(rejected.map(({ report, line }) => `${report}:${line}`));
  const edits = await editsOf(
    db,
    rows.map(({ id }) => id),
  );
  const merged = await mergedIn(db);
  return rows.map(({ id, publisher, published, title, credit, text, json }) => {
    const reading = withEdits(readingSchema.parse({ ...JSON.parse(json), id, text }), edits.get(id) ?? []);
    const stays = (line: { readonly id: string }): boolean => !gone.has(`${id}:${line.id}`);
    return {
      id,
      ...(publisher !== null && { publisher }),
      ...(published !== null && { published }),
      title,
      ...(merged.has(id) && { merged: Object.fromEntries(merged.get(id) ?? []) }),
      ...(credit !== null && { credit }),
      reading: { ...reading, statements: reading.statements.filter(stays), claims: reading.claims.filter(stays) },
    };
  });
}
