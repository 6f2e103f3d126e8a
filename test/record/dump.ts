// All rows of the record, table by table, in an order that does not depend on how they came in; for comparing what stands.
import { sql } from 'kysely';
import type { Store } from '../../src/record/store.js';

const TABLES = [
  'process',
  'report',
  'filing',
  'sighting',
  'statement',
  'claim',
  'claim_actor',
  'actor',
  'actor_name',
  'actor_tally',
  'name_tally',
  'review',
  'edit',
  'joining',
] as const;

/** What stands, the full-text search included (without its row numbers). */
export async function dump(store: Store): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const table of TABLES) {
    const rows = await store.read.selectFrom(table).selectAll().execute();
    found[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  const { rows } = await sql<Record<string, unknown>>`select report, found, line, kind, start, stop from findable`.execute(store.read);
  found.findable = rows.map((row) => JSON.stringify(row)).sort();
  return found;
}

/** What SQLite says of its own file, and rows that point nowhere; PostgreSQL lets none in, and is asked for its counts of the search. */
export async function faults(store: Store): Promise<readonly string[]> {
  if (store.engine.name === 'postgres') {
    const counts = await sql<{ of: string; finds: number; stems: number }>`select 'kept' as of, finds, stems from search_size
      union all select 'counted', count(*), coalesce(sum(size), 0) from findable`.execute(store.read);
    const [kept, counted] = counts.rows;
    return kept?.finds === counted?.finds && kept?.stems === counted?.stems ? [] : ['the size of the search is not that of its finds'];
  }
  // On the writing connection: FTS5 checks itself against what the asking connection saw before, which is no fault of the file.
  const { rows: damage } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store.engine.write);
  const { rows: loose } = await sql<{ table: string }>`pragma foreign_key_check`.execute(store.read);
  const unfound = await sql<{ id: number }>`select id from findable where id not in (select rowid from word_index)`.execute(store.read);
  return [
    ...damage.map(({ integrity_check }) => integrity_check).filter((word) => word !== 'ok'),
    ...loose.map(({ table }) => `a row of ${table} points nowhere`),
    ...unfound.rows.map(({ id }) => `${id} is not in the index`),
  ];
}
