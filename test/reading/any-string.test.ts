// Any string at all is read without a throw, and every span of its reading lies in it. PARLEY_STRINGS says how many strings are tried; see docs/speed.md for a run of 10,000.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readReport } from '../../src/reading/reader.js';
import { readingSchema } from '../../src/terms/reading.js';
import { resources } from './open-reader.js';

const STRINGS = Number(process.env.PARLEY_STRINGS ?? 120);

/** Pieces of news and pieces that have broken readers of news. */
const PIECES = fc.oneof(
  fc.constantFrom(
    'The envoy said ', 'UN chief Anna Berg told reporters that ', 'the talks resumed on Monday', ' in Kana', ', who urged both sides to ', 'was not ', '“', '”', '"', "'", '‘', '’',
    '. ', '.\n\n', '\n', ' - ', '— ', '(', ')', '[', ']', '...', '…', ':', ';', ', ', 'U.N.', 'Feb. 10', '2014', '10:30', '1,200', '€5m', 'al-', '@', 'http://a.b/c?d=e', '#', '•', '* ', '1. ',
  ), // biome-ignore format: one piece after another
  fc.constantFrom(
    '\u0000', '\u00ad', '\u200b', '\u200d', '\u200f', '\u202e', '\u2028', '\u2029', '\ufeff', '\ufffd', '\ud800', '\udc00', '\udbff\udfff', '\u0301\u0301\u0301', 'İ', 'ß', 'ﬁ', 'ǅ', '𝐓𝐚𝐥𝐤𝐬',
    '👩‍👩‍👧‍👦', '🇸🇾', '१२', '٣', '中国', 'العربية', 'שלום', 'ไทย', '한국', '\u1680', '\u3000', '\u00a0', '\t', '\v', '\f', '\r', '\u0085',
  ), // biome-ignore format: one piece after another
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const TEXTS = fc.oneof(
  { weight: 3, arbitrary: fc.array(PIECES, { maxLength: 40 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
);
const DAYS = fc.constantFrom(undefined, '2014-02-01', '2024-02-29');

const isSpan = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((place) => Number.isInteger(place));

/** Every pair of whole numbers in a reading is a span: it holds no other pairs. */
function* spansOf(value: unknown): Generator<readonly [number, number]> {
  if (isSpan(value)) yield value;
  else if (Array.isArray(value)) for (const item of value) yield* spansOf(item);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* spansOf(item);
}

test(`${STRINGS} odd strings are read without a throw, every span in the text`, () => {
  fc.assert(
    fc.property(TEXTS, DAYS, (text, published) => {
      const { text: _, ...found } = readReport({ id: 'odd', text, published }, resources);
      for (const [start, end] of spansOf(found)) assert.ok(start >= 0 && start < end && end <= text.length, `[${start}, ${end}]`);
      readingSchema.parse({ text, ...found });
    }),
    { numRuns: STRINGS, seed: 4 },
  );
});
