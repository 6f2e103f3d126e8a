// What the study rooms are given: claims and words of the record with their days, every actor by its id in the record.
import type { Claim, Statement } from './reading.js';
import type { ReviewState } from './record.js';

export interface Fact {
  /** `report:claim`. */
  readonly line: string;
  readonly report: string;
  /** Day of publication, EDTF, and its first day, YYYY-MM-DD. */
  readonly published: string | null;
  readonly day: string | null;
  /** Actors and places are ids of the record. */
  readonly claim: Claim;
  /** Who says so, null where the report itself does. */
  readonly speaker: string | null;
  /** When it was said, EDTF, where the report tells. */
  readonly said: string | null;
  readonly review: ReviewState;
}

export interface SaidFact {
  /** `report:statement`. */
  readonly line: string;
  readonly speaker: string | null;
  readonly act: Statement['act'];
  /** The day it was said or, where that is not told, reported; YYYY-MM-DD. */
  readonly day: string | null;
  readonly said: string | null;
}
