// The store on SQLite: one writing connection, several for reading, and full-text search by FTS5.
import { Kysely, type RawBuilder, sql } from 'kysely';
import { ParleyError } from '../../terms/errors.js';
import type { Db, Engine, Findable, FoundRow, Term, Tx } from '../engine.js';
import { findConditions } from '../find-conditions.js';
import type { StoreSchema } from '../schema.js';
import { sqliteDialect } from './dialect.js';

/** A page of the desk asks a few things at once; queries of one thread never run at the same moment. */
const READERS = 4;

/** Finds that are ranked and counted one by one; of more the last added come first, and the count stops here. */
const MOST_RANKED = 5000;

// FTS5 keeps no second copy of the words (content=''); `findable` tells whose they are. Porter's stemmer makes "convoys" find "convoy".
const SEARCH_TABLES = [
  `create table findable (
     id integer primary key,
     report text not null references report (id),
     found text not null,
     line text,
     kind text,
     start integer not null,
     stop integer not null
   ) strict`,
  'create index findable_report on findable (report)',
  `create virtual table word_index using fts5 (words, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')`,
];

const quoted = (words: readonly string[]): string => `"${words.join(' ').replaceAll('"', '""')}"`;
/** FTS5's own way of writing a query; every word is quoted, so none is taken for an operator. */
const matchOf = (terms: readonly Term[]): string => terms.map(({ words, prefix }) => quoted(words) + (prefix ? '*' : '')).join(' AND ');

async function index(tx: Tx, rows: readonly Findable[]): Promise<void> {
  for (const row of rows) {
    const { rows: made } = await sql<{ id: number }>`
      insert into findable (report, found, line, kind, start, stop)
      values (${row.report}, ${row.found}, ${row.line}, ${row.kind}, ${row.start}, ${row.end}) returning id`.execute(tx);
    await sql`insert into word_index (rowid, words) values (${made[0]?.id ?? null}, ${row.words})`.execute(tx);
  }
}

async function unindex(tx: Tx, report: string): Promise<void> {
  await sql`delete from word_index where rowid in (select id from findable where report = ${report})`.execute(tx);
  await sql`delete from findable where report = ${report}`.execute(tx);
}

async function unindexLines(tx: Tx, report: string): Promise<void> {
  await sql`delete from word_index where rowid in (select id from findable where report = ${report} and line is not null)`.execute(tx);
  await sql`delete from findable where report = ${report} and line is not null`.execute(tx);
}

async function emptySearch(tx: Tx): Promise<void> {
  // Rows that are only deleted leave their words in the index until it is merged.
  await sql`insert into word_index (word_index) values ('delete-all')`.execute(tx);
  await sql`delete from findable`.execute(tx);
}

/** Writes the log into the file and leaves it empty. Throws `store-busy` where somebody reads. */
async function emptyLog(write: Db, file: string): Promise<void> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(write);
  if (rows[0]?.busy !== 0) throw new ParleyError('store-busy', file);
}

/** Opens the file, which is made where it is missing. Throws the store's errors of the table. */
export function sqliteEngine(file: string): Engine {
  const write = new Kysely<StoreSchema>({ dialect: sqliteDialect(file, { writes: true, most: 1 }) });
  const read = new Kysely<StoreSchema>({ dialect: sqliteDialect(file, { writes: false, most: READERS }) });
  return {
    name: 'sqlite',
    write,
    read,
    prepare: async () => undefined,
    // A lock of the whole file, taken at the beginning; a commit that gives an error was not made.
    change: (work) => write.transaction().execute(work),
    snapshot: (work) => read.transaction().execute(work),
    renumber: async () => undefined,
    statement: (statement) => statement,
    nextSeq: null,
    serial: 'integer primary key autoincrement',
    tableOptions: 'strict',
    keyTableOptions: 'strict, without rowid',
    searchTables: SEARCH_TABLES,
    index,
    unindex,
    unindexLines,
    emptySearch,
    isOfSearch: (table) => table === 'findable' || table.startsWith('word_index'),
    async scrub() {
      await emptyLog(write, file);
      // Freed pages are overwritten already (secure_delete); this leaves none, and writes every page anew.
      await sql`vacuum`.execute(write);
      await emptyLog(write, file);
    },
    async find(terms, filter) {
      const match = matchOf(terms);
      const from = sql`from word_index w join findable f on f.id = w.rowid join report on report.id = f.report
        where word_index match ${match} and ${findConditions(filter)}`;
      const counted = async (rows: RawBuilder<unknown>): Promise<number> => {
        const { rows: found } = await sql<{ n: number }>`select count(*) as n from (select 1 ${rows} limit ${MOST_RANKED + 1})`.execute(
          read,
        );
        return found[0]?.n ?? 0;
      };
      const many = (await counted(sql`from word_index where word_index match ${match}`)) > MOST_RANKED;
      // SQLite weighs every find before it gives the first; of very many no weight tells much, and the last added need no weighing.
      if (many) {
        const { rows } = await sql<FoundRow>`
          select f.report, f.found, f.line, f.kind, f.start, f.stop as "end" ${from}
          order by w.rowid desc limit ${filter.limit} offset ${filter.offset}`.execute(read);
        return { rows, total: await counted(from) };
      }
      // Where all are weighed they are counted by the way.
      const { rows } = await sql<FoundRow & { readonly total: number }>`
        with all_found as materialized (select f.*, bm25(word_index) as weight, report.published_first as day ${from})
        select report, found, line, kind, start, stop as "end", count(*) over () as total
        from all_found order by weight, day desc, id limit ${filter.limit} offset ${filter.offset}`.execute(read);
      return { rows, total: rows[0]?.total ?? (filter.offset > 0 ? await counted(from) : 0) };
    },
    async close() {
      await read.destroy();
      await write.destroy();
    },
  };
}
