// Backup, restoring, checking and moving of a record, without opening it for anything else: a backup and a check work beside a running desk.
import { type Backup, backUp } from '../record/backup.js';
import { type Checked, checkStore } from '../record/check.js';
import type { Copied } from '../record/copying.js';
import { backUpDatabase, restoreDatabase } from '../record/database-backup.js';
import { storeFile } from '../record/home.js';
import { moveRecord } from '../record/moving.js';
import { isDatabase, openPlace, type Place } from '../record/place.js';
import { checkDatabase } from '../record/postgres/check.js';
import { type Restored, restore } from '../record/restore.js';
import { programVersion } from './version.js';

/** Takes a backup into a new file, which is there whole and on the disk, or not at all. Throws `file-not-found`, `file-exists`, `not-allowed`, `store-full`, `store-damaged`, and the errors of a database. */
export const backUpHome = async (place: Place, file: string): Promise<Backup> =>
  isDatabase(place) ? backUpDatabase(place, file, programVersion()) : backUp(place, file);

/** Restores a backup into an empty place, or with `force` over its record. Throws what `restore` and `restoreDatabase` of the record throw. */
export async function restoreHome(place: Place, file: string, force: boolean): Promise<Restored> {
  if (!isDatabase(place)) return restore({ home: place, file, force, program: programVersion() });
  return { ...(await restoreDatabase(place, file, force, programVersion())), aside: null };
}

/** Checks all that is kept. Throws `file-not-found` where there is no store, `store-newer`, `store-full`, `store-damaged`, and the errors of a database. */
export async function checkHome(place: Place): Promise<Checked> {
  if (!isDatabase(place)) return checkStore(storeFile(place), place, programVersion());
  const store = await openPlace(place, programVersion());
  try {
    return await checkDatabase(store);
  } finally {
    await store.close();
  }
}

/** Copies the record into another place, which holds none, and compares the two. Throws what `moveRecord` throws. */
export const moveHome = (from: Place, to: Place): Promise<Copied> => moveRecord(from, to, programVersion());
