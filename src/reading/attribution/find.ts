// Finds the attributions of an article: cues, their candidates, the weighing of each site, and a choice in which no two share words.
import { type ArgumentModel, type ArgumentWork, makeArgumentWork } from './arguments.js';
import { type Candidate, groupCues, type Site, siteOf } from './candidates.js';
import { type CueModel, type CueWork, findCues, makeCueWork } from './cue.js';
import type { Facts } from './facts.js';
import { type RerankModel, weighSite } from './rerank.js';
import { type Surroundings, surroundingsOf } from './surroundings.js';
import type { AnyTable } from './weights.js';

/** Cue spans less likely than this are not looked at. */
export const LEAST_CUE = 0.08;
/** Cue spans of one site, readings of each, and how much less likely than the best a candidate may be, as a logarithm. */
const CUES_A_SITE = 3;
const READINGS = 8;
const REACH = 12;
/** Candidates of one site. */
const MOST = 16;

export interface FindWork {
  readonly cues: CueWork;
  readonly arguments: ArgumentWork;
}
export const makeFindWork = (): FindWork => ({ cues: makeCueWork(), arguments: makeArgumentWork() });

/** The sites of an article that have a candidate. */
export function findSites(facts: Facts, cueModel: CueModel, argumentModel: ArgumentModel, work: FindWork): Site[] {
  const sites: Site[] = [];
  for (let first = 0; first < facts.count; first = facts.sentenceLast[first]!) {
    const cues = findCues(facts, cueModel, first, facts.sentenceLast[first]!, LEAST_CUE, work.cues);
    for (const group of groupCues(cues, CUES_A_SITE)) {
      const site = siteOf(facts, group, argumentModel, READINGS, work.arguments);
      if (site.candidates.length > 0) sites.push(prune(site));
    }
  }
  return sites;
}

const score = ({ cue, logProbability }: Candidate): number => Math.log(Math.max(1e-6, cue.probability)) + logProbability;

/** Leaves out what is far less likely than the best. */
function prune(site: Site): Site {
  const best = Math.max(...site.candidates.map(score));
  return {
    ...site,
    candidates: site.candidates
      .filter((c) => score(c) >= best - REACH)
      .sort((a, b) => score(b) - score(a))
      .slice(0, MOST),
  };
}

/** Probabilities of a site's candidates before they are weighed. */
export const firstMasses = (sites: readonly Site[]): Float64Array[] =>
  sites.map(({ candidates }) => Float64Array.from(candidates, (c) => Math.exp(score(c))));

export const firstSurroundings = (facts: Facts, sites: readonly Site[]): Surroundings[][] =>
  surroundingsOf(sites, firstMasses(sites), facts.count);

/** A candidate with the probability that it is exactly right. */
export interface Weighed {
  readonly candidate: Candidate;
  readonly probability: number;
}

export interface Found extends Weighed {
  /** Probability that there is an attribution at the site at all. */
  readonly any: number;
  /** True where the setting shows it, not the words (see labelled.ts). */
  readonly labelled: boolean;
  /** All candidates of the site, this one among them. */
  readonly alternatives: readonly Weighed[];
}

/** By which candidates go first: the mean, as for ratios, of there being an attribution and of its being exactly right. */
const weightOf = ({ any, probability }: Pick<Found, 'any' | 'probability'>): number => Math.sqrt(any * probability);

/** Chooses at most one candidate a site, the weightiest first; contents are disjoint and hold no other's cue. What is labelled stands before all. */
export function choose(
  facts: Facts,
  sites: readonly Site[],
  weighed: readonly Float64Array[],
  labelled: readonly Found[],
  least: number,
): Found[] {
  const all = sites.flatMap((site, s) =>
    site.candidates.map((candidate, c) => ({ s, candidate, probability: weighed[s]![c]!, any: 1 - weighed[s]![site.candidates.length]! })),
  );
  all.sort((a, b) => weightOf(b) - weightOf(a) || a.candidate.cue.first - b.candidate.cue.first || a.s - b.s);
  const taken = new Uint8Array(facts.count);
  const done = new Uint8Array(sites.length);
  const found: Found[] = [...labelled];
  for (const { candidate } of labelled) {
    taken.fill(1, candidate.cue.first, candidate.cue.last);
    for (const [a, b] of candidate.content) taken.fill(2, a, b);
  }
  for (const { s, candidate, probability, any } of all) {
    if (done[s] === 1 || any < least) continue;
    const { cue, content } = candidate;
    const free = (from: number, to: number, over: number): boolean => {
      for (let i = from; i < to; i++) if ((taken[i]! & over) !== 0) return false;
      return true;
    };
    if (!free(cue.first, cue.last, 3) || !content.every(([a, b]) => free(a, b, 3))) continue;
    taken.fill(1, cue.first, cue.last);
    for (const [a, b] of content) taken.fill(2, a, b);
    done[s] = 1;
    const alternatives = sites[s]!.candidates.map((other, c) => ({ candidate: other, probability: weighed[s]![c]! }));
    found.push({ candidate, probability, any, labelled: false, alternatives });
  }
  return found.sort((a, b) => a.candidate.cue.first - b.candidate.cue.first);
}

export interface AttributionModels<T extends AnyTable = AnyTable> {
  readonly cue: CueModel<T>;
  readonly arguments: ArgumentModel<T>;
  readonly rerank: RerankModel;
}

/** The attributions of an article in order of their cues. */
export function findAttributions(
  facts: Facts,
  models: AttributionModels,
  labelled: readonly Found[],
  least: number,
  work: FindWork,
): Found[] {
  const sites = findSites(facts, models.cue, models.arguments, work);
  const around = firstSurroundings(facts, sites);
  const weighed = sites.map((site, s) => weighSite(facts, site, around[s]!, models.rerank));
  return choose(facts, sites, weighed, labelled, least);
}
