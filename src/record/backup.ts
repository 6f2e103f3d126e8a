// A backup: the whole store in one file, taken while others use it, and never in the place of a file that is there.
import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ParleyError } from '../terms/errors.js';
import { storeFile } from './home.js';
import { syncToDisk } from './on-disk.js';
import { copyStore, countsIn, noteBackup, type StoreCounts } from './sqlite/snapshot.js';

export interface Backup extends StoreCounts {
  readonly file: string;
  readonly bytes: number;
  /** False: the record could not be written to, and does not know of this backup. */
  readonly noted: boolean;
}

/** Makes an empty file for its owner alone. Throws `file-exists`, `file-not-found` where its folder is missing, `not-allowed`, `store-full`. */
export function claimFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') throw new ParleyError('file-exists', file, { cause: error });
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new ParleyError('file-not-found', dirname(file), { cause: error });
    if (code === 'ENOSPC') throw new ParleyError('store-full', file, { cause: error });
    throw new ParleyError('not-allowed', `writing ${file}`, { cause: error });
  }
}

/** A backup is one also where the record itself has no room for a word more, or may not be written to. */
function noted(home: string, taken: Parameters<typeof noteBackup>[1]): boolean {
  try {
    noteBackup(storeFile(home), taken);
    return true;
  } catch (error) {
    if (error instanceof ParleyError && ['store-full', 'store-busy', 'home-not-writable'].includes(error.code)) return false;
    throw error;
  }
}

/** Gives a whole file its name, once it is on the disk. Throws `file-exists`. */
export function setInPlace(partial: string, file: string): void {
  syncToDisk(partial);
  claimFile(file);
  renameSync(partial, file);
  syncToDisk(dirname(file));
}

/**
 * Takes a backup of a home into `file`, which is there whole and on the disk, or not at all.
 * Throws `file-not-found`, `file-exists`, `not-allowed`, `store-full`, `store-damaged`.
 */
export function backUp(home: string, file: string): Backup {
  if (existsSync(file)) throw new ParleyError('file-exists', file);
  const partial = `${file}.${process.pid}.partial`;
  claimFile(partial);
  try {
    copyStore(storeFile(home), partial);
    const counts = countsIn(partial);
    if (!counts) throw new ParleyError('store-damaged', storeFile(home));
    const bytes = statSync(partial).size;
    setInPlace(partial, file);
    return {
      file,
      bytes,
      noted: noted(home, { file: resolve(file), at: new Date().toISOString(), bytes, changes: counts.changes }),
      ...counts,
    };
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${partial}${end}`, { force: true });
  }
}
