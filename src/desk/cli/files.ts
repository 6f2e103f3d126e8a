// Opens files that a person names, with an error of the table where that fails.
import { open } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { ParleyError } from '../../terms/errors.js';

function fault(error: unknown, path: string): ParleyError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new ParleyError('file-not-found', path, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new ParleyError('not-allowed', `opening ${path}`, { cause: error });
  if (code === 'ENOSPC') return new ParleyError('store-full', path, { cause: error });
  return new ParleyError('bad-option', path, { cause: error });
}

/** A stream of a file's bytes. Throws `file-not-found`, `not-allowed`, `bad-option` for a folder. */
export async function openToRead(path: string): Promise<Readable> {
  try {
    const handle = await open(path, 'r');
    if ((await handle.stat()).isDirectory()) {
      await handle.close();
      throw new ParleyError('bad-option', path);
    }
    return handle.createReadStream();
  } catch (error) {
    throw error instanceof ParleyError ? error : fault(error, path);
  }
}

/** A stream into a new or emptied file. Throws `file-not-found` where its folder is missing, `not-allowed`, `store-full`. */
export async function openToWrite(path: string): Promise<Writable> {
  try {
    return (await open(path, 'w')).createWriteStream();
  } catch (error) {
    throw fault(error, path);
  }
}
