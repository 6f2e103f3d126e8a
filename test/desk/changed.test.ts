// Today tells what reports added since the last visit changed, with their words.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStore } from '../../src/record/store.js';
import { visitProcess } from '../../src/record/visits.js';
import { LOCAL_READER } from '../../src/terms/marks.js';
import { SEQUENCE } from '../study/sequence.js';
import { type DeskOfTest, openDesk, PROCESS } from './desk-of-test.js';

describe('what changed since the last visit', () => {
  let desk: DeskOfTest;
  before(async () => {
    desk = await openDesk({}, { empty: true });
    await desk.parley.processes.create('Norland talks', { asOf: '2031-05-25' });
  });
  after(() => desk.close());
  const add = (ids: string): Promise<unknown> =>
    desk.parley.addReadings(
      SEQUENCE.filter(({ id }) => ids.includes(id)).map(({ id, published, reading }) =>
        JSON.stringify({ ...reading, id, published, publisher: 'Outlet' }),
      ),
      { processes: [PROCESS] },
    );

  it('is what the new reports say otherwise, with what stood before', async () => {
    await add('ab');
    const since = new Date().toISOString();
    assert.deepEqual(await desk.parley.changed(PROCESS, since), { since, reports: 0, items: [] });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await add('c');
    const { reports, items } = await desk.parley.changed(PROCESS, since);
    assert.equal(reports, 1);
    const standing = items.find(({ of, about }) => of === 'standing' && about === 'Norland government');
    assert.equal(standing?.now, 'coming');
    assert.notEqual(standing?.before, 'coming');
    assert.match(standing?.evidence[0] ?? '', /^c:/);
    const asked = await desk.json(`/changed.json?process=${PROCESS}&since=${since}`);
    assert.deepEqual(((await asked.json()) as { items: unknown }).items, items);
  });

  it('is told on Today from the second visit on', async () => {
    const store = await openStore(desk.parley.home, 'test');
    await visitProcess(store, LOCAL_READER, PROCESS, '2020-01-01T07:00:00.000Z');
    await store.close();
    const today = await (await desk.page('/today')).text();
    assert.match(today, /Changed since your last visit/);
    assert.match(today, /07:00 UTC · 3 reports added/);
    assert.match(today, /<strong>Norland government<\/strong>: coming/);
  });
});
