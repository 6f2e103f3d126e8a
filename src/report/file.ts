// Reports from files: a file is looked at before it is read, and a folder is walked in the order of its names.
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ParleyError } from '../terms/errors.js';
import { MAX_BYTES, type Opened, openSource } from './open.js';
import type { Given } from './report.js';

export interface FileOptions {
  readonly given?: Given | undefined;
  /** Largest file in bytes. */
  readonly maxBytes?: number | undefined;
}

function fault(error: unknown, path: string): ParleyError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return new ParleyError('file-not-found', path, { cause: error });
  if (code === 'EACCES' || code === 'EPERM') return new ParleyError('not-allowed', `reading ${path}`, { cause: error });
  return new ParleyError('broken-file', path, { cause: error });
}

/** The bytes of a file no larger than `maxBytes`. Throws `file-not-found`, `not-allowed`, `too-large`, `bad-option` for a folder. */
export async function bytesOfFile(path: string, maxBytes = MAX_BYTES): Promise<Uint8Array> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) throw new ParleyError('bad-option', path);
    // Pipes and devices have no size; what comes out of them is measured afterwards.
    if (about.size > maxBytes) throw new ParleyError('too-large', path);
    return await readFile(path);
  } catch (error) {
    throw error instanceof ParleyError ? error : fault(error, path);
  }
}

/** Opens one file. Throws what `openSource` and `bytesOfFile` throw. */
export async function openFile(path: string, { given, maxBytes = MAX_BYTES }: FileOptions = {}): Promise<Opened> {
  const bytes = await bytesOfFile(path, maxBytes);
  const opened = await openSource({ bytes, name: path, given, maxBytes });
  return { ...opened, reports: opened.reports.map((report) => (report.from === path ? { ...report, from: basename(path) } : report)) };
}

/** The files below a folder, by name, without hidden ones. Throws `file-not-found`, `not-allowed`. */
export async function* filesBelow(folder: string): AsyncGenerator<string> {
  let entries: Awaited<ReturnType<typeof list>>;
  try {
    entries = await list(folder);
  } catch (error) {
    throw fault(error, folder);
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

const list = (folder: string) => readdir(folder, { withFileTypes: true });
