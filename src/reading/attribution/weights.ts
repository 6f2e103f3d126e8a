// Tables of weights over hashed features, one row a feature and one column a label; floating while they are learnt, packed bytes once they ship.
import type { ByteTable } from '../model.js';

/** Weights to learn, or those of a table of one column. */
export interface WeightTable {
  /** Rows are a power of two. */
  readonly bits: number;
  readonly columns: number;
  readonly values: Float32Array | Int8Array;
  /** What a value is multiplied by: 1 for floating weights, the quantum for bytes. */
  readonly scale: number;
}

/** Weights of three or nine columns as they are read: four bytes in a 32-bit number, so that one look at memory gives them all. */
export interface PackedTable {
  readonly bits: number;
  readonly columns: 3 | 9;
  readonly packed: Int32Array;
  readonly scale: number;
}

/** Weights in either form. */
export type AnyTable = WeightTable | PackedTable;

export const makeTable = (bits: number, columns: number): WeightTable & { readonly values: Float32Array } => ({
  bits,
  columns,
  values: new Float32Array((1 << bits) * columns),
  scale: 1,
});

/** Packs a table of three or nine columns, the first of four lowest. */
export function packTable({ bits, columns, values, scale }: ByteTable): PackedTable {
  if (columns !== 3 && columns !== 9) throw new Error(`${columns} columns cannot be packed`);
  const wide = (columns + 3) >> 2;
  const packed = new Int32Array((1 << bits) * wide);
  for (let row = 0; row < 1 << bits; row++)
    for (let c = 0; c < columns; c++) packed[row * wide + (c >> 2)]! |= (values[row * columns + c]! & 0xff) << (8 * (c & 3));
  return { bits, columns, packed, scale };
}

/** Adds the rows of `count` features, the first at `from`, into `out` at `at`, one cell a column. */
export function addRows(table: AnyTable, features: Int32Array, count: number, out: Float64Array, at: number, from = 0): void {
  if ('packed' in table) {
    if (table.columns === 3) addThree(table, features, from, from + count, out, at);
    else addNine(table, features, from, from + count, out, at);
    return;
  }
  const { columns, values, scale } = table;
  const mask = (1 << table.bits) - 1;
  for (let i = from; i < from + count; i++) {
    const feature = features[i]!;
    const row = ((feature ^ (feature >>> 16)) & mask) * columns;
    for (let c = 0; c < columns; c++) out[at + c]! += values[row + c]! * scale;
  }
}

function addThree(
  { packed, bits, scale }: PackedTable,
  features: Int32Array,
  from: number,
  to: number,
  out: Float64Array,
  at: number,
): void {
  const mask = (1 << bits) - 1;
  let a = 0;
  let b = 0;
  let c = 0;
  for (let i = from; i < to; i++) {
    const feature = features[i]!;
    const four = packed[(feature ^ (feature >>> 16)) & mask]!;
    a += (four << 24) >> 24;
    b += (four << 16) >> 24;
    c += (four << 8) >> 24;
  }
  out[at]! += a * scale;
  out[at + 1]! += b * scale;
  out[at + 2]! += c * scale;
}

function addNine(
  { packed, bits, scale }: PackedTable,
  features: Int32Array,
  from: number,
  to: number,
  out: Float64Array,
  at: number,
): void {
  const mask = (1 << bits) - 1;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  let k = 0;
  for (let i = from; i < to; i++) {
    const feature = features[i]!;
    const row = 3 * ((feature ^ (feature >>> 16)) & mask);
    const one = packed[row]!;
    const two = packed[row + 1]!;
    a += (one << 24) >> 24;
    b += (one << 16) >> 24;
    c += (one << 8) >> 24;
    d += one >> 24;
    e += (two << 24) >> 24;
    f += (two << 16) >> 24;
    g += (two << 8) >> 24;
    h += two >> 24;
    k += (packed[row + 2]! << 24) >> 24;
  }
  out[at]! += a * scale;
  out[at + 1]! += b * scale;
  out[at + 2]! += c * scale;
  out[at + 3]! += d * scale;
  out[at + 4]! += e * scale;
  out[at + 5]! += f * scale;
  out[at + 6]! += g * scale;
  out[at + 7]! += h * scale;
  out[at + 8]! += k * scale;
}
