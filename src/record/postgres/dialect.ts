// PostgreSQL for Kysely: connections lent from a pool, waited for while the database is away, and changes made one after the other.
import { setTimeout as wait } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import { ParleyError } from '../../terms/errors.js';
import { shownAddress } from './address.js';
import { databaseErrorOf, isLost } from './errors.js';

/** Milliseconds somebody waits for a database that does not answer, between two tries, and for one try. */
export const PATIENCE_MS = 15_000;
const PAUSE_MS = 250;
const TRY_MS = 5_000;
/** The oldest server that is known to give the same answers. */
const OLDEST = 150_000;
/** A transaction that stands still longer (its program hangs, its machine is gone) is ended by the server, so that others can go on. */
const STILL = '60s';
/** A change waits so long for those of others. */
const BUSY = '15s';

const [INT8, NUMERIC] = [20, 1700];
/** Counts and sums come as numbers, as on SQLite; all of ours are whole and far below 2^53. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((value: string) => unknown) =>
    oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
};

export interface PoolOptions {
  readonly most: number;
  /** Runs at the start of each transaction. */
  readonly first: readonly string[];
}

class Connection implements DatabaseConnection {
  client: pg.PoolClient;
  readonly #shown: string;
  readonly #another: () => Promise<pg.PoolClient>;
  /** The line broke: it is not to be used again. */
  broken = false;
  inTransaction = false;

  constructor(client: pg.PoolClient, shown: string, another: () => Promise<pg.PoolClient>) {
    this.client = client;
    this.#shown = shown;
    this.#another = another;
  }

  /** Asks once; where the line breaks outside a transaction, once more on another. */
  async #ask<T>(query: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    try {
      return await query(this.client);
    } catch (error) {
      if (!isLost(error)) throw databaseErrorOf(error, this.#shown);
      this.broken = true;
      if (this.inTransaction) throw databaseErrorOf(error, this.#shown);
    }
    this.client.release(true);
    this.client = await this.#another();
    this.broken = false;
    try {
      return await query(this.client);
    } catch (error) {
      if (isLost(error)) this.broken = true;
      throw databaseErrorOf(error, this.#shown);
    }
  }

  async executeQuery<R>({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>): Promise<QueryResult<R>> {
    const { rows, rowCount } = await this.#ask((client) => client.query<R & pg.QueryResultRow>(sql, [...parameters]));
    return rowCount === null ? { rows } : { rows, numAffectedRows: BigInt(rowCount) };
  }

  /** Several statements without parameters, in one way there and back. */
  async run(statements: string): Promise<void> {
    await this.#ask((client) => client.query(statements));
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }
}

class PostgresPool implements Driver {
  readonly #shown: string;
  readonly #pool: pg.Pool;
  readonly #first: readonly string[];
  #checked = false;

  constructor(address: string, { most, first }: PoolOptions) {
    this.#shown = shownAddress(address);
    this.#first = first;
    this.#pool = new pg.Pool({ connectionString: address, max: most, connectionTimeoutMillis: TRY_MS, keepAlive: true, types });
    // A connection that breaks while nobody uses it is replaced when one is asked for; whoever uses it is told by their query.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    const another = (): Promise<pg.PoolClient> => this.#client();
    return new Connection(await another(), this.#shown, another);
  }

  /** Waits a while where the database does not answer. */
  async #client(): Promise<pg.PoolClient> {
    const late = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await this.#checkedClient();
      } catch (error) {
        if (!isLost(error) || performance.now() > late) throw databaseErrorOf(error, this.#shown);
        await wait(PAUSE_MS);
      }
    }
  }

  async #checkedClient(): Promise<pg.PoolClient> {
    const client = await this.#pool.connect();
    if (this.#checked) return client;
    try {
      const { rows } = await client.query<{ number: string; version: string }>(
        "select current_setting('server_version_num') as number, current_setting('server_version') as version",
      );
      if (Number(rows[0]?.number) < OLDEST) throw new ParleyError('database-too-old', `${rows[0]?.version} at ${this.#shown}`);
      this.#checked = true;
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  #own(connection: DatabaseConnection): Connection {
    if (!(connection instanceof Connection)) throw new Error('a connection of another store was given back');
    return connection;
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const own = this.#own(connection);
    own.client.release(own.broken);
  }

  async beginTransaction(connection: DatabaseConnection, { isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    const kind = `${isolationLevel ? ` isolation level ${isolationLevel}` : ''}${accessMode ? ` ${accessMode}` : ''}`;
    const settings = [`set local idle_in_transaction_session_timeout = '${STILL}'`, `set local lock_timeout = '${BUSY}'`];
    const own = this.#own(connection);
    own.inTransaction = true;
    try {
      await own.run([`start transaction${kind}`, ...settings, ...this.#first].join('; '));
    } catch (error) {
      // Kysely takes no transaction back that did not begin.
      await this.rollbackTransaction(own);
      throw error;
    }
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const own = this.#own(connection);
    await own.run('commit');
    own.inTransaction = false;
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const own = this.#own(connection);
    // With its connection a transaction is gone already.
    if (!own.broken) await own.run('rollback');
    own.inTransaction = false;
  }

  destroy(): Promise<void> {
    return this.#pool.end();
  }
}

/** A Kysely dialect over a database at an address. */
export function postgresDialect(address: string, options: PoolOptions): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PostgresPool(address, options),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db: Kysely<unknown>): DatabaseIntrospector => new PostgresIntrospector(db),
  };
}
