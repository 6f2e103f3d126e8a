// A backup is the record as it stood, a restored one the same again, and a check finds what has been tampered with.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DatabaseSync } from '@photostructure/sqlite';
import { backUp } from '../../src/record/backup.js';
import { checkStore } from '../../src/record/check.js';
import { holdHome, makeHome, storeFile } from '../../src/record/home.js';
import { keepReport } from '../../src/record/keeping.js';
import { createProcess } from '../../src/record/processes.js';
import { removeReport } from '../../src/record/reports.js';
import { restore } from '../../src/record/restore.js';
import { reviewLine } from '../../src/record/reviews.js';
import { ParleyError } from '../../src/terms/errors.js';
import { LOCAL_READER as who } from '../../src/terms/marks.js';
import { dump } from './dump.js';
import { folderFor, storeFor } from './home-of-test.js';
import { madeReport } from './made.js';

const code = (wanted: string) => (error: unknown) => error instanceof ParleyError && error.code === wanted;

/** A home with three reports, one of them removed again, and a review. */
async function filled(t: TestContext) {
  const home = folderFor(t);
  const store = await storeFor(t, home);
  await createProcess(store, who, 'One');
  for (const n of [1, 2, 3]) await keepReport(store, who, { ...madeReport(n), mark: 'CLEAR', processes: ['One'] });
  await reviewLine(store, who, `${madeReport(1).report.id}:c1`, { state: 'accepted' });
  await removeReport(store, who, madeReport(3).report.id);
  return { home, store };
}

/** SQLite lets go of a closed file once its prepared statements are collected; a program of its own ends, this one goes on. */
async function letGo(): Promise<void> {
  setFlagsFromString('--expose-gc');
  for (let i = 0; i < 3; i++) {
    runInNewContext('gc')();
    await turn();
  }
}

const check = (home: string) => checkStore(storeFile(home), home, 'test');

describe('a backup', () => {
  it('is taken beside a writer and restored to the same record', async (t) => {
    const { home, store } = await filled(t);
    const before = await dump(store);
    const file = join(folderFor(t), 'backup.db');
    const made = backUp(home, file);
    assert.deepEqual([made.reports, made.bytes, statSync(file).mode & 0o777], [2, statSync(file).size, 0o600]);
    assert.equal(statSync(storeFile(home)).mode & 0o777, 0o600);
    assert.ok(made.rows > made.changes && made.changes >= 8);
    assert.throws(() => backUp(home, file), code('file-exists'));
    assert.throws(() => backUp(home, join(home, 'no', 'where.db')), code('file-not-found'));
    assert.throws(() => backUp(folderFor(t), `${file}.2`), code('file-not-found'));
    await keepReport(store, who, { ...madeReport(4), mark: 'CLEAR', processes: [] });

    const other = folderFor(t);
    const restored = await restore({ home: other, file, force: false, program: 'test' });
    assert.deepEqual([restored.reports, restored.changes, restored.aside], [made.reports, made.changes, null]);
    assert.deepEqual(readdirSync(other).sort(), ['desk.lock', 'parley.db']);
    const again = await storeFor(t, other);
    assert.deepEqual(await dump(again), before);
    await again.close();
    await letGo();

    await assert.rejects(restore({ home: other, file, force: false, program: 'test' }), code('home-not-empty'));
    await assert.rejects(restore({ home, file, force: true, program: 'test' }), code('store-busy'), 'another program has it open');
    await store.close();
    await letGo();
    await restore({ home, file, force: true, program: 'test' });
    const back = await storeFor(t, home);
    assert.deepEqual(await dump(back), before, 'what was added later is gone with the record it was added to');
    await back.close();
    const held = holdHome(home);
    await assert.rejects(restore({ home, file, force: true, program: 'test' }), code('desk-running'));
    held.release();
  });

  it('that is none is refused and leaves the home as it was; a damaged record is set aside', async (t) => {
    const { home, store } = await filled(t);
    await store.close();
    await letGo();
    const folder = folderFor(t);
    const [good, bad] = [join(folder, 'good.db'), join(folder, 'bad.db')];
    backUp(home, good);
    await letGo();
    const before = readFileSync(storeFile(home));
    const cut = readFileSync(good);
    for (const bytes of ['', 'no database at all', cut.subarray(0, cut.length / 2)]) {
      writeFileSync(bad, bytes);
      await assert.rejects(restore({ home, file: bad, force: true, program: 'test' }), code('bad-backup'));
    }
    copyFileSync(good, bad);
    const database = new DatabaseSync(bad);
    database.exec("update content set text = replace(text, 'Homs', 'Hama')");
    database.close();
    await assert.rejects(restore({ home, file: bad, force: true, program: 'test' }), code('bad-backup'));
    await assert.rejects(restore({ home, file: join(folder, 'none.db'), force: true, program: 'test' }), code('file-not-found'));
    assert.ok(readFileSync(storeFile(home)).equals(before));
    assert.deepEqual(readdirSync(home).sort(), ['desk.lock', 'parley.db']);

    writeFileSync(storeFile(home), 'overwritten by something else');
    const { aside } = await restore({ home, file: good, force: true, program: 'test' });
    assert.equal(readFileSync(aside ?? '', 'utf8'), 'overwritten by something else');
    assert.deepEqual((await check(home)).faults, []);
  });
});

describe('a check', () => {
  it('finds nothing in a sound record that is in use, and leaves nothing behind', async (t) => {
    const { home, store } = await filled(t);
    const before = await dump(store);
    // Left by one that was killed: no process has so high a number.
    mkdirSync(join(home, '.check-999999999-abc'));
    const { faults, reports } = await check(home);
    assert.deepEqual([faults, reports], [[], 2]);
    assert.deepEqual(await dump(store), before);
    assert.ok(readdirSync(home).every((name) => name.startsWith('parley.db')));
  });

  const id = madeReport(1).report.id;
  const TAMPERED: readonly (readonly [sql: string, found: RegExp])[] = [
    ["update content set text = replace(text, 'Homs', 'Hama')", /the text [0-9a-f]{64} is not what was kept/],
    ["update reading set json = replace(json, 'Homs', 'Hama')", /the reading g-\w+ is not what was kept/],
    [
      `update claim set json = json_set(json, '$.evidence[0][1]', 9999) where id = 'c2' and report = '${id}'`,
      /the evidence of \S+:c2 does not stand/,
    ],
    [`update claim set json = '{' where id = 'c2' and report = '${id}'`, /the line \S+:c2 cannot be read/],
    [`delete from statement where report = '${id}'`, /the claim \S+:c1 rests on a statement that is not there/],
    [`update review set line = 'c99'`, /a review is of \S+:c99/],
    ["update report set mark = 'RED'", /the table report does not agree with the history: rows that it does not give: 2;/],
    ['delete from word_index where rowid = 1', /the words of the search does not agree/],
    ['delete from findable where id = (select max(id) from findable)', /what can be found/],
    ["delete from change where what = 'process-made'", /the history cannot be done again|does not agree with the history/],
    ["pragma foreign_keys = off; update filing set process = 'gone'", /a row of filing points to no row of process/],
    ["insert into findable (report, found, start, stop) values ('r-none', 'text', 0, 1)", /points to no row|does not agree/],
  ];
  for (const [sql, found] of TAMPERED)
    it(`finds what this did: ${sql.slice(0, 60)}`, async (t) => {
      const { home, store } = await filled(t);
      await store.close();
      const database = new DatabaseSync(storeFile(home));
      database.exec(`pragma foreign_keys = off; ${sql}`);
      database.close();
      const { faults } = await check(home);
      assert.ok(
        faults.some((fault) => found.test(fault)),
        JSON.stringify(faults),
      );
    });

  it('says of a home without a store that there is none, and makes none', async (t) => {
    const home = folderFor(t);
    makeHome(home);
    await assert.rejects(check(home), code('file-not-found'));
    assert.equal(existsSync(storeFile(home)), false);
  });
});
