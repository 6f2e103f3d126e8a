// What a finder proposes: a claim that may be one, with what the model weighs.
import type { ClaimKind, Statement } from '../../terms/reading.js';
import type { Span } from '../../terms/span.js';
import type { Features } from './tell.js';

/** The fields of a claim that its kind adds, before it is numbered. */
export type Fields = Readonly<Record<string, string | boolean | null | readonly string[]>>;

export interface Rival {
  readonly group: string;
  readonly item: string;
}
export const ALONE: Rival = { group: '', item: '' };

export interface Candidate {
  readonly kind: ClaimKind;
  /** The entry or rule that made it, for people. */
  readonly entry: string;
  /** The token its words hang on: two candidates of a kind on one anchor are rivals. */
  readonly anchor: number;
  /** On one anchor, candidates of one group stand side by side where their items differ; all others are rivals. */
  readonly rival: Rival;
  readonly fields: Fields;
  readonly evidence: Span;
  readonly statement: Statement | null;
  /** How much the entry says by itself. */
  readonly strength: string;
  /** What tells whether there is a claim at all; where left out, `features` tell that too. */
  readonly base?: Features;
  /** What tells whether its fields are right. */
  readonly features: Features;
}

/** A candidate with the model's probability that it is right. */
export interface Weighed {
  readonly candidate: Candidate;
  readonly probability: number;
}
