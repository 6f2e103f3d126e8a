// The demo comes once, is finished after a crash, goes whole, and does not come back by itself.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { addDemo, openParley, type Parley } from '../../src/parley.js';

describe('the demo', () => {
  let parley: Parley;
  before(async () => {
    parley = await openParley({ home: mkdtempSync(join(tmpdir(), 'parley-test-')), workers: 1 });
  });
  after(async () => {
    await parley.close();
    rmSync(parley.home, { recursive: true, force: true });
  });

  it('is finished where a first start was cut off', async () => {
    const controller = new AbortController();
    let kept = 0;
    await assert.rejects(
      addDemo(parley, {
        onResult: () => {
          if (++kept === 3) throw new Error('cut off');
        },
        signal: controller.signal,
      }),
    );
    assert.deepEqual(
      (await parley.processes.list()).map(({ demo, asOf }) => [demo, asOf]),
      [[true, null]],
    );
    const process = await addDemo(parley);
    assert.ok(process);
    assert.deepEqual([process.demo, process.asOf, process.reports >= 8], [true, '2014-02-05', true]);
    assert.ok((await parley.reports.list({ process: process.id })).items.every(({ publisher, published }) => publisher && published));
  });

  it('is there once, and gone when it is removed', async () => {
    assert.equal(await addDemo(parley), null);
    const [process] = await parley.processes.list();
    const gone = await parley.processes.remove(process?.id ?? '', { reports: true });
    assert.equal(gone.reports, process?.reports);
    assert.deepEqual([(await parley.reports.list()).total, (await parley.actors.list()).total], [0, 0]);
    assert.equal(await addDemo(parley), null, 'it does not come back by itself');
    assert.ok(await addDemo(parley, { again: true }), 'but when asked for');
  });
});
