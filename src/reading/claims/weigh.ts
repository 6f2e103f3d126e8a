// Weighs candidates by the trained model: logistic regression over hashed features, one column of weights a kind.
import { CLAIM_KINDS, type ClaimKind } from '../../terms/reading.js';
import { hashText } from '../hashing.js';
import { featureMark, type Model, openModel } from '../model.js';
import type { Candidate } from './candidate.js';

/** Raised when the features change, so that a model of other features is refused. */
const FEATURES_VERSION = 1;
export const CLAIM_FEATURES = featureMark([FEATURES_VERSION, hashText('bias'), hashText('v=agreed')]);
export const CLAIM_MODEL = 'claims';
/** The model's table has 2 ** BITS rows. */
export const BITS = 16;
const MASK = 2 ** BITS - 1;

/** What a feature counts: single words and entries less than what holds of all of them, so that few examples of a word do not outweigh the rest. */
const LEXICAL = 0.4;
export const sizeOf = (feature: string): number => (feature.startsWith('~') ? LEXICAL : 1);
export const rowOf = (feature: string): number => hashText(feature) & MASK;
/** What a column of weights answers: is there a claim of the kind, and are its fields right where there is one. */
export type Question = 'found' | 'right';
export const COLUMNS = 2 * CLAIM_KINDS.length;
export const columnOf = (kind: ClaimKind, question: Question): number => 2 * CLAIM_KINDS.indexOf(kind) + (question === 'found' ? 0 : 1);

export interface ClaimModel {
  readonly thresholds: Readonly<Record<ClaimKind, number>>;
  /** Weight of a row in a column. */
  weight(row: number, column: number): number;
}

/** Opens models/claims.bin. */
export function openClaimModel(bytes: Uint8Array): ClaimModel {
  return claimModelOf(openModel(bytes, CLAIM_MODEL, CLAIM_FEATURES));
}

function claimModelOf(model: Model): ClaimModel {
  const { values, columns, scale } = model.table('weights');
  const thresholds = Object.fromEntries(CLAIM_KINDS.map((kind) => [kind, model.number(`threshold ${kind}`)])) as Record<ClaimKind, number>;
  return { thresholds, weight: (row, column) => values[row * columns + column]! * scale };
}

const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));

/** The model's probability that a candidate is a claim, and the right one. */
export function probabilityOf(model: ClaimModel, { kind, features }: Pick<Candidate, 'kind' | 'features'>): number {
  const first = columnOf(kind, 'found');
  const second = columnOf(kind, 'right');
  let found = 0;
  let right = 0;
  for (const feature of features) {
    const row = rowOf(feature);
    const size = sizeOf(feature);
    found += size * model.weight(row, first);
    right += size * model.weight(row, second);
  }
  return logistic(found) * logistic(right);
}

/** The features that moved a candidate most, strongest first; a weight is the sum of what the feature adds to both questions. */
export function strongest(
  model: ClaimModel,
  { kind, features }: Candidate,
  count: number,
): { readonly feature: string; readonly weight: number }[] {
  return [...new Set(features)]
    .map((feature) => ({
      feature,
      weight:
        sizeOf(feature) * (model.weight(rowOf(feature), columnOf(kind, 'found')) + model.weight(rowOf(feature), columnOf(kind, 'right'))),
    }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
    .slice(0, count)
    .map(({ feature, weight }) => ({ feature, weight: Math.round(weight * 1000) / 1000 }));
}
