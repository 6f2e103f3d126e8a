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

/** Tells the cells of a table that are not zero, in their order: how many zeros stand before each since the last, and its weight. */
export type EachCell = (visit: (gap: number, weight: number) => void) => void;

/** The rows of a table of at most 256 columns from its `count` cells that are not zero; nothing else is made on the way. */
export function sparseTable(
  { bits, columns, scale }: Pick<ByteTable, 'bits' | 'columns' | 'scale'>,
  count: number,
  each: EachCell,
): SparseTable {
  const rows = 2 ** bits;
  const starts = new Uint32Array(rows + 1);
  const cells = new Int16Array(count);
  let row = 0;
  let column = -1;
  let at = 0;
  each((gap, weight) => {
    column += gap + 1;
    while (column >= columns) {
      column -= columns;
      starts[++row] = at;
    }
    cells[at++] = (weight << 8) | column;
  });
  starts.fill(count, row + 1);
  return { columns, mask: rows - 1, starts, cells, scale };
}

/** The rows of a table that stands in memory, of at most 256 columns. */
export function packRows({ values, ...shape }: ByteTable): SparseTable {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) count++;
  return sparseTable(shape, count, (visit) => {
    let next = 0;
    for (let i = 0; i < values.length; i++) {
      if (values[i] === 0) continue;
      visit(i - next, values[i]!);
      next = i + 1;
    }
  });
}

/** Where the rows that are not empty begin and end, for one call of `scoreRows`. */
const MOST_FEATURES = 256;
const begins = new Int32Array(MOST_FEATURES);
const ends = new Int32Array(MOST_FEATURES);

/**
 * Sums the rows of the first `count` features into `scores`, one a column, in units of the table's scale. Rows are looked up before any is summed: the
 * look-ups don't wait for each other, and empty rows fall out without a branch.
 */
export function scoreRows(table: SparseTable, ids: Int32Array, count: number, scores: Int32Array): void {
  const { mask, starts, cells, columns } = table;
  scores.fill(0, 0, columns);
  let rows = 0;
  for (let k = 0; k < count; k++) {
    const row = ids[k]! & mask;
    const begin = starts[row]!;
    const end = starts[row + 1]!;
    begins[rows] = begin;
    ends[rows] = end;
    rows += end > begin ? 1 : 0;
  }
  for (let k = 0; k < rows; k++) {
    const end = ends[k]!;
    for (let at = begins[k]!; at < end; at++) {
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
