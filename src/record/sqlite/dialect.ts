// SQLite for Kysely: connections lent one at a time, the writer's transactions taken at once so that they never fail half way for a lock.
import { setTimeout as wait } from 'node:timers/promises';
import {
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { ParleyError } from '../../terms/errors.js';
import { SqliteConnection } from './connection.js';

/** Milliseconds a change waits for another program to end its own. */
const BUSY_MS = 15_000;

class SqliteDriver implements Driver {
  readonly #file: string;
  readonly #writes: boolean;
  readonly #most: number;
  readonly #idle: SqliteConnection[] = [];
  readonly #all: SqliteConnection[] = [];
  readonly #waiting: ((connection: SqliteConnection) => void)[] = [];

  constructor(file: string, writes: boolean, most: number) {
    this.#file = file;
    this.#writes = writes;
    this.#most = most;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.length < this.#most) {
      const opened = new SqliteConnection(this.#file, this.#writes);
      this.#all.push(opened);
      return opened;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const lent = this.#own(connection);
    const next = this.#waiting.shift();
    if (next) next(lent);
    else this.#idle.push(lent);
  }

  #own(connection: DatabaseConnection): SqliteConnection {
    const found = this.#all.find((one) => one === connection);
    if (!found) throw new Error('a connection of another store was given back');
    return found;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const own = this.#own(connection);
    if (!this.#writes) return own.run('begin');
    const late = performance.now() + BUSY_MS;
    for (;;) {
      try {
        return own.run('begin immediate');
      } catch (error) {
        if (!(error instanceof ParleyError) || error.code !== 'store-busy' || performance.now() > late) throw error;
        await wait(5);
      }
    }
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    this.#own(connection).run('commit');
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const own = this.#own(connection);
    // A full disk or a failed begin may have ended the transaction already.
    if (own.inTransaction) own.run('rollback');
  }

  async destroy(): Promise<void> {
    for (const connection of this.#all.splice(0)) connection.close({ settle: this.#writes });
    this.#idle.length = 0;
  }
}

/** A Kysely dialect over one SQLite file; `most` connections at once. */
export function sqliteDialect(file: string, { writes, most }: { readonly writes: boolean; readonly most: number }): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(file, writes, most),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db: Kysely<unknown>): DatabaseIntrospector => new SqliteIntrospector(db),
  };
}
