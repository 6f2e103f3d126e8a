// `parley backup`, `restore` and `check` at the shell: beside a running desk where they can, with the next step where they can't.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { run, start } from './run-program.js';

const folder = mkdtempSync(join(tmpdir(), 'parley-safe-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a backup is taken while the desk runs, checked, and restored elsewhere', async () => {
  const home = join(folder, 'home');
  const desk = start(['serve', '--home', home, '--port', '0', '--no-demo']);
  for (let i = 0; !desk.out().includes('stands at') && i < 400; i++) await pause(25);
  try {
    const text = 'GENEVA - The envoy said that talks open on Monday.';
    assert.equal((await run(['add', '-', '--home', home], { stdin: text })).code, 0);
    const made = await run(['backup', 'talks.db', '--home', home], { cwd: folder });
    assert.match(made.out, /talks\.db: \d+\.\d [kM]B, 1 report, \d+ changes?, \d+ rows\n/, made.err);
    const again = await run(['backup', 'talks.db', '--home', home], { cwd: folder });
    assert.equal(again.code, 2);
    assert.match(again.err, /There is a file at .*talks\.db already\.\nChoose another name/);
    const named = await run(['backup', '--home', home, '--json'], { cwd: folder });
    assert.match(JSON.parse(named.out).file, /parley-\d{4}-\d\d-\d\d-\d{6}\.db$/);
    const sound = await run(['check', '--home', home]);
    assert.match(sound.out, /^Sound: 1 report, /, sound.err);
    const over = await run(['restore', join(folder, 'talks.db'), '--home', home, '--force']);
    assert.equal(over.code, 5);
    assert.match(over.err, /A desk is already serving this home.*\n.*stop it first/);
  } finally {
    desk.interrupt();
    await desk.done;
  }
  const other = join(folder, 'other');
  const restored = await run(['restore', 'talks.db', '--home', other], { cwd: folder });
  assert.match(restored.out, /^Restored into .*: 1 report, /, restored.err);
  const full = await run(['restore', 'talks.db', '--home', other], { cwd: folder });
  assert.deepEqual([full.code, /--force/.test(full.err)], [5, true]);
  assert.equal((await run(['restore', 'none.db', '--home', other], { cwd: folder })).code, 4);
  assert.match((await run(['list', '--home', other])).out, /envoy said/);
  assert.ok(readdirSync(folder).every((name) => !name.includes('partial')));
});

test('a check of a damaged record names each fault and ends with 5', async () => {
  const home = join(folder, 'damaged');
  await run(['process', 'new', 'Lake talks', '--home', home]);
  const database = new DatabaseSync(join(home, 'parley.db'));
  database.exec("update process set name = 'Sea talks'");
  database.close();
  const { code, out, err } = await run(['check', '--home', home]);
  assert.equal(code, 5);
  assert.match(out, /^the table process does not agree with the history: rows that it does not give: 1; .*\n$/);
  assert.match(err, /damaged: 1 fault in .*\nRestore the last backup with: parley restore/);
  assert.equal((await run(['check', '--home', join(folder, 'nowhere')])).code, 4);
});
