// Candidates for one attribution: cue spans that overlap make a site, and each has the best few readings of its source and content.
import { type ArgumentModel, type ArgumentWork, bestArguments, CONTENT, type CueFacts, cueFacts, SOURCE } from './arguments.js';
import type { CueSpan } from './cue.js';
import type { Facts } from './facts.js';
import { withVariants } from './variants.js';
import { type Window, windowOf } from './window.js';

export type Run = readonly [first: number, last: number];

/** One way to read an attribution; runs of tokens are half-open. */
export interface Candidate {
  readonly cue: CueSpan;
  readonly facts: CueFacts;
  readonly window: Window;
  readonly source: readonly Run[];
  readonly content: readonly Run[];
  /** Log probability of source and content given the cue. */
  readonly logProbability: number;
  readonly rank: number;
}

/** Where a cue may stand: at most one of its candidates is right. */
export interface Site {
  readonly candidates: readonly Candidate[];
  /** Tokens that any of its cues covers. */
  readonly first: number;
  readonly last: number;
}

/** Runs of the places that bear a label. */
export function runsOf(labels: Uint8Array, first: number, label: number): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== label) continue;
    const from = i;
    while (i < labels.length && labels[i] === label) i++;
    runs.push([first + from, first + i]);
  }
  return runs;
}

/** Groups cue spans that overlap, in order; each group keeps its `most` likeliest. */
export function groupCues(cues: readonly CueSpan[], most: number): CueSpan[][] {
  const groups: CueSpan[][] = [];
  let end = -1;
  for (const cue of cues) {
    const group = groups.at(-1);
    if (group && cue.first < end) group.push(cue);
    else groups.push([cue]);
    end = Math.max(end, cue.last);
  }
  return groups.map((group) => group.sort((a, b) => b.probability - a.probability || a.first - b.first || a.last - b.last).slice(0, most));
}

/** Every candidate of a group of cue spans; a reading without content, or with a source in pieces, is none. */
export function siteOf(facts: Facts, cues: readonly CueSpan[], model: ArgumentModel, k: number, work: ArgumentWork): Site {
  const candidates: Candidate[] = [];
  let first = Infinity;
  let last = 0;
  for (const cue of cues) {
    first = Math.min(first, cue.first);
    last = Math.max(last, cue.last);
    const about = cueFacts(facts, cue.first, cue.last);
    const window = windowOf(facts, cue.first, cue.last);
    let rank = 0;
    const best = bestArguments(facts, model, about, window, k, work);
    for (const { labels, logProbability } of withVariants(facts, about, window, best, work.chain, work.lattice)) {
      const source = runsOf(labels, window.first, SOURCE);
      const content = runsOf(labels, window.first, CONTENT);
      if (content.length === 0 || source.length > 1) continue;
      candidates.push({ cue, facts: about, window, source, content, logProbability, rank: rank++ });
    }
  }
  return { candidates, first, last };
}
