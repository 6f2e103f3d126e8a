// Who is known on a day: counted over what was published by then.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { keepReport } from '../../src/record/keeping.js';
import { listActors } from '../../src/record/people.js';
import { LOCAL_READER } from '../../src/terms/marks.js';
import { madeReport } from './made.js';
import { overEngines } from './over-engines.js';

overEngines('actors as of a day', (storeFor) => {
  it('are those of the reports there were', async (t) => {
    const store = await storeFor(t);
    await keepReport(store, LOCAL_READER, { ...madeReport(1, '2014-02-01'), mark: 'CLEAR', processes: [] });
    const later = madeReport(2, '2014-03-01');
    const reading = { ...later.reading, actors: [...later.reading.actors, { id: 'Omar Lund', kind: 'person', names: ['Omar Lund'] }] };
    await keepReport(store, LOCAL_READER, { ...later, reading, mark: 'CLEAR', processes: [] });
    const known = async (until?: string) =>
      (await listActors(store, LOCAL_READER, { until })).items
        .map(({ name, reports, statements }) => `${name} ${reports} ${statements}`)
        .sort();
    assert.deepEqual(await known('2014-02-10'), ['Anna Berg 1 1', 'Homs 1 0', 'government 1 0', 'the opposition 1 0']);
    assert.deepEqual(await known('2014-03-01'), await known(), 'where nothing came later it is all');
    assert.ok((await known()).includes('Omar Lund 1 0'));
    assert.equal((await listActors(store, LOCAL_READER, { until: '2014-02-10', named: 'lund' })).total, 0);
    assert.deepEqual(await known('2014-01-01'), []);
  });
});
