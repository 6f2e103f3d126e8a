// How far a whole report is about what claims are of: words that make a claim in a report of talks are mostly figures of speech in one of football.
import type { Weighed } from './candidate.js';

/** Tokens of an ordinary report that are thought to stand beside a short one, so that one sentence alone is taken as of a report like others. */
const BESIDE = 100;
/** What is expected of a report of other things is mostly mistaken itself, so that its share says less than the report is off by. */
const SHARPNESS = 2;

/**
 * What the odds of each candidate are multiplied by, above 0 and at most 1: the claims expected in a report, by its length in tokens, against those
 * by `usual` (claims by 1,000 tokens, which nearly all reports on a peace process reach). This is the shift of a prior for another population
 * (Saerens, Latinne and Decaestecker 2002), with the report's own candidates as the estimate.
 */
export function aboutnessOf(expected: number, tokens: number, usual: number): number {
  const ordinary = (usual * (tokens + BESIDE)) / 1000;
  const found = expected + (usual * BESIDE) / 1000;
  return ordinary > 0 ? Math.min(1, found / ordinary) ** SHARPNESS : 1;
}

/** A candidate, its odds multiplied. */
export function inReport({ candidate, probability }: Weighed, aboutness: number): Weighed {
  const odds = probability * aboutness;
  return { candidate, probability: aboutness === 1 ? probability : odds / (1 - probability + odds) };
}
