// The store on PostgreSQL: changes one after the other by the lock of one row, looked at beside them by connections of their own.
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import type { Db, Engine, Tx } from '../engine.js';
import type { StoreSchema } from '../schema.js';
import { PATIENCE_MS, postgresDialect } from './dialect.js';
import { emptyLists } from './empty-lists.js';
import { isLost, isToRepeat } from './errors.js';
import { emptySearch, find, index, SEARCH_TABLES, unindex, unindexLines } from './search.js';

const READERS = 4;

/**
 * Whoever changes something holds the one row of this table until the change is kept, so that the history has one order and nobody decides on what
 * another is changing. A row's lock, unlike an advisory one, is there on all that speak PostgreSQL's language and through every connection pooler.
 */
const LOCK = 'select one from writer for update';

/** Makes the row of the lock where it is missing; another program may do so at the same moment. */
async function makeWriter(db: Db): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('writer') is not null as there`.execute(db);
  if (rows[0]?.there) return;
  try {
    await sql`create table if not exists writer (one integer not null primary key)`.execute(db);
  } catch (error) {
    // Two that make the same table at once: the other has made it (unique_violation, duplicate_table).
    if (!(error instanceof Error && 'code' in error && (error.code === '23505' || error.code === '42P07'))) throw error;
  }
  await sql`insert into writer values (1) on conflict do nothing`.execute(db);
}

/** Texts are sorted and compared by their bytes, whatever the language of the database, and whole numbers are as large as they may be on SQLite. */
const inOurTypes = (statement: string): string =>
  statement.replace(/(?<=\w )text\b(?=[ ,)]|$)/g, 'text collate "C"').replace(/(?<=\w )integer\b/g, 'bigint');

/**
 * One change at a time. Where the connection breaks it is done again on another; where it broke at the very end, `kept` tells whether the change is
 * there already.
 */
async function change<T>(write: Db, work: (tx: Tx) => Promise<T>, kept: (tx: Tx) => Promise<boolean>): Promise<T> {
  const late = performance.now() + PATIENCE_MS;
  let done: { readonly value: T } | null = null;
  for (;;) {
    try {
      return await write.transaction().execute(async (tx) => {
        // Asked under the lock: whoever was still keeping it has ended by now.
        if (done !== null && (await kept(tx))) return done.value;
        done = null;
        const value = await work(tx);
        done = { value };
        return value;
      });
    } catch (error) {
      const again = isLost(error) || isToRepeat(error);
      if (!again || performance.now() > late) throw error;
      if (isToRepeat(error)) done = null;
      await wait(50);
    }
  }
}

/** Writes every table anew without what was removed. What the server's own log and backups hold is its keeper's to let expire. */
async function scrub(write: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`.execute(write);
  for (const { name } of rows) await sql`vacuum full ${sql.table(name)}`.execute(write);
}

/** Opens a database by its address. Throws, at the first use, the errors of the database of the table. */
export function postgresEngine(address: string): Engine {
  const plugins = [emptyLists];
  const write = new Kysely<StoreSchema>({ dialect: postgresDialect(address, { most: 1, first: [LOCK] }), plugins });
  const read = new Kysely<StoreSchema>({ dialect: postgresDialect(address, { most: READERS, first: [] }), plugins });
  return {
    name: 'postgres',
    write,
    read,
    prepare: () => makeWriter(read),
    change: (work, kept) => change(write, work, kept),
    statement: inOurTypes,
    serial: 'bigint not null primary key',
    // Under the lock nobody else adds a change; a sequence would leave gaps, and some databases of this kind hand its numbers out in no order.
    nextSeq: sql<number>`(select coalesce(max(seq), 0) + 1 from change)`,
    tableOptions: '',
    keyTableOptions: '',
    searchTables: SEARCH_TABLES,
    index,
    unindex,
    unindexLines,
    emptySearch,
    isOfSearch: (table) => table === 'findable' || table === 'search_size',
    scrub: () => scrub(write),
    find: (terms, filter) => find(read, terms, filter),
    async close() {
      await read.destroy();
      await write.destroy();
    },
  };
}
