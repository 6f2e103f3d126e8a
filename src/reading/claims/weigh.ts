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

export const rowOf = (feature: string): number => hashText(feature) & MASK;
export const columnOf = (kind: ClaimKind): number => CLAIM_KINDS.indexOf(kind);

export interface ClaimModel {
  readonly thresholds: Readonly<Record<ClaimKind, number>>;
  /** Weight of a row in the column of a kind. */
  weight(row: number, kind: ClaimKind): number;
}

/** Opens models/claims.bin. */
export function openClaimModel(bytes: Uint8Array): ClaimModel {
  return claimModelOf(openModel(bytes, CLAIM_MODEL, CLAIM_FEATURES));
}

function claimModelOf(model: Model): ClaimModel {
  const { values, columns, scale } = model.table('weights');
  const thresholds = Object.fromEntries(CLAIM_KINDS.map((kind) => [kind, model.number(`threshold ${kind}`)])) as Record<ClaimKind, number>;
  return { thresholds, weight: (row, kind) => values[row * columns + columnOf(kind)]! * scale };
}

/** The model's probability that a candidate is right. */
export function probabilityOf(model: ClaimModel, { kind, features }: Candidate): number {
  let sum = 0;
  for (const feature of features) sum += model.weight(rowOf(feature), kind);
  return 1 / (1 + Math.exp(-sum));
}

/** The features that moved a candidate most, strongest first. */
export function strongest(
  model: ClaimModel,
  { kind, features }: Candidate,
  count: number,
): { readonly feature: string; readonly weight: number }[] {
  return features
    .map((feature) => ({ feature, weight: model.weight(rowOf(feature), kind) }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
    .slice(0, count)
    .map(({ feature, weight }) => ({ feature, weight: Math.round(weight * 1000) / 1000 }));
}
