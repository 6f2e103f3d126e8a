// Weights learnt by stochastic gradient steps that shrink cell by cell (AdaGrad; Duchi, Hazan and Singer 2011), averaged over the last rounds.
import type { FeatureList } from '../../src/reading/attribution/features.js';
import { makeTable, type WeightTable } from '../../src/reading/attribution/weights.js';

export interface LearntTable {
  readonly table: WeightTable & { readonly values: Float32Array };
  readonly squares: Float32Array;
  readonly sum: Float32Array;
  rounds: number;
}

export const learntTable = (bits: number, columns: number): LearntTable => ({
  table: makeTable(bits, columns),
  squares: new Float32Array((1 << bits) * columns).fill(0),
  sum: new Float32Array((1 << bits) * columns),
  rounds: 0,
});

/** Moves the rows of the features in `features` from `from` to `to` against `gradient`, one value a column. */
export function descend(learnt: LearntTable, features: Int32Array, from: number, to: number, gradient: Float64Array, rate: number): void {
  const { table, squares } = learnt;
  const { columns, values } = table;
  const mask = (1 << table.bits) - 1;
  for (let i = from; i < to; i++) {
    const feature = features[i]!;
    const row = ((feature ^ (feature >>> 16)) & mask) * columns;
    for (let c = 0; c < columns; c++) {
      const g = gradient[c]!;
      if (g === 0) continue;
      const square = squares[row + c]! + g * g;
      squares[row + c] = square;
      values[row + c]! -= (rate * g) / Math.sqrt(square + 1);
    }
  }
}

/** Features of many places laid end to end, so that scoring and learning compute them once. */
export class FeatureTape {
  ids = new Int32Array(1 << 16);
  /** Where each place's features begin; one more than there are places. */
  readonly starts: number[] = [0];

  clear(): void {
    this.starts.length = 1;
  }

  /** Adds a place's features and gives its number. */
  add({ ids, count }: FeatureList): number {
    const from = this.starts.at(-1)!;
    if (from + count > this.ids.length) {
      const larger = new Int32Array(2 * (from + count));
      larger.set(this.ids);
      this.ids = larger;
    }
    for (let i = 0; i < count; i++) this.ids[from + i] = ids[i]!;
    this.starts.push(from + count);
    return this.starts.length - 2;
  }
}

/** Adds the weights as they now are to the average. */
export function remember(learnt: LearntTable): void {
  for (let i = 0; i < learnt.sum.length; i++) learnt.sum[i]! += learnt.table.values[i]!;
  learnt.rounds++;
}

/** The average of the remembered weights. */
export function averaged(learnt: LearntTable): WeightTable {
  const values = new Float32Array(learnt.sum.length);
  for (let i = 0; i < values.length; i++) values[i] = learnt.sum[i]! / Math.max(1, learnt.rounds);
  return { bits: learnt.table.bits, columns: learnt.table.columns, values, scale: 1 };
}

/** The numbers 0 to n-1 in an order that depends on the seed only (mulberry32, Fisher-Yates). */
export function shuffled(n: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  let a = seed | 0;
  for (let i = n - 1; i > 0; i--) {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    const j = Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * (i + 1));
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
  return order;
}
