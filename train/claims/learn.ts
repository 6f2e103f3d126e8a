// Learns the weights of the claim model: two logistic regressions a kind, whether the words hold a claim of the kind, and whether its fields are right.
import type { Candidate } from '../../src/reading/claims/candidate.js';
import { BITS, type Features, rowOf, sizeOf } from '../../src/reading/claims/tell.js';
import { COLUMNS, columnOf } from '../../src/reading/claims/weigh.js';
import { CLAIM_KINDS, type ClaimKind } from '../../src/terms/reading.js';
import { seeded, shuffle } from '../random.js';

/** Features as rows of the table and what each counts. */
interface Rows {
  readonly rows: Int32Array;
  readonly sizes: Float32Array;
}

export interface Example {
  readonly kind: ClaimKind;
  /** One list for all candidates of a proposal: whether a claim is there is asked once. */
  readonly base: Features;
  readonly features: Features;
  /** 0: no claim of the kind there; 1: one, but with other fields; 2: right. */
  readonly grade: 0 | 1 | 2;
}

interface Answer extends Rows {
  readonly right: boolean;
}

export interface Settings {
  readonly rounds: number;
  readonly rate: number;
  readonly penalty: number;
}
export const SETTINGS: Settings = { rounds: 20, rate: 0.02, penalty: 12 };

export const exampleOf = ({ kind, base, features }: Candidate, grade: 0 | 1 | 2): Example => ({
  kind,
  base: base ?? features,
  features,
  grade,
});

const rowsOf = ({ ids }: Features): Rows => ({ rows: ids.map(rowOf), sizes: Float32Array.from(ids, sizeOf) });

/** One regression: stochastic gradient descent with a falling step and an L2 penalty on all weights, the weights of the second half averaged. */
function regress(examples: readonly Answer[], { rounds, rate, penalty }: Settings): Float64Array {
  const weights = new Float64Array(2 ** BITS);
  const total = new Float64Array(2 ** BITS);
  const chance = seeded(1);
  const order = Array.from(examples, (_, i) => i);
  const decay = penalty / Math.max(1, examples.length);
  let scale = 1;
  let step = 0;
  let averaged = 0;
  for (let round = 0; round < rounds; round++) {
    shuffle(order, chance);
    for (const at of order) {
      const { rows, sizes, right } = examples[at]!;
      const pace = rate / (1 + step++ / (2 * order.length));
      let sum = 0;
      for (let i = 0; i < rows.length; i++) sum += sizes[i]! * weights[rows[i]!]!;
      const error = 1 / (1 + Math.exp(-sum * scale)) - (right ? 1 : 0);
      scale *= 1 - pace * decay;
      for (let i = 0; i < rows.length; i++) weights[rows[i]!]! -= (pace * error * sizes[i]!) / scale;
    }
    if (round < rounds / 2) continue;
    averaged++;
    for (let i = 0; i < total.length; i++) total[i]! += weights[i]! * scale;
  }
  return total.map((sum) => sum / Math.max(1, averaged));
}

/** Weights by row and column (`columnOf`), row after row. */
export function learn(examples: readonly Example[], settings: Settings = SETTINGS): Float32Array {
  const weights = new Float32Array(2 ** BITS * COLUMNS);
  const put = (column: number, found: Float64Array): void =>
    found.forEach((weight, row) => {
      weights[row * COLUMNS + column] = weight;
    });
  for (const kind of CLAIM_KINDS) {
    const own = examples.filter((example) => example.kind === kind);
    const found = new Map<Features, boolean>();
    for (const { base, grade } of own) found.set(base, (found.get(base) ?? false) || grade > 0);
    put(
      columnOf(kind, 'found'),
      regress(
        [...found].map(([base, right]) => ({ ...rowsOf(base), right })),
        settings,
      ),
    );
    put(
      columnOf(kind, 'right'),
      regress(
        own.filter(({ grade }) => grade > 0).map(({ features, grade }) => ({ ...rowsOf(features), right: grade === 2 })),
        settings,
      ),
    );
  }
  return weights;
}
