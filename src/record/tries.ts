// Failed tries to sign in: whoever tries a name from an address waits longer after each, and nobody at another address waits for them.
import { createHash } from 'node:crypto';
import type { Store } from './store.js';

/** Tries before anybody has to wait: fingers slip. */
const FREE = 5;
/** Longest wait in milliseconds. */
const LONGEST = 15 * 60_000;
/** After this long without a try the count begins anew. */
const FORGOTTEN = 24 * 3_600_000;

/** Milliseconds to wait after so many failures in a row: a second after the fifth, doubled with each. */
export const waitAfter = (failures: number): number => (failures < FREE ? 0 : Math.min(LONGEST, 1000 * 2 ** Math.min(failures - FREE, 20)));

/** A name tried from somewhere: an address, or a browser that signed in with this name before, which no stranger can pass for. */
export const tryKey = (name: string, from: string): string =>
  createHash('sha256')
    .update(JSON.stringify([name.trim().toLowerCase(), from]))
    .digest('hex');

/** Milliseconds until it may be tried again; 0: now. */
export async function waitFor(store: Store, key: string, now: Date): Promise<number> {
  const row = await store.read.selectFrom('sign_in_try').select('until').where('key', '=', key).executeTakeFirst();
  return row ? Math.max(0, Date.parse(row.until) - now.getTime()) : 0;
}

/** Counts a try that is about to be made as failed, so that several at the same moment count as several; `forgive` takes it back. */
export async function countTry(store: Store, key: string, now: Date): Promise<void> {
  const at = now.getTime();
  await store.engine.write.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('sign_in_try')
      .where('last', '<', new Date(at - FORGOTTEN).toISOString())
      .execute();
    const before = await tx.selectFrom('sign_in_try').select('failures').where('key', '=', key).executeTakeFirst();
    const failures = (before?.failures ?? 0) + 1;
    const row = { failures, last: now.toISOString(), until: new Date(at + waitAfter(failures)).toISOString() };
    await tx
      .insertInto('sign_in_try')
      .values({ key, ...row })
      .onConflict((on) => on.column('key').doUpdateSet(row))
      .execute();
  });
}

/** Forgets the failures: it went well. */
export async function forgive(store: Store, key: string): Promise<void> {
  await store.engine.write.transaction().execute(async (tx) => {
    await tx.deleteFrom('sign_in_try').where('key', '=', key).execute();
  });
}
