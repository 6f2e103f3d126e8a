// Tokens by which programs are let in: shown once, kept as a hash, and never worth more than their user.
import { randomBytes } from 'node:crypto';
import { ParleyError } from '../terms/errors.js';
import { isEnough, MARKS, type Mark, markSchema, type ReaderOf, type Role, roleSchema } from '../terms/marks.js';
import { type MadeToken, type NewToken, newTokenSchema, type Token, tokenSchema } from '../terms/people.js';
import { type Account, accountNamed, accountOf, looksAfter, readerOf } from './accounts.js';
import { noteIn } from './audit.js';
import { hashOfSecret, type InUse, newSecret } from './sessions.js';
import type { Store } from './store.js';

/** So that one that was left lying about is known for what it is. */
const PREFIX = 'parley_';
const DAY = 86_400_000;
const NOTED_EVERY = 5 * 60_000;

const lesserRole = (a: Role, b: Role): Role => (isEnough(a, b) ? b : a);
const lesserMark = (a: Mark, b: Mark): Mark => (MARKS.indexOf(a) < MARKS.indexOf(b) ? a : b);

/** What is left of a reader within a role and a clearance. */
export const within = (
  { reader, role, clearance, grants = [] }: ReaderOf,
  most: { readonly role: Role; readonly clearance: Mark },
): ReaderOf => ({
  reader,
  role: clearance === null ? null : lesserRole(role ?? 'viewer', most.role),
  clearance: clearance === null ? null : lesserMark(clearance, most.clearance),
  grants: grants.map((grant) => ({
    process: grant.process,
    role: lesserRole(grant.role, most.role),
    clearance: lesserMark(grant.clearance, most.clearance),
  })),
});

/** Makes a token for oneself, or an admin for another whom they may look after. Throws `unknown-user`, `not-allowed`, `bad-request`. */
export async function makeToken(store: Store, who: ReaderOf, given: NewToken, now: Date): Promise<MadeToken> {
  const wanted = newTokenSchema.safeParse(given);
  if (!wanted.success) throw new ParleyError('bad-request', wanted.error.issues[0]?.message ?? 'the token');
  const { user: name = who.reader, label, role, clearance, days } = wanted.data;
  const secret = PREFIX + newSecret();
  const made = now.toISOString();
  const id = `t-${randomBytes(6).toString('hex')}`;
  return store.engine.write.transaction().execute(async (tx) => {
    const account: Account | null = await accountNamed(tx, name);
    // Only the owner of the home, who may do anything here anyway, makes one for another: a token speaks in somebody's name.
    if (account && account.user.name !== who.reader && who.reader !== 'local')
      throw new ParleyError('not-allowed', `a token of ${account.user.name} is theirs to make`);
    if (!account) throw new ParleyError('unknown-user', JSON.stringify(name));
    const until = days === null ? null : new Date(now.getTime() + days * DAY).toISOString();
    const row = { id, hash: hashOfSecret(secret), account: account.id, label, role, clearance, made, until, used: null };
    await tx.insertInto('token').values(row).execute();
    const what = `${id} (${label}) of ${account.user.name}: ${role}, ${clearance}`;
    await noteIn(tx, [{ at: made, by: who.reader, did: 'token made', what }]);
    return { id, user: account.user.name, label, role, clearance, made, until, used: null, secret };
  });
}

/** Those of a user, by default the reader's own; an admin sees all where no user is named. Throws `unknown-user`, `not-allowed`. */
export async function listTokens(store: Store, who: ReaderOf, name: string | undefined): Promise<readonly Token[]> {
  const all = looksAfter(who);
  const of = name ?? (all ? undefined : who.reader);
  if (of !== undefined && of !== who.reader && !all) throw new ParleyError('not-allowed', `the tokens of ${of}`);
  let found = store.read
    .selectFrom('token')
    .innerJoin('account', 'account.id', 'token.account')
    .select([
      'token.id',
      'account.name as user',
      'token.label',
      'token.role',
      'token.clearance',
      'token.made',
      'token.until',
      'token.used',
    ]);
  if (of !== undefined) {
    const account = await accountNamed(store.read, of);
    if (!account) throw new ParleyError('unknown-user', JSON.stringify(of));
    found = found.where('token.account', '=', account.id);
  }
  return (await found.orderBy('account.name_key').orderBy('token.made').execute()).map((row) => tokenSchema.parse(row));
}

/** Ends a token of one's own, or an admin another's. Throws `unknown-token`. */
export async function revokeToken(store: Store, who: ReaderOf, id: string, now: Date): Promise<void> {
  await store.engine.write.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('token')
      .innerJoin('account', 'account.id', 'token.account')
      .select(['account.name', 'token.label'])
      .where('token.id', '=', id)
      .executeTakeFirst();
    if (!row || (row.name !== who.reader && !looksAfter(who))) throw new ParleyError('unknown-token', JSON.stringify(id));
    await tx.deleteFrom('token').where('id', '=', id).execute();
    await noteIn(tx, [{ at: now.toISOString(), by: who.reader, did: 'token revoked', what: `${id} (${row.label}) of ${row.name}` }]);
  });
}

/** Whose token it is, with what it may do and see now; null where it has ended or is none. */
export async function tokenIn(store: Store, secret: string, now: Date): Promise<InUse | null> {
  if (!secret.startsWith(PREFIX)) return null;
  const row = await store.read.selectFrom('token').selectAll().where('hash', '=', hashOfSecret(secret)).executeTakeFirst();
  const at = now.toISOString();
  if (!row || (row.until !== null && row.until <= at)) return null;
  const account = await accountOf(store.read, row.account);
  if (!account) return null;
  const renew = async (): Promise<void> => {
    await store.engine.write.transaction().execute(async (tx) => {
      await tx.updateTable('token').set({ used: at }).where('id', '=', row.id).execute();
    });
  };
  const most = { role: roleSchema.parse(row.role), clearance: markSchema.parse(row.clearance) };
  return {
    reader: within(readerOf(account), most),
    renew: row.used === null || now.getTime() - Date.parse(row.used) > NOTED_EVERY ? renew : null,
  };
}
