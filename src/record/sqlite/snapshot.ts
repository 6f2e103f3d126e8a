// A store copied whole into another file while others use it, and what stands in such a file.
import { existsSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { ParleyError } from '../../terms/errors.js';
import { storeErrorOf } from './errors.js';

/** Milliseconds to wait for a program that opens or cleans up the store. */
const WAIT_MS = 15_000;

export interface StoreCounts {
  readonly reports: number;
  readonly changes: number;
  /** Of all tables. */
  readonly rows: number;
}

/** Runs SQL; the values that it hands to `tell()` are given back. */
type Ask = (sql: string) => readonly (string | number | null)[];

/**
 * Works on a file by a connection of its own. Nothing is prepared: a prepared statement lives until it is collected, and would keep the
 * connection open beyond its closing, and the log beside the file.
 */
function within<T>(file: string, work: (ask: Ask, database: DatabaseSyncInstance) => T): T {
  // Opening would make the file.
  if (!existsSync(file)) throw new ParleyError('file-not-found', file);
  let database: DatabaseSyncInstance | null = null;
  try {
    const opened = new DatabaseSync(file, { timeout: WAIT_MS });
    database = opened;
    let told: (string | number | null)[] = [];
    opened.function('tell', (value: unknown) => {
      told.push(typeof value === 'number' || typeof value === 'string' ? value : null);
      return null;
    });
    return work((sql) => {
      told = [];
      opened.exec(sql);
      return told;
    }, opened);
  } catch (error) {
    throw storeErrorOf(error, file);
  } finally {
    database?.close();
  }
}

const numberFrom = (ask: Ask, table: string): number => Number(ask(`select tell(count(*)) from ${table}`)[0]);

/**
 * Copies the store as it is at this moment into a file that is missing or empty. It is one look of a reader: writers go on beside it, and
 * what they keep later is not in it. Nothing that was removed is in the copy. Throws the store's errors of the table.
 */
export function copyStore(from: string, to: string): void {
  within(from, (ask) => ask(`vacuum into '${to.replaceAll("'", "''")}'`));
}

/** What stands in a store's file; null where the file is none of a store. Throws `store-damaged` for what is no database at all. */
export function countsIn(file: string): StoreCounts | null {
  return within(file, (ask) => {
    if (numberFrom(ask, "sqlite_master where name in ('store_version', 'change', 'report')") < 3) return null;
    const tables = ask("select tell(name) from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'");
    return {
      reports: numberFrom(ask, 'report'),
      changes: numberFrom(ask, 'change'),
      rows: tables.reduce((sum: number, name) => sum + numberFrom(ask, `"${name}"`), 0),
    };
  });
}

/** What SQLite finds wrong with its file, and rows that point nowhere. */
export function fileFaults(file: string): readonly string[] {
  return within(file, (ask) => [
    ...ask('select tell(integrity_check) from pragma_integrity_check')
      .filter((word) => word !== 'ok')
      .map(String),
    ...ask(`select tell('a row of ' || "table" || ' points to no row of ' || parent) from pragma_foreign_key_check`).map(String),
  ]);
}

/** True where any text of any table of a store's file is such a one. Throws `file-not-found`, `store-damaged`. */
export function holdsText(file: string, isSuch: (text: string) => boolean): boolean {
  return within(file, (ask, database) => {
    database.function('is_such', (value: unknown) => (typeof value === 'string' && isSuch(value) ? 1 : 0));
    const tables = ask("select tell(name) from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'");
    return tables.some((table) => {
      const name = String(table).replaceAll('"', '""');
      const columns = ask(`select tell(name) from pragma_table_info('${String(table).replaceAll("'", "''")}')`);
      const any = columns.map((column) => `is_such("${String(column).replaceAll('"', '""')}")`).join(' or ');
      return ask(`select tell(1) from "${name}" where ${any} limit 1`).length > 0;
    });
  });
}

/** Notes in a store that a backup was taken. Throws the store's errors of the table. */
export function noteBackup(
  store: string,
  { file, at, bytes, changes }: { file: string; at: string; bytes: number; changes: number },
): void {
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  within(store, (ask) => {
    if (numberFrom(ask, "sqlite_master where name = 'backup_taken'") === 0) return;
    ask(`insert into backup_taken (file, at, bytes, changes) values (${text(file)}, ${text(at)}, ${bytes}, ${changes})
      on conflict (file) do update set at = excluded.at, bytes = excluded.bytes, changes = excluded.changes`);
  });
}

/** Writes the log into the file and leaves the file alone without one. Throws `store-busy` where another program has it open. */
export function settleStore(file: string): void {
  within(file, (ask) => ask('pragma wal_checkpoint(truncate); pragma journal_mode = delete'));
}
