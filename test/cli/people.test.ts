// `parley user`, `token` and `audit` at the shell, beside a running desk and without one; and a desk that is not opened to everybody.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { run, start } from './run-program.js';

const folder = mkdtempSync(join(tmpdir(), 'parley-people-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const PASSWORD = 'a long enough password';

test('people are let in, their rights are changed and taken away, and all of it is in the log', async () => {
  const home = join(folder, 'home');
  const parley = (args: readonly string[], stdin = '') => run([...args, '--home', home], { stdin });
  await parley(['process', 'new', 'Lake talks']);
  const early = await parley(['user', 'add', 'ben', '--role', 'viewer'], PASSWORD);
  assert.equal(early.code, 2);
  assert.match(early.err, /somebody must be admin of every process/);
  const anna = await parley(['user', 'add', 'anna', '--role', 'admin', '--clearance', 'red'], `${PASSWORD}\nmore\n`);
  assert.equal(anna.out, 'anna may sign in: admin, RED.\n', anna.err);
  const short = await parley(['user', 'add', 'ben'], 'short');
  assert.deepEqual([short.code, /at least 12 characters/.test(short.err)], [2, true]);
  assert.equal((await parley(['user', 'add', 'ben'])).code, 2, 'no password is none');
  const ben = await parley(['user', 'add', 'ben', '--no-password', '--process', 'Lake talks', '--role', 'editor', '--clearance', 'AMBER']);
  assert.equal(ben.out, 'ben may sign in: lake-talks: editor, AMBER.\n', ben.err);
  const set = await parley(['user', 'set', 'BEN', '--role', 'reviewer']);
  assert.equal(set.out, 'ben: reviewer, GREEN; lake-talks: editor, AMBER.\n', set.err);
  assert.equal((await parley(['user', 'set', 'ben', '--process', 'lake-talks', '--nothing'])).out, 'ben: reviewer, GREEN.\n');
  assert.equal((await parley(['user', 'set', 'ben'])).code, 2);
  assert.equal((await parley(['user', 'set', 'carla', '--role', 'viewer'])).code, 4);
  assert.equal((await parley(['user', 'set', 'ben', '--role', 'king'])).code, 2);
  const list = await parley(['user', 'list']);
  assert.match(list.out, /^anna\s+admin, RED\s+password\s+not signed in yet/m);
  assert.match(list.out, /^ben\s+reviewer, GREEN\s+no password/m);
  assert.doesNotMatch((await parley(['user', 'list', '--json'])).out, /scrypt/);
  assert.equal((await parley(['user', 'password', 'ben'], PASSWORD)).code, 0);
  const made = await parley(['token', 'add', 'ben', 'nightly', '--role', 'viewer', '--clearance', 'GREEN', '--days', '3']);
  assert.match(made.out, /^parley_[\w-]{43}\n$/);
  const [, id = ''] = /revoke (t-\w+)/.exec(made.err) ?? [];
  assert.match((await parley(['token', 'list', 'ben'])).out, new RegExp(`^${id}\\s+ben\\s+nightly\\s+viewer, GREEN`));
  assert.equal((await parley(['token', 'revoke', id])).code, 0);
  assert.equal((await parley(['token', 'revoke', id])).code, 4);
  assert.equal((await parley(['user', 'remove', 'anna'])).code, 2, 'somebody must stay in charge');
  assert.equal((await parley(['user', 'remove', 'ben'])).code, 0);
  const log = await parley(['audit']);
  assert.match(log.out, /local\s+user removed\s+ben/);
  assert.match(log.out, /local\s+token made\s+t-\w+ \(nightly\) of ben: viewer, GREEN/);
  assert.doesNotMatch(log.out + list.out, new RegExp(PASSWORD));
});

test('a desk is open to this machine alone until somebody has an account', async () => {
  const home = join(folder, 'open');
  const refused = await run(['serve', '--home', home, '--port', '0', '--no-demo', '--host', '0.0.0.0']);
  assert.equal(refused.code, 7);
  assert.match(refused.err, /open to everybody who reaches 0\.0\.0\.0: nobody has an account.*\n.*parley user add NAME --role admin/);
  const half = await run(['serve', '--home', home, '--port', '0', '--no-demo'], {
    env: { PARLEY_OPENID_ISSUER: 'https://id.example.org' },
  });
  assert.equal(half.code, 2);
  for (const how of [{ env: { PARLEY_OPEN_DESK: 'yes' } }, {}]) {
    if (!('env' in how))
      assert.equal(
        (await run(['user', 'add', 'anna', '--role', 'admin', '--clearance', 'RED', '--home', home], { stdin: PASSWORD })).code,
        0,
      );
    const desk = start(['serve', '--home', home, '--port', '0', '--no-demo', '--host', '0.0.0.0'], how);
    for (let i = 0; !desk.out().includes('stands at') && i < 400; i++) await pause(25);
    try {
      const port = /stands at http:\/\/0\.0\.0\.0:(\d+)/.exec(desk.out())?.[1];
      const answer = await fetch(`http://127.0.0.1:${port}/processes.json`);
      assert.equal(answer.status, 'env' in how ? 200 : 401);
      // The owner of the home goes on through the desk, by the key in the home.
      assert.equal((await run(['process', 'list', '--home', home])).code, 0);
      if (!('env' in how)) {
        const made = await run(['token', 'add', 'anna', 'test', '--home', home]);
        const asked = await fetch(`http://127.0.0.1:${port}/processes.json`, { headers: { authorization: `Bearer ${made.out.trim()}` } });
        assert.equal(asked.status, 200, made.err);
        assert.match((await run(['user', 'list', '--home', home])).out, /^anna\s+admin, RED/);
      }
    } finally {
      desk.interrupt();
      await desk.done;
    }
  }
});
