// What somebody sees whose grants differ by process: never more than the marks of each, in lists, searches, actors, boards and histories.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { citedLines } from '../../src/record/citations.js';
import { exported } from '../../src/record/export.js';
import { listChanges } from '../../src/record/history.js';
import { keepReport } from '../../src/record/keeping.js';
import { getActor, listActors } from '../../src/record/people.js';
import { createProcess, getProcess, listProcesses } from '../../src/record/processes.js';
import { queueOf } from '../../src/record/queue.js';
import { getReport, listReports } from '../../src/record/reports.js';
import { waitingLines } from '../../src/record/reviews.js';
import { actAs, acting, demand } from '../../src/record/rights.js';
import { search } from '../../src/record/search.js';
import type { Store } from '../../src/record/store.js';
import { highestRole, LOCAL_READER, MARKS, type ReaderOf } from '../../src/terms/marks.js';
import { madeReport } from './made.js';
import { overEngines } from './over-engines.js';

const lake: ReaderOf = {
  reader: 'lake',
  clearance: null,
  role: null,
  grants: [{ process: 'lake-talks', role: 'editor', clearance: 'AMBER' }],
};
const both: ReaderOf = {
  reader: 'both',
  clearance: 'CLEAR',
  role: 'reviewer',
  grants: [{ process: 'sea-talks', role: 'viewer', clearance: 'RED' }],
};
const nobody: ReaderOf = { reader: 'nobody', clearance: null, role: null };

/** A report of each mark in each of two processes, and one in neither; numbered from 0. */
async function filled(store: Store): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const name of ['Lake talks', 'Sea talks']) await createProcess(store, LOCAL_READER, name);
  for (const process of ['lake-talks', 'sea-talks', null])
    for (const mark of MARKS) {
      const made = madeReport(ids.length);
      await keepReport(store, LOCAL_READER, { ...made, mark, processes: process === null ? [] : [process] });
      ids.push(made.report.id);
    }
  return ids;
}

overEngines('the sight of somebody', (storeFor) => {
  it('is that of each grant, wherever they look', async (t) => {
    const store = await storeFor(t);
    const ids = await filled(store);
    for (const [who, seen] of [
      [LOCAL_READER, ids.map((_, n) => n)],
      [lake, [0, 1, 2]],
      [both, [0, 5, 6, 7, 8, 9, 10]],
      [nobody, []],
    ] as const) {
      const wanted = seen.map((n) => ids[n] ?? '').sort();
      const same = (found: readonly string[], what: string): void =>
        assert.deepEqual([...new Set(found)].sort(), wanted, `${what} of ${who.reader}`);
      const { items, total } = await listReports(store, who, { limit: 100 });
      same(
        items.map(({ id }) => id),
        'the list',
      );
      assert.equal(total, wanted.length);
      const found = await search(store, who, 'convoy', { limit: 1000 });
      same(
        found.items.map(({ report }) => report.id),
        'the search',
      );
      const lines = await citedLines(
        store.read,
        who,
        ids.map((id) => `${id}:c1`),
      );
      same(
        [...lines.values()].map(({ citation }) => citation.report),
        'the words',
      );
      const queue = await queueOf(store.read, who, { limit: 1000 }, []);
      same(
        queue.items.map(({ line }) => line.slice(0, line.lastIndexOf(':'))),
        'the queue',
      );
      assert.equal((await waitingLines(store.read, who, {})).reports, wanted.length);
      const changes = await listChanges(store, who, { what: 'report-added', limit: 1000 });
      same(
        changes.items.map(({ about }) => about),
        'the history',
      );
      const out: string[] = [];
      for await (const item of exported(store, who, {})) if (item.type === 'report') out.push(item.page.summary.id);
      same(out, 'the export');
      const actors = await listActors(store, who, { named: 'berg' });
      assert.deepEqual(
        actors.items.map(({ reports, statements }) => [reports, statements]),
        wanted.length === 0 ? [] : [[wanted.length, wanted.length]],
      );
      const [berg] = actors.items;
      if (berg) assert.equal((await getActor(store, who, berg.id, { limit: 100 })).statements.length, wanted.length);
      for (const [n, id] of ids.entries())
        if (seen.some((one) => one === n)) assert.equal((await getReport(store, who, id)).summary.id, id);
        else await assert.rejects(getReport(store, who, id), { code: 'unknown-report' });
    }
  });

  it('does not tell of processes that are none of theirs', async (t) => {
    const store = await storeFor(t);
    const ids = await filled(store);
    assert.deepEqual(
      (await listProcesses(store, lake)).map(({ id, reports }) => [id, reports]),
      [['lake-talks', 3]],
    );
    await assert.rejects(getProcess(store, lake, 'Sea talks'), { code: 'unknown-process' });
    await assert.rejects(listReports(store, lake, { process: 'sea-talks' }), { code: 'unknown-process' });
    const made = await listChanges(store, lake, { what: 'process-made' });
    assert.deepEqual(
      made.items.map(({ about }) => about),
      ['lake-talks'],
    );
    const again = madeReport(0);
    await keepReport(store, LOCAL_READER, { ...again, mark: 'CLEAR', processes: ['sea-talks'] });
    assert.deepEqual((await getReport(store, lake, ids[0] ?? '')).summary.processes, ['lake-talks']);
    const filed = (await listChanges(store, lake, { what: 'report-filed', about: ids[0] })).items.map(({ data }) => data.process);
    assert.deepEqual(filed, [null, 'lake-talks'], 'nor where a report was filed beside');
    assert.deepEqual((await getReport(store, both, ids[0] ?? '')).summary.processes, ['lake-talks', 'sea-talks']);
  });
});

overEngines('the role of somebody', (storeFor) => {
  it('is the highest anywhere, and holds where it was given', async () => {
    assert.deepEqual([LOCAL_READER, lake, both, nobody].map(highestRole), ['admin', 'editor', 'reviewer', null]);
    assert.equal(highestRole({ reader: 'guest', clearance: 'GREEN' }), 'viewer');
    assert.deepEqual(acting(both, 'reviewer'), { ...both, grants: [] });
    assert.deepEqual(acting(lake, 'reviewer'), lake);
    for (const [who, takes] of [
      [both, 'editor'],
      [lake, 'admin'],
      [nobody, 'viewer'],
    ] as const)
      assert.throws(() => acting(who, takes), { code: 'not-allowed' });
    demand(both, 'reviewer');
    assert.throws(() => demand(lake, 'editor'), { code: 'not-allowed' });
  });

  it('makes what lies outside it not allowed, whether it is there or not', async (t) => {
    const store = await storeFor(t);
    const ids = await filled(store);
    const look = (who: ReaderOf, id: string) => actAs(who, 'editor', async (able) => (await getReport(store, able, id)).summary.id);
    assert.equal(await look(lake, ids[2] ?? ''), ids[2]);
    for (const id of [ids[3] ?? '', ids[5] ?? '', 'none']) await assert.rejects(look(lake, id), { code: 'not-allowed' });
    await assert.rejects(look(LOCAL_READER, 'none'), { code: 'unknown-report' });
  });
});
