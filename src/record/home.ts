// The home: the folder that holds the store, who may have it, and where it is.
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { ParleyError } from '../terms/errors.js';

/** The folder of the store: `given` (--home), else `PARLEY_HOME`, else `parley` in the user's data folder (XDG Base Directory 0.8). */
export function homeFolder(given?: string, env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (given) return resolve(given);
  if (env.PARLEY_HOME) return resolve(env.PARLEY_HOME);
  const data = env.XDG_DATA_HOME;
  // The standard asks that a relative path there be ignored.
  return join(data && isAbsolute(data) ? data : join(homedir(), '.local', 'share'), 'parley');
}

export const storeFile = (home: string): string => join(home, 'parley.db');

/** Makes the folder where it is missing, for its owner alone, because reports may be confidential. Throws `home-not-writable`. */
export function makeHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    if (!statSync(home).isDirectory()) throw new Error('not a folder');
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ParleyError(isFull(error) ? 'store-full' : 'home-not-writable', home, { cause: error });
  }
}

/** Makes a file for its owner alone where there is none, in a folder that others may look into. Throws `home-not-writable`, `store-full`. */
export function makePrivate(file: string): void {
  // One that is there is not touched: closing it would take away the locks that this program has on it.
  if (existsSync(file)) return;
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    throw new ParleyError(isFull(error) ? 'store-full' : 'home-not-writable', file, { cause: error });
  }
}

const isFull = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOSPC';

/** A home taken for a desk, until it is let go or the program ends, however it ends. */
export interface HeldHome {
  release(): void;
}

/**
 * Takes a home for a desk; throws `desk-running` where another has it. The lock is that of a SQLite file of its own: the operating
 * system drops it with the process, so that none is left behind after a crash.
 */
export function holdHome(home: string): HeldHome {
  const file = join(home, 'desk.lock');
  let lock: InstanceType<typeof DatabaseSync> | null = null;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec('pragma journal_mode = delete; begin exclusive');
  } catch (error) {
    lock?.close();
    const busy = error instanceof Error && 'errcode' in error && error.errcode === 5;
    throw new ParleyError(busy ? 'desk-running' : 'home-not-writable', home, { cause: error });
  }
  const held = lock;
  return {
    release() {
      if (held.isOpen) held.close();
    },
  };
}
