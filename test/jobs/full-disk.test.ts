// On a full disk an adding ends with the error by its name, what it reported as kept is there, and with room again adding completes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { openParley } from '../../src/parley.js';
import type { AddInput } from '../../src/terms/adding.js';
import { faults } from '../record/dump.js';
import { folderFor, storeFor } from '../record/home-of-test.js';
import { madeText } from './made-text.js';

/** Mounts a small file system, or says why it can't. */
function mount(folder: string, size: string, remount = false): string | null {
  if (process.getuid?.() !== 0) return 'only root may mount a small file system';
  const options = `${remount ? 'remount,' : ''}size=${size}`;
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { encoding: 'utf8' });
  return done.status === 0 ? null : `no small file system could be mounted: ${done.error?.message ?? done.stderr.trim()}`;
}

describe('a full disk', () => {
  it('ends an adding by its name and loses nothing that was kept', async (t) => {
    const home = folderFor(t);
    const cannot = mount(home, '1000k');
    if (cannot !== null) return t.skip(cannot);
    try {
      const inputs = Array.from({ length: 24 }, (_, n): AddInput => ({ kind: 'text', text: madeText(n) }));
      const parley = await openParley({ home, workers: 1 });
      const run = await parley.add(inputs);
      assert.deepEqual([run.state, run.error?.code], ['failed', 'store-full']);
      const kept = run.results.filter(({ outcome }) => outcome === 'new');
      assert.ok(kept.length > 0 && kept.length < inputs.length, `${kept.length} were kept`);
      for (const { id } of kept) assert.ok((await parley.reports.get(id ?? '')).reading);
      assert.equal((await parley.reports.list()).total, kept.length, 'and nothing by halves');
      await parley.close();
      assert.equal(mount(home, '64m', true), null);
      const roomier = await openParley({ home, workers: 1 });
      const again = await roomier.add(inputs);
      assert.deepEqual([again.state, again.progress.known, again.progress.new], ['done', kept.length, inputs.length - kept.length]);
      await roomier.close();
      const store = await storeFor(t, home);
      assert.deepEqual(await faults(store), []);
      await store.close();
    } finally {
      spawnSync('umount', ['-l', home]);
    }
  });
});
