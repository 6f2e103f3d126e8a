// Which reading of a find a statement takes: the one that most of the probability agrees with, not merely the likeliest single one.
import type { Candidate, Run } from '../attribution/candidates.js';
import type { Found } from '../attribution/find.js';

/** Alternatives less likely than this have no say. */
const LEAST = 0.02;
/** Two readings agree where one holds half of the other's content and their Dice coefficient is at least this. */
const DICE = 0.4;

const sizeOf = (runs: readonly Run[]): number => runs.reduce((sum, [a, b]) => sum + b - a, 0);

function common(a: readonly Run[], b: readonly Run[]): number {
  let n = 0;
  for (const [x, y] of a) for (const [u, v] of b) n += Math.max(0, Math.min(y, v) - Math.max(x, u));
  return n;
}

/** The candidate with the greatest expected agreement; `free` tells whether a content may be taken. Minimum Bayes risk (Kumar and Byrne 2004). */
export function consensusOf({ candidate, alternatives }: Found, free: (content: readonly Run[]) => boolean): Candidate {
  const voters = alternatives.filter(({ probability }) => probability >= LEAST);
  let best = candidate;
  let most = -1;
  for (const { candidate: proposed, probability: own } of voters) {
    if (proposed !== candidate && (proposed.facts.head !== candidate.facts.head || !free(proposed.content))) continue;
    let agreement = 0.5 * own;
    for (const { candidate: other, probability } of voters) {
      const shared = common(proposed.content, other.content);
      const size = sizeOf(other.content);
      if (shared >= 0.5 * size && 2 * shared >= DICE * (size + sizeOf(proposed.content))) agreement += probability;
    }
    if (agreement > most) {
      most = agreement;
      best = proposed;
    }
  }
  return best;
}
