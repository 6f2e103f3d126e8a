// What SQLite's result codes mean in the words of the error table.
import { type ErrorCode, ParleyError } from '../../terms/errors.js';

// Primary result codes, https://sqlite.org/rescode.html; an extended code keeps its primary one in its low byte.
const BY_CODE: Readonly<Record<number, ErrorCode>> = {
  3: 'home-not-writable', // PERM
  5: 'store-busy', // BUSY
  6: 'store-busy', // LOCKED
  8: 'home-not-writable', // READONLY
  11: 'store-damaged', // CORRUPT
  13: 'store-full', // FULL
  14: 'home-not-writable', // CANTOPEN
  26: 'store-damaged', // NOTADB
};
// The index of the log could not grow (IOERR_SHMSIZE), or could not be written (IOERR_WRITE, IOERR_FSYNC, IOERR_TRUNCATE): no room, on the file systems that say so late.
const NO_ROOM: ReadonlySet<number> = new Set([4874, 778, 1034, 1546]);
// The file ends too early (IOERR_SHORT_READ), or its page does not agree with its checksum (IOERR_CORRUPTFS, IOERR_DATA).
const DAMAGED: ReadonlySet<number> = new Set([522, 8458, 8202]);

function codeOf(thrown: unknown): number | null {
  return thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number' ? thrown.errcode : null;
}

/** An error of SQLite as one of the table, with the store's file as its value; anything else as it is. */
export function storeErrorOf(thrown: unknown, file: string): unknown {
  const extended = codeOf(thrown);
  if (extended === null || !(thrown instanceof Error)) return thrown;
  const code = NO_ROOM.has(extended) ? 'store-full' : DAMAGED.has(extended) ? 'store-damaged' : BY_CODE[extended & 0xff];
  if (code === undefined) return thrown;
  return new ParleyError(code, code === 'home-not-writable' ? file.replace(/[\\/][^\\/]*$/, '') : `${file} (${thrown.message})`, {
    cause: thrown,
  });
}
