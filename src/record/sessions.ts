// Browsers that are signed in: each sends a secret of which the store keeps the hash, until it is not seen for a while.
import { createHash, randomBytes } from 'node:crypto';
import type { ReaderOf } from '../terms/marks.js';
import type { SignedIn } from '../terms/people.js';
import { type Account, accountOf, readerOf } from './accounts.js';
import { noteIn } from './audit.js';
import type { Store } from './store.js';

const HOUR = 3_600_000;
/** A session ends when nothing is asked in it for this long, in milliseconds, */
const IDLE = 12 * HOUR;
/** and after this long however busy it is. */
const LONGEST = 7 * 24 * HOUR;
/** How often a use is written down. */
const NOTED_EVERY = 5 * 60_000;

/** 32 random bytes: nobody guesses them, so that a plain hash keeps them. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const untilFrom = (made: number, now: number): string => new Date(Math.min(now + IDLE, made + LONGEST)).toISOString();

/** Signs a browser in. `how` is told in the log. */
export async function startSession(store: Store, account: Account, now: Date, how: string): Promise<SignedIn> {
  const session = newSecret();
  const at = now.toISOString();
  await store.engine.write.transaction().execute(async (tx) => {
    await tx.deleteFrom('session').where('until', '<', at).execute();
    const row = { hash: hashOfSecret(session), account: account.id, made: at, seen: at, until: untilFrom(now.getTime(), now.getTime()) };
    await tx.insertInto('session').values(row).execute();
    await tx.updateTable('account').set({ seen: at }).where('id', '=', account.id).execute();
    await noteIn(tx, [{ at, by: account.user.name, did: 'signed in', what: how }]);
  });
  return { session, reader: readerOf(account) };
}

/** A session in use. `renew`, where it is time to, writes down that it is; nobody need wait for it. */
export interface InUse {
  readonly reader: ReaderOf;
  readonly renew: (() => Promise<void>) | null;
}

/** Whose session it is, with what they may do and see now; null where it has ended or is none. */
export async function sessionIn(store: Store, secret: string, now: Date): Promise<InUse | null> {
  const hash = hashOfSecret(secret);
  const row = await store.read.selectFrom('session').selectAll().where('hash', '=', hash).executeTakeFirst();
  const at = now.toISOString();
  if (!row || row.until <= at) return null;
  const account = await accountOf(store.read, row.account);
  if (!account) return null;
  const renew = async (): Promise<void> => {
    const until = untilFrom(Date.parse(row.made), now.getTime());
    await store.engine.write.transaction().execute(async (tx) => {
      await tx.updateTable('session').set({ seen: at, until }).where('hash', '=', hash).execute();
    });
  };
  return { reader: readerOf(account), renew: now.getTime() - Date.parse(row.seen) > NOTED_EVERY ? renew : null };
}

/** Ends a session; one that has ended is no matter. */
export async function endSession(store: Store, secret: string, now: Date): Promise<void> {
  const found = await sessionIn(store, secret, now);
  await store.engine.write.transaction().execute(async (tx) => {
    await tx.deleteFrom('session').where('hash', '=', hashOfSecret(secret)).execute();
    if (found) await noteIn(tx, [{ at: now.toISOString(), by: found.reader.reader, did: 'signed out', what: 'by hand' }]);
  });
}
