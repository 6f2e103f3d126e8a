// The reports of a process with their readings, as the study takes them: what somebody has rejected is left out.
import { marksUpTo, type ReaderOf } from '../terms/marks.js';
import { type Reading, readingSchema } from '../terms/reading.js';
import type { Db } from './engine.js';

export interface ReadReport {
  readonly id: string;
  readonly publisher?: string | undefined;
  /** EDTF. */
  readonly published?: string | undefined;
  readonly title?: string | undefined;
  readonly credit?: string | undefined;
  readonly reading: Reading;
}

/** By id of the process; those published on or before `asOf` (YYYY-MM-DD), by day and then by id. Reports without a day or kept unread are not among them. */
export async function readReports(db: Db, who: ReaderOf, process: string, asOf: string): Promise<readonly ReadReport[]> {
  const rows = await db
    .selectFrom('report')
    .innerJoin('filing', 'filing.report', 'report.id')
    .innerJoin('content', 'content.hash', 'report.content')
    .innerJoin('reading', 'reading.id', 'report.reading')
    .select(['report.id', 'report.publisher', 'report.published', 'report.title', 'report.credit', 'content.text', 'reading.json'])
    .where('filing.process', '=', process)
    .where('report.mark', 'in', marksUpTo(who.clearance))
    .where('report.published_first', '<=', asOf)
    .orderBy('report.published_first')
    .orderBy('report.id')
    .execute();
  const rejected = await db
    .selectFrom('review')
    .innerJoin('filing', 'filing.report', 'review.report')
    .select(['review.report', 'review.line'])
    .where('filing.process', '=', process)
    .where('review.state', '=', 'rejected')
    .execute();
  const gone = new Set(rejected.map(({ report, line }) => `${report}:${line}`));
  return rows.map(({ id, publisher, published, title, credit, text, json }) => {
    const reading = readingSchema.parse({ ...JSON.parse(json), id, text });
    const stays = (line: { readonly id: string }): boolean => !gone.has(`${id}:${line.id}`);
    return {
      id,
      ...(publisher !== null && { publisher }),
      ...(published !== null && { published }),
      title,
      ...(credit !== null && { credit }),
      reading: { ...reading, statements: reading.statements.filter(stays), claims: reading.claims.filter(stays) },
    };
  });
}
