// A home that can't be used says why, and nothing in it is changed.
import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { holdHome, homeFolder, storeFile } from '../../src/record/home.js';
import { keepReport } from '../../src/record/keeping.js';
import { MIGRATIONS, migrate } from '../../src/record/migrations.js';
import { getReport, listReports } from '../../src/record/reports.js';
import { sqliteEngine } from '../../src/record/sqlite/engine.js';
import { openStore } from '../../src/record/store.js';
import { ParleyError } from '../../src/terms/errors.js';
import { LOCAL_READER } from '../../src/terms/marks.js';
import { folderFor, storeFor } from './home-of-test.js';
import { madeReport } from './made.js';

const who = LOCAL_READER;
const coded = (code: string, value?: RegExp) => (error: unknown) =>
  error instanceof ParleyError && error.code === code && (value === undefined || value.test(error.value));

describe('the home', () => {
  it('is where it is asked for, else where the environment says, else in the data folder', () => {
    assert.equal(homeFolder('/a/b', { PARLEY_HOME: '/c' }), '/a/b');
    assert.equal(homeFolder(undefined, { PARLEY_HOME: '/c', XDG_DATA_HOME: '/d' }), '/c');
    assert.equal(homeFolder(undefined, { XDG_DATA_HOME: '/d' }), '/d/parley');
    assert.match(homeFolder(undefined, { XDG_DATA_HOME: 'relative' }), /\.local\/share\/parley$/);
    assert.match(homeFolder(undefined, {}), /\.local\/share\/parley$/);
  });

  it('is made for its owner alone', async (t) => {
    const home = join(folderFor(t), 'deep', 'home');
    await storeFor(t, home);
    assert.equal(statSync(home).mode & 0o077, 0);
  });

  it('without write permission is refused', { skip: process.getuid?.() === 0 && 'root may write everywhere' }, async (t) => {
    const home = folderFor(t);
    chmodSync(home, 0o500);
    t.after(() => chmodSync(home, 0o700));
    await assert.rejects(openStore(home, 'test'), coded('home-not-writable'));
  });

  it('that is a file, or below one, is refused', async (t) => {
    const file = join(folderFor(t), 'file');
    writeFileSync(file, 'not a folder');
    await assert.rejects(openStore(file, 'test'), coded('home-not-writable'));
    await assert.rejects(openStore(join(file, 'below'), 'test'), coded('home-not-writable'));
  });

  it('is held by one desk at a time, and free again when let go', (t) => {
    const home = folderFor(t);
    const held = holdHome(home);
    assert.throws(() => holdHome(home), coded('desk-running'));
    held.release();
    held.release();
    holdHome(home).release();
  });
});

describe('the store', () => {
  it('of a newer Parley is refused by name, and left as it was', async (t) => {
    const home = folderFor(t);
    const store = await openStore(home, 'test');
    await sql`insert into store_version (version, name, at, program) values (99, 'of the future', 'then', '9.9.9')`.execute(
      store.engine.write,
    );
    await store.close();
    const before = readFileSync(storeFile(home));
    await assert.rejects(openStore(home, 'test'), coded('store-newer', /99 of Parley 9\.9\.9/));
    assert.deepEqual(readFileSync(storeFile(home)), before);
  });

  it('is brought to a newer form whole, or stays as it was', async (t) => {
    const home = folderFor(t);
    const store = await openStore(home, 'one');
    const { id } = await keepReport(store, who, { ...madeReport(1), mark: 'CLEAR', processes: [] });
    await store.close();
    const newest = MIGRATIONS.at(-1)?.version ?? 0;
    const more = { version: newest + 1, name: 'a column more', statements: () => ['alter table report add column weight integer'] };
    const broken = { ...more, statements: () => [...more.statements(), 'create table nonsense ('] };
    const engine = sqliteEngine(storeFile(home));
    t.after(() => engine.close());
    await assert.rejects(migrate(engine, 'now', 'two', [...MIGRATIONS, broken]));
    assert.deepEqual(await migrate(engine, 'now', 'one'), { from: newest, to: newest }, 'nothing of the broken change is left');
    assert.deepEqual(await migrate(engine, 'now', 'two', [...MIGRATIONS, more]), { from: newest, to: newest + 1 });
    assert.deepEqual(await migrate(engine, 'now', 'two', [...MIGRATIONS, more]), { from: newest + 1, to: newest + 1 });
    const { rows } = await sql<{ weight: number | null }>`select weight from report where id = ${id}`.execute(engine.read);
    assert.deepEqual(
      rows.map(({ weight }) => weight),
      [null],
    );
  });

  it('that is no database, or a torn one, is called damaged', async (t) => {
    const home = folderFor(t);
    writeFileSync(storeFile(home), 'These are the words of no database at all. '.repeat(200));
    await assert.rejects(openStore(home, 'test'), coded('store-damaged', /parley\.db/));
    const torn = join(home, 'torn');
    mkdirSync(torn);
    const store = await openStore(torn, 'test');
    for (let n = 0; n < 20; n++) await keepReport(store, who, { ...madeReport(n), mark: 'CLEAR', processes: [] });
    await store.close();
    truncateSync(storeFile(torn), 20_000);
    await assert.rejects(async () => {
      const opened = await openStore(torn, 'test');
      t.after(() => opened.close());
      const { items } = await listReports(opened, who, {});
      for (const { id } of items) await getReport(opened, who, id);
    }, coded('store-damaged'));
  });

  it('is read while another program writes, and two programs write in turn', async (t) => {
    const home = folderFor(t);
    const one = await storeFor(t, home);
    const two = await storeFor(t, home);
    const keeps = [1, 2, 3, 4, 5, 6].map((n) => keepReport(n % 2 ? one : two, who, { ...madeReport(n), mark: 'CLEAR', processes: [] }));
    await Promise.all(keeps);
    assert.equal((await listReports(one, who, {})).total, 6);
    assert.equal((await listReports(two, who, {})).total, 6);
  });

  it('copied with its log is whole', async (t) => {
    const home = folderFor(t);
    const store = await storeFor(t, home);
    await keepReport(store, who, { ...madeReport(1), mark: 'CLEAR', processes: [] });
    const copy = folderFor(t);
    for (const end of ['', '-wal']) copyFileSync(`${storeFile(home)}${end}`, `${storeFile(copy)}${end}`);
    assert.equal((await listReports(await storeFor(t, copy), who, {})).total, 1);
  });
});
