// Cue tagger: which words report what somebody says, thinks or wants, as spans with a probability each.
import { type Chain, type Lattice, makeChain, makeLattice, marginal, pairMarginal, resetChain, sumOver } from './chain.js';
import { BOUNDARY, type Facts } from './facts.js';
import { add1, add2, add3, bucket, type FeatureList, makeFeatureList } from './features.js';
import { SENSE } from './senses.js';
import { type AnyTable, addRows } from './weights.js';

/** Outside, begins a cue, goes on with it. */
export const CUE_LABELS = 3;

export interface CueModel<T extends AnyTable = AnyTable> {
  readonly weights: T;
}

export interface CueSpan {
  readonly first: number;
  readonly last: number;
  readonly probability: number;
}

const at = (column: Int32Array, i: number, from: number, to: number): number => (i < from || i >= to ? BOUNDARY : column[i]!);

/** What speaks for token `i` being in a cue. */
export function cueFeatures(facts: Facts, i: number, out: FeatureList): void {
  const from = facts.sentenceFirst[i]!;
  const to = facts.sentenceLast[i]!;
  const { word, lemma, tag, coarse, relation, head, flags, quote, marks, sense } = facts;
  const w = word[i]!;
  const l = lemma[i]!;
  const t = tag[i]!;
  const r = relation[i]!;
  const s = sense[i]!;
  const fine = facts.fine[i]!;
  const broad = facts.broad[i]!;
  const w1 = at(word, i - 1, from, to);
  const w2 = at(word, i + 1, from, to);
  const t1 = at(tag, i - 1, from, to);
  const t2 = at(tag, i + 1, from, to);
  const w11 = at(word, i - 2, from, to);
  const w22 = at(word, i + 2, from, to);
  const t11 = at(tag, i - 2, from, to);
  const t22 = at(tag, i + 2, from, to);
  const q = quote[i]! >= 0 ? 1 : 0;
  const afterQuote = i > from && (marks[i - 1]! & 2) !== 0 ? 1 : 0;
  const afterQuote2 = i > from + 1 && (marks[i - 2]! & 2) !== 0 ? 1 : 0;
  const beforeQuote = i + 1 < to && (marks[i + 1]! & 1) !== 0 ? 1 : 0;
  const beforeQuote2 = i + 2 < to && (marks[i + 2]! & 1) !== 0 ? 1 : 0;
  const quoteState = q | (afterQuote << 1) | (afterQuote2 << 2) | (beforeQuote << 3) | (beforeQuote2 << 4);
  const h = head[i]!;
  const hw = h >= 0 ? lemma[h]! : BOUNDARY;
  const ht = h >= 0 ? tag[h]! : BOUNDARY;
  const kids = facts.children[i]!;
  add1(out, 1, w);
  add1(out, 2, l);
  add1(out, 3, t);
  add2(out, 4, l, t);
  add2(out, 5, w1, w);
  add2(out, 6, w, w2);
  add3(out, 7, w1, w, w2);
  add2(out, 8, t1, t);
  add2(out, 9, t, t2);
  add3(out, 10, t1, t, t2);
  add1(out, 11, w1);
  add1(out, 12, w2);
  add1(out, 13, w11);
  add1(out, 14, w22);
  add3(out, 15, t11, t1, t);
  add3(out, 16, t, t2, t22);
  add1(out, 17, facts.shape[i]!);
  add1(out, 18, facts.prefix[i]!);
  add2(out, 19, facts.suffix[i]!, coarse[i]!);
  add2(out, 20, quoteState, coarse[i]!);
  add2(out, 21, quoteState, l);
  add2(out, 22, s, coarse[i]!);
  add2(out, 23, s, t2);
  add3(out, 24, s, kids & 0x1ff, coarse[i]!);
  add2(out, 25, r, t);
  add2(out, 26, r, l);
  add2(out, 27, hw, r);
  add3(out, 28, hw, l, r);
  add2(out, 29, l, kids & 0x3f);
  add2(out, 30, l, kids & (4 | 16 | 32 | 1024 | 4096));
  add2(out, 31, coarse[i]!, kids & 0xfff);
  add2(out, 32, fine, t);
  add2(out, 33, broad, t);
  add3(out, 34, fine, kids & 0x37, t);
  add3(out, 35, broad, kids & 0x3f, s);
  add2(out, 36, l, w2);
  add2(out, 37, w1, l);
  add3(out, 38, fine, t1, t2);
  add2(out, 40, i === from ? 1 : i === from + 1 ? 2 : i === to - 1 ? 3 : 0, t);
  add2(out, 41, at(facts.fine, i - 1, from, to), fine);
  add2(out, 42, fine, at(facts.fine, i + 1, from, to));
  add3(out, 43, ht, r, s);
  add2(out, 44, h >= 0 ? facts.fine[h]! : BOUNDARY, r);
  add2(out, 45, h >= 0 ? sense[h]! : -1, r);
  add3(out, 46, l, t1, t2);
  add3(out, 47, l, q, r);
  // Whether the sentence has a quote elsewhere, and on which side.
  const open = q === 0 && (quote[from]! >= 0 || (i > from && quote[i - 1]! >= 0)) ? 1 : 0;
  add3(out, 48, open, l, t1);
  add3(out, 49, flags[i]! & 5, quoteState, s);
  add2(out, 50, bucket(to - from), t);
  const verb = i > from && (flags[i - 1]! & 4) !== 0 ? lemma[i - 1]! : i > from + 1 && (flags[i - 2]! & 4) !== 0 ? lemma[i - 2]! : 0;
  add2(out, 51, verb, l);
  add3(out, 52, hw, r, t);
  add2(out, 53, w11, w1);
  add3(out, 54, w11, w1, w);
  add3(out, 55, w, w2, w22);
}

/** What a draft's tagging works with, kept between sentences. */
export interface CueWork {
  readonly chain: Chain;
  readonly lattice: Lattice;
  readonly features: FeatureList;
}
export const makeCueWork = (): CueWork => ({ chain: makeChain(CUE_LABELS), lattice: makeLattice(), features: makeFeatureList() });

/** Cells of the table for transitions: row of template 90 for the label before. */
export const cueEdge = (before: number, out: FeatureList): void => add1(out, 90, before);

/** Puts the scores of the transitions into every place of the chain. A cue cannot go on from outside. */
export function putEdges(model: CueModel, chain: Chain): void {
  const edges = new Float64Array(CUE_LABELS * CUE_LABELS);
  const list = makeFeatureList(1);
  for (let x = 0; x < CUE_LABELS; x++) {
    list.count = 0;
    cueEdge(x, list);
    addRows(model.weights, list.ids, 1, edges, x * CUE_LABELS);
  }
  edges[2] = -1e9;
  for (let t = 1; t < chain.length; t++) chain.edge.set(edges, t * CUE_LABELS * CUE_LABELS);
}

/** Puts a sentence's scores into the chain. */
function scoreCues(facts: Facts, model: CueModel, from: number, to: number, work: CueWork): void {
  const { chain, features } = work;
  resetChain(chain, to - from);
  putEdges(model, chain);
  for (let i = from; i < to; i++) {
    features.count = 0;
    cueFeatures(facts, i, features);
    addRows(model.weights, features.ids, features.count, chain.unary, (i - from) * CUE_LABELS);
  }
  chain.unary[2] = -1e9;
}

/** Spans that begin with a verb of speech or with one to come within so many tokens ("has disclosed") are looked at at this share of the least probability. */
const SPEECH_SHARE = 0.25;
const VERB_GROUP = 3;

/** True where a verb whose main sense is to say something stands at `i` or soon after, before `to`. */
function leadsSpeech({ sense, flags }: Facts, i: number, to: number): boolean {
  for (let at = i; at < Math.min(to, i + VERB_GROUP); at++)
    if ((flags[at]! & 4) !== 0 && (sense[at]! & SENSE.communication) !== 0 && (sense[at]! & SENSE.main) !== 0) return true;
  return false;
}

/** The cue spans of tokens `from` to `to` whose probability is at least `most`, of verbs of speech a share of it: exact span probabilities under the chain. */
export function findCues(facts: Facts, model: CueModel, from: number, to: number, most: number, work: CueWork): CueSpan[] {
  const found: CueSpan[] = [];
  if (from >= to) return found;
  scoreCues(facts, model, from, to, work);
  const { chain, lattice } = work;
  sumOver(chain, lattice);
  const n = to - from;
  for (let i = 0; i < n; i++) {
    let p = marginal(chain, lattice, i, 1);
    let label = 1;
    const least = p < most && leadsSpeech(facts, from + i, to) ? most * SPEECH_SHARE : most;
    for (let j = i; p >= least && j < n; j++) {
      const here = marginal(chain, lattice, j, label);
      const goesOn = j + 1 < n ? Math.min(1, pairMarginal(chain, lattice, j + 1, label, 2) / Math.max(here, 1e-12)) : 0;
      const ends = p * (1 - goesOn);
      if (ends >= least) found.push({ first: from + i, last: from + j + 1, probability: ends });
      p *= goesOn;
      label = 2;
    }
  }
  return found;
}
