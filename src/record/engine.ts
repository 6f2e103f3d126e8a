// What a database engine has to bring: connections, and the few pieces of SQL that are not the same on all of them.
import type { Expression, Kysely, RawBuilder, SqlBool, Transaction } from 'kysely';
import type { StoreSchema } from './schema.js';

export type Db = Kysely<StoreSchema>;
export type Tx = Transaction<StoreSchema>;

/** One thing that can be found: the words of a report, a statement or a claim. Spans are into the report's text. */
export interface Findable {
  readonly report: string;
  readonly found: 'text' | 'statement' | 'claim';
  /** Id of the statement or claim in its report. */
  readonly line: string | null;
  readonly kind: string | null;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export interface FoundRow {
  readonly report: string;
  readonly found: string;
  readonly line: string | null;
  readonly kind: string | null;
  readonly start: number;
  readonly end: number;
}

/** A query taken apart: all terms must be there. A term is one or more words in a row; `prefix`: the last may go on. */
export interface Term {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

export interface FindFilter {
  /** What the reader may see, of a table `report`. */
  readonly seen: Expression<SqlBool>;
  readonly process: string | null;
  readonly found: string | null;
  readonly kind: string | null;
  readonly since: string | null;
  readonly until: string | null;
  /** What was said by an actor with this in its name (`nameKey`), and what is claimed on such words. */
  readonly by: string | null;
  readonly limit: number;
  readonly offset: number;
}

export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  /** For what only the engine itself does; changes go through `change`. */
  readonly write: Db;
  /** For looking: beside the writer, never waiting for it. */
  readonly read: Db;
  /** Before the first change: makes what changing needs. */
  prepare(): Promise<void>;
  /**
   * One transaction beside which no other change is made, by this program or any other. `work` may be done more than once, where a connection breaks;
   * `kept` says whether what `work` did last is there, where the answer to its keeping was lost.
   */
  change<T>(work: (tx: Tx) => Promise<T>, kept: (tx: Tx) => Promise<boolean>): Promise<T>;
  /** One look: all that `work` reads is as it stood at one moment, while others go on changing it, however long it takes. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** After rows with numbers of their own were put in: those to come are larger. */
  renumber(tx: Tx): Promise<void>;
  /** A statement that makes or alters a table, in the engine's own words. */
  statement(statement: string): string;
  /** Column of the number of a change, larger with each and never used twice. */
  readonly serial: string;
  /** The next such number, where the engine does not give it by itself. */
  readonly nextSeq: RawBuilder<number> | null;
  /** What stands after a table's closing bracket. */
  readonly tableOptions: string;
  /** The same for a table that is little more than its key, which need not be kept twice. */
  readonly keyTableOptions: string;
  /** The tables of the full-text search, which are the engine's own. */
  readonly searchTables: readonly string[];
  /** Makes words findable; the caller's transaction. */
  index(tx: Tx, rows: readonly Findable[]): Promise<void>;
  /** Forgets all words of a report. */
  unindex(tx: Tx, report: string): Promise<void>;
  /** Forgets the words of its statements and claims, not those of its text. */
  unindexLines(tx: Tx, report: string): Promise<void>;
  /** Best first, and how many there are; of very many the last added come first, and the count stops at some thousands. */
  find(terms: readonly Term[], filter: FindFilter): Promise<{ readonly rows: readonly FoundRow[]; readonly total: number }>;
  /** Empties the full-text search, before a replay. */
  emptySearch(tx: Tx): Promise<void>;
  /** True for the tables of the full-text search, which hold single words that are made again from the texts. */
  isOfSearch(table: string): boolean;
  /** Leaves nothing of what was removed in the file, its free space and its log. Throws `store-busy` where another program has the store open. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
