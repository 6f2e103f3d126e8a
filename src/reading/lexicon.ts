// What is known of English words whatever the text: the parts of speech WordNet gives them and the classes of words that are used alike.
import { hashText } from './hashing.js';

/** Bits of `sensesOf`. */
export const NOUN = 1;
export const VERB = 2;
export const ADJECTIVE = 4;
export const ADVERB = 8;

const MAGIC = 0x57594c50; // "PLYW"
const ENTRY_BYTES = 8;

/** Words by the hash of their small letters; a word that is not in it has 0 everywhere. */
export class Lexicon {
  private readonly keys: Int32Array;
  private readonly values: Uint32Array;
  private readonly mask: number;

  /** Builds the table of a compiled lexicon: 8 bytes an entry, little endian: hash, then senses, broad class and fine class in 8, 8 and 16 bits. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('not a compiled lexicon');
    const count = view.getUint32(4, true);
    let size = 1;
    while (size < 2 * count) size *= 2;
    this.keys = new Int32Array(size);
    this.values = new Uint32Array(size);
    this.mask = size - 1;
    for (let i = 0; i < count; i++) {
      const key = view.getInt32(8 + i * ENTRY_BYTES, true);
      let slot = key & this.mask;
      while (this.values[slot] !== 0) slot = (slot + 1) & this.mask;
      this.keys[slot] = key;
      this.values[slot] = view.getUint32(12 + i * ENTRY_BYTES, true);
    }
  }

  /** Senses in bits 0 to 7, broad class in 8 to 15, fine class in 16 to 31. */
  entry(hash: number): number {
    let slot = hash & this.mask;
    while (this.values[slot] !== 0) {
      if (this.keys[slot] === hash) return this.values[slot]!;
      slot = (slot + 1) & this.mask;
    }
    return 0;
  }

  /** Which parts of speech WordNet has for a base form in small letters, as bits. */
  sensesOf(lower: string): number {
    return this.entry(hashText(lower)) & 0xff;
  }
}

export interface LexiconEntry {
  readonly hash: number;
  readonly senses: number;
  /** From 1; 0 for none. */
  readonly broad: number;
  readonly fine: number;
}

/** The bytes of a compiled lexicon; the one place that writes what the class reads. */
export function lexiconBytes(entries: readonly LexiconEntry[]): Uint8Array {
  const bytes = new Uint8Array(8 + entries.length * ENTRY_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, entries.length, true);
  [...entries]
    .sort((a, b) => a.hash - b.hash)
    .forEach(({ hash, senses, broad, fine }, i) => {
      view.setInt32(8 + i * ENTRY_BYTES, hash, true);
      view.setUint32(12 + i * ENTRY_BYTES, (senses | (broad << 8) | (fine << 16)) >>> 0, true);
    });
  return bytes;
}
