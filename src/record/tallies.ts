// How often each actor is named, speaks and is meant, counted by process and mark as reports come and go, so that no page counts a whole record.
import { nameKey } from './actors.js';
import type { Tx } from './engine.js';

/** Stands for all reports, whatever their process. */
export const EVERY_PROCESS = '';
/** Rows put in at once. */
const AT_ONCE = 500;

interface Count {
  statements: number;
  claims: number;
}

async function countsOf(tx: Tx, report: string): Promise<ReadonlyMap<string, Count>> {
  const counts = new Map<string, Count>();
  const named = await tx.selectFrom('actor_name').select('actor').distinct().where('report', '=', report).execute();
  for (const { actor } of named) counts.set(actor, { statements: 0, claims: 0 });
  const of = (actor: string): Count => counts.get(actor) ?? { statements: 0, claims: 0 };
  const said = await tx
    .selectFrom('statement')
    .select((eb) => ['speaker', eb.fn.countAll<number>().as('n')])
    .where('report', '=', report)
    .where('speaker', 'is not', null)
    .groupBy('speaker')
    .execute();
  for (const { speaker, n } of said) if (speaker !== null) of(speaker).statements = n;
  const meant = await tx
    .selectFrom('claim_actor')
    .select((eb) => ['actor', eb.fn.count<number>('claim').distinct().as('n')])
    .where('report', '=', report)
    .groupBy('actor')
    .execute();
  for (const { actor, n } of meant) of(actor).claims = n;
  return counts;
}

async function tallyNames(tx: Tx, report: string, mark: string, sign: 1 | -1): Promise<void> {
  const names = await tx.selectFrom('actor_name').select(['actor', 'name']).distinct().where('report', '=', report).execute();
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const rows = names
      .slice(at, at + AT_ONCE)
      .map(({ actor, name }) => ({ actor, name, name_key: nameKey(name), mark, reports: sign as number }));
    await tx
      .insertInto('name_tally')
      .values(rows)
      .onConflict((on) =>
        on.columns(['actor', 'name', 'mark']).doUpdateSet((eb) => ({ reports: eb('name_tally.reports', '+', eb.ref('excluded.reports')) })),
      )
      .execute();
  }
  if (sign < 0) await tx.deleteFrom('name_tally').where('reports', '=', 0).execute();
}

/** Adds a report to the counts (1), or takes it out (-1): of one process, or of all reports and each process that it is in. Done while its rows are there. */
export async function tally(tx: Tx, report: string, sign: 1 | -1, process?: string): Promise<void> {
  const { mark } = await tx.selectFrom('report').select('mark').where('id', '=', report).executeTakeFirstOrThrow();
  const filings = process === undefined ? await tx.selectFrom('filing').select('process').where('report', '=', report).execute() : [];
  const processes = process === undefined ? [EVERY_PROCESS, ...filings.map((filing) => filing.process)] : [process];
  const counts = [...(await countsOf(tx, report))];
  for (const of of processes)
    for (let at = 0; at < counts.length; at += AT_ONCE) {
      const rows = counts.slice(at, at + AT_ONCE).map(([actor, { statements, claims }]) => ({
        process: of,
        mark,
        actor,
        reports: sign as number,
        statements: sign * statements,
        claims: sign * claims,
      }));
      await tx
        .insertInto('actor_tally')
        .values(rows)
        .onConflict((on) =>
          on.columns(['process', 'mark', 'actor']).doUpdateSet((eb) => ({
            reports: eb('actor_tally.reports', '+', eb.ref('excluded.reports')),
            statements: eb('actor_tally.statements', '+', eb.ref('excluded.statements')),
            claims: eb('actor_tally.claims', '+', eb.ref('excluded.claims')),
          })),
        )
        .execute();
    }
  if (sign < 0) {
    const actors = counts.map(([actor]) => actor);
    for (let at = 0; at < actors.length; at += AT_ONCE)
      await tx
        .deleteFrom('actor_tally')
        .where('reports', '=', 0)
        .where('actor', 'in', actors.slice(at, at + AT_ONCE))
        .execute();
  }
  if (process === undefined) await tallyNames(tx, report, mark, sign);
}

/** Forgets the counts of a process that is removed. */
export async function forgetProcess(tx: Tx, process: string): Promise<void> {
  await tx.deleteFrom('actor_tally').where('process', '=', process).execute();
}
