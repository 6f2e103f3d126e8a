// Backup, restoring and checking of a home, without opening it for anything else: a backup and a check work beside a running desk.
import { type Backup, backUp } from '../record/backup.js';
import { type Checked, checkStore } from '../record/check.js';
import { storeFile } from '../record/home.js';
import { type Restored, restore } from '../record/restore.js';
import { programVersion } from './version.js';

/** Takes a backup of the home into a new file, which is there whole and on the disk, or not at all. Throws `file-not-found`, `file-exists`, `not-allowed`, `store-full`, `store-damaged`. */
export const backUpHome = (home: string, file: string): Backup => backUp(home, file);

/** Restores a backup into an empty home, or with `force` over its record. Throws what `restore` of the record throws. */
export const restoreHome = (home: string, file: string, force: boolean): Promise<Restored> =>
  restore({ home, file, force, program: programVersion() });

/** Checks all that is kept in a home. Throws `file-not-found` where there is no store, `store-newer`, `store-full`, `store-damaged`. */
export const checkHome = (home: string): Promise<Checked> => checkStore(storeFile(home), home, programVersion());
