// Actors as they are looked at: in a list, and one with all it said and all that is said of it.
import { ParleyError } from '../terms/errors.js';
import { marksUpTo, type ReaderOf } from '../terms/marks.js';
import type { ActorPage, ActorSummary } from '../terms/record.js';
import { nameKey } from './actors.js';
import { citedLines } from './citations.js';
import type { Db } from './engine.js';
import { joinedWith, joinsOf } from './joins.js';
import { actorsSeen, countsSeen, goesOn, namesSeen } from './people-seen.js';
import { checkDay, processIdOf } from './processes.js';
import { type Listed, type Paging, pageOf } from './reports.js';
import { seenBy, seesAlike } from './sight.js';
import type { Store } from './store.js';
import { EVERY_PROCESS } from './tallies.js';

export interface ActorFilter extends Paging {
  readonly process?: string | undefined;
  readonly named?: string | undefined;
  /** Counts what was published up to a day (YYYY-MM-DD). */
  readonly until?: string | undefined;
}

async function summaries(db: Db, who: ReaderOf, ids: readonly string[], until: string | null = null): Promise<readonly ActorSummary[]> {
  if (ids.length === 0) return [];
  if (until !== null || !seesAlike(who)) {
    const seen = new Map((await countsSeen(db, who, ids, until)).map((actor) => [actor.id, actor]));
    return ids.flatMap((id) => {
      const actor = seen.get(id);
      return actor ? { ...actor, names: [...actor.names] } : [];
    });
  }
  const marks = marksUpTo(who.clearance);
  const rows = await db
    .selectFrom('actor')
    .innerJoin('actor_tally', 'actor_tally.actor', 'actor.id')
    .select((eb) => [
      'actor.id',
      'actor.name',
      'actor.kind',
      'actor.country',
      eb.fn.sum<number>('actor_tally.reports').as('reports'),
      eb.fn.sum<number>('actor_tally.statements').as('statements'),
      eb.fn.sum<number>('actor_tally.claims').as('claims'),
    ])
    .where('actor.id', 'in', ids)
    .where('actor_tally.process', '=', EVERY_PROCESS)
    .where('actor_tally.mark', 'in', marks)
    .groupBy(['actor.id', 'actor.name', 'actor.kind', 'actor.country'])
    .execute();
  const names = await db
    .selectFrom('name_tally')
    .select((eb) => ['actor', 'name', eb.fn.sum<number>('reports').as('n')])
    .where('actor', 'in', ids)
    .where('mark', 'in', marks)
    .groupBy(['actor', 'name'])
    .orderBy('n', 'desc')
    .orderBy('name')
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? { ...row, names: names.filter(({ actor }) => actor === id).map(({ name }) => name) } : [];
  });
}

/** The most often named first; the counts of each are over all processes. */
export async function listActors(store: Store, who: ReaderOf, filter: ActorFilter): Promise<Listed<ActorSummary>> {
  const { limit, offset } = pageOf(filter);
  const marks = marksUpTo(who.clearance);
  const process = filter.process === undefined ? EVERY_PROCESS : await processIdOf(store.read, who, filter.process);
  // LIKE reads some signs in its own way; a key without letters or digits may hold them.
  const key = nameKey(filter.named ?? '')
    .replace(/[\\%_]/g, '')
    .trim();
  const day = filter.until === undefined ? null : checkDay(filter.until);
  const until = day !== null && (await goesOn(store.read, who, day)) ? day : null;
  if (until !== null || !seesAlike(who)) {
    const of = process === EVERY_PROCESS ? null : process;
    const called = key === '' ? null : (await namesSeen(store.read, who, null, until)).filter(({ name }) => nameKey(name).includes(key));
    const wanted = called && new Set(called.map(({ actor }) => actor));
    const all = [...(await actorsSeen(store.read, who, of, until)).keys()].filter((id) => wanted === null || wanted.has(id));
    return { items: await summaries(store.read, who, all.slice(offset, offset + limit), until), total: all.length };
  }
  let found = store.read
    .selectFrom('actor_tally')
    .innerJoin('actor', 'actor.id', 'actor_tally.actor')
    .where('actor_tally.process', '=', process)
    .where('actor_tally.mark', 'in', marks);
  if (key !== '')
    found = found.where('actor.id', 'in', (eb) =>
      eb
        .selectFrom('name_tally')
        .select('name_tally.actor')
        .where('name_tally.mark', 'in', marks)
        .where('name_tally.name_key', 'like', `%${key}%`),
    );
  const { total } = await found.select((eb) => eb.fn.count<number>('actor.id').distinct().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select((eb) => ['actor.id', eb.fn.sum<number>('actor_tally.reports').as('reports')])
    .groupBy(['actor.id', 'actor.name_key'])
    .orderBy('reports', 'desc')
    .orderBy('actor.name_key')
    .orderBy('actor.id')
    .limit(limit)
    .offset(offset)
    .execute();
  const ids = rows.map(({ id }) => id);
  return { items: await summaries(store.read, who, ids), total };
}

/** Actors looked through for candidates. */
const LOOKED_AT = 10_000;

/** Every name that reports the reader may see use for actors of a kind, the most used first. */
export async function namesOfKind(
  db: Db,
  who: ReaderOf,
  kind: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly called: string; readonly reports: number }[]> {
  if (!seesAlike(who)) {
    const actors = await db.selectFrom('actor').select(['id', 'name']).where('kind', '=', kind).execute();
    const names = new Map(actors.map(({ id, name }) => [id, name]));
    return (await namesSeen(db, who, null)).slice(0, LOOKED_AT).flatMap(({ actor: id, name: called, reports }) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name, called, reports }];
    });
  }
  return db
    .selectFrom('name_tally')
    .innerJoin('actor', 'actor.id', 'name_tally.actor')
    .select((eb) => ['actor.id', 'actor.name', 'name_tally.name as called', eb.fn.sum<number>('name_tally.reports').as('reports')])
    .where('actor.kind', '=', kind)
    .where('name_tally.mark', 'in', marksUpTo(who.clearance))
    .groupBy(['actor.id', 'actor.name', 'name_tally.name'])
    .orderBy('reports', 'desc')
    .orderBy('actor.id')
    .orderBy('name_tally.name')
    .limit(LOOKED_AT)
    .execute();
}

/** Throws `unknown-actor`, also where all reports that name it are above the reader's clearance. */
export async function getActor(store: Store, who: ReaderOf, asked: string, paging: Paging): Promise<ActorPage> {
  const db = store.read;
  const { limit, offset } = pageOf(paging);
  const joins = await joinsOf(db);
  const id = joins.get(asked)?.id ?? asked;
  const [actor] = await summaries(db, who, [id]);
  if (!actor) throw new ParleyError('unknown-actor', JSON.stringify(asked));
  const called = await db
    .selectFrom('actor_name')
    .innerJoin('report', 'report.id', 'actor_name.report')
    .select(['actor_name.name', 'actor_name.report'])
    .distinct()
    .where('actor_name.actor', '=', id)
    .where(seenBy(who))
    .orderBy('actor_name.report')
    .orderBy('actor_name.name')
    .execute();
  const calledBy = new Map<string, string[]>();
  for (const { name, report } of called) {
    const by = calledBy.get(name);
    if (by === undefined) calledBy.set(name, [report]);
    else by.push(report);
  }
  const said = await db
    .selectFrom('statement')
    .innerJoin('report', 'report.id', 'statement.report')
    .select(['statement.report', 'statement.id'])
    .where('statement.speaker', '=', id)
    .where(seenBy(who))
    .orderBy((eb) => eb.fn.coalesce('statement.day', eb.val('')), 'desc')
    .orderBy('report.id')
    .orderBy('statement.position')
    .limit(limit)
    .offset(offset)
    .execute();
  const meant = await db
    .selectFrom('claim_actor')
    .innerJoin('report', 'report.id', 'claim_actor.report')
    .innerJoin('claim', (join) => join.onRef('claim.report', '=', 'claim_actor.report').onRef('claim.id', '=', 'claim_actor.claim'))
    .select(['claim.report', 'claim.id'])
    .where('claim_actor.actor', '=', id)
    .where(seenBy(who))
    .groupBy(['claim.report', 'claim.id', 'claim.position', 'report.published_first', 'report.id'])
    .orderBy((eb) => eb.fn.coalesce('report.published_first', eb.val('')), 'desc')
    .orderBy('report.id')
    .orderBy('claim.position')
    .limit(limit)
    .offset(offset)
    .execute();
  const lines = await citedLines(
    db,
    who,
    [...said, ...meant].map(({ report, id: line }) => `${report}:${line}`),
  );
  const parts = await db
    .selectFrom('claim_actor')
    .select(['report', 'claim', 'part'])
    .where('actor', '=', id)
    .where('report', 'in', [...new Set(meant.map(({ report }) => report)), ''])
    .orderBy('part')
    .execute();
  return {
    actor,
    joined: [...(await joinedWith(db, id))],
    names: actor.names.map((name) => ({ name, reports: calledBy.get(name) ?? [] })),
    statements: said.flatMap(({ report, id: line }) => {
      const found = lines.get(`${report}:${line}`);
      return found?.statement ? { statement: found.statement, citation: found.citation } : [];
    }),
    claims: meant.flatMap(({ report, id: line }) => {
      const found = lines.get(`${report}:${line}`);
      const part = parts.filter((one) => one.report === report && one.claim === line).map((one) => one.part);
      return found?.claim ? { claim: found.claim, parts: part, citation: found.citation, actors: { ...found.actors } } : [];
    }),
  };
}
