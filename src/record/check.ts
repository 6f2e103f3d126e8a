// Checks a store from the ground up: its file, that texts are what they were, that evidence stands in them, the search, and the history done again.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { asParleyError, ParleyError } from '../terms/errors.js';
import { keptFaults } from './kept-faults.js';
import { scratchFolder } from './scratch.js';
import { historyFaults } from './sqlite/history-again.js';
import { copyStore, countsIn, fileFaults, type StoreCounts } from './sqlite/snapshot.js';
import { openStoreFile } from './store.js';

export interface Checked extends StoreCounts {
  /** In words; none where all is well. */
  readonly faults: readonly string[];
}

/**
 * Checks the store in `file`, which others may go on using; what takes long is done on a copy below `scratch`, gone afterwards. `program` is the
 * version of Parley. Throws `file-not-found`, `store-newer`, `store-full`, and `store-damaged` where the file is no store.
 */
export async function checkStore(file: string, scratch: string, program: string): Promise<Checked> {
  const counts = countsIn(file);
  if (!counts) throw new ParleyError('store-damaged', file);
  const damage = fileFaults(file);
  // In a file that is damaged nothing else can be trusted.
  if (damage.length > 0) return { ...counts, faults: damage };
  const folder = scratchFolder(scratch);
  try {
    const copy = join(folder, 'copy.db');
    copyStore(file, copy);
    const store = await openStoreFile(copy, program);
    try {
      const faults = await keptFaults(store.read);
      return { ...counts, faults: [...faults, ...(await historyFaults(store))] };
    } finally {
      await store.close();
    }
  } catch (error) {
    const { code, message } = asParleyError(error);
    if (code === 'store-damaged') return { ...counts, faults: [message] };
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
