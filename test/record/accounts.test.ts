// Accounts, sessions, tokens, tries and the log of who saw what, on both engines: what is kept, when it ends, and who may not reach whom.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { AuditLog } from '../../src/parley/audit-log.js';
import {
  accountBySubject,
  accountNamed,
  addAccount,
  chosenPassword,
  hasAccounts,
  listAccounts,
  removeAccount,
  setAccount,
  setPassword,
} from '../../src/record/accounts.js';
import { listAudit, note } from '../../src/record/audit.js';
import { keepReport } from '../../src/record/keeping.js';
import { COST, hashOfPassword, isOfAnotherCost, isPassword } from '../../src/record/passwords.js';
import { createProcess, removeProcess } from '../../src/record/processes.js';
import { endSession, hashOfSecret, sessionIn, startSession } from '../../src/record/sessions.js';
import { settingOf } from '../../src/record/settings.js';
import { replay, type Store } from '../../src/record/store.js';
import { listTokens, makeToken, revokeToken, tokenIn, within } from '../../src/record/tokens.js';
import { countTry, forgive, tryKey, waitAfter, waitFor } from '../../src/record/tries.js';
import { LOCAL_READER, MARKS, type ReaderOf } from '../../src/terms/marks.js';
import { madeReport } from './made.js';
import { overEngines } from './over-engines.js';

const NOW = new Date('2026-01-01T00:00:00Z');
const later = (ms: number): Date => new Date(NOW.getTime() + ms);
const HOUR = 3_600_000;
const who = LOCAL_READER;

async function withAnna(store: Store): Promise<NonNullable<Awaited<ReturnType<typeof accountNamed>>>> {
  await addAccount(store, who, { name: 'Anna', role: 'admin', clearance: 'RED' }, null, NOW);
  return (await accountNamed(store.read, 'anna')) ?? assert.fail();
}

it('keeps passwords by scrypt at a cost that is held for enough, and knows older costs', async () => {
  const hash = await hashOfPassword('pässwörd of somebody', COST);
  assert.match(hash, /^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  assert.equal(await isPassword('pässwörd of somebody', hash), true);
  assert.equal(await isPassword('pa\u0308sswo\u0308rd of somebody', hash), true, 'the same characters, typed otherwise');
  assert.equal(await isPassword('password of somebody', hash), false);
  const older = await hashOfPassword('x', { n: 1024, r: 8, p: 1 });
  assert.deepEqual([isOfAnotherCost(hash, COST), isOfAnotherCost(older, COST)], [false, true]);
  assert.equal(await isPassword('x', older), true);
  await assert.rejects(chosenPassword('short', COST), { code: 'bad-request' });
});

overEngines('accounts', (storeFor) => {
  it('are made, changed and removed, the name being one in any case', async (t) => {
    const store = await storeFor(t);
    assert.equal(await hasAccounts(store.read), false);
    await createProcess(store, who, 'Lake talks');
    await withAnna(store);
    assert.equal(await hasAccounts(store.read), true);
    await assert.rejects(addAccount(store, who, { name: 'ANNA' }, null, NOW), { code: 'conflict' });
    for (const name of ['', ' ', 'local', 'Local', 'a\nb', '<b>', 'x'.repeat(61)])
      await assert.rejects(addAccount(store, who, { name }, null, NOW), { code: 'bad-request' }, JSON.stringify(name));
    await assert.rejects(addAccount(store, who, { name: 'half', role: 'viewer' }, null, NOW), { code: 'bad-request' });
    const grants = [{ process: 'Lake talks', role: 'editor' as const, clearance: 'AMBER' as const }];
    const ben = await addAccount(store, who, { name: 'ben', grants, subject: 'https://id b' }, null, NOW);
    assert.deepEqual([ben.role, ben.grants], [null, [{ ...grants[0], process: 'lake-talks' }]]);
    assert.equal((await accountBySubject(store.read, 'https://id b'))?.user.name, 'ben');
    await assert.rejects(addAccount(store, who, { name: 'carl', subject: 'https://id b' }, null, NOW), { code: 'conflict' });
    await assert.rejects(setAccount(store, who, 'ben', { grants: [{ process: 'Sea', role: 'viewer', clearance: 'RED' }] }, NOW), {
      code: 'unknown-process',
    });
    assert.deepEqual((await setAccount(store, who, 'BEN', { subject: null }, NOW)).grants, ben.grants, 'what is left out stays');
    await removeAccount(store, who, 'ben', NOW);
    await assert.rejects(removeAccount(store, who, 'ben', NOW), { code: 'unknown-user' });
    await removeAccount(store, who, 'anna', NOW);
    assert.equal(await hasAccounts(store.read), false, 'the last of all may go');
    const did = (await listAudit(store, who, {})).items.map(({ did: what }) => what);
    assert.deepEqual(did, ['user removed', 'user removed', 'user changed', 'user added', 'user added']);
  });

  it('let nobody reach further than those who let them', async (t) => {
    const store = await storeFor(t);
    await createProcess(store, who, 'Lake talks');
    await withAnna(store);
    const amber: ReaderOf = { reader: 'amber', role: 'admin', clearance: 'AMBER' };
    const password = await chosenPassword('long enough to be one', { n: 1024, r: 8, p: 1 });
    await assert.rejects(addAccount(store, amber, { name: 'x', role: 'viewer', clearance: 'RED' }, null, NOW), { code: 'not-allowed' });
    const grants = [{ process: 'lake-talks', role: 'viewer' as const, clearance: 'AMBER+STRICT' as const }];
    await assert.rejects(addAccount(store, amber, { name: 'x', grants }, null, NOW), { code: 'not-allowed' });
    for (const act of [
      () => setAccount(store, amber, 'Anna', { role: 'viewer', clearance: 'CLEAR' }, NOW),
      () => setPassword(store, amber, 'Anna', password, NOW),
      () => removeAccount(store, amber, 'Anna', NOW),
    ])
      await assert.rejects(act(), { code: 'not-allowed' });
    const ben = await addAccount(store, amber, { name: 'ben', role: 'editor', clearance: 'AMBER' }, null, NOW);
    assert.equal(ben.addedBy, 'amber');
    for (const other of [
      { reader: 'ben', role: 'editor' as const, clearance: 'RED' as const },
      { reader: 'c', role: null, clearance: null, grants },
    ]) {
      await assert.rejects(listAccounts(store, other), { code: 'not-allowed' });
      await assert.rejects(addAccount(store, other, { name: 'x' }, null, NOW), { code: 'not-allowed' });
    }
  });

  it('lose what they may in a process that is removed: another of that name is another', async (t) => {
    const store = await storeFor(t);
    await createProcess(store, who, 'Lake talks');
    await withAnna(store);
    await addAccount(store, who, { name: 'ben', grants: [{ process: 'lake-talks', role: 'editor', clearance: 'RED' }] }, null, NOW);
    await removeProcess(store, who, 'lake-talks', false);
    assert.equal((await createProcess(store, who, 'Lake talks')).id, 'lake-talks');
    assert.deepEqual((await accountNamed(store.read, 'ben'))?.user.grants, []);
  });

  it('stay when the history is done again', async (t) => {
    const store = await storeFor(t);
    await withAnna(store);
    await note(store, [{ at: NOW.toISOString(), by: 'anna', did: 'saw', what: 'report', report: 'r', mark: 'RED' }]);
    await replay(store);
    assert.equal((await listAccounts(store, who)).length, 1);
    assert.equal((await listAudit(store, who, { did: 'saw' })).total, 1);
  });

  it('have sessions that last while they are used, and no longer than a week', async (t) => {
    const store = await storeFor(t);
    const anna = await withAnna(store);
    const { session, reader } = await startSession(store, anna, NOW, 'test');
    assert.deepEqual(reader, { reader: 'Anna', role: 'admin', clearance: 'RED', grants: [] });
    const kept = await store.read.selectFrom('session').selectAll().executeTakeFirstOrThrow();
    assert.equal(JSON.stringify(kept).includes(session), false, 'the store does not hold the secret');
    assert.equal(kept.hash, hashOfSecret(session));
    assert.equal((await sessionIn(store, session, later(HOUR / 60)))?.renew, null, 'a use just now is not written down again');
    assert.equal(await sessionIn(store, session, later(12 * HOUR)), null, 'nobody came for 12 hours');
    for (let hour = 11; hour < 24 * 7; hour += 11) {
      const use = await sessionIn(store, session, later(hour * HOUR));
      assert.equal(use?.reader.reader, 'Anna', `hour ${hour}`);
      await use?.renew?.();
    }
    assert.equal(await sessionIn(store, session, later(7 * 24 * HOUR)), null, 'a week is over');
    assert.equal(await sessionIn(store, `${session}x`, NOW), null);
    await endSession(store, session, NOW);
    assert.equal(await sessionIn(store, session, later(HOUR)), null);
    const again = await startSession(store, anna, NOW, 'test');
    const other = await startSession(store, anna, NOW, 'test');
    await setPassword(store, { reader: 'Anna', clearance: 'CLEAR', role: 'viewer' }, 'anna', null, NOW, hashOfSecret(again.session));
    assert.notEqual(await sessionIn(store, again.session, later(1)), null);
    assert.equal(await sessionIn(store, other.session, later(1)), null, 'a new password ends the others');
    await removeAccount(store, who, 'anna', NOW);
    assert.equal(await sessionIn(store, again.session, later(1)), null);
  });

  it('have tokens that are worth no more than they say, nor than their user', async (t) => {
    const store = await storeFor(t);
    await withAnna(store);
    const anna: ReaderOf = { reader: 'Anna', role: 'admin', clearance: 'RED' };
    await addAccount(store, who, { name: 'ben', role: 'reviewer', clearance: 'AMBER' }, null, NOW);
    const made = await makeToken(store, anna, { label: 'nightly', role: 'editor', clearance: 'GREEN', days: 10 }, NOW);
    assert.deepEqual((await tokenIn(store, made.secret, NOW))?.reader, { reader: 'Anna', role: 'editor', clearance: 'GREEN', grants: [] });
    assert.equal(await tokenIn(store, made.secret, later(10 * 24 * HOUR)), null, 'its days are over');
    assert.equal(await tokenIn(store, made.secret.slice(0, -1), NOW), null);
    await assert.rejects(makeToken(store, anna, { user: 'ben', label: 'in the name of another' }, NOW), { code: 'not-allowed' });
    const bens = await makeToken(store, who, { user: 'ben', label: 'all', role: 'admin', clearance: 'RED', days: null }, NOW);
    assert.deepEqual((await tokenIn(store, bens.secret, later(9000 * 24 * HOUR)))?.reader, {
      reader: 'ben',
      role: 'reviewer',
      clearance: 'AMBER',
      grants: [],
    });
    const ben: ReaderOf = { reader: 'ben', role: 'reviewer', clearance: 'AMBER' };
    assert.deepEqual(
      (await listTokens(store, ben, undefined)).map(({ label }) => label),
      ['all'],
    );
    assert.equal((await listTokens(store, anna, undefined)).length, 2);
    await assert.rejects(listTokens(store, ben, 'Anna'), { code: 'not-allowed' });
    await assert.rejects(revokeToken(store, ben, made.id, NOW), { code: 'unknown-token' });
    await revokeToken(store, ben, bens.id, NOW);
    assert.equal(await tokenIn(store, bens.secret, NOW), null);
    await removeAccount(store, who, 'ben', NOW);
    assert.deepEqual(
      within(
        { reader: 'x', role: null, clearance: null, grants: [{ process: 'p', role: 'admin', clearance: 'RED' }] },
        { role: 'viewer', clearance: 'GREEN' },
      ),
      { reader: 'x', role: null, clearance: null, grants: [{ process: 'p', role: 'viewer', clearance: 'GREEN' }] },
    );
  });

  it('wait after failed tries, longer each time, by name and address', async (t) => {
    const store = await storeFor(t);
    const [key, other] = [tryKey('Anna', 'address 10.0.0.1'), tryKey('Anna', 'address 10.0.0.2')];
    assert.equal(key, tryKey(' anna ', 'address 10.0.0.1'));
    assert.deepEqual([0, 4, 5, 6, 10, 40].map(waitAfter), [0, 0, 1000, 2000, 32_000, 900_000]);
    for (let i = 0; i < 6; i++) await countTry(store, key, NOW);
    assert.equal(await waitFor(store, key, NOW), 2000);
    assert.equal(await waitFor(store, key, later(2000)), 0);
    assert.equal(await waitFor(store, other, NOW), 0);
    await forgive(store, key);
    assert.equal(await waitFor(store, key, NOW), 0);
    await countTry(store, key, NOW);
    await countTry(store, other, later(25 * HOUR));
    assert.equal((await store.read.selectFrom('sign_in_try').selectAll().execute()).length, 1, 'what is a day old is forgotten');
  });

  it('share settings: the first value is everybody’s', async (t) => {
    const store = await storeFor(t);
    const values = await Promise.all(['a', 'b', 'c'].map((value) => settingOf(store, 'x', () => value)));
    assert.equal(new Set(values).size, 1);
  });
});

overEngines('the log', (storeFor) => {
  it('notes looks and changes of what is marked above GREEN, each look once, after the fact', async (t) => {
    const store = await storeFor(t);
    await createProcess(store, who, 'Lake talks');
    const ids: string[] = [];
    for (const [n, mark] of MARKS.entries()) {
      const made = madeReport(n);
      await keepReport(store, who, { ...made, mark, processes: ['lake-talks'] });
      ids.push(made.report.id);
    }
    const failures: unknown[] = [];
    const log = new AuditLog(store, (error) => failures.push(error));
    const amber: ReaderOf = { reader: 'amber', role: 'viewer', clearance: 'AMBER' };
    const green: ReaderOf = { reader: 'green', role: 'viewer', clearance: 'GREEN' };
    for (let i = 0; i < 3; i++) log.saw(amber, 'report', ids);
    log.saw(green, 'report', ids.slice(0, 2));
    log.sawAll(who, 'board', 'lake-talks');
    log.sawAll(amber, 'board', null);
    log.sawAll(green, 'board', null);
    log.sawListed(amber, 'list of reports', null, ['CLEAR', 'AMBER']);
    log.sawListed(green, 'list of reports', null, ['CLEAR', 'GREEN']);
    log.changed(who, 'line accepted', [ids[4] ?? '', ids[0] ?? '']);
    log.changedFrom(who, 'marked CLEAR', ids[0] ?? '', 'RED', 'CLEAR');
    log.changedFrom(who, 'marked GREEN', ids[0] ?? '', 'CLEAR', 'GREEN');
    await log.settle();
    const told = (await listAudit(store, who, { limit: 100 })).items.map(({ by, did, what, report, process, mark, reports }) =>
      [by, did, what, report === null ? process : ids.indexOf(report), mark, reports].join(' '),
    );
    assert.deepEqual(told.sort(), [
      'amber saw board  AMBER 1',
      'amber saw list of reports  AMBER 1',
      'amber saw report 2 AMBER ',
      'amber saw report 3 AMBER+STRICT ',
      'amber saw report 4 RED ',
      'local changed line accepted 4 RED ',
      'local changed marked CLEAR 0 RED ',
      'local saw board lake-talks RED 3',
    ]);
    const seen = await listAudit(store, { reader: 'x', role: 'admin', clearance: 'AMBER' }, { limit: 100 });
    assert.ok(
      seen.items.every(({ mark }) => mark === 'AMBER'),
      'an admin is told no more than they are cleared for',
    );
    assert.equal((await listAudit(store, who, { by: 'amber', report: ids[4] })).total, 1);
    assert.deepEqual(failures, []);
  });
});
