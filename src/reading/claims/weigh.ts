// Weighs candidates by the trained model: logistic regression over hashed features, one column of weights a kind.
import { CLAIM_KINDS, type ClaimKind } from '../../terms/reading.js';
import { featureMark, openModel } from '../model.js';
import type { Candidate } from './candidate.js';
import { BITS, type Features, rowOf, sizeOf, type Teller, tellerOf } from './tell.js';

/** Raised when the features change, so that a model of other features is refused. */
const FEATURES_VERSION = 3;
const probe = tellerOf(false).list((tell) => {
  tell`bias`;
  tell`+v=${'agreed'}&n=${2}`;
});
export const CLAIM_FEATURES = featureMark([FEATURES_VERSION, ...probe.ids]);
export const CLAIM_MODEL = 'claims';

/** What a column of weights answers: is there a claim of the kind, and are its fields right where there is one. */
export type Question = 'found' | 'right';
export const COLUMNS = 2 * CLAIM_KINDS.length;
export const columnOf = (kind: ClaimKind, question: Question): number => 2 * CLAIM_KINDS.indexOf(kind) + (question === 'found' ? 0 : 1);

export type Thresholds = Readonly<Record<ClaimKind, number>>;

export interface ClaimModel {
  readonly thresholds: Thresholds;
  /** Claims by 1,000 tokens that nearly all reports on a peace process reach, as this model expects them. */
  readonly usual: number;
  /** Makes lists of features, without their words. */
  readonly teller: Teller;
  /** What features add up to in a column. */
  sum(features: Features, column: number): number;
  /** What one feature adds in a column: its weight times what it counts. */
  weight(id: number, column: number): number;
}

/** Opens models/claims.bin. */
export function openClaimModel(bytes: Uint8Array): ClaimModel {
  const model = openModel(bytes, CLAIM_MODEL, CLAIM_FEATURES);
  const { values, scale } = model.table('weights');
  const thresholds = Object.fromEntries(CLAIM_KINDS.map((kind) => [kind, model.number(`threshold ${kind}`)])) as Record<ClaimKind, number>;
  return claimModelOf(values, scale, thresholds, model.number('usual claims by 1,000 tokens'));
}

/** A model of weights by row and column, row after row, each times `scale`. */
export function claimModelOf(values: Int8Array | Float32Array, scale: number, thresholds: Thresholds, usual: number): ClaimModel {
  // Column after column: one question looks at one column only.
  const columns = Array.from({ length: COLUMNS }, (_, column) => {
    const own = values instanceof Int8Array ? new Int8Array(2 ** BITS) : new Float32Array(2 ** BITS);
    for (let row = 0; row < own.length; row++) own[row] = values[row * COLUMNS + column]!;
    return own;
  });
  return {
    thresholds,
    usual,
    teller: tellerOf(false),
    sum: ({ ids }, column) => {
      const weights = columns[column]!;
      let sum = 0;
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i]!;
        sum += sizeOf(id) * weights[rowOf(id)]!;
      }
      return sum * scale;
    },
    weight: (id, column) => sizeOf(id) * columns[column]![rowOf(id)]! * scale,
  };
}

const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));

/** What a model answers about one report. */
export interface Found {
  /** The probability that there is a claim of a kind, by the features that tell it. */
  readonly of: (kind: ClaimKind, base: Features) => number;
  /** How many claims are expected by all that was asked so far, each list of features counted once a kind. */
  readonly expected: () => number;
}

/** Asks a model whether there is a claim; many candidates share one list of features, which is weighed once for each kind. */
export function foundBy(model: ClaimModel): Found {
  const known = new WeakMap<Features, Float64Array>();
  let expected = 0;
  return {
    expected: () => expected,
    of: (kind, base) => {
      let answers = known.get(base);
      if (answers === undefined) {
        answers = new Float64Array(CLAIM_KINDS.length).fill(-1);
        known.set(base, answers);
      }
      const at = CLAIM_KINDS.indexOf(kind);
      if (answers[at]! < 0) {
        answers[at] = logistic(model.sum(base, columnOf(kind, 'found')));
        expected += answers[at]!;
      }
      return answers[at]!;
    },
  };
}

/** The model's probability that a candidate is a claim, and the right one; 0 where the first alone is below `least`. */
export function probabilityOf(
  model: ClaimModel,
  found: Found,
  { kind, base, features }: Pick<Candidate, 'kind' | 'base' | 'features'>,
  least = 0,
): number {
  const there = found.of(kind, base ?? features);
  return there < least ? 0 : there * logistic(model.sum(features, columnOf(kind, 'right')));
}

/**
 * The features that moved a candidate most, strongest first, by what they add to both questions, and the report as a whole ("report") by the
 * logarithm of what it multiplies the odds with; none where their words were not kept.
 */
export function contributionsOf(
  model: ClaimModel,
  { kind, base, features }: Candidate,
  aboutness: number,
): { readonly feature: string; readonly weight: number }[] {
  const weights = new Map<string, number>([['report', Math.log(aboutness)]]);
  const add = ({ ids, names }: Features, column: number): void =>
    names?.forEach((feature, i) => {
      weights.set(feature, (weights.get(feature) ?? 0) + model.weight(ids[i]!, column));
    });
  add(base ?? features, columnOf(kind, 'found'));
  add(features, columnOf(kind, 'right'));
  return [...weights]
    .map(([feature, weight]) => ({ feature, weight: Math.round(weight * 1000) / 1000 }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1));
}
