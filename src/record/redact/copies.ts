// Where a report or a name may still be after it was removed from the record: backups that were taken, and files in the home.
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { asParleyError } from '../../terms/errors.js';
import type { StillHeld } from '../../terms/redacting.js';
import { storeFile } from '../home.js';
import { holdsText } from '../sqlite/snapshot.js';
import type { Store } from '../store.js';

/** The text of a file of some format of reports; null where it is of none. */
export type TextOf = (bytes: Uint8Array, name: string) => Promise<string | null>;

/** More of a packed file than this is not unpacked to look into it. */
const MOST = 512 * 1024 * 1024;
const STORE = Buffer.from('SQLite format 3\0', 'latin1');

const isStore = (bytes: Buffer): boolean => bytes.subarray(0, STORE.length).equals(STORE);
const isPacked = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Text in the ways that programs write it; of UTF-16 both at even and at odd places. */
const readings = (bytes: Buffer): readonly string[] => [
  bytes.toString('utf8'),
  bytes.toString('utf16le'),
  bytes.subarray(1).toString('utf16le'),
];

async function holds(file: string, isIn: (text: string) => boolean, textOf: TextOf): Promise<boolean> {
  const bytes = readFileSync(file);
  if (isStore(bytes)) return holdsText(file, isIn);
  const plain = isPacked(bytes) ? gunzipSync(bytes, { maxOutputLength: MOST }) : bytes;
  if (readings(plain).some(isIn)) return true;
  const text = await textOf(plain, file);
  return text !== null && isIn(text);
}

/** Files below a folder that are none of the store's own. */
function* filesOf(folder: string, store: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const about = lstatSync(path);
    if (about.isDirectory()) yield* filesOf(path, store);
    else if (about.isFile() && ![store, `${store}-wal`, `${store}-shm`].includes(path)) yield path;
  }
}

/** Removes what checks and restorings that were killed have left in a home; nobody else may be at work in it. */
export function dropLeftovers(home: string): void {
  for (const name of readdirSync(home))
    if (/^\.check-|^(?:restoring|restored)\.db|\.partial(?:-wal|-shm|-journal)?$/.test(name))
      rmSync(join(home, name), { recursive: true, force: true });
}

/** Backups the record knows of, and all files in its home (null: it has none), that still hold it or can't be looked into. */
export async function stillHeld(
  store: Store,
  home: string | null,
  isIn: (text: string) => boolean,
  textOf: TextOf,
): Promise<readonly StillHeld[]> {
  const taken = await store.read.selectFrom('backup_taken').select(['file', 'at']).orderBy('at').execute();
  const known = new Map(taken.map(({ file, at }) => [file, at]));
  const found: StillHeld[] = [];
  for (const file of new Set([...known.keys(), ...(home === null ? [] : filesOf(home, storeFile(home)))])) {
    const at = known.get(file) ?? null;
    if (!existsSync(file)) {
      found.push({ file, state: 'unknown', at });
      continue;
    }
    try {
      if (await holds(file, isIn, textOf)) found.push({ file, state: 'holds', at });
    } catch (error) {
      // A file that is damaged, or not ours to read, is named: it may hold anything.
      if (asParleyError(error).code === 'store-full') throw error;
      found.push({ file, state: 'unknown', at });
    }
  }
  return found;
}
