// What the door does to characters, and that it does it once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanText } from '../../src/report/clean.js';
import { declaredIn, decodeBytes } from '../../src/report/decode.js';
import { unwrapLines } from '../../src/report/unwrap.js';

const CASES: readonly [raw: string, clean: string, why: string][] = [
  ['a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne', 'line ends'],
  ['a\tb\u00a0c\u202fd  e', 'a b c d e', 'tabs and hard spaces'],
  ['nego\u00adtiation', 'negotiation', 'soft hyphen'],
  ['Gene\u200bva\ufeff', 'Geneva', 'zero-width characters'],
  ['a\u200db', 'ab', 'a joiner between Latin letters'],
  ['👩\u200d💻 met 𝔸', '👩\u200d💻 met 𝔸', 'astral characters, and joiners between emoji'],
  ['x\ud800y', 'x\ufffdy', 'half a surrogate pair'],
  ['caf\u0065\u0301', 'café', 'decomposed accents'],
  ['  a  \n\n\n\n b', 'a\n\nb', 'blank lines and edges'],
  ['said \u0093no\u0094 \u0085', 'said “no” …', 'Windows-1252 that was taken for Latin-1'],
  ['page one\fpage two', 'page one\n\npage two', 'form feed'],
];

test('characters are settled at the door', () => {
  for (const [raw, clean, why] of CASES) assert.equal(cleanText(raw), clean, why);
});

test('cleaning a clean text changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
      const clean = cleanText(raw);
      assert.equal(cleanText(clean), clean);
      assert.ok(!/[\r\t\u00a0\u00ad\u200b\ufeff]/.test(clean));
    }),
    { numRuns: 60 },
  );
});

test('encodings are declared or found', () => {
  const words = 'The envoy said “no” in Çırağan — café';
  const utf16 = (order: 'le' | 'be', mark: boolean): Buffer => {
    const bytes = Buffer.from((mark ? '\ufeff' : '') + words, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };
  const cases: readonly [Uint8Array, string | undefined, string, string][] = [
    [Buffer.from(words), undefined, words, 'utf-8'],
    [Buffer.from(`\ufeff${words}`), 'windows-1252', words, 'utf-8'],
    [Buffer.from(words), 'iso-8859-1', words, 'utf-8'],
    [utf16('le', true), undefined, words, 'utf-16le'],
    [utf16('be', true), undefined, words, 'utf-16be'],
    [utf16('le', false), undefined, words, 'utf-16le'],
    [Uint8Array.of(0x93, 0x6e, 0x6f, 0x94, 0x20, 0x96, 0x20, 0xe9), undefined, '“no” – é', 'windows-1252'],
    [Uint8Array.of(0xcf, 0xf0, 0xe8), 'windows-1251', 'При', 'windows-1251'],
    [Uint8Array.of(0x93, 0x6e, 0x94), 'no-such-encoding', '“n”', 'windows-1252'],
    [Uint8Array.of(0x93, 0x6e, 0x94), 'utf-8', '“n”', 'windows-1252'],
  ];
  for (const [bytes, declared, text, encoding] of cases) assert.deepEqual(decodeBytes(bytes, declared), { text, encoding });
  const spoilt = Buffer.concat([Buffer.from('“é” '.repeat(40)), Uint8Array.of(0xff), Buffer.from(' end')]);
  assert.equal(decodeBytes(spoilt).encoding, 'utf-8');
  assert.equal(declaredIn(Buffer.from('<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1256">')), 'windows-1256');
  assert.equal(declaredIn(Buffer.from('<?xml version="1.0" encoding="ISO-8859-2"?><rss>')), 'ISO-8859-2');
});

test('lines broken at a width become paragraphs again, other lines stay', () => {
  const wrapped = [
    'The mediator said on Tuesday that the delegations had',
    'agreed to meet again before the end of the month, and',
    'that a list of prisoners would be handed over by both',
    'sides, according to two diplomats.',
    '',
    'Nothing has been signed so far, but the govern-',
    'ment called the day a good one for everybody who came',
    'to the lakeside hotel.',
  ].join('\n');
  assert.equal(unwrapLines(wrapped).split('\n').length, 3);
  assert.match(unwrapLines(wrapped), /the government called the day/);
  const list = '• One thing was agreed\n• Another was not\n• A third is open\n• A fourth was dropped\n• A fifth was kept';
  assert.equal(unwrapLines(list), list);
});
