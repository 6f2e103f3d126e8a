// Weighs candidates by the trained model: logistic regression over hashed features, one column of weights a kind.
import { CLAIM_KINDS, type ClaimKind } from '../../terms/reading.js';
import { hashText } from '../hashing.js';
import { featureMark, type Model, openModel } from '../model.js';
import type { Candidate } from './candidate.js';

/** Raised when the features change, so that a model of other features is refused. */
const FEATURES_VERSION = 2;
export const CLAIM_FEATURES = featureMark([FEATURES_VERSION, hashText('bias'), hashText('v=agreed')]);
export const CLAIM_MODEL = 'claims';
/** The model's table has 2 ** BITS rows. */
export const BITS = 16;
const MASK = 2 ** BITS - 1;
/** Features whose rows are kept between reports. */
const KEPT = 20_000;

/**
 * What a feature counts. Few examples stand behind a single word, many behind what the lexicon and the frame tell: the penalty on weights holds the
 * small ones back and lets the large ones through.
 */
const TRUSTED = 1.6;
const INCIDENTAL = 0.3;
export const sizeOf = (feature: string): number => (feature.startsWith('~') ? INCIDENTAL : feature.startsWith('+') ? TRUSTED : 1);
export const rowOf = (feature: string): number => hashText(feature) & MASK;
/** What a column of weights answers: is there a claim of the kind, and are its fields right where there is one. */
export type Question = 'found' | 'right';
export const COLUMNS = 2 * CLAIM_KINDS.length;
export const columnOf = (kind: ClaimKind, question: Question): number => 2 * CLAIM_KINDS.indexOf(kind) + (question === 'found' ? 0 : 1);

export interface ClaimModel {
  readonly thresholds: Readonly<Record<ClaimKind, number>>;
  /** What a feature adds in a column: its weight times what it counts. */
  weight(feature: string, column: number): number;
}

/** Opens models/claims.bin. */
export function openClaimModel(bytes: Uint8Array): ClaimModel {
  return claimModelOf(openModel(bytes, CLAIM_MODEL, CLAIM_FEATURES));
}

function claimModelOf(model: Model): ClaimModel {
  const { values, columns, scale } = model.table('weights');
  const wide = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) wide[i] = values[i]! * scale;
  const thresholds = Object.fromEntries(CLAIM_KINDS.map((kind) => [kind, model.number(`threshold ${kind}`)])) as Record<ClaimKind, number>;
  // The same features come again and again: each is hashed once, until too many are kept.
  const rows = new Map<string, number>();
  const startOf = (feature: string): number => {
    let start = rows.get(feature);
    if (start === undefined) {
      start = rowOf(feature) * columns;
      if (rows.size >= KEPT) rows.clear();
      rows.set(feature, start);
    }
    return start;
  };
  return {
    thresholds,
    weight: (feature, column) => {
      const weight = wide[startOf(feature) + column]!;
      return weight === 0 ? 0 : sizeOf(feature) * weight;
    },
  };
}

const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));

/** The sum of a model's weights over features, in one column. */
function sumOf(model: ClaimModel, features: readonly string[], column: number): number {
  let sum = 0;
  for (const feature of features) sum += model.weight(feature, column);
  return sum;
}

/** The model's probability that there is a claim of a kind, by the features that tell it. */
export type Found = (kind: ClaimKind, base: readonly string[]) => number;

/** Asks a model whether there is a claim; many candidates share one list of features, which is weighed once for each kind. */
export function foundBy(model: ClaimModel): Found {
  const known = new WeakMap<readonly string[], Float64Array>();
  return (kind, base) => {
    let answers = known.get(base);
    if (answers === undefined) {
      answers = new Float64Array(CLAIM_KINDS.length).fill(-1);
      known.set(base, answers);
    }
    const at = CLAIM_KINDS.indexOf(kind);
    if (answers[at]! < 0) answers[at] = logistic(sumOf(model, base, columnOf(kind, 'found')));
    return answers[at]!;
  };
}

/** The model's probability that a candidate is a claim, and the right one; 0 where the first alone is below `least`. */
export function probabilityOf(
  model: ClaimModel,
  found: Found,
  { kind, base, features }: Pick<Candidate, 'kind' | 'base' | 'features'>,
  least = 0,
): number {
  const there = found(kind, base ?? features);
  return there < least ? 0 : there * logistic(sumOf(model, features, columnOf(kind, 'right')));
}

/** The features that moved a candidate most, strongest first, by what they add to both questions. */
export function strongest(
  model: ClaimModel,
  { kind, base, features }: Candidate,
  count: number,
): { readonly feature: string; readonly weight: number }[] {
  const weights = new Map<string, number>();
  const add = (list: readonly string[], column: number): void => {
    for (const feature of list) {
      const weight = model.weight(feature, column);
      if (weight !== 0) weights.set(feature, (weights.get(feature) ?? 0) + weight);
    }
  };
  add(base ?? features, columnOf(kind, 'found'));
  add(features, columnOf(kind, 'right'));
  return [...weights]
    .map(([feature, weight]) => ({ feature, weight: Math.round(weight * 1000) / 1000 }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
    .slice(0, count);
}
