// Who is asking: signs people in by a password or by what a provider of OpenID Connect vouches for, and knows sessions and tokens.
import { randomBytes } from 'node:crypto';
import { accountBySubject, accountNamed, chosenPassword, hasAccounts, setPassword } from '../record/accounts.js';
import { note } from '../record/audit.js';
import { hashOfPassword, isOfAnotherCost, isPassword } from '../record/passwords.js';
import { endSession, hashOfSecret, type InUse, newSecret, sessionIn, startSession } from '../record/sessions.js';
import { settingOf } from '../record/settings.js';
import type { Store } from '../record/store.js';
import { tokenIn } from '../record/tokens.js';
import { countTry, forgive, tryKey, waitFor } from '../record/tries.js';
import { ParleyError } from '../terms/errors.js';
import type { ReaderOf } from '../terms/marks.js';
import type { PasswordCost, SignedIn } from '../terms/people.js';
import type { Gate, SignInFrom } from './contract.js';
import { turns } from './turns.js';

/** Tries from one address in a minute, whatever the names. */
const A_MINUTE = 30;
const MINUTE = 60_000;
/** Addresses remembered. */
const MOST_ADDRESSES = 10_000;
/** No password gives this; checking against it takes as long as against a real one, so that the time does not tell who has an account. */
const nobodysPassword = ({ n, r, p }: PasswordCost): string => ['scrypt', n, r, p, 'A'.repeat(22), 'A'.repeat(43)].join('$');

/** Counts tries by address and throws `too-many-tries` for one that has had its share of the minute. */
function addressLimit(): (address: string, now: number) => void {
  const tries = new Map<string, { since: number; count: number }>();
  return (address, now) => {
    const known = tries.get(address);
    const entry = known && now - known.since < MINUTE ? known : { since: now, count: 0 };
    entry.count++;
    tries.delete(address);
    tries.set(address, entry);
    for (const oldest of [...tries.keys()].slice(0, Math.max(0, tries.size - MOST_ADDRESSES))) tries.delete(oldest);
    if (entry.count > A_MINUTE) throw new ParleyError('too-many-tries', 'more than 30 in a minute from one address');
  };
}

/** The gate of a record. `failed` is told where a use of a session or token could not be written down, which keeps nobody out. */
export function openGate(store: Store, failed: (error: unknown) => void, cost: PasswordCost, now: () => Date = () => new Date()): Gate {
  const limit = addressLimit();
  const inTurn = turns(2, 20);
  const renewed = (inUse: InUse | null): ReaderOf | null => {
    inUse?.renew?.().catch(failed);
    return inUse?.reader ?? null;
  };
  const passwordFits = async (name: string, password: string): Promise<boolean> => {
    const account = await accountNamed(store.read, name);
    const fits = await inTurn(() => isPassword(password, account?.password ?? nobodysPassword(cost)));
    return fits && account?.password != null;
  };
  /** Throws `too-many-tries` while whoever tries has to wait. */
  const tried = async (name: string, { address, browser }: SignInFrom, password: string): Promise<boolean> => {
    limit(address, now().getTime());
    const key = tryKey(name, browser === null ? `address ${address}` : `browser ${browser}`);
    const wait = await waitFor(store, key, now());
    if (wait > 0) throw new ParleyError('too-many-tries', `wait ${Math.ceil(wait / 1000)} seconds`);
    await countTry(store, key, now());
    const fits = await passwordFits(name, password);
    if (fits) await forgive(store, key);
    return fits;
  };
  return {
    hasAccounts: () => hasAccounts(store.read),
    secret: () => settingOf(store, 'desk secret', () => randomBytes(32).toString('base64url')),
    async signIn(name, password, from): Promise<SignedIn> {
      const fits = await tried(name, from, password);
      const account = fits ? await accountNamed(store.read, name) : null;
      if (!account) {
        const by = name.trim().slice(0, 60);
        await note(store, [{ at: now().toISOString(), by, did: 'sign-in refused', what: `from ${from.address}` }]);
        throw new ParleyError('wrong-sign-in', `${by} and this password do not go together`);
      }
      if (account.password !== null && isOfAnotherCost(account.password, cost)) {
        const anew = await hashOfPassword(password, cost);
        await store.engine.write.transaction().execute(async (tx) => {
          await tx.updateTable('account').set({ password: anew }).where('id', '=', account.id).execute();
        });
      }
      return startSession(store, account, now(), `by password from ${from.address}`);
    },
    async signInAs(subject, from): Promise<SignedIn> {
      const account = await accountBySubject(store.read, subject);
      if (account) return startSession(store, account, now(), `by ${subject} from ${from.address}`);
      await note(store, [{ at: now().toISOString(), by: subject, did: 'sign-in refused', what: `from ${from.address}` }]);
      throw new ParleyError('wrong-sign-in', `nobody here signs in as ${subject}, which is what an admin must know to let you in`);
    },
    session: async (secret) => renewed(await sessionIn(store, secret, now())),
    token: async (secret) => renewed(await tokenIn(store, secret, now())),
    signOut: (secret) => endSession(store, secret, now()),
    async changePassword(who, before, after, from, session): Promise<void> {
      if (!(await tried(who.reader, from, before))) throw new ParleyError('wrong-sign-in', 'this is not the password you have');
      await setPassword(store, who, who.reader, await chosenPassword(after, cost), now(), hashOfSecret(session));
    },
    newSecret,
  };
}
