// Byte tables of weights packed row by row without their zeros, as the reader scores with them: most rows have few weights, so less memory is touched.
import type { ByteTable } from './model.js';

export interface SparseTable {
  readonly columns: number;
  /** Rows are a power of two; `feature & mask` is a feature's row. */
  readonly mask: number;
  /** Cells of row r are `starts[r]` to `starts[r + 1]`, half-open. */
  readonly starts: Uint32Array;
  /** Weight (signed, high byte) and column (low byte) together, so that one look at memory gives both. */
  readonly cells: Int16Array;
  readonly scale: number;
}

/** Packs a table of at most 256 columns. */
export function packRows({ bits, columns, values, scale }: ByteTable): SparseTable {
  const rows = 2 ** bits;
  const starts = new Uint32Array(rows + 1);
  let count = 0;
  for (const value of values) if (value !== 0) count++;
  const cells = new Int16Array(count);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    starts[row] = at;
    for (let c = 0; c < columns; c++) {
      const value = values[row * columns + c]!;
      if (value !== 0) cells[at++] = (value << 8) | c;
    }
  }
  starts[rows] = at;
  return { columns, mask: rows - 1, starts, cells, scale };
}

/** Sums the rows of the first `count` features into `scores`, one a column, in units of the table's scale. */
export function scoreRows(table: SparseTable, ids: Int32Array, count: number, scores: Int32Array): void {
  const { mask, starts, cells, columns } = table;
  scores.fill(0, 0, columns);
  for (let k = 0; k < count; k++) {
    const row = ids[k]! & mask;
    const end = starts[row + 1]!;
    for (let at = starts[row]!; at < end; at++) {
      const cell = cells[at]!;
      scores[cell & 0xff]! += cell >> 8;
    }
  }
}

/** The column with the highest score, the first of equals. */
export function bestOf(scores: Int32Array, columns: number): number {
  let best = 0;
  let most = scores[0]!;
  for (let c = 1; c < columns; c++) {
    if (scores[c]! > most) {
      most = scores[c]!;
      best = c;
    }
  }
  return best;
}
