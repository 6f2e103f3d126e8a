// The format of model files: what is written is read back, what is damaged is refused, and what ships is what its card says.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openModel } from '../../src/reading/model.js';
import { packRows, scoreRows } from '../../src/reading/sparse.js';
import { ParleyError } from '../../src/terms/errors.js';
import { modelBytes, quantise } from '../../train/model-file.js';

const weights = Float32Array.from({ length: 8 * 3 }, (_, i) => (i % 5 === 0 ? 0 : (i - 12) / 10));
const table = quantise('t', 3, 3, weights, { clip: 1 });
const bytes = modelBytes({
  name: 'probe',
  version: 1,
  features: 42,
  labels: { t: ['a', 'b', 'c'] },
  numbers: { slope: 0.5 },
  tables: [table],
});

test('a model file gives back its tables, labels and numbers', () => {
  const model = openModel(bytes, 'probe', 42);
  assert.deepEqual([...model.table('t').values], [...table.values]);
  assert.deepEqual(model.rows('t'), packRows(table));
  assert.deepEqual(model.labels('t'), ['a', 'b', 'c']);
  assert.equal(model.number('slope'), 0.5);
});

test('packed rows score as the whole table does', () => {
  const packed = packRows(table);
  const scores = new Int32Array(3);
  scoreRows(packed, Int32Array.from([1, 6, 9]), 3, scores);
  // Feature 9 is row 1 again in a table of eight rows.
  const expected = [0, 1, 2].map((c) => 2 * table.values[3 + c]! + table.values[18 + c]!);
  assert.deepEqual([...scores], expected);
});

/** The file with one byte changed. */
const changed = (at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 0x51 : byte));
const REFUSED: readonly (readonly [why: string, file: Uint8Array, name: string, features: number])[] = [
  ['another name', bytes, 'other', 42],
  ['other features', bytes, 'probe', 43],
  ['no model file', changed(0), 'probe', 42],
  ['another format', changed(4), 'probe', 42],
  ['a header that is cut', bytes.slice(0, 40), 'probe', 42],
  ['a header that is no JSON', changed(12), 'probe', 42],
  ['a byte of the weights', changed(bytes.length - 3), 'probe', 42],
  ['an end that is missing', bytes.slice(0, -1), 'probe', 42],
  ['nothing', new Uint8Array(0), 'probe', 42],
];
for (const [why, file, name, features] of REFUSED) {
  test(`a model file is refused for ${why}`, () => {
    assert.throws(
      () => openModel(file, name, features),
      (error) => error instanceof ParleyError && error.code === 'model-damaged',
    );
  });
}

const models = new URL('../../models/', import.meta.url);
test('the models together take 8 MB or less, and each is the one its card tells of', () => {
  const files = readdirSync(models).filter((name) => name.endsWith('.bin'));
  assert.ok(files.length > 0);
  let size = 0;
  for (const file of files) {
    const content = readFileSync(new URL(file, models));
    size += content.length;
    const card = JSON.parse(readFileSync(new URL(file.replace(/\.bin$/, '.card.json'), models), 'utf8')) as {
      sha256: string;
      bytes: number;
    };
    assert.equal(card.bytes, content.length, file);
    assert.equal(card.sha256, createHash('sha256').update(content).digest('hex'), file);
  }
  assert.ok(size <= 8_000_000, `${size} bytes`);
});
