// A table of weights over hashed features, one row a feature and one column a label; floating while it is learnt, bytes once it ships.

export interface WeightTable {
  /** Rows are a power of two. */
  readonly bits: number;
  readonly columns: number;
  readonly values: Float32Array | Int8Array;
  /** What a value is multiplied by: 1 for floating weights, the quantum for bytes. */
  readonly scale: number;
}

export const makeTable = (bits: number, columns: number): WeightTable & { readonly values: Float32Array } => ({
  bits,
  columns,
  values: new Float32Array((1 << bits) * columns),
  scale: 1,
});

/** Adds the rows of `count` features, the first at `from`, into `out` at `at`, one cell a column. */
export function addRows(table: WeightTable, features: Int32Array, count: number, out: Float64Array, at: number, from = 0): void {
  const { columns, values, scale } = table;
  const mask = (1 << table.bits) - 1;
  if (columns === 3) {
    let a = out[at]!;
    let b = out[at + 1]!;
    let c = out[at + 2]!;
    for (let i = from; i < from + count; i++) {
      const feature = features[i]!;
      const row = ((feature ^ (feature >>> 16)) & mask) * 3;
      a += values[row]! * scale;
      b += values[row + 1]! * scale;
      c += values[row + 2]! * scale;
    }
    out[at] = a;
    out[at + 1] = b;
    out[at + 2] = c;
    return;
  }
  for (let i = from; i < from + count; i++) {
    const feature = features[i]!;
    const row = ((feature ^ (feature >>> 16)) & mask) * columns;
    for (let c = 0; c < columns; c++) out[at + c]! += values[row + c]! * scale;
  }
}
