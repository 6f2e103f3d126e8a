// A visit lasts while somebody keeps looking; what came since the one before it is theirs to be told, each reader their own.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createProcess } from '../../src/record/processes.js';
import { visitProcess } from '../../src/record/visits.js';
import { LOCAL_READER } from '../../src/terms/marks.js';
import { dump } from './dump.js';
import { overEngines } from './over-engines.js';

overEngines('a visit', (storeFor) => {
  it('is over after half an hour without a look, and is no change of the record', async (t) => {
    const store = await storeFor(t);
    await createProcess(store, LOCAL_READER, 'One');
    const before = await dump(store);
    const at = async (time: string, reader = 'local') =>
      (await visitProcess(store, { reader, clearance: 'RED' }, 'one', `2026-01-05T${time}:00.000Z`)).since;
    assert.equal(await at('07:00'), null);
    assert.equal(await at('07:20'), null, 'the same visit');
    assert.equal(await at('12:00'), '2026-01-05T07:20:00.000Z');
    assert.equal(await at('12:10'), '2026-01-05T07:20:00.000Z', 'looking again takes nothing away');
    assert.equal(await at('12:10', 'anna'), null);
    assert.deepEqual(await dump(store), before);
    await assert.rejects(visitProcess(store, LOCAL_READER, 'none', '2026-01-05T12:00:00.000Z'), { code: 'unknown-process' });
  });
});
