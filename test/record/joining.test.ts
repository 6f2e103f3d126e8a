// Two actors merged are one everywhere, and two again when split; an unnamed voice is never merged with somebody named.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { mergeActors, splitActor } from '../../src/record/joining.js';
import { keepReport } from '../../src/record/keeping.js';
import { readReports } from '../../src/record/kept-reports.js';
import { getActor, listActors } from '../../src/record/people.js';
import { replay, type Store } from '../../src/record/store.js';
import { studyOn } from '../../src/study/study.js';
import { LOCAL_READER } from '../../src/terms/marks.js';
import { dump, faults } from './dump.js';
import { madeReport } from './made.js';
import { overEngines } from './over-engines.js';

const who = LOCAL_READER;

/** One report in which the envoy is Anna Berg, one in which she goes by another name, and an unnamed official in it. */
async function kept(store: Store): Promise<{ store: Store; berg: string; other: string; voice: string }> {
  await keepReport(store, who, { ...madeReport(1), mark: 'CLEAR', processes: [] });
  const { report, reading } = madeReport(2);
  const actors = [
    { id: 'Frau Hill', kind: 'person', names: ['Frau Hill'] },
    { id: 'an official', kind: 'unnamed person', names: ['an official'] },
    ...reading.actors.slice(1),
  ];
  const statements = reading.statements.map((statement) => ({ ...statement, speaker: 'Frau Hill' }));
  await keepReport(store, who, { report, reading: { ...reading, actors, statements }, mark: 'CLEAR', processes: [] });
  const idOf = async (named: string): Promise<string> => (await listActors(store, who, { named })).items[0]?.id ?? '';
  return { store, berg: await idOf('Anna Berg'), other: await idOf('Frau Hill'), voice: await idOf('an official') };
}

overEngines('merged actors', (storeFor) => {
  it('are one on every page and in the study, and exactly two again when split', async (t) => {
    const { store, berg, other } = await kept(await storeFor(t));
    const before = await dump(store);
    await mergeActors(store, who, other, berg);
    const page = await getActor(store, who, berg, {});
    assert.deepEqual([page.actor.reports, page.actor.statements, page.statements.length], [2, 2, 2]);
    assert.deepEqual(page.joined, [{ id: other, name: 'Frau Hill' }]);
    assert.equal((await getActor(store, who, other, {})).actor.id, berg, 'the old address leads to the one');
    const names = async (): Promise<string[]> =>
      studyOn('2014-02-05', await readReports(store.read, who, null, '2014-02-05'))
        .who.actors.filter(({ kind }) => kind === 'person')
        .map(({ names: called }) => [...new Set(called.map(({ name }) => name))].sort().join(' · '));
    assert.deepEqual(await names(), ['Anna Berg · Berg · Frau Hill']);
    const merged = await dump(store);
    await replay(store);
    assert.deepEqual(await dump(store), merged);
    assert.deepEqual(await faults(store), []);
    await keepReport(store, who, { ...madeReport(3), mark: 'CLEAR', processes: [] });
    assert.equal((await getActor(store, who, other, {})).actor.reports, 3, 'what comes later is theirs too');
    await splitActor(store, who, other);
    assert.equal((await getActor(store, who, other, {})).actor.reports, 1);
    assert.equal((await names()).length, 2);
    await assert.rejects(splitActor(store, who, other), { code: 'unknown-actor' });
    assert.deepEqual((await dump(store)).joining, before.joining);
    assert.deepEqual(await faults(store), []);
  });

  it('are of one kind: a voice stays a voice', async (t) => {
    const { store, berg, voice } = await kept(await storeFor(t));
    await assert.rejects(mergeActors(store, who, voice, berg), { code: 'bad-request' });
    await assert.rejects(mergeActors(store, who, berg, voice), { code: 'bad-request' });
    await assert.rejects(mergeActors(store, who, berg, berg), { code: 'bad-request' });
  });
});
