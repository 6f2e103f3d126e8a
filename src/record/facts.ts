// Claims and words as the study rooms take them: plain, with every actor by its id in the record.
import { withRefs } from '../terms/claim-parts.js';
import type { Fact, SaidFact } from '../terms/facts.js';
import { marksUpTo, type ReaderOf } from '../terms/marks.js';
import { type ClaimKind, claimSchema, statementSchema } from '../terms/reading.js';
import { reviewSchema } from '../terms/record.js';
import type { Db } from './engine.js';

export interface FactFilter {
  /** Id of the process. */
  readonly process: string;
  /** Published on or before, YYYY-MM-DD; null: all. */
  readonly asOf: string | null;
}

/** Reports of the process that the reader may see, as of the day. */
const reportsOf = (db: Db, who: ReaderOf, { process, asOf }: FactFilter) => {
  const filed = db
    .selectFrom('report')
    .innerJoin('filing', 'filing.report', 'report.id')
    .where('filing.process', '=', process)
    .where('report.mark', 'in', marksUpTo(who.clearance));
  return asOf === null ? filed : filed.where('report.published_first', '<=', asOf);
};

export async function countReports(db: Db, who: ReaderOf, filter: FactFilter): Promise<number> {
  const { n } = await reportsOf(db, who, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** Claims of these kinds that nobody has rejected, by day of publication and then as the report has them. */
export async function factsOf(db: Db, who: ReaderOf, filter: FactFilter, kinds: readonly ClaimKind[]): Promise<readonly Fact[]> {
  const rows = await reportsOf(db, who, filter)
    .innerJoin('claim', 'claim.report', 'report.id')
    .leftJoin('statement', (join) => join.onRef('statement.report', '=', 'claim.report').onRef('statement.id', '=', 'claim.statement'))
    .leftJoin('review', (join) => join.onRef('review.report', '=', 'claim.report').onRef('review.line', '=', 'claim.id'))
    .select([
      'report.id as report',
      'report.published',
      'report.published_first as day',
      'claim.id',
      'claim.json',
      'statement.speaker',
      'statement.json as said',
      'review.state',
    ])
    .where('claim.kind', 'in', kinds)
    .orderBy('report.published_first')
    .orderBy('report.id')
    .orderBy('claim.position')
    .execute();
  const reports = [...new Set(rows.map(({ report }) => report))];
  const names = new Map<string, Map<string, string>>();
  for (let at = 0; at < reports.length; at += 500) {
    const called = await db
      .selectFrom('actor_name')
      .select(['report', 'ref', 'name', 'actor'])
      .where('report', 'in', reports.slice(at, at + 500))
      .execute();
    for (const { report, ref, name, actor } of called) {
      const own = names.get(report) ?? new Map<string, string>();
      names.set(report, own);
      own.set(ref, actor);
      if (!own.has(name)) own.set(name, actor);
    }
  }
  return rows.flatMap(({ report, published, day, id, json, speaker, said, state }): Fact[] => {
    const review = reviewSchema.shape.state.parse(state ?? 'unread');
    if (review === 'rejected') return [];
    const claim = withRefs(claimSchema.parse(JSON.parse(json)), (ref) => names.get(report)?.get(ref) ?? ref);
    const statement = said === null ? null : statementSchema.parse(JSON.parse(said));
    return [{ line: `${report}:${id}`, report, published, day, claim, speaker, said: statement?.said_on ?? null, review }];
  });
}

/** The latest words of named speakers, bodies and documents, newest first. */
export async function latestWords(db: Db, who: ReaderOf, filter: FactFilter, limit: number): Promise<readonly SaidFact[]> {
  const rows = await reportsOf(db, who, filter)
    .innerJoin('statement', 'statement.report', 'report.id')
    .leftJoin('review', (join) => join.onRef('review.report', '=', 'statement.report').onRef('review.line', '=', 'statement.id'))
    .select([
      'report.id as report',
      'report.published_first as published',
      'statement.id',
      'statement.json',
      'statement.speaker',
      'statement.day',
    ])
    .where(({ or, eb }) => or([eb('review.state', 'is', null), eb('review.state', '<>', 'rejected')]))
    .orderBy((eb) => eb.fn.coalesce('statement.day', eb.val('')), 'desc')
    .orderBy((eb) => eb.fn.coalesce('report.published_first', eb.val('')), 'desc')
    .orderBy('report.id')
    .orderBy('statement.position')
    .limit(limit)
    .execute();
  return rows.map(({ report, id, json, speaker, day }) => {
    const statement = statementSchema.parse(JSON.parse(json));
    return { line: `${report}:${id}`, speaker, act: statement.act, day, said: statement.said_on ?? null };
  });
}

/** Names of actors of the record by id. */
export async function actorNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const distinct = [...new Set(ids)];
  for (let at = 0; at < distinct.length; at += 500) {
    const rows = await db
      .selectFrom('actor')
      .select(['id', 'name'])
      .where('id', 'in', distinct.slice(at, at + 500))
      .execute();
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}
