// The lines of a stream of bytes, one by one, however long the stream is.
import type { Readable } from 'node:stream';

/** One line without its end, or null where it is longer than allowed. */
export interface LineIn {
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/** Splits at line feeds, a carriage return before one left out; a last line without a line feed counts, an empty one does not. Holds one line at a time. */
export async function* linesIn(stream: Readable, mostBytes: number): AsyncGenerator<LineIn> {
  let pieces: Uint8Array[] = [];
  let held = 0;
  let tooLong = false;
  let number = 0;
  const take = (): LineIn => {
    const line = Buffer.concat(pieces);
    const end = line.at(-1) === 13 ? line.length - 1 : line.length;
    const bytes = tooLong ? null : line.subarray(0, end);
    pieces = [];
    held = 0;
    tooLong = false;
    return { number: ++number, bytes };
  };
  const keep = (piece: Uint8Array): void => {
    held += piece.length;
    if (held > mostBytes) {
      tooLong = true;
      pieces = [];
    } else if (!tooLong) pieces.push(piece);
  };
  for await (const chunk of stream) {
    const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let from = 0;
    for (let at = bytes.indexOf(10, from); at >= 0; at = bytes.indexOf(10, from)) {
      keep(bytes.subarray(from, at));
      yield take();
      from = at + 1;
    }
    if (from < bytes.length) keep(bytes.subarray(from));
  }
  if (held > 0) yield take();
}
