// One connection to the SQLite file: its settings, its prepared statements, its errors in the words of the table.
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { ParleyError } from '../../terms/errors.js';
import { storeErrorOf } from './errors.js';

const KEPT_STATEMENTS = 300;
/** Milliseconds an opening waits, with the whole thread, for another program's opening or cleaning up. */
const OPENING_MS = 5_000;
/** The same for any other query: the thread must not stand still, so that whoever waits longer waits without it. */
const QUERY_MS = 25;

type Bindable = string | number | bigint | Uint8Array | null;
const bindable = (value: unknown): Bindable => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || value instanceof Uint8Array)
    return value;
  throw new TypeError(`a ${typeof value} cannot be stored`);
};

interface Prepared {
  readonly statement: StatementSyncInstance;
  readonly givesRows: boolean;
}

/** A connection as Kysely wants it. `writes` false opens it for reading only. */
export class SqliteConnection implements DatabaseConnection {
  readonly #file: string;
  readonly #database: DatabaseSyncInstance;
  readonly #prepared = new Map<string, Prepared>();

  constructor(file: string, writes: boolean) {
    this.#file = file;
    this.#database = this.#named(() => new DatabaseSync(file, { timeout: OPENING_MS }));
    try {
      // WAL lets readers go on beside the writer; with FULL the log is synced at each commit, so that nothing acknowledged is lost at a power cut.
      if (writes) this.run('pragma journal_mode = wal');
      // Pages that every report touches are then written into the file once for many reports.
      if (writes) this.run('pragma wal_autocheckpoint = 4000');
      this.run('pragma synchronous = full');
      this.run('pragma foreign_keys = on');
      this.run('pragma cache_size = -32000');
      this.run('pragma temp_store = memory');
      // Space freed by a removal is overwritten, so that what is removed can't be dug out of the file.
      if (writes) this.run('pragma secure_delete = on');
      else this.run('pragma query_only = on');
      this.run(`pragma busy_timeout = ${QUERY_MS}`);
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  #named<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storeErrorOf(error, this.#file);
    }
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) {
      this.#prepared.delete(sql);
      this.#prepared.set(sql, known);
      return known;
    }
    const statement = this.#database.prepare(sql);
    const prepared = { statement, givesRows: statement.columns().length > 0 };
    this.#prepared.set(sql, prepared);
    if (this.#prepared.size > KEPT_STATEMENTS) {
      const oldest = this.#prepared.keys().next().value;
      if (oldest !== undefined) this.#prepared.delete(oldest);
    }
    return prepared;
  }

  /** Runs SQL that takes no parameters and gives no rows. */
  run(sql: string): void {
    this.#named(() => this.#database.exec(sql));
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#named(() => {
      const { statement, givesRows } = this.#prepare(query.sql);
      const parameters = query.parameters.map(bindable);
      if (givesRows) return { rows: statement.all(...parameters) as R[] };
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    });
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // Rows are taken by the hundred, so that a statement is never left half read while another query wants it.
    const { rows } = await this.executeQuery<R>(query);
    for (let at = 0; at < rows.length; at += 100) yield { rows: rows.slice(at, at + 100) };
  }

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  /**
   * `settle` writes the log into the file, so that the file alone is the whole store: statements still prepared keep SQLite from doing so
   * itself. Where there is no room for it, or another program reads, the log stays beside the file, which loses nothing.
   */
  close({ settle }: { readonly settle: boolean }): void {
    this.#prepared.clear();
    try {
      if (settle) this.run('pragma wal_checkpoint(truncate)');
    } catch (error) {
      if (!(error instanceof ParleyError) || (error.code !== 'store-full' && error.code !== 'store-busy')) throw error;
    } finally {
      this.#named(() => this.#database.close());
    }
  }
}
