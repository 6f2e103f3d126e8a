// What the attribution models found and saw of a report, kept for the statements: the columns of facts and every find, also the doubtful ones.
import type { Facts } from './facts.js';
import type { Found } from './find.js';

export interface Reported {
  readonly facts: Facts;
  /** In order of their cues; no two share content. */
  readonly found: readonly Found[];
}
