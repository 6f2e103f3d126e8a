// The actors of a reader who does not see the same in every process, or as of a day: counted report by report, since the kept counts know marks alone.
import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { ReaderOf } from '../terms/marks.js';
import type { ActorSummary } from '../terms/record.js';
import type { Db } from './engine.js';
import type { StoreSchema } from './schema.js';
import { seenBy } from './sight.js';

/** Holds for reports that somebody may see and that were published up to a day (null: whenever). */
function seenIn(who: ReaderOf, until: string | null): Expression<SqlBool> {
  const seen = seenBy(who);
  if (until === null) return seen;
  const eb = expressionBuilder<StoreSchema, 'report'>();
  return eb.and([seen, eb('report.published_first', '<=', until)]);
}

/** True where reports that somebody may see came out after a day. */
export async function goesOn(db: Db, who: ReaderOf, until: string): Promise<boolean> {
  const later = await db
    .selectFrom('report')
    .select('id')
    .where(seenBy(who))
    .where('published_first', '>', until)
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
}

/** How often one of the names of an actor is used. */
export interface NameSeen {
  readonly actor: string;
  readonly name: string;
  readonly reports: number;
}

/** The names that reports the reader may see use, the most used first; of a process (by id) or of all. */
export async function namesSeen(db: Db, who: ReaderOf, process: string | null, until: string | null = null): Promise<readonly NameSeen[]> {
  let found = db
    .selectFrom('actor_name')
    .innerJoin('report', 'report.id', 'actor_name.report')
    .select((eb) => ['actor_name.actor', 'actor_name.name', eb.fn.count<number>('report.id').distinct().as('reports')])
    .where(seenIn(who, until));
  if (process !== null)
    found = found.where('report.id', 'in', (eb) => eb.selectFrom('filing').select('filing.report').where('filing.process', '=', process));
  const rows = await found
    .groupBy(['actor_name.actor', 'actor_name.name'])
    .orderBy('reports', 'desc')
    .orderBy('actor_name.name')
    .orderBy('actor_name.actor')
    .execute();
  return rows.map((row) => ({ ...row, reports: Number(row.reports) }));
}

/** In how many reports each actor is named; of a process (by id) or of all. Most first. */
export async function actorsSeen(
  db: Db,
  who: ReaderOf,
  process: string | null,
  until: string | null = null,
): Promise<ReadonlyMap<string, number>> {
  let found = db
    .selectFrom('actor_name')
    .innerJoin('report', 'report.id', 'actor_name.report')
    .innerJoin('actor', 'actor.id', 'actor_name.actor')
    .select((eb) => ['actor.id', eb.fn.count<number>('report.id').distinct().as('reports')])
    .where(seenIn(who, until));
  if (process !== null)
    found = found.where('report.id', 'in', (eb) => eb.selectFrom('filing').select('filing.report').where('filing.process', '=', process));
  const rows = await found
    .groupBy(['actor.id', 'actor.name_key'])
    .orderBy('reports', 'desc')
    .orderBy('actor.name_key')
    .orderBy('actor.id')
    .execute();
  return new Map(rows.map(({ id, reports }) => [id, Number(reports)]));
}

/** The same as the counts kept of actors, counted over what the reader may see. In no order. */
export async function countsSeen(
  db: Db,
  who: ReaderOf,
  ids: readonly string[],
  until: string | null = null,
): Promise<readonly (Omit<ActorSummary, 'names'> & { readonly names: readonly string[] })[]> {
  const actors = await db.selectFrom('actor').select(['id', 'name', 'kind', 'country']).where('id', 'in', ids).execute();
  const named = await db
    .selectFrom('actor_name')
    .innerJoin('report', 'report.id', 'actor_name.report')
    .select(['actor_name.actor', 'actor_name.name', 'report.id'])
    .distinct()
    .where('actor_name.actor', 'in', ids)
    .where(seenIn(who, until))
    .execute();
  const said = await db
    .selectFrom('statement')
    .innerJoin('report', 'report.id', 'statement.report')
    .select((eb) => ['statement.speaker', eb.fn.countAll<number>().as('n')])
    .where('statement.speaker', 'in', ids)
    .where(seenIn(who, until))
    .groupBy('statement.speaker')
    .execute();
  const meant = await db
    .selectFrom('claim_actor')
    .innerJoin('report', 'report.id', 'claim_actor.report')
    .select(['claim_actor.actor', 'claim_actor.report', 'claim_actor.claim'])
    .distinct()
    .where('claim_actor.actor', 'in', ids)
    .where(seenIn(who, until))
    .execute();
  return actors.flatMap((actor) => {
    const own = named.filter((row) => row.actor === actor.id);
    const often = new Map<string, number>();
    for (const { name } of own) often.set(name, (often.get(name) ?? 0) + 1);
    const names = [...often].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
    const reports = new Set(own.map(({ id }) => id)).size;
    const statements = Number(said.find(({ speaker }) => speaker === actor.id)?.n ?? 0);
    const claims = meant.filter((row) => row.actor === actor.id).length;
    return reports === 0 ? [] : [{ ...actor, names, reports, statements, claims }];
  });
}
