// Puts a backup into a home: copied beside the record, checked there, and then set in its place in one step.
import { closeSync, constants, copyFileSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ParleyError } from '../terms/errors.js';
import { checkStore } from './check.js';
import { holdHome, makeHome, storeFile } from './home.js';
import { syncToDisk } from './on-disk.js';
import { copyStore, countsIn, type StoreCounts, settleStore } from './sqlite/snapshot.js';
import { openStoreFile } from './store.js';

export interface Restored extends StoreCounts {
  /** Where a damaged record that stood there was set aside, or null. */
  readonly aside: string | null;
}
export interface Restoring {
  readonly home: string;
  readonly file: string;
  /** Replaces a record that stands there. */
  readonly force: boolean;
  /** The version of Parley. */
  readonly program: string;
}

const BESIDE = ['', '-wal', '-shm', '-journal'] as const;

/** Copies the backup into the home, brings it to the form of this program and checks it. Throws `bad-backup`, `store-newer`, `store-full`. */
export async function stageBackup({ home, file, program }: Restoring, staged: string, ready: string): Promise<StoreCounts> {
  for (const end of BESIDE) for (const left of [staged, ready]) rmSync(`${left}${end}`, { force: true });
  try {
    copyFileSync(file, staged, constants.COPYFILE_EXCL);
    // A store that was copied by hand may have its log beside it.
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${staged}-wal`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw code === 'ENOSPC'
      ? new ParleyError('store-full', home, { cause: error })
      : new ParleyError('not-allowed', `reading ${file}`, { cause: error });
  }
  try {
    if (countsIn(staged) === null) throw new ParleyError('bad-backup', file);
    const store = await openStoreFile(staged, program);
    // Who was signed in when the backup was taken may have signed out since.
    await store.engine.write
      .deleteFrom('session')
      .execute()
      .finally(() => store.close());
    const { faults, ...counts } = await checkStore(staged, home, program);
    if (faults[0] !== undefined) throw new ParleyError('bad-backup', `${file}: ${faults[0]}`);
    // Of one piece, without the log that its bringing up to date has left.
    closeSync(openSync(ready, 'wx', 0o600));
    copyStore(staged, ready);
    return counts;
  } catch (error) {
    if (error instanceof ParleyError && error.code === 'store-damaged') throw new ParleyError('bad-backup', file, { cause: error });
    throw error;
  }
}

/** True where a home has a record with something in it, or a damaged one. */
function holdsRecord(store: string): boolean {
  if (!existsSync(store)) return false;
  try {
    return (countsIn(store)?.changes ?? 0) > 0;
  } catch (error) {
    if (error instanceof ParleyError && error.code === 'store-damaged') return true;
    throw error;
  }
}

/** Leaves no log beside the record, which would be taken for the new one's; a record too damaged for that is set aside, and its new name given. */
function makeWay(home: string, store: string): string | null {
  if (!existsSync(store)) return null;
  try {
    settleStore(store);
    return null;
  } catch (error) {
    if (!(error instanceof ParleyError) || error.code !== 'store-damaged') throw error;
  }
  let n = 1;
  while (existsSync(join(home, `damaged-${n}.db`))) n++;
  const aside = join(home, `damaged-${n}.db`);
  for (const end of BESIDE) if (existsSync(`${store}${end}`)) renameSync(`${store}${end}`, `${aside}${end}`);
  return aside;
}

/**
 * Restores a backup into a home that is empty, or with `force` in the place of its record. Until the last step, which is one renaming, the home is
 * as it was. Throws `file-not-found`, `bad-backup`, `home-not-empty`, `desk-running`, `store-busy`, `store-newer`, `store-full`, `home-not-writable`.
 */
export async function restore(restoring: Restoring): Promise<Restored> {
  const { home, file, force } = restoring;
  if (!existsSync(file)) throw new ParleyError('file-not-found', file);
  if (!statSync(file).isFile()) throw new ParleyError('bad-backup', file);
  makeHome(home);
  const held = holdHome(home);
  const store = storeFile(home);
  const staged = join(home, 'restoring.db');
  const ready = join(home, 'restored.db');
  try {
    if (!force && holdsRecord(store)) throw new ParleyError('home-not-empty', home);
    const counts = await stageBackup(restoring, staged, ready);
    syncToDisk(ready);
    const aside = makeWay(home, store);
    for (const end of ['-wal', '-shm']) rmSync(`${store}${end}`, { force: true });
    renameSync(ready, store);
    syncToDisk(home);
    return { ...counts, aside };
  } finally {
    for (const end of BESIDE) for (const left of [staged, ready]) rmSync(`${left}${end}`, { force: true });
    held.release();
  }
}
