// Backups of a record in PostgreSQL, in the one form that backups have: a file that can be restored into a home as well as into a database.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ParleyError } from '../terms/errors.js';
import { type Backup, claimFile, setInPlace } from './backup.js';
import { type Copied, copyRecord, holdsSomething } from './copying.js';
import { shownAddress } from './postgres/address.js';
import { stageBackup } from './restore.js';
import { countsIn } from './sqlite/snapshot.js';
import { openDatabase, openStoreFile } from './store.js';

/**
 * Copies the record as it stands at one moment, compared row by row, into `file`, which is there whole and on the disk, or not at all; others go on
 * meanwhile. Throws `file-exists`, `file-not-found`, `not-allowed`, `store-full`, `copy-differs`, and the errors of a database.
 */
export async function backUpDatabase(address: string, file: string, program: string): Promise<Backup> {
  const source = await openDatabase(address, program);
  const partial = `${file}.${process.pid}.partial`;
  try {
    claimFile(partial);
    const target = await openStoreFile(partial, program);
    try {
      await copyRecord({ from: source, to: target, called: partial });
    } finally {
      await target.close();
    }
    const counts = countsIn(partial);
    if (!counts) throw new ParleyError('store-damaged', partial);
    const bytes = statSync(partial).size;
    setInPlace(partial, file);
    const taken = { file: resolve(file), at: new Date().toISOString(), bytes, changes: counts.changes };
    await source.engine.write
      .insertInto('backup_taken')
      .values(taken)
      .onConflict((on) => on.column('file').doUpdateSet(taken))
      .execute();
    return { file, bytes, noted: true, ...counts };
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${partial}${end}`, { force: true });
    await source.close();
  }
}

/**
 * Restores a backup, checked first, into a database without a record, or with `force` in the place of its record, in one transaction: killed at any
 * moment it leaves what was there. Throws `bad-backup`, `database-not-empty`, `store-newer`, and the errors of a database.
 */
export async function restoreDatabase(address: string, file: string, force: boolean, program: string): Promise<Copied> {
  const target = await openDatabase(address, program);
  const folder = mkdtempSync(join(tmpdir(), 'parley-restoring-'));
  try {
    const called = shownAddress(address);
    // Said before the backup is checked, which may take long.
    if (!force && (await target.engine.snapshot(holdsSomething))) throw new ParleyError('database-not-empty', called);
    const staged = join(folder, 'restored.db');
    await stageBackup({ home: folder, file, force, program }, join(folder, 'restoring.db'), staged);
    const source = await openStoreFile(staged, program);
    try {
      return await copyRecord({ from: source, to: target, called, force, without: ['session'] });
    } finally {
      await source.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await target.close();
  }
}
