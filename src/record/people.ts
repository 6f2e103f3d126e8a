// Actors as they are looked at: in a list, and one with all it said and all that is said of it.
import { ParleyError } from '../terms/errors.js';
import { marksUpTo, type ReaderOf } from '../terms/marks.js';
import type { ActorPage, ActorSummary } from '../terms/record.js';
import { nameKey } from './actors.js';
import { citedLines } from './citations.js';
import type { Db } from './engine.js';
import { processIdOf } from './processes.js';
import { type Listed, type Paging, pageOf } from './reports.js';
import type { Store } from './store.js';

export interface ActorFilter extends Paging {
  readonly process?: string | undefined;
  readonly named?: string | undefined;
}

async function summaries(db: Db, who: ReaderOf, ids: readonly string[]): Promise<readonly ActorSummary[]> {
  if (ids.length === 0) return [];
  const marks = marksUpTo(who.clearance);
  const rows = await db.selectFrom('actor').select(['id', 'name', 'kind', 'country']).where('id', 'in', ids).execute();
  const names = await db
    .selectFrom('actor_name')
    .innerJoin('report', 'report.id', 'actor_name.report')
    .select((eb) => ['actor_name.actor', 'actor_name.name', eb.fn.countAll<number>().as('n')])
    .where('actor_name.actor', 'in', ids)
    .where('report.mark', 'in', marks)
    .groupBy(['actor_name.actor', 'actor_name.name'])
    .orderBy('n', 'desc')
    .orderBy('actor_name.name')
    .execute();
  const reports = await db
    .selectFrom('actor_name')
    .innerJoin('report', 'report.id', 'actor_name.report')
    .select((eb) => ['actor_name.actor', eb.fn.count<number>('actor_name.report').distinct().as('n')])
    .where('actor_name.actor', 'in', ids)
    .where('report.mark', 'in', marks)
    .groupBy('actor_name.actor')
    .execute();
  const statements = await db
    .selectFrom('statement')
    .innerJoin('report', 'report.id', 'statement.report')
    .select((eb) => ['statement.speaker', eb.fn.countAll<number>().as('n')])
    .where('statement.speaker', 'in', ids)
    .where('report.mark', 'in', marks)
    .groupBy('statement.speaker')
    .execute();
  const claims = await db
    .selectFrom('claim_actor')
    .innerJoin('report', 'report.id', 'claim_actor.report')
    .select(['claim_actor.actor', 'claim_actor.report', 'claim_actor.claim'])
    .distinct()
    .where('claim_actor.actor', 'in', ids)
    .where('report.mark', 'in', marks)
    .execute();
  const claimCounts = new Map<string, number>();
  for (const { actor } of claims) claimCounts.set(actor, (claimCounts.get(actor) ?? 0) + 1);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const reportCount = reports.find(({ actor }) => actor === id)?.n ?? 0;
    if (!row || reportCount === 0) return [];
    return {
      ...row,
      names: names.filter(({ actor }) => actor === id).map(({ name }) => name),
      reports: reportCount,
      statements: statements.find(({ speaker }) => speaker === id)?.n ?? 0,
      claims: claimCounts.get(id) ?? 0,
    };
  });
}

export async function listActors(store: Store, who: ReaderOf, filter: ActorFilter): Promise<Listed<ActorSummary>> {
  const { limit, offset } = pageOf(filter);
  let found = store.read
    .selectFrom('actor_name')
    .innerJoin('report', 'report.id', 'actor_name.report')
    .innerJoin('actor', 'actor.id', 'actor_name.actor')
    .where('report.mark', 'in', marksUpTo(who.clearance));
  if (filter.process !== undefined) {
    const process = await processIdOf(store.read, filter.process);
    found = found.where('report.id', 'in', (eb) => eb.selectFrom('filing').select('filing.report').where('filing.process', '=', process));
  }
  const key = nameKey(filter.named ?? '').trim();
  if (key !== '') {
    // `\` is no letter, so that a key never holds one of the signs that LIKE reads.
    const like = `%${key.replace(/[\\%_]/g, '')}%`;
    found = found.where(({ or, eb }) =>
      or([eb('actor.name_key', 'like', like), eb(eb.fn<string>('lower', ['actor_name.name']), 'like', like)]),
    );
  }
  const { total } = await found.select((eb) => eb.fn.count<number>('actor.id').distinct().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select((eb) => ['actor.id', eb.fn.count<number>('actor_name.report').distinct().as('reports')])
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

/** Throws `unknown-actor`, also where all reports that name it are above the reader's clearance. */
export async function getActor(store: Store, who: ReaderOf, id: string, paging: Paging): Promise<ActorPage> {
  const db = store.read;
  const { limit, offset } = pageOf(paging);
  const [actor] = await summaries(db, who, [id]);
  if (!actor) throw new ParleyError('unknown-actor', JSON.stringify(id));
  const marks = marksUpTo(who.clearance);
  const called = await db
    .selectFrom('actor_name')
    .innerJoin('report', 'report.id', 'actor_name.report')
    .select(['actor_name.name', 'actor_name.report'])
    .distinct()
    .where('actor_name.actor', '=', id)
    .where('report.mark', 'in', marks)
    .orderBy('actor_name.report')
    .execute();
  const said = await db
    .selectFrom('statement')
    .innerJoin('report', 'report.id', 'statement.report')
    .select(['statement.report', 'statement.id'])
    .where('statement.speaker', '=', id)
    .where('report.mark', 'in', marks)
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
    .where('report.mark', 'in', marks)
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
    names: actor.names.map((name) => ({ name, reports: called.filter((one) => one.name === name).map(({ report }) => report) })),
    statements: said.flatMap(({ report, id: line }) => {
      const found = lines.get(`${report}:${line}`);
      return found?.statement ? { statement: found.statement, citation: found.citation } : [];
    }),
    claims: meant.flatMap(({ report, id: line }) => {
      const found = lines.get(`${report}:${line}`);
      const part = parts.filter((one) => one.report === report && one.claim === line).map((one) => one.part);
      return found?.claim ? { claim: found.claim, parts: part, citation: found.citation } : [];
    }),
  };
}
