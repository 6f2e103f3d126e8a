// For one cue, its source and its content together: a labelling of the tokens around it, the best few kept.

import { mix } from '../hashing.js';
import { type Chain, kBest, type Lattice, makeChain, makeLattice, resetChain, sumOver } from './chain.js';
import { BOUNDARY, type Facts, wordHash } from './facts.js';
import { add1, add2, add3, add4, bucket, type FeatureList, makeFeatureList } from './features.js';
import { type AnyTable, addRows } from './weights.js';
import type { Window } from './window.js';

/** Neither, source, content. */
export const ARGUMENT_LABELS = 3;
export const [NEITHER, SOURCE, CONTENT] = [0, 1, 2] as const;

export interface ArgumentModel<T extends AnyTable = AnyTable> {
  readonly unary: T;
  /** Nine columns: from each label to each. */
  readonly edge: T;
}

export interface ArgumentWork {
  readonly chain: Chain;
  readonly lattice: Lattice;
  readonly features: FeatureList;
  /** For each token of the window: how far up the cue's ancestors its branch hangs, and which token tops the branch. */
  up: Int8Array;
  branch: Int32Array;
  /** For each token before the cue, what stands between the two (see `unaryFeatures`). */
  before: Int32Array;
}
export const makeArgumentWork = (): ArgumentWork => ({
  chain: makeChain(ARGUMENT_LABELS),
  lattice: makeLattice(),
  features: makeFeatureList(),
  up: new Int8Array(0),
  branch: new Int32Array(0),
  before: new Int32Array(0),
});

/** The token of the cue that its other tokens hang on: the first whose head lies outside, a verb or noun before others. */
export function cueHead(facts: Facts, first: number, last: number): number {
  let found = -1;
  for (let i = first; i < last; i++) {
    const head = facts.head[i]!;
    if (head >= first && head < last) continue;
    if (found < 0 || ((facts.flags[i]! & 12) !== 0 && (facts.flags[found]! & 12) === 0)) found = i;
  }
  return found < 0 ? last - 1 : found;
}

const STEPS_UP = 4;
const STEPS = 40;

/** Finds for each token of the window the branch of the cue's tree in which it hangs. */
export function readBranches(facts: Facts, { first, last }: Window, head: number, work: ArgumentWork): void {
  const n = last - first;
  if (work.up.length < n) {
    work.up = new Int8Array(2 * n);
    work.branch = new Int32Array(2 * n);
    work.before = new Int32Array(2 * n);
  }
  work.up.fill(-1, 0, n);
  const above: number[] = [];
  for (let at = head, k = 0; at >= 0 && k <= STEPS_UP; at = facts.head[at]!, k++) above.push(at);
  for (let i = first; i < last; i++) {
    let at = i;
    let up = above.indexOf(at);
    let top = at;
    for (let s = 0; up < 0 && s < STEPS; s++) {
      const next = facts.head[at]!;
      if (next < 0) {
        up = 8;
        top = at;
        break;
      }
      up = above.indexOf(next);
      top = at;
      at = next;
    }
    work.up[i - first] = up < 0 ? 9 : up;
    work.branch[i - first] = top;
  }
}

const HE = new Set(['he', 'she', 'they', 'it', 'who', 'which', 'i', 'we', 'that'].map(wordHash));

/** What stays the same over a cue's window. */
export interface CueFacts {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly lemma: number;
  readonly kind: number;
  readonly form: number;
  readonly sense: number;
  readonly sentence: number;
  /** Index of the quote nearest to the cue: its own, the one that ends before, or the one after. */
  readonly nearQuote: number;
  /** Bits: 1 a quote ends just before, 2 one begins just after, 4 the cue stands in a quote, 8 its sentence holds a quote. */
  readonly quoted: number;
}

export function cueFacts(facts: Facts, first: number, last: number): CueFacts {
  const head = cueHead(facts, first, last);
  const { quote, marks, sentenceFirst, sentenceLast } = facts;
  let holds = 0;
  for (let i = sentenceFirst[head]!; i < sentenceLast[head]!; i++) if (quote[i]! >= 0) holds = 8;
  const before = first > 0 && ((marks[first - 1]! & 2) !== 0 || (first > 1 && (marks[first - 2]! & 2) !== 0)) ? 1 : 0;
  const after = last < facts.count && ((marks[last]! & 1) !== 0 || (last + 1 < facts.count && (marks[last + 1]! & 1) !== 0)) ? 2 : 0;
  return {
    first,
    last,
    head,
    lemma: mix(facts.lemma[head]!, last - first > 1 ? facts.word[last - 1]! : 0),
    kind: facts.fine[head]!,
    form: mix(facts.tag[head]!, facts.relation[head]!),
    sense: facts.sense[head]!,
    sentence: facts.sentence[head]!,
    nearQuote: nearQuote(facts, first, last, head, before === 1),
    quoted: before | after | holds | (quote[head]! >= 0 ? 4 : 0),
  };
}

function nearQuote(facts: Facts, first: number, last: number, head: number, before: boolean): number {
  const { quote, count } = facts;
  if (quote[head]! >= 0) return quote[head]!;
  if (before) return quote[first - 1]! >= 0 ? quote[first - 1]! : quote[first - 2]!;
  for (let i = last; i < Math.min(count, last + 40); i++) if (quote[i]! >= 0) return quote[i]!;
  return 0;
}

/** `passed` counts what stands between the cue and the token: bits 0-1 commas, up to 3; bit 2 a colon or the end of a sentence; above them verbs that can report. */
function unaryFeatures(facts: Facts, cue: CueFacts, work: ArgumentWork, window: Window, i: number, passed: number): void {
  const out = work.features;
  const { word, tag, relation, quote, marks, flags, sense, lemma } = facts;
  const side = i < cue.first ? 0 : i >= cue.last ? 1 : 2;
  const gap = side === 0 ? cue.first - i : i - cue.last + 1;
  const near = mix(side, bucket(gap));
  const top = work.branch[i - window.first]!;
  const up = work.up[i - window.first]!;
  const topSide = top < cue.head ? 0 : 1;
  const way = mix(mix(up, relation[top]!), topSide);
  const w = word[i]!;
  const t = tag[i]!;
  const w1 = i > window.first ? word[i - 1]! : BOUNDARY;
  const w2 = i + 1 < window.last ? word[i + 1]! : BOUNDARY;
  const t1 = i > window.first ? tag[i - 1]! : BOUNDARY;
  const t2 = i + 1 < window.last ? tag[i + 1]! : BOUNDARY;
  const away = facts.sentence[i]! - cue.sentence;
  const apart = Math.max(-2, Math.min(3, away));
  const q = quote[i]!;
  const cueQuote = quote[cue.head]!;
  let quoted = q < 0 ? 0 : q === cueQuote ? 1 : 2;
  if (quoted === 2) quoted += Math.min(5, Math.max(0, q - cue.nearQuote + 3));
  const state = mix(mix(quoted, apart), cue.quoted);
  const c = cue.lemma;
  add1(out, 1, 0);
  add1(out, 2, near);
  add2(out, 3, way, 0);
  add3(out, 4, way, c, side);
  add2(out, 5, way, t);
  add3(out, 6, way, cue.kind, side);
  add2(out, 7, way, state);
  add3(out, 8, way, cue.sense, cue.form);
  add2(out, 9, w, side);
  add2(out, 10, t, near);
  add3(out, 11, c, side, q >= 0 ? 1 : 0);
  add2(out, 12, c, near);
  add2(out, 13, state, side);
  const commas = passed & 3;
  const verbs = passed >> 3;
  add3(out, 14, state, side, commas);
  add4(out, 15, side, commas, Math.min(verbs, 2), (passed >> 2) & 1);
  add3(out, 16, way, relation[i]!, facts.coarse[i]!);
  add3(out, 17, facts.shape[i]!, near, cue.sense & 3);
  add2(out, 18, cue.form, near);
  add3(out, 19, cue.form, way, side);
  add2(out, 20, w1, side);
  add2(out, 21, w2, side);
  add3(out, 22, t1, t, side);
  add3(out, 23, t, t2, side);
  add3(out, 24, facts.fine[i]!, near, 0);
  add3(out, 25, HE.has(w) ? w : 0, near, way);
  add4(out, 26, cue.form, cue.sense, side, state);
  add3(out, 27, near, cue.quoted, q >= 0 ? 1 : 0);
  add3(out, 28, c, t, side);
  add3(out, 29, c, relation[i]!, side);
  add3(out, 30, way, cue.form, cue.quoted);
  add2(out, 31, lemma[top]!, way);
  add3(out, 32, tag[top]!, way, cue.quoted);
  add4(out, 33, apart, quoted, marks[facts.sentenceFirst[i]!]! & 1, marks[facts.sentenceLast[i]! - 1]! & 2);
  add4(out, 34, apart, quoted, marks[facts.sentenceFirst[i]!]! & 1, verbs);
  add3(out, 35, sense[i]!, way, side);
  add4(out, 39, apart, quoted, facts.reports[facts.sentenceFirst[i]!]!, side);
  add3(out, 36, flags[i]! & (1 | 2 | 32 | 64), near, cue.quoted);
  add3(out, 37, up, side, state);
  add3(out, 38, facts.broad[top]!, way, cue.sense);
}

/** Features of the boundary between tokens i-1 and i. */
function edgeFeatures(facts: Facts, cue: CueFacts, work: ArgumentWork, window: Window, i: number): void {
  const out = work.features;
  const { word, tag, relation, quote, marks, left, right, flags } = facts;
  const j = i - 1;
  const side = i <= cue.first ? 0 : 1;
  const a = work.branch[j - window.first]!;
  const b = work.branch[i - window.first]!;
  const ua = work.up[j - window.first]!;
  const ub = work.up[i - window.first]!;
  const wayA = mix(ua, relation[a]!);
  const wayB = mix(ub, relation[b]!);
  const sameBranch = a === b ? 1 : 0;
  const begins = facts.begins[i]!;
  const ends = facts.ends[j]!;
  const beginsRelation = begins >= 0 ? relation[begins]! : 0;
  const endsRelation = ends >= 0 ? relation[ends]! : 0;
  const opens = (marks[i]! & 1) | (marks[j]! & 2) | (quote[i]! >= 0 ? 4 : 0) | (quote[j]! >= 0 ? 8 : 0);
  const next = i === cue.first ? 1 : j === cue.last - 1 ? 2 : i === cue.first - 1 ? 3 : j === cue.last ? 4 : 0;
  const newSentence = facts.sentence[i] !== facts.sentence[j] ? 1 : 0;
  const beginsHead = begins >= 0 ? facts.head[begins]! : -1;
  const hangsOn = beginsHead < 0 ? 0 : beginsHead === cue.head ? 1 : beginsHead < i ? 2 + (beginsHead >= cue.first ? 1 : 0) : 4;
  add1(out, 50, next);
  add3(out, 51, tag[j]!, tag[i]!, side);
  add3(out, 52, word[j]!, side, sameBranch);
  add3(out, 53, word[i]!, side, sameBranch);
  add3(out, 54, word[j]!, word[i]!, side);
  add3(out, 55, wayA, wayB, sameBranch);
  add3(out, 56, beginsRelation, hangsOn, side);
  add3(out, 57, endsRelation, side, sameBranch);
  add4(out, 58, opens, side, flags[i]! & 99, flags[j]! & 99);
  add4(out, 59, next, cue.lemma, tag[i]!, tag[j]!);
  add4(out, 60, newSentence, opens, cue.quoted, side);
  add4(out, 61, beginsRelation, word[j]!, side, hangsOn);
  add4(out, 62, beginsRelation, word[i]!, side, hangsOn);
  add4(out, 63, beginsRelation, tag[i]!, wayB, sameBranch);
  add4(out, 64, next, cue.form, word[i]!, 0);
  add4(out, 65, left[b] === i ? 1 : 0, right[a] === i ? 1 : 0, wayA, wayB);
  add4(out, 66, cue.lemma, wayB, left[b] === i ? 1 : 0, word[i]!);
  add4(out, 67, i + 1 < window.last ? tag[i + 1]! : BOUNDARY, tag[i]!, flags[j]! & 99, side);
  add4(out, 68, beginsRelation, begins >= 0 ? bucket(right[begins]! - i) : 0, word[j]!, side);
  add4(out, 69, i + 1 < window.last ? word[i + 1]! : BOUNDARY, word[i]!, side, sameBranch);
  add4(out, 70, j > window.first ? tag[j - 1]! : BOUNDARY, tag[j]!, tag[i]!, side);
}

/** Called with a place of the window and its features, so that learning and reading walk the window alike. */
export interface ArgumentVisitor {
  unary(place: number, features: FeatureList): void;
  edge(place: number, features: FeatureList): void;
}

/** Walks the window from first to last token and hands out the features of each place and boundary. */
export function visitWindow(facts: Facts, cue: CueFacts, window: Window, work: ArgumentWork, visitor: ArgumentVisitor): void {
  readBranches(facts, window, cue.head, work);
  const { flags, sense } = facts;
  const n = window.last - window.first;
  const own = facts.quote[cue.head]!;
  const { before } = work;
  const run = { commas: 0, verbs: 0, colons: 0 };
  for (let i = cue.first - 1; i >= window.first; i--) {
    before[i - window.first] = Math.min(run.commas, 3) | (run.colons << 2) | (run.verbs << 3);
    if ((flags[i]! & 32) !== 0) run.commas++;
    if ((flags[i]! & 4) !== 0 && (sense[i]! & 3) !== 0) run.verbs++;
    if ((flags[i]! & 66) !== 0) run.colons = 1;
  }
  run.commas = 0;
  run.verbs = 0;
  run.colons = 0;
  for (let p = 0; p < n; p++) {
    const i = window.first + p;
    if (facts.deep[i] === 1 && facts.quote[i] !== own) continue;
    work.features.count = 0;
    const passed = i < cue.first ? before[p]! : Math.min(run.commas, 3) | (run.colons << 2) | (run.verbs << 3);
    unaryFeatures(facts, cue, work, window, i, passed);
    visitor.unary(p, work.features);
    if (i >= cue.last) {
      if ((flags[i]! & 32) !== 0) run.commas++;
      if ((flags[i]! & 4) !== 0 && (sense[i]! & 3) !== 0) run.verbs++;
      if ((flags[i]! & 66) !== 0) run.colons = 1;
    }
    if (p === 0) continue;
    work.features.count = 0;
    edgeFeatures(facts, cue, work, window, i);
    visitor.edge(p, work.features);
  }
}

/** Puts the scores of the window into the chain; the cue's own tokens are neither source nor content. */
export function scoreArguments(facts: Facts, model: ArgumentModel, cue: CueFacts, window: Window, work: ArgumentWork): void {
  const { chain } = work;
  resetChain(chain, window.last - window.first);
  visitWindow(facts, cue, window, work, {
    unary: (p, features) => addRows(model.unary, features.ids, features.count, chain.unary, p * ARGUMENT_LABELS),
    edge: (p, features) => addRows(model.edge, features.ids, features.count, chain.edge, p * ARGUMENT_LABELS * ARGUMENT_LABELS),
  });
  constrain(facts, chain, cue, window);
}

/** Rules out source and content on the cue's own tokens, and a change of label inside a quotation. */
export function constrain(facts: Facts, chain: Chain, cue: CueFacts, window: Window): void {
  forbidCue(chain, cue, window);
  holdQuotes(facts, chain, cue, window);
}

/** A quotation that does not hold the cue is all of one label. */
function holdQuotes(facts: Facts, chain: Chain, cue: CueFacts, window: Window): void {
  const own = facts.quote[cue.head]!;
  for (let i = window.first + 1; i < window.last; i++) {
    if (facts.joined[i] === 0 || facts.quote[i] === own) continue;
    const at = (i - window.first) * ARGUMENT_LABELS * ARGUMENT_LABELS;
    for (let x = 0; x < ARGUMENT_LABELS; x++)
      for (let y = 0; y < ARGUMENT_LABELS; y++) if (x !== y) chain.edge[at + x * ARGUMENT_LABELS + y] = -1e9;
  }
}

/** Leaves only the label `NEITHER` on the cue's tokens. */
function forbidCue(chain: Chain, cue: { readonly first: number; readonly last: number }, window: Window): void {
  for (let i = cue.first; i < cue.last; i++) {
    chain.unary[(i - window.first) * ARGUMENT_LABELS + SOURCE] = -1e9;
    chain.unary[(i - window.first) * ARGUMENT_LABELS + CONTENT] = -1e9;
  }
}

export interface ArgumentReading {
  readonly labels: Uint8Array;
  /** Log probability under the chain. */
  readonly logProbability: number;
}

/** The `k` best labellings of the window. */
export function bestArguments(
  facts: Facts,
  model: ArgumentModel,
  cue: CueFacts,
  window: Window,
  k: number,
  work: ArgumentWork,
): ArgumentReading[] {
  scoreArguments(facts, model, cue, window, work);
  sumOver(work.chain, work.lattice);
  return kBest(work.chain, k).map(({ labels, score }) => ({ labels, logProbability: score - work.lattice.total }));
}
