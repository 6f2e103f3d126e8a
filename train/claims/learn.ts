// Learns the weights of the claim model: logistic regression by AdaGrad with a small L2 penalty, one kind at a time.
import type { Candidate } from '../../src/reading/claims/candidate.js';
import { BITS, columnOf, rowOf } from '../../src/reading/claims/weigh.js';
import { CLAIM_KINDS, type ClaimKind } from '../../src/terms/reading.js';
import { seeded, shuffle } from '../random.js';

export interface Example {
  readonly kind: ClaimKind;
  readonly rows: Int32Array;
  readonly right: boolean;
  readonly weight: number;
}

const ROUNDS = 24;
const RATE = 0.12;
const PENALTY = 0.0004;
const COLUMNS = CLAIM_KINDS.length;

export const exampleOf = (candidate: Candidate, right: boolean, weight = 1): Example => ({
  kind: candidate.kind,
  rows: Int32Array.from(new Set(candidate.features.map(rowOf))),
  right,
  weight,
});

/** Weights by row and kind, row after row. */
export function learn(examples: readonly Example[]): Float32Array {
  const weights = new Float32Array(2 ** BITS * COLUMNS);
  const squares = new Float32Array(2 ** BITS * COLUMNS).fill(1e-3);
  const chance = seeded(1);
  const order = Array.from(examples, (_, i) => i);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, chance);
    for (const at of order) {
      const { kind, rows, right, weight } = examples[at]!;
      const column = columnOf(kind);
      let sum = 0;
      for (const row of rows) sum += weights[row * COLUMNS + column]!;
      const error = (1 / (1 + Math.exp(-sum)) - (right ? 1 : 0)) * weight;
      for (const row of rows) {
        const cell = row * COLUMNS + column;
        const gradient = error + PENALTY * weights[cell]!;
        squares[cell]! += gradient * gradient;
        weights[cell]! -= (RATE * gradient) / Math.sqrt(squares[cell]!);
      }
    }
  }
  return weights;
}
