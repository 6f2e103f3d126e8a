// A clock that is set back, a home that may only be read, and two programs that write: nothing is lost, nothing is there twice, and the message says what to do.
import assert from 'node:assert/strict';
import { fork, spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listChanges } from '../../src/record/history.js';
import { keepReport } from '../../src/record/keeping.js';
import { createProcess } from '../../src/record/processes.js';
import { listReports, removeReport } from '../../src/record/reports.js';
import { reviewLine } from '../../src/record/reviews.js';
import { openStore, replay } from '../../src/record/store.js';
import { undoLines } from '../../src/record/undo.js';
import { visitProcess } from '../../src/record/visits.js';
import { addWatch, dueWatches, findWatch, keepLook, takeWatch } from '../../src/record/watches.js';
import { ParleyError } from '../../src/terms/errors.js';
import { LOCAL_READER as who } from '../../src/terms/marks.js';
import { dump, faults } from './dump.js';
import { folderFor, storeFor } from './home-of-test.js';
import { madeReport } from './made.js';

const CHILD = fileURLToPath(new URL('./writing-child.ts', import.meta.url));

describe('a clock that is set back', () => {
  it('changes nothing of the order of the history, of undoing, and of what the history gives', async (t) => {
    // A year back with each change.
    let year = 2030;
    const store = await openStore(folderFor(t), 'test', () => `${year--}-01-01T00:00:00.000Z`);
    t.after(() => store.close());
    await createProcess(store, who, 'One');
    for (const n of [1, 2, 3]) await keepReport(store, who, { ...madeReport(n), mark: 'CLEAR', processes: ['One'] });
    const line = `${madeReport(1).report.id}:c1`;
    await reviewLine(store, who, line, { state: 'accepted' });
    const { changes } = await reviewLine(store, who, line, { state: 'rejected', reason: 'no' });
    await undoLines(
      store,
      who,
      changes.map(({ seq }) => seq),
    );
    await removeReport(store, who, madeReport(3).report.id);
    const before = await dump(store);
    await replay(store);
    assert.deepEqual(await dump(store), before);
    const { items } = await listChanges(store, who, { limit: 100 });
    assert.deepEqual([items[0]?.what, items.at(-1)?.what], ['report-removed', 'process-made'], 'newest first by number, not by time');
    assert.ok(items.every(({ seq }, i) => i === 0 || seq < (items[i - 1]?.seq ?? 0)));
    assert.match(before.review?.join() ?? '', /accepted/);
  });

  it('neither ends a visit nor begins another, and a source is looked at when its time has come again', async (t) => {
    const store = await storeFor(t);
    await createProcess(store, who, 'One');
    await visitProcess(store, who, 'One', '2030-01-02T12:00:00.000Z');
    await visitProcess(store, who, 'One', '2030-01-01T12:00:00.000Z');
    assert.equal((await visitProcess(store, who, 'One', '2030-01-01T12:10:00.000Z')).since, null);
    const { id } = await addWatch(store, who, { kind: 'feed', place: 'https://lake.example/feed.xml' }, new Date('2030-01-02T12:00:00Z'));
    const { watch, state } = await findWatch(store, who, id);
    await keepLook(store, watch, { at: new Date('2030-01-02T12:00:00Z'), failed: false, brought: false, error: null, state });
    assert.deepEqual(await dueWatches(store, new Date('2030-01-02T12:30:00Z')), []);
    // Set back by a day, nobody waits a day and an hour for the next look.
    const back = new Date('2030-01-01T12:00:00Z');
    assert.deepEqual(
      [await dueWatches(store, back), await takeWatch(store, id, back), await takeWatch(store, id, back)],
      [[id], true, false],
    );
  });
});

describe('a home that may only be read', () => {
  it('says so by name, and is left as it was', async (t) => {
    const home = folderFor(t);
    const mount = (...options: string[]) =>
      spawnSync('mount', ['-t', 'tmpfs', '-o', options.join(','), 'tmpfs', home], { encoding: 'utf8' });
    if (process.getuid?.() !== 0 || mount('size=16m').status !== 0) return t.skip('only root may mount a file system');
    try {
      // By a program of its own: SQLite lets go of its files only when this one ends.
      assert.equal(spawnSync(process.execPath, ['--import', 'tsx', CHILD, home, '0']).status, 0);
      assert.equal(mount('remount', 'ro').status, 0);
      await assert.rejects(openStore(home, 'test'), (error: unknown) => {
        assert.ok(error instanceof ParleyError);
        assert.equal(error.code, 'home-not-writable');
        assert.match(error.next, /--home or PARLEY_HOME|permissions/);
        return true;
      });
      assert.equal(mount('remount', 'rw').status, 0);
      const again = await openStore(home, 'test');
      assert.equal((await listReports(again, who, {})).total, 20);
      await again.close();
    } finally {
      spawnSync('umount', ['-l', home]);
    }
  });
});

describe('two programs that write', () => {
  it('both keep all they were told is kept, and nothing twice', async (t) => {
    const home = folderFor(t);
    await (await openStore(home, 'test')).close();
    const told = await Promise.all(
      [0, 10].map(
        (first) =>
          new Promise<readonly string[]>((resolve, reject) => {
            const one = fork(CHILD, [home, String(first)], { execArgv: ['--import', 'tsx'] });
            const ids: string[] = [];
            one.on('message', (id) => ids.push(String(id)));
            one.on('exit', (code) => (code === 0 ? resolve(ids) : reject(new Error(`ended with ${code}`))));
          }),
      ),
    );
    const store = await storeFor(t, home);
    // The two have ten reports in common.
    assert.deepEqual([told.map((ids) => ids.length), (await listReports(store, who, {})).total], [[20, 20], 30]);
    const { rows } = { rows: await store.read.selectFrom('report').select('id').execute() };
    const there = new Set(rows.map(({ id }) => id));
    assert.ok(told.flat().every((id) => there.has(id)));
    assert.deepEqual(await faults(store), []);
    const before = await dump(store);
    await replay(store);
    assert.deepEqual(await dump(store), before);
  });
});
