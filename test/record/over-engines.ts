// The same tests over every engine: a store is asked for in the same way, and is SQLite's or PostgreSQL's.
import { describe, type TestContext } from 'node:test';
import { openDatabase, type Store } from '../../src/record/store.js';
import { clock, storeFor } from './home-of-test.js';
import { databaseFor, whyNoServer } from './server-of-test.js';

export type StoreFor = (t: TestContext) => Promise<Store>;

async function databaseStoreFor(t: TestContext): Promise<Store> {
  const store = await openDatabase(await databaseFor(t), 'test', clock());
  t.after(() => store.close());
  return store;
}

const without = await whyNoServer();

/** Tests in one loop over both engines; those on PostgreSQL are skipped, and say why, where no server can be started. */
export function overEngines(name: string, tests: (storeFor: StoreFor) => void): void {
  describe(`${name}, on SQLite`, () => tests((t) => storeFor(t)));
  describe(`${name}, on PostgreSQL`, without === null ? {} : { skip: without }, () => tests(databaseStoreFor));
}
