// What is known of a finding on the way to its value, and what is given beside the words.
import type { TimeExpression } from '../../terms/reading.js';
import type { Found } from './meaning.js';
import type { Days } from './named-days.js';
import type { Lead } from './refine/lead.js';
import type { Tense } from './tense.js';
import type { VerbGroup } from './verbs.js';

/** A finding with all that is known of it on the way to its value. */
export interface Resolved {
  readonly found: Found;
  readonly lead: Lead;
  readonly tense: Tense;
  readonly verb: VerbGroup | null;
  readonly kind: TimeExpression['kind'];
  readonly days: Days | null;
  /** The value with its bound, as it is printed. */
  readonly edtf: string | null;
  readonly basis: 'stated' | 'inferred';
}

/** The same while it is filled in. */
export type Open = { -readonly [K in keyof Resolved]: Resolved[K] };

export interface Given {
  readonly published: number | null;
  readonly locale: string | undefined;
}
