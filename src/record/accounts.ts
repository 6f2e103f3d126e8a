// Those who may sign in: kept with what they may do and see. Nobody lets another do or see more than they may themselves.
import { randomBytes } from 'node:crypto';
import { ParleyError } from '../terms/errors.js';
import { isEnough, MARKS, type Mark, markSchema, marksUpTo, type ReaderOf, roleEverywhere, roleSchema } from '../terms/marks.js';
import {
  type NewUser,
  newUserSchema,
  type PasswordCost,
  passwordSchema,
  type User,
  type UserChange,
  userChangeSchema,
  userSchema,
} from '../terms/people.js';
import { noteIn } from './audit.js';
import type { Db, Tx } from './engine.js';
import { hashOfPassword } from './passwords.js';
import { processIdOf } from './processes.js';
import { demand } from './rights.js';
import type { Store } from './store.js';

/** An account as it is kept, with its grants. */
export interface Account {
  readonly id: string;
  readonly user: User;
  /** The kept password, or null. */
  readonly password: string | null;
}

async function accountsWhere(db: Db | Tx, column: 'id' | 'name_key' | 'subject' | null, value = ''): Promise<readonly Account[]> {
  let found = db.selectFrom('account').selectAll();
  if (column !== null) found = found.where(column, '=', value);
  const rows = await found.orderBy('name_key').execute();
  if (rows.length === 0) return [];
  let granted = db.selectFrom('account_grant').selectAll();
  if (column !== null)
    granted = granted.where(
      'account',
      'in',
      rows.map(({ id }) => id),
    );
  const grants = await granted.orderBy('process').execute();
  return rows.map(({ id, name_key: _, password, added_by, ...row }) => ({
    id,
    password,
    user: userSchema.parse({
      ...row,
      password: password !== null,
      addedBy: added_by,
      grants: grants
        .filter(({ account }) => account === id)
        .map(({ process, role, clearance }) => ({ process, role: roleSchema.parse(role), clearance: markSchema.parse(clearance) })),
    }),
  }));
}

const keyOf = (name: string): string => name.trim().toLowerCase();

/** The account of a name, whatever its case, or null. */
export const accountNamed = async (db: Db | Tx, name: string): Promise<Account | null> =>
  (await accountsWhere(db, 'name_key', keyOf(name)))[0] ?? null;
export const accountOf = async (db: Db | Tx, id: string): Promise<Account | null> => (await accountsWhere(db, 'id', id))[0] ?? null;
/** The account that signs in as a subject of OpenID Connect (issuer and subject), or null. */
export const accountBySubject = async (db: Db | Tx, subject: string): Promise<Account | null> =>
  (await accountsWhere(db, 'subject', subject))[0] ?? null;

/** For whom calls of an account are made. */
export const readerOf = ({ user: { name, role, clearance, grants } }: Account): ReaderOf => ({ reader: name, role, clearance, grants });

/** True where anybody has an account. */
export const hasAccounts = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;

/** By name. Throws `not-allowed` for all but an admin. */
export async function listAccounts(store: Store, who: ReaderOf): Promise<readonly User[]> {
  demand(who, 'admin');
  return (await accountsWhere(store.read, null)).map(({ user }) => user);
}

const highest = ({ clearance, grants }: Pick<User, 'clearance' | 'grants'>): Mark | null =>
  [...(clearance === null ? [] : [clearance]), ...grants.map((grant) => grant.clearance)].reduce<Mark | null>(
    (best, mark) => (best === null || MARKS.indexOf(mark) > MARKS.indexOf(best) ? mark : best),
    null,
  );

/** Throws `not-allowed` where somebody would see more than who lets them. */
function checkReach(who: ReaderOf, user: Pick<User, 'name' | 'clearance' | 'grants'>): void {
  const mark = highest(user);
  if (mark !== null && !marksUpTo(who.clearance).includes(mark))
    throw new ParleyError('not-allowed', `${user.name} would be or is cleared for ${mark}, which you are not`);
}

/** Throws `conflict` where accounts are left of which none is an admin's of everything. */
async function checkAdminLeft(tx: Tx): Promise<void> {
  const rows = await tx.selectFrom('account').select(['role', 'clearance']).execute();
  if (rows.length > 0 && !rows.some(({ role, clearance }) => role === 'admin' && clearance === 'RED'))
    throw new ParleyError('conflict', 'somebody must be admin of every process with a clearance of RED');
}

const told = ({ role, clearance, grants }: Pick<User, 'role' | 'clearance' | 'grants'>): string =>
  [...(role === null ? [] : [`${role}, ${clearance}`]), ...grants.map((one) => `${one.role}, ${one.clearance} in ${one.process}`)].join(
    '; ',
  ) || 'nothing';

async function keepGrants(tx: Tx, who: ReaderOf, account: string, grants: User['grants']): Promise<void> {
  await tx.deleteFrom('account_grant').where('account', '=', account).execute();
  const rows = new Map<string, { account: string; process: string; role: string; clearance: string }>();
  for (const { process, role, clearance } of grants) {
    const id = await processIdOf(tx, who, process);
    rows.set(id, { account, process: id, role, clearance });
  }
  if (rows.size > 0)
    await tx
      .insertInto('account_grant')
      .values([...rows.values()])
      .execute();
}

function parsed<T>(result: { success: true; data: T } | { success: false; error: { issues: readonly { message: string }[] } }): T {
  if (result.success) return result.data;
  throw new ParleyError('bad-request', result.error.issues[0]?.message ?? 'the user');
}

/** The hash of a password that somebody chose. Throws `bad-request` for one too short or too long. */
export const chosenPassword = async (password: string, cost: PasswordCost): Promise<string> =>
  hashOfPassword(parsed(passwordSchema.safeParse(password)), cost);

/** Lets somebody in. Throws `not-allowed`, `conflict`, `unknown-process`, `bad-request`. `password` is kept as it is: a hash. */
export async function addAccount(store: Store, who: ReaderOf, given: NewUser, password: string | null, now: Date): Promise<User> {
  demand(who, 'admin');
  const { name, role, clearance, grants, subject } = parsed(newUserSchema.safeParse(given));
  checkReach(who, { name, clearance, grants });
  const at = now.toISOString();
  return store.engine.write.transaction().execute(async (tx) => {
    if (await accountNamed(tx, name)) throw new ParleyError('conflict', `there is a user ${name} already`);
    if (subject !== null && (await accountBySubject(tx, subject))) throw new ParleyError('conflict', `${subject} is another user's`);
    const id = `a-${randomBytes(8).toString('hex')}`;
    const row = { id, name, name_key: keyOf(name), role, clearance, password, subject, added: at, added_by: who.reader, seen: null };
    await tx.insertInto('account').values(row).execute();
    await keepGrants(tx, who, id, grants);
    await checkAdminLeft(tx);
    const made = await accountOf(tx, id);
    if (!made) throw new ParleyError('fault', `the user ${name} was not kept`);
    await noteIn(tx, [{ at, by: who.reader, did: 'user added', what: `${name}: ${told(made.user)}` }]);
    return made.user;
  });
}

/** The account that somebody is to change. Throws `unknown-user`, and `not-allowed` where they see less than it. */
async function manageable(tx: Tx, who: ReaderOf, name: string): Promise<Account> {
  demand(who, 'admin');
  const found = await accountNamed(tx, name);
  if (!found) throw new ParleyError('unknown-user', JSON.stringify(name));
  checkReach(who, found.user);
  return found;
}

/** Changes what somebody may do and see, from their next request on. Throws `unknown-user`, `not-allowed`, `conflict`, `unknown-process`, `bad-request`. */
export async function setAccount(store: Store, who: ReaderOf, name: string, given: UserChange, now: Date): Promise<User> {
  const change = parsed(userChangeSchema.safeParse(given));
  const at = now.toISOString();
  return store.engine.write.transaction().execute(async (tx) => {
    const { id, user } = await manageable(tx, who, name);
    const wanted = { ...user, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
    if ((wanted.role === null) !== (wanted.clearance === null))
      throw new ParleyError('bad-request', 'a role and a clearance are given together');
    checkReach(who, wanted);
    const other = wanted.subject === null ? null : await accountBySubject(tx, wanted.subject);
    if (other && other.id !== id) throw new ParleyError('conflict', `${wanted.subject} is another user's`);
    await tx
      .updateTable('account')
      .set({ role: wanted.role, clearance: wanted.clearance, subject: wanted.subject })
      .where('id', '=', id)
      .execute();
    await keepGrants(tx, who, id, wanted.grants);
    await checkAdminLeft(tx);
    const made = (await accountOf(tx, id))?.user ?? user;
    await noteIn(tx, [{ at, by: who.reader, did: 'user changed', what: `${user.name}: ${told(made)}` }]);
    return made;
  });
}

/** Lets somebody in no more: sessions and tokens end, what they did stays under their name. Throws `unknown-user`, `not-allowed`, `conflict`. */
export async function removeAccount(store: Store, who: ReaderOf, name: string, now: Date): Promise<void> {
  await store.engine.write.transaction().execute(async (tx) => {
    const { id, user } = await manageable(tx, who, name);
    await tx.deleteFrom('account').where('id', '=', id).execute();
    await checkAdminLeft(tx);
    await noteIn(tx, [{ at: now.toISOString(), by: who.reader, did: 'user removed', what: user.name }]);
  });
}

/** Keeps a password (its hash; null: none), and ends all sessions of the user but `keep`. Throws `unknown-user`, and `not-allowed` for another's. */
export async function setPassword(
  store: Store,
  who: ReaderOf,
  name: string,
  password: string | null,
  now: Date,
  keep: string | null = null,
): Promise<void> {
  await store.engine.write.transaction().execute(async (tx) => {
    const own = keyOf(who.reader) === keyOf(name) ? await accountNamed(tx, name) : null;
    const { id, user } = own ?? (await manageable(tx, who, name));
    await tx.updateTable('account').set({ password }).where('id', '=', id).execute();
    let ended = tx.deleteFrom('session').where('account', '=', id);
    if (keep !== null) ended = ended.where('hash', '<>', keep);
    await ended.execute();
    await noteIn(tx, [{ at: now.toISOString(), by: who.reader, did: 'password set', what: user.name }]);
  });
}

/** True where somebody's role everywhere lets them look after others. */
export const looksAfter = (who: ReaderOf): boolean => isEnough(roleEverywhere(who), 'admin');
