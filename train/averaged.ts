// The weights of an averaged perceptron (Freund and Schapire 1999; Collins 2002) over hashed features.

/** Rows are hashed features, columns labels. Averaging is lazy: `average` gives the mean of the weights over all steps so far. */
export class AveragedWeights {
  readonly bits: number;
  readonly columns: number;
  readonly mask: number;
  readonly weights: Float32Array;
  private readonly sums: Float64Array;
  private step = 1;

  constructor(bits: number, columns: number) {
    this.bits = bits;
    this.columns = columns;
    this.mask = 2 ** bits - 1;
    this.weights = new Float32Array(2 ** bits * columns);
    this.sums = new Float64Array(2 ** bits * columns);
  }

  /** Adds the rows of the features into `scores`, one a column. */
  score(ids: Int32Array, count: number, scores: Float64Array): void {
    const { weights, columns, mask } = this;
    scores.fill(0, 0, columns);
    for (let k = 0; k < count; k++) {
      const row = (ids[k]! & mask) * columns;
      for (let c = 0; c < columns; c++) scores[c]! += weights[row + c]!;
    }
  }

  /** Moves the weights of one label by `amount` for the features. */
  move(ids: Int32Array, count: number, label: number, amount: number): void {
    const { weights, sums, columns, mask, step } = this;
    for (let k = 0; k < count; k++) {
      const cell = (ids[k]! & mask) * columns + label;
      weights[cell]! += amount;
      sums[cell]! += amount * step;
    }
  }

  /** Counts one decision. */
  tick(): void {
    this.step++;
  }

  average(): Float32Array {
    const { weights, sums, step } = this;
    return weights.map((weight, i) => weight - sums[i]! / step);
  }
}
