// Several programs over one database: what each is told is kept is there once, in one order, also when the line to the database breaks.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keepReport } from '../../src/record/keeping.js';
import { createProcess } from '../../src/record/processes.js';
import { reviewLine } from '../../src/record/reviews.js';
import { openDatabase, replay } from '../../src/record/store.js';
import type { ParleyError } from '../../src/terms/errors.js';
import { LOCAL_READER as who } from '../../src/terms/marks.js';
import { dump, faults } from './dump.js';
import { clock } from './home-of-test.js';
import { madeReport } from './made.js';
import { databaseFor, emptyDatabase, inDatabase, whyNoServer } from './server-of-test.js';

const without = await whyNoServer();

describe('several programs over one database', without === null ? {} : { skip: without }, () => {
  it('make the tables once, whoever comes first', async () => {
    const address = await emptyDatabase();
    const stores = await Promise.all([1, 2, 3].map(() => openDatabase(address, 'test')));
    for (const store of stores) {
      await createProcess(store, who, `Talks ${stores.indexOf(store)}`);
      await store.close();
    }
  });

  it('lose nothing and keep nothing twice', async (t) => {
    const address = await databaseFor(t);
    const stores = await Promise.all([1, 2, 3].map(() => openDatabase(address, 'test', clock())));
    t.after(() => Promise.all(stores.map((store) => store.close())));
    // Each adds the same four, and four of its own.
    const kept = await Promise.all(
      stores.flatMap((store, s) =>
        Array.from({ length: 8 }, (_, n) =>
          keepReport(store, who, { ...madeReport(n < 4 ? n : 100 * (s + 1) + n), mark: 'CLEAR', processes: [] }),
        ),
      ),
    );
    assert.equal(kept.filter(({ outcome }) => outcome === 'new').length, 16);
    assert.equal(new Set(kept.map(({ id }) => id)).size, 16);
    const [store] = stores;
    assert.ok(store);
    const rows = await store.read.selectFrom('change').select('seq').orderBy('seq').execute();
    assert.deepEqual(
      rows.map(({ seq }) => seq),
      Array.from({ length: rows.length }, (_, i) => i + 1),
      'the history has one order without a gap',
    );
    const before = await dump(store);
    await replay(store);
    assert.deepEqual(await dump(store), before);
    assert.deepEqual(await faults(store), []);
  });

  it('go on where their lines were cut, without a change lost or made twice', async (t) => {
    const address = await databaseFor(t);
    const store = await openDatabase(address, 'test', clock());
    t.after(() => store.close());
    let cutting = true;
    const cuts = (async () => {
      while (cutting) {
        await inDatabase(
          address,
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        );
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    })();
    const told: string[] = [];
    for (let n = 0; n < 6; n++) {
      const { outcome, id } = await keepReport(store, who, { ...madeReport(n), mark: 'CLEAR', processes: [] });
      assert.equal(outcome, 'new');
      await reviewLine(store, who, `${id}:c1`, { state: 'accepted' });
      told.push(id);
    }
    cutting = false;
    await cuts;
    const changes = await store.read.selectFrom('change').select(['what', 'report']).orderBy('seq').execute();
    assert.deepEqual(
      changes.map(({ what, report }) => [what, report]),
      told.flatMap((id) => [
        ['report-added', id],
        ['line-reviewed', id],
      ]),
    );
  });

  it('are told in plain words why they cannot come in', async (t) => {
    const address = await databaseFor(t);
    const refused = async (url: string): Promise<string> => {
      const error = await openDatabase(url, 'test').then(
        () => null,
        (thrown: ParleyError) => thrown,
      );
      assert.ok(error);
      assert.ok(!error.message.includes('secret'), error.message);
      return error.code;
    };
    const wrong = new URL(address);
    wrong.password = 'secret';
    assert.equal(await refused(wrong.href), 'database-refused');
    assert.equal(await refused(address.replace(/\/[^/]*$/, '/nowhere')), 'database-refused');
    assert.equal(await refused('postgres://user:secret@host'), 'bad-database');
    assert.equal(await refused('mysql://user:secret@host/name'), 'bad-database');
  });
});
