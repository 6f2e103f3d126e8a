// Changes valid bytes in the ways that files are damaged and forged: flips, cuts, repeats, splices, numbers at their limits, words that mean something to a parser.
import type { Chance } from './chance.js';

/** What parsers stumble over, for all doors alike. */
const TOKENS: readonly string[] = [
  '\0',
  '\u{FEFF}',
  '\uD800',
  '\u202E',
  '\u0000\u0000',
  '\r',
  '\r\n\r\n',
  '<',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&#0;',
  '&#x110000;',
  '&lt;',
  '<script>',
  '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;&a;">]>',
  '<?xml version="1.0" encoding="utf-16"?>',
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  '\\u0000',
  '\\ud800',
  '__proto__',
  'constructor',
  '-1',
  '4294967296',
  '9007199254740993',
  '1e400',
  'NaN',
  'null',
  '%PDF-1.7',
  'endobj',
  'stream\n',
  '<< /Length 99999999 >>',
  '/Kids [1 0 R 1 0 R]',
  'PK\u0003\u0004',
  'Content-Type: multipart/mixed; boundary=""',
  'Content-Transfer-Encoding: base64',
  '=?utf-8?B?////?=',
  'From envoy@example.org Mon Feb  3 09:00:00 2014\n',
  '2014-02-30',
  '9999-12-31T23:59:60Z',
  '“',
  '’',
  '…',
  'é\u0301\u0301\u0301',
  '𐏿',
];

const number = (chance: Chance): number => chance.pick([0, 1, 0x7f, 0x80, 0xff, 0xfe]);

type Mutation = (bytes: Buffer, chance: Chance, other: Buffer) => Buffer;

const cut = (bytes: Buffer, at: number, length: number, by: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + length)]);

const MUTATIONS: readonly Mutation[] = [
  (bytes, chance) => {
    const made = Buffer.from(bytes);
    for (let n = 1 + chance.below(8); n > 0; n--) made[chance.below(made.length)] = chance.below(256);
    return made;
  },
  (bytes, chance) => {
    const made = Buffer.from(bytes);
    const at = chance.below(made.length);
    made.fill(number(chance), at, Math.min(made.length, at + 1 + chance.below(4)));
    return made;
  },
  (bytes, chance) => bytes.subarray(0, chance.below(bytes.length)),
  (bytes, chance) => cut(bytes, chance.below(bytes.length), 1 + chance.below(Math.max(1, bytes.length >> 3)), Buffer.alloc(0)),
  (bytes, chance) => cut(bytes, chance.below(bytes.length), 0, Buffer.from(chance.pick(TOKENS), 'utf8')),
  (bytes, chance) => cut(bytes, chance.below(bytes.length), chance.below(20), Buffer.from(chance.pick(TOKENS), 'utf8')),
  (bytes, chance, other) => {
    const at = chance.below(other.length);
    return cut(bytes, chance.below(bytes.length), chance.below(200), other.subarray(at, at + chance.below(2000)));
  },
  // A stretch of it many times over.
  (bytes, chance) => {
    const at = chance.below(bytes.length);
    const piece = bytes.subarray(at, at + 1 + chance.below(60));
    const times = Math.min(chance.pick([3, 50, 2000]), Math.floor(200_000 / piece.length));
    return cut(bytes, at, 0, Buffer.concat(Array.from({ length: times }, () => piece)));
  },
  // A number in it, another.
  (bytes, chance) => {
    const places = [...bytes.toString('latin1').matchAll(/\d+/g)];
    if (places.length === 0) return bytes;
    const place = chance.pick(places);
    return cut(
      bytes,
      place.index,
      place[0].length,
      Buffer.from(chance.pick(['0', '-1', '1', '65536', '2147483648', '99999999999999999999', '1e309'])),
    );
  },
];

/** One to four changes; `other` is another sample to take pieces from. Never empty. */
export function mutated(sample: Uint8Array, chance: Chance, other: Uint8Array): Buffer {
  let bytes: Buffer = Buffer.from(sample);
  for (let times = 1 + chance.below(4); times > 0 && bytes.length > 0; times--)
    bytes = chance.pick(MUTATIONS)(bytes, chance, Buffer.from(other));
  return bytes;
}
