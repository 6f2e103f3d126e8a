// A record moves from SQLite to PostgreSQL and back as the same record; backups of one engine are restored into the other; a check finds what was tampered with.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { backUp } from '../../src/record/backup.js';
import { backUpDatabase, restoreDatabase } from '../../src/record/database-backup.js';
import { editLine } from '../../src/record/editing.js';
import { holdHome } from '../../src/record/home.js';
import { mergeActors } from '../../src/record/joining.js';
import { keepReport } from '../../src/record/keeping.js';
import { moveRecord } from '../../src/record/moving.js';
import { listActors } from '../../src/record/people.js';
import { checkDatabase } from '../../src/record/postgres/check.js';
import { createProcess } from '../../src/record/processes.js';
import { removeReport } from '../../src/record/reports.js';
import { restore } from '../../src/record/restore.js';
import { reviewLine } from '../../src/record/reviews.js';
import { HISTORY_TABLES, OTHER_TABLES } from '../../src/record/schema.js';
import { search } from '../../src/record/search.js';
import { openDatabase, openStore, RECORD_TABLES, type Store } from '../../src/record/store.js';
import { visitProcess } from '../../src/record/visits.js';
import { ParleyError } from '../../src/terms/errors.js';
import { LOCAL_READER as who } from '../../src/terms/marks.js';
import { dump } from './dump.js';
import { clock, folderFor, storeFor } from './home-of-test.js';
import { madeReport } from './made.js';
import { databaseFor, emptyDatabase, inDatabase, whyNoServer } from './server-of-test.js';

const without = await whyNoServer();
const onServer = without === null ? {} : { skip: without };
const code = (wanted: string) => (error: unknown) => error instanceof ParleyError && error.code === wanted;

/** All kinds of things that somebody may have done. */
async function fill(store: Store): Promise<void> {
  await createProcess(store, who, 'One');
  for (const n of [1, 2, 3]) {
    const { report, reading } = madeReport(n);
    await keepReport(store, who, { report, reading, mark: n === 2 ? 'AMBER' : 'CLEAR', processes: ['One'] });
  }
  const [first, , third] = [1, 2, 3].map((n) => madeReport(n));
  assert.ok(first && third);
  await reviewLine(store, who, `${first.report.id}:c1`, { state: 'rejected', reason: 'not said – “so”, 日本' });
  const [claim] = first.reading.claims;
  assert.ok(claim?.kind === 'talks');
  await editLine(store, who, `${first.report.id}:c1`, { ...claim, status: 'postponed' });
  await removeReport(store, who, third.report.id);
  const { items } = await listActors(store, who, { limit: 10 });
  const parties = items.filter(({ kind }) => kind === items[0]?.kind);
  if (parties[0] && parties[1]) await mergeActors(store, who, parties[0].id, parties[1].id);
  await visitProcess(store, who, 'One', '2026-01-02T03:04:05.000Z');
}

async function everything(store: Store): Promise<Record<string, unknown>> {
  const tables: Record<string, unknown> = { ...(await dump(store)) };
  for (const table of [...HISTORY_TABLES, ...OTHER_TABLES]) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(store.read);
    tables[table] = rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  }
  return tables;
}

const within = async <T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> => {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

const inHome = <T>(home: string, work: (store: Store) => Promise<T>): Promise<T> =>
  openStore(home, 'test', clock()).then((store) => within(store, work));
const inAddress = <T>(address: string, work: (store: Store) => Promise<T>): Promise<T> =>
  openDatabase(address, 'test', clock()).then((store) => within(store, work));

async function filledHome(t: TestContext): Promise<string> {
  const home = folderFor(t);
  await inHome(home, fill);
  return home;
}

describe('a record that is moved', onServer, () => {
  it('is the same in PostgreSQL, and the same again when it comes back', async (t) => {
    const home = await filledHome(t);
    const before = await inHome(home, everything);
    const address = await emptyDatabase();
    const there = await moveRecord(home, address, 'test');
    assert.deepEqual([there.reports, there.changes], [2, Array.isArray(before.change) ? before.change.length : 0]);
    assert.deepEqual(await inAddress(address, everything), before);
    assert.deepEqual(await inAddress(address, checkDatabase), { ...(await inAddress(address, checkDatabase)), faults: [] });
    // It goes on there.
    await inAddress(address, (store) => keepReport(store, who, { ...madeReport(9), mark: 'CLEAR', processes: ['One'] }));
    const after = await inAddress(address, everything);
    const back = join(folderFor(t), 'back');
    await moveRecord(address, back, 'test');
    assert.deepEqual(await inHome(back, everything), after);
    const found = async (store: Store) => (await search(store, who, 'convoy waits', {})).items;
    assert.deepEqual(await inHome(back, found), await inAddress(address, found));
  });

  it('is refused where there is one already, or a desk serves it, and nothing is changed', async (t) => {
    const home = await filledHome(t);
    const address = await databaseFor(t);
    await inAddress(address, (store) => createProcess(store, who, 'Other'));
    const before = await inAddress(address, everything);
    await assert.rejects(moveRecord(home, address, 'test'), code('database-not-empty'));
    assert.deepEqual(await inAddress(address, everything), before);
    const desk = holdHome(home);
    await assert.rejects(moveRecord(home, address, 'test'), code('desk-running'));
    desk.release();
    await assert.rejects(moveRecord(home, home, 'test'), code('bad-option'));
  });

  it('that came otherwise than it stood leaves the target empty, so that it can be tried again', async (t) => {
    const home = await filledHome(t);
    // Somebody has written into the file by hand: the history gives another record.
    await inHome(home, (store) => sql`update report set mark = 'RED'`.execute(store.engine.write));
    const address = await databaseFor(t);
    await assert.rejects(moveRecord(home, address, 'test'), code('copy-differs'));
    assert.equal((await inAddress(address, (store) => store.read.selectFrom('change').selectAll().execute())).length, 0);
    await inHome(home, (store) =>
      sql`update report set mark = case when id = ${madeReport(2).report.id} then 'AMBER' else 'CLEAR' end`.execute(store.engine.write),
    );
    assert.equal((await moveRecord(home, address, 'test')).reports, 2);
  });

  it('has every table that there is in one of the lists', async (t) => {
    const store = await storeFor(t);
    const known = new Set<string>([...RECORD_TABLES, ...HISTORY_TABLES, ...OTHER_TABLES, 'store_version', 'scrubbing']);
    const tables = await store.read.introspection.getTables();
    assert.deepEqual(
      tables.map(({ name }) => name).filter((name) => !known.has(name) && !store.engine.isOfSearch(name)),
      [],
      'move, backup and check would leave them out',
    );
  });
});

describe('backups of both engines', onServer, () => {
  it('are one form: each is restored into the other', async (t) => {
    const home = await filledHome(t);
    const before = await inHome(home, dump);
    const file = join(folderFor(t), 'of-sqlite.db');
    backUp(home, file);
    const address = await databaseFor(t);
    await restoreDatabase(address, file, false, 'test');
    assert.deepEqual(await inAddress(address, dump), before);
    await assert.rejects(restoreDatabase(address, file, false, 'test'), code('database-not-empty'));
    const again = join(folderFor(t), 'of-postgres.db');
    const made = await backUpDatabase(address, again, 'test');
    assert.equal(made.reports, 2);
    await assert.rejects(backUpDatabase(address, again, 'test'), code('file-exists'));
    const back = folderFor(t);
    await restore({ home: back, file: again, force: false, program: 'test' });
    assert.deepEqual(await inHome(back, dump), before);
    await inAddress(address, (store) => createProcess(store, who, 'Later'));
    await restoreDatabase(address, again, true, 'test');
    assert.deepEqual(await inAddress(address, dump), before);
    assert.ok(!existsSync(`${again}-wal`));
  });
});

describe('a check of a database', onServer, () => {
  const TAMPERED = [
    "update content set text = replace(text, 'Homs', 'Hama')",
    "update report set mark = 'RED'",
    "delete from change where what = 'line-edited'",
    "update findable set stems = ''",
  ];
  for (const statement of TAMPERED)
    it(`finds what this did: ${statement.slice(0, 60)}`, async (t) => {
      const address = await databaseFor(t);
      await inAddress(address, fill);
      await inDatabase(address, statement);
      const { faults, reports } = await inAddress(address, checkDatabase);
      assert.equal(reports, 2);
      assert.ok(faults.length > 0);
    });
});
