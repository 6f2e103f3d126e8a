// How much a PDF unpacks to, measured before it is opened: a kilobyte can hold gigabytes, and what reads it would take them all.
import { inflateSync } from 'node:zlib';
import { ParleyError } from '../terms/errors.js';

/** Bytes before the word "stream" in which what describes it is looked for. */
const DICTIONARY = 4096;
/** Unpacked bytes of one stage; beyond them nothing need be known. */
type Limit = number;

const isTooLarge = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/** Inflated as far as it goes: a damaged stream gives what stands before the damage. Null: more than the limit. */
function inflated(bytes: Uint8Array, limit: Limit): Uint8Array | null {
  try {
    // Z_SYNC_FLUSH takes a stream that is cut short.
    return inflateSync(bytes, { maxOutputLength: limit, finishFlush: 2 });
  } catch (error) {
    return isTooLarge(error) ? null : new Uint8Array();
  }
}

/** Bytes from hexadecimal digits (ISO 32000-1, 7.4.2). */
function fromHex(bytes: Uint8Array): Uint8Array {
  const digits =
    Buffer.from(bytes)
      .toString('latin1')
      .split('>')[0]
      ?.replace(/[^0-9a-f]/gi, '') ?? '';
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

/** Bytes from base 85 (7.4.3). */
function fromBase85(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let group: number[] = [];
  const put = (all: readonly number[], kept: number): void => {
    const value = all.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let n = 0; n < kept; n++) out.push(Math.floor(value / 256 ** (3 - n)) % 256);
  };
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
    if (byte < 0x21 || byte > 0x75) continue;
    group.push(byte - 0x21);
    if (group.length === 5) {
      put(group, 4);
      group = [];
    }
  }
  if (group.length > 1) put([...group, 84, 84, 84, 84].slice(0, 5), group.length - 1);
  return Uint8Array.from(out);
}

/** How long LZW (7.4.4) unpacks to: the lengths of its table's entries are enough. Stops above the limit. */
function lengthOfLzw(bytes: Uint8Array, limit: Limit): number {
  let lengths: number[] = [];
  let [total, width, buffer, bits, before] = [0, 9, 0, 0, 0];
  const clear = (): void => {
    lengths = new Array<number>(256).fill(1).concat(0, 0);
    [width, before] = [9, 0];
  };
  clear();
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (buffer >> bits) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256) {
      clear();
      continue;
    }
    const length = lengths[code] ?? before + 1;
    total += length;
    if (total > limit) break;
    if (before > 0 && lengths.length < 4096) lengths.push(before + 1);
    before = length;
    width = lengths.length >= 2047 ? 12 : lengths.length >= 1023 ? 11 : lengths.length >= 511 ? 10 : 9;
  }
  return total;
}

/** The most that run lengths (7.4.5) unpack to. */
const MOST_OF_RUNS = 64;

const FILTERS = /\/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|ASCIIHexDecode|AHx|ASCII85Decode|A85)\b/g;

/** What a stream is packed by, from the bytes before it: each name of a filter in its dictionary. Where it is told elsewhere, or too far away, deflate is what it would be. */
function filtersIn(before: string): readonly string[] {
  // Names may be written with the numbers of their letters (7.3.5).
  const plain = before.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  // Of the object that this stream belongs to, and of none before it.
  const begins = plain.search(/\bobj\b(?![\s\S]*\bobj\b)/);
  const filters = [...plain.slice(Math.max(0, begins)).matchAll(FILTERS)].map(([, filter = '']) => filter);
  const elsewhere = begins < 0 || /\/Filter\s*\[?\s*\d+\s+\d+\s+R\b/.test(plain.slice(begins));
  return filters.length > 0 || !elsewhere ? filters : ['FlateDecode'];
}

/** How much a stream unpacks to, at most `limit` and a byte more. */
function unpacked(bytes: Uint8Array, filters: readonly string[], limit: Limit): number {
  let now = bytes;
  for (const filter of filters) {
    if (filter === 'FlateDecode' || filter === 'Fl') {
      const next = inflated(now, limit);
      if (next === null) return limit + 1;
      now = next;
    } else if (filter.startsWith('LZW')) return lengthOfLzw(now, limit);
    else if (filter.startsWith('R')) return Math.min(now.length * MOST_OF_RUNS, limit + 1);
    else now = filter.startsWith('ASCIIHex') || filter === 'AHx' ? fromHex(now) : fromBase85(now);
  }
  return now.length;
}

/**
 * Throws `too-large` where the streams of a PDF together unpack to more than `most` bytes. Pictures packed as such (JPEG, fax) are not unpacked by reading
 * its text and do not count. Of a file that is encrypted without a password nothing can be measured.
 */
export function checkPdfSize(bytes: Uint8Array, name: string, most: number): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    if (before.endsWith('end')) continue;
    const filters = filtersIn(before);
    if (filters.length === 0) continue;
    const start = at + 6 + (file[at + 6] === 0x0d ? 1 : 0) + (file[at + 6] === 0x0a || file[at + 7] === 0x0a ? 1 : 0);
    const end = file.indexOf('endstream', start);
    total += unpacked(file.subarray(start, end < 0 ? file.length : end), filters, most - total);
    if (total > most) throw new ParleyError('too-large', name);
  }
}
