// A noun phrase and what it does in its clause.
import type { Nominal } from './nominal.js';

export interface Role {
  readonly role: 'subject' | 'object' | 'oblique' | 'other';
  /** Lemma of the verb of a subject or object, '' where none was found. */
  readonly verb: string;
  /** The preposition before it, in small letters. */
  readonly preposition: string;
}

export interface Phrase {
  readonly index: number;
  /** First token, the possessor's words and the determiner included. */
  readonly first: number;
  /** Token after the last one, the words hanging on it included. */
  last: number;
  /** Token after the head. */
  readonly coreEnd: number;
  readonly core: number;
  readonly head: number;
  /** "the", "a", "two", "both", … in small letters; '' where there is none. */
  readonly determiner: string;
  readonly possessor: Phrase | null;
  complement: Phrase | null;
  preposition: string;
  /** Read when first asked for. */
  role: Role | null;
  readonly possessive: boolean;
  readonly plural: boolean;
  readonly nominal: Nominal;
}
