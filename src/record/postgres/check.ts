// Checks a record in PostgreSQL: what is kept, and the history done again in tables of this connection alone, while others go on with their work.
import { sql } from 'kysely';
import { asParleyError, ParleyError } from '../../terms/errors.js';
import type { Engine, Tx } from '../engine.js';
import { keptFaults } from '../kept-faults.js';
import { MIGRATIONS } from '../migrations.js';
import { HISTORY_TABLES, OTHER_TABLES } from '../schema.js';
import { doAgain, RECORD_TABLES, type Store } from '../store.js';

export interface CheckedDatabase {
  readonly faults: readonly string[];
  readonly reports: number;
  readonly changes: number;
  /** Of all tables. */
  readonly rows: number;
}

/** Thrown to take back what was made for the check. */
class Checked extends Error {
  readonly found: CheckedDatabase;
  constructor(found: CheckedDatabase) {
    super('a check');
    this.found = found;
  }
}

/** What is compared of the search: all but its row numbers. */
const OF_SEARCH: Readonly<Record<string, string>> = {
  findable: 'report, found, line, kind, start, stop, size, stems, words::text',
  search_size: '*',
};
const CALLED: Readonly<Record<string, string>> = { findable: 'what can be found', search_size: 'the size of the search' };

/** Tables of the same names before those of the record: unnamed, they are meant. They go with the transaction. */
async function shadow(engine: Engine, tx: Tx, schema: string): Promise<Engine> {
  const aside: Engine = {
    ...engine,
    statement: (statement) => engine.statement(statement).replace(/^(\s*)create table/, '$1create temporary table'),
  };
  for (const { statements } of MIGRATIONS) for (const one of statements(aside)) await sql.raw(aside.statement(one)).execute(tx);
  for (const table of HISTORY_TABLES)
    await sql`insert into pg_temp.${sql.ref(table)} select * from ${sql.table(`${schema}.${table}`)}`.execute(tx);
  return aside;
}

async function differences(tx: Tx, schema: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const views = [...RECORD_TABLES.map((table) => [table, '*'] as const), ...Object.entries(OF_SEARCH)];
  for (const [table, columns] of views) {
    const select = (where: string) => sql.raw(`select ${columns} from ${where}."${table}"`);
    const [stands, given] = [select(`"${schema.replaceAll('"', '""')}"`), select('pg_temp')];
    const { rows } = await sql<{ lost: number; more: number }>`select
      (select count(*) from (${stands} except ${given}) a) as lost, (select count(*) from (${given} except ${stands}) b) as more`.execute(
      tx,
    );
    const { lost = 0, more = 0 } = rows[0] ?? {};
    if (lost + more > 0)
      faults.push(
        `${CALLED[table] ?? `the table ${table}`} does not agree with the history: rows that it does not give: ${lost}; that it gives and are not there: ${more}`,
      );
  }
  return faults;
}

async function within(engine: Engine, tx: Tx): Promise<CheckedDatabase> {
  const { rows: at } = await sql<{
    schema: string | null;
  }>`select nspname as schema from pg_class join pg_namespace n on n.oid = relnamespace
    where pg_class.oid = to_regclass('change')`.execute(tx);
  const schema = at[0]?.schema;
  if (!schema) throw new ParleyError('store-damaged', 'there is no record in the database');
  const count = async (table: string): Promise<number> =>
    (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx)).rows[0]?.n ?? 0;
  let rows = 0;
  for (const table of [...HISTORY_TABLES, ...OTHER_TABLES, ...RECORD_TABLES]) rows += await count(table);
  const counts = { reports: await count('report'), changes: await count('change'), rows };
  const faults = [...(await keptFaults(tx))];
  const aside = await shadow(engine, tx, schema);
  try {
    await sql`savepoint again`.execute(tx);
    await doAgain(aside, tx);
  } catch (error) {
    await sql`rollback to savepoint again`.execute(tx);
    return { ...counts, faults: [...faults, `the history cannot be done again: ${asParleyError(error).message}`] };
  }
  return { ...counts, faults: [...faults, ...(await differences(tx, schema))] };
}

/** Looks at the record as it stands at one moment. Throws the errors of a database. */
export async function checkDatabase({ engine }: Store): Promise<CheckedDatabase> {
  try {
    return await engine.snapshot(async (tx) => {
      throw new Checked(await within(engine, tx));
    });
  } catch (error) {
    if (error instanceof Checked) return error.found;
    throw error;
  }
}
