// The weights of an averaged perceptron over very many hashed features, each row holding only the labels it has met.
import type { ByteTable } from '../src/reading/model.js';

const START_CELLS = 1 << 20;
/** Weights are whole numbers of this part of one. */
const UNIT = 1 / 4096;

export interface MeanSettings {
  /** Cells moved fewer times are left out. */
  readonly fewest: number;
  /** How many cells are kept at most, the largest first. */
  readonly most: number;
  /** Share of the cells that exceed what a byte can say and are clipped. */
  readonly share: number;
}

/**
 * Rows are hashed features; a row's cells stand together in a pool and move when they grow. A cell holds its weight (in 4096ths, high 24 bits) and its label
 * (low 8), since looking at memory is what takes the time. Averaging is lazy (sums of moves times steps are kept). With `slowing`, a cell's later moves are shorter, by the
 * root of how often it has moved (AdaGrad; Duchi, Hazan and Singer 2011).
 */
export class SparseWeights {
  readonly bits: number;
  readonly columns: number;
  private readonly slowing: boolean;
  private readonly mask: number;
  /** Start of a row's cells and their number, two places a row. */
  private readonly rows: Int32Array;
  private cells = new Int32Array(START_CELLS);
  private sums = new Float64Array(START_CELLS);
  private moves = new Uint16Array(START_CELLS);
  private used = 0;
  private step = 1;

  constructor(bits: number, columns: number, slowing: boolean) {
    this.bits = bits;
    this.columns = columns;
    this.slowing = slowing;
    this.mask = 2 ** bits - 1;
    this.rows = new Int32Array(2 * 2 ** bits);
  }

  /** Sums the rows of the features into `scores`, in 4096ths. */
  score(ids: Int32Array, count: number, scores: Int32Array): void {
    const { rows, cells, mask } = this;
    scores.fill(0);
    for (let k = 0; k < count; k++) {
      const row = (ids[k]! & mask) * 2;
      const start = rows[row]!;
      const end = start + rows[row + 1]!;
      for (let at = start; at < end; at++) {
        const cell = cells[at]!;
        scores[cell & 0xff]! += cell >> 8;
      }
    }
  }

  /** Moves the weights of one label by `amount` for the features. */
  move(ids: Int32Array, count: number, label: number, amount: number): void {
    const { slowing, step } = this;
    for (let k = 0; k < count; k++) {
      const at = this.cell(ids[k]! & this.mask, label);
      if (this.moves[at]! < 65_535) this.moves[at]!++;
      const size = Math.round((slowing ? amount / Math.sqrt(this.moves[at]!) : amount) / UNIT);
      this.cells[at]! += size << 8;
      this.sums[at]! += size * step;
    }
  }

  /** A weight in the units that `score` gives. */
  unitsOf(weight: number): number {
    return weight / UNIT;
  }

  /** Counts one decision. */
  tick(): void {
    this.step++;
  }

  private cell(row: number, label: number): number {
    const start = this.rows[2 * row]!;
    const count = this.rows[2 * row + 1]!;
    for (let at = start; at < start + count; at++) if ((this.cells[at]! & 0xff) === label) return at;
    let from = start;
    // Rows have room for a power of two of cells; a full one moves to the end of the pool.
    if ((count & (count - 1)) === 0) {
      const room = Math.max(1, 2 * count);
      if (this.used + room > this.cells.length) this.grow();
      from = this.used;
      this.used += room;
      this.cells.copyWithin(from, start, start + count);
      this.sums.copyWithin(from, start, start + count);
      this.moves.copyWithin(from, start, start + count);
      this.rows[2 * row] = from;
    }
    const at = from + count;
    this.cells[at] = label;
    this.sums[at] = 0;
    this.moves[at] = 0;
    this.rows[2 * row + 1] = count + 1;
    return at;
  }

  private grow(): void {
    const size = 2 * this.cells.length;
    const cells = new Int32Array(size);
    cells.set(this.cells);
    const sums = new Float64Array(size);
    sums.set(this.sums);
    const moves = new Uint16Array(size);
    moves.set(this.moves);
    this.cells = cells;
    this.sums = sums;
    this.moves = moves;
  }

  /** The mean weights as bytes. */
  quantised(name: string, { fewest, most, share }: MeanSettings): ByteTable {
    const means = new Float32Array(this.used);
    const sizes: number[] = [];
    this.eachCell((_row, at) => {
      if (this.moves[at]! < fewest) return;
      means[at] = ((this.cells[at]! >> 8) - this.sums[at]! / this.step) * UNIT;
      if (means[at] !== 0) sizes.push(Math.abs(means[at]!));
    });
    const ordered = Float32Array.from(sizes).sort();
    const clip = ordered[Math.max(0, Math.floor(ordered.length * (1 - share)) - 1)] ?? 1;
    const least = ordered.length > most ? ordered[ordered.length - most]! : 0;
    const scale = clip / 127;
    const values = new Int8Array(2 ** this.bits * this.columns);
    this.eachCell((row, at) => {
      const mean = means[at]!;
      if (Math.abs(mean) < least) return;
      values[row * this.columns + (this.cells[at]! & 0xff)] = Math.max(-127, Math.min(127, Math.round(mean / scale)));
    });
    return { name, bits: this.bits, columns: this.columns, scale, values };
  }

  private eachCell(visit: (row: number, at: number) => void): void {
    for (let row = 0; row <= this.mask; row++) {
      const start = this.rows[2 * row]!;
      for (let at = start; at < start + this.rows[2 * row + 1]!; at++) visit(row, at);
    }
  }
}

/** Leaves out a share of the features, in place, and returns how many are left. */
export function thin(ids: Int32Array, count: number, drop: number, random: () => number): number {
  if (drop === 0) return count;
  let kept = 0;
  for (let k = 0; k < count; k++) if (random() >= drop) ids[kept++] = ids[k]!;
  return kept;
}
