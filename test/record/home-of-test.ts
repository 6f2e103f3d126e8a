// A store of its own for a test, gone when the test ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { openStore, type Store } from '../../src/record/store.js';

/** A folder that is removed after the test. */
export function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock that counts seconds from a fixed day. */
export function clock(): () => string {
  let seconds = 0;
  return () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)).toISOString();
}

/** An open store on SQLite whose clock counts seconds from a fixed day; closed after the test. */
export async function storeFor(t: TestContext, home = folderFor(t)): Promise<Store> {
  const store = await openStore(home, 'test', clock());
  t.after(() => store.close());
  return store;
}
