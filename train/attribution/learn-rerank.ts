// Learns to weigh the candidates of a site: a softmax over them and none, by gradient steps, from sites found by models that have not seen the article.
import type { Candidate, Run, Site } from '../../src/reading/attribution/candidates.js';
import type { Facts } from '../../src/reading/attribution/facts.js';
import { candidateFeatures, noneFeatures, type RerankModel, type ValuedFeatures } from '../../src/reading/attribution/rerank.js';
import type { Surroundings } from '../../src/reading/attribution/surroundings.js';
import { averaged, learntTable, remember, shuffled } from './adagrad.js';
import type { Example, TokenAttribution } from './articles.js';
import type { Learning } from './learn-cues.js';

/** True where two lists of runs are the same. */
export const sameRuns = (a: readonly Run[], b: readonly Run[]): boolean =>
  a.length === b.length && a.every(([x, y], i) => x === b[i]![0] && y === b[i]![1]);

/** Tokens in common over the tokens of both, doubled. */
export function dice(a: readonly Run[], b: readonly Run[]): number {
  let common = 0;
  let size = 0;
  for (const [x, y] of a) for (const [u, v] of b) common += Math.max(0, Math.min(y, v) - Math.max(x, u));
  for (const [x, y] of [...a, ...b]) size += y - x;
  return size === 0 ? 1 : (2 * common) / size;
}

/** 1 where all three are exactly right; less where only some are. */
function quality(candidate: Candidate, gold: TokenAttribution): number {
  const cue = candidate.cue.first === gold.cueFirst && candidate.cue.last === gold.cueLast;
  const source = sameRuns(candidate.source, gold.source);
  const content = sameRuns(candidate.content, gold.content);
  if (cue && source && content) return 1;
  return (
    0.15 * (cue ? 1 : 0) +
    0.15 * (source ? 1 : 0.5 * dice(candidate.source, gold.source)) +
    (content ? 0.4 : 0.3 * dice(candidate.content, gold.content))
  );
}

/** Which entry of a site is right (its last is none), and how much the case counts. */
export function target(site: Site, gold: readonly TokenAttribution[]): { readonly right: number; readonly weight: number } {
  const none = site.candidates.length;
  let best = -1;
  let right = none;
  for (const g of gold) {
    if (g.cueFirst >= site.last || g.cueLast <= site.first) continue;
    site.candidates.forEach((candidate, i) => {
      const q = quality(candidate, g);
      if (q > best) {
        best = q;
        right = i;
      }
    });
  }
  if (best < 0) return { right: none, weight: 1 };
  return best < 0.35 ? { right: none, weight: 0 } : { right, weight: best === 1 ? 1 : 0.4 };
}

export interface FoundSites {
  readonly example: Example;
  readonly sites: readonly Site[];
  readonly around: readonly (readonly Surroundings[])[];
}

interface Case {
  readonly right: number;
  readonly weight: number;
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

function caseOf(
  facts: Facts,
  site: Site,
  around: readonly Surroundings[],
  gold: readonly TokenAttribution[],
  mask: number,
): Case | undefined {
  const { right, weight } = target(site, gold);
  if (weight === 0) return undefined;
  const ids: number[] = [];
  const values: number[] = [];
  const starts = new Int32Array(site.candidates.length + 2);
  for (let c = 0; c <= site.candidates.length; c++) {
    const out: ValuedFeatures = { ids: [], values: [] };
    if (c < site.candidates.length) candidateFeatures(facts, site, site.candidates[c]!, around[c]!, out);
    else noneFeatures(facts, site, around[0]?.within ?? 0, out);
    for (const id of out.ids) ids.push((id ^ (id >>> 16)) & mask);
    values.push(...out.values);
    starts[c + 1] = ids.length;
  }
  return { right, weight, starts, ids: Int32Array.from(ids), values: Float32Array.from(values) };
}

export function learnRerank(articles: readonly FoundSites[], { bits, rounds, rate }: Learning): RerankModel {
  const learnt = learntTable(bits, 1);
  const mask = (1 << bits) - 1;
  const cases: Case[] = [];
  for (const { example, sites, around } of articles)
    sites.forEach((site, s) => {
      if (example.ignored.subarray(site.first, site.last).every((x) => x === 1)) return;
      if (example.partial && !example.gold.some((g) => g.cueFirst < site.last && g.cueLast > site.first)) return;
      const made = caseOf(example.facts, site, around[s]!, example.gold, mask);
      if (made) cases.push(made);
    });
  const { values: weights } = learnt.table;
  for (let round = 0; round < rounds; round++) {
    const step = rate / (1 + 0.3 * round);
    for (const at of shuffled(cases.length, round + 1)) {
      const { right, weight, starts, ids, values } = cases[at]!;
      const n = starts.length - 1;
      const scores = new Float64Array(n);
      let most = -Infinity;
      for (let c = 0; c < n; c++) {
        let sum = 0;
        for (let i = starts[c]!; i < starts[c + 1]!; i++) sum += weights[ids[i]!]! * values[i]!;
        scores[c] = sum;
        most = Math.max(most, sum);
      }
      let total = 0;
      for (let c = 0; c < n; c++) {
        scores[c] = Math.exp(scores[c]! - most);
        total += scores[c]!;
      }
      for (let c = 0; c < n; c++) {
        const g = weight * (scores[c]! / total - (c === right ? 1 : 0));
        if (Math.abs(g) < 0.001) continue;
        for (let i = starts[c]!; i < starts[c + 1]!; i++) {
          const id = ids[i]!;
          const gradient = g * values[i]!;
          const square = learnt.squares[id]! + gradient * gradient;
          learnt.squares[id] = square;
          weights[id]! -= (step * gradient) / Math.sqrt(square + 1);
        }
      }
    }
    if (round >= Math.min(2, rounds - 1)) remember(learnt);
  }
  return { weights: averaged(learnt) };
}
