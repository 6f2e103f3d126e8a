// Weighs the candidates of a site against each other and against there being no attribution at all.

import { mix } from '../hashing.js';
import type { Candidate, Site } from './candidates.js';
import { BOUNDARY, type Facts } from './facts.js';
import { bucket } from './features.js';
import type { Surroundings } from './surroundings.js';
import type { WeightTable } from './weights.js';

export interface RerankModel {
  readonly weights: WeightTable;
}

/** Hashed features with a value each. */
export interface ValuedFeatures {
  readonly ids: number[];
  readonly values: number[];
}

const add = (out: ValuedFeatures, id: number, value = 1): void => {
  out.ids.push(id);
  out.values.push(value);
};
const f = (k: number, a: number, b = 0, c = 0): number => mix(mix(mix(1000 + k, a), b), c);
const step = (x: number, width: number, most: number): number => Math.max(-most, Math.min(most, Math.round(x / width)));

/** Relation and completeness of the stretch: which node's subtree it is, if any. */
function constituent(facts: Facts, first: number, last: number): number {
  let from = first;
  let to = last;
  const skip = (i: number): boolean => (facts.flags[i]! & 1) !== 0;
  while (from < to && skip(from)) from++;
  while (to > from && skip(to - 1)) to--;
  if (from === to) return -3;
  const begins = facts.begins[from]!;
  const ends = facts.ends[to - 1]!;
  if (begins >= 0 && begins === ends) return facts.relation[begins]!;
  if (begins >= 0 && facts.right[begins]! > to) return mix(-1, facts.relation[begins]!);
  if (ends >= 0 && facts.left[ends]! < from) return mix(-2, facts.relation[ends]!);
  return -4;
}

const near = (column: Int32Array, i: number, facts: Facts): number => (i < 0 || i >= facts.count ? BOUNDARY : column[i]!);

function describeRun(facts: Facts, k: number, first: number, last: number, context: number, out: ValuedFeatures): void {
  const { word, tag, relation, marks, flags } = facts;
  const end = last - 1;
  const opens = (marks[first]! & 1) | (marks[end]! & 2);
  const same = constituent(facts, first, last);
  add(out, f(k, word[first]!, context));
  add(out, f(k + 1, word[end]!, flags[end]! & 99));
  add(out, f(k + 2, near(word, first - 1, facts), tag[first]!));
  add(out, f(k + 3, near(word, last, facts), tag[end]!));
  add(out, f(k + 4, near(tag, first - 1, facts), tag[first]!, near(tag, first + 1, facts)));
  add(out, f(k + 5, tag[end]!, near(tag, last, facts), near(tag, last + 1, facts)));
  add(out, f(k + 6, bucket(last - first), context));
  add(out, f(k + 17, word[end]!, near(word, last, facts)));
  add(out, f(k + 18, near(word, last, facts), near(word, last + 1, facts), context));
  add(out, f(k + 19, near(word, first - 1, facts), word[first]!));
  add(out, f(k + 7, same, context));
  add(out, f(k + 8, same, near(word, last, facts)));
  add(out, f(k + 9, opens, context, near(flags, last, facts) & 99));
  const begins = facts.begins[first]!;
  if (begins >= 0) add(out, f(k + 10, relation[begins]!, context, tag[begins]!));
  // What stands right after: where a constituent begins there that hangs on the stretch, the stretch was cut short.
  if (last < facts.count) {
    const next = facts.begins[last]!;
    const comma = (flags[last]! & 32) !== 0 ? 1 : 0;
    const at = comma && last + 1 < facts.count ? facts.begins[last + 1]! : next;
    if (at >= 0) {
      const head = facts.head[at]!;
      const hangs = head < 0 ? 0 : head >= first && head < last ? 1 : 2;
      add(out, f(k + 11, relation[at]!, hangs, comma));
      add(out, f(k + 12, mix(relation[at]!, hangs), comma, word[Math.min(facts.count - 1, last + comma)]!));
      add(out, f(k + 13, mix(relation[at]!, hangs), comma, bucket(facts.right[at]! - facts.left[at]!)));
    }
    add(out, f(k + 14, facts.sentence[last] === facts.sentence[end] ? 0 : 1, context));
  }
  // The last constituent inside: a trailing phrase that may belong outside.
  const ends = facts.ends[end]!;
  let trailing = -1;
  for (let i = end; i > first && i > end - 12; i--) {
    const b = facts.begins[i]!;
    if (b >= 0 && facts.right[b] === last && (flags[i - 1]! & 32) !== 0) trailing = b;
  }
  if (trailing >= 0) add(out, f(k + 15, relation[trailing]!, word[facts.left[trailing]!]!, context));
  if (ends >= 0) add(out, f(k + 16, relation[ends]!, word[facts.left[ends]!]!));
}

/** Everything that speaks for one candidate being right. */
export function candidateFeatures(facts: Facts, site: Site, candidate: Candidate, around: Surroundings, out: ValuedFeatures): void {
  const { cue, source, content, logProbability, rank } = candidate;
  const about = candidate.facts;
  const { word, tag, flags, quote, sense } = facts;
  const top = site.candidates[0];
  add(out, f(0, 0));
  add(out, f(1, 0), Math.log(Math.max(1e-4, cue.probability)));
  add(out, f(2, 0), logProbability);
  add(out, f(3, rank));
  add(out, f(4, step(logProbability, 0.7, 12)));
  add(out, f(5, step(Math.log(Math.max(1e-4, cue.probability)), 0.5, 20)));
  add(out, f(6, top !== undefined && top.cue.first === cue.first && top.cue.last === cue.last ? 1 : 0));
  add(out, f(7, step(around.within, 0.1, 10)));
  add(out, f(8, 0), around.within);
  add(out, f(9, step(around.rival, 0.1, 10)));
  add(out, f(42, 0), around.rival);
  add(out, f(43, step(around.inside, 0.25, 12)));
  const sureContent = Math.log(Math.max(1e-3, around.sameContent));
  const sureSource = Math.log(Math.max(1e-3, around.sameSource));
  add(out, f(44, 0), sureContent);
  add(out, f(45, 0), sureSource);
  add(out, f(46, step(sureContent, 0.5, 12)));
  add(out, f(47, step(sureSource, 0.5, 12)));
  // The cue.
  let words = 0;
  let tags = 0;
  for (let i = cue.first; i < Math.min(cue.last, cue.first + 5); i++) {
    words = mix(words, word[i]!);
    tags = mix(tags, tag[i]!);
  }
  add(out, f(10, words));
  add(out, f(11, tags));
  add(out, f(12, about.lemma));
  add(out, f(13, about.kind));
  add(out, f(14, about.form, about.sense));
  add(out, f(15, near(word, cue.last, facts), tags));
  add(out, f(16, near(word, cue.first - 1, facts), tag[cue.first]!));
  add(out, f(17, near(tag, cue.last, facts), word[cue.last - 1]!));
  add(out, f(18, near(tag, cue.first - 1, facts), word[cue.first]!));
  add(out, f(19, cue.last - cue.first));
  // The order of the three and what parts them.
  const order = [...source.map(([a]) => [a, 1]), ...content.map(([a]) => [a, 2]), [cue.first, 3]].sort((x, y) => x[0]! - y[0]!);
  let pattern = 7;
  for (const [, what] of order) pattern = mix(pattern, what!);
  let inside = 0;
  let total = 0;
  let verbs = 0;
  for (const [a, b] of content) {
    for (let i = a; i < b; i++) {
      if ((flags[i]! & 1) !== 0) continue;
      total++;
      if (quote[i]! >= 0) inside++;
      if ((flags[i]! & 16) !== 0) verbs++;
    }
  }
  const form = total === 0 || inside === 0 ? 0 : inside === total ? 2 : 1;
  add(out, f(20, pattern, form));
  add(out, f(28, form), logProbability);
  add(out, f(29, form, bucket(total)), logProbability);
  add(out, f(48, form), sureContent);
  add(out, f(49, about.form), Math.log(Math.max(1e-4, cue.probability)));
  add(out, f(21, pattern, about.lemma));
  add(out, f(22, pattern, about.form));
  add(out, f(23, form, about.lemma));
  add(out, f(24, form, content.length));
  add(out, f(25, Math.min(verbs, 2), about.sense, form));
  add(out, f(26, Math.min(verbs, 2), about.lemma));
  add(out, f(27, bucket(total), form));
  // The source.
  const run = source[0];
  const passive = (facts.children[about.head]! & (2 | 128)) !== 0 ? 1 : 0;
  if (run === undefined) {
    add(out, f(30, about.form, passive));
    add(out, f(31, about.lemma, passive));
    add(out, f(32, pattern, passive));
    add(out, f(33, form, about.sense));
  } else {
    const [a, b] = run;
    const gap = b <= cue.first ? cue.first - b : a >= cue.last ? 20 + a - cue.last : 40;
    add(out, f(34, bucket(gap % 20) + (gap >= 20 ? 20 : 0), form));
    add(out, f(35, b <= cue.first ? near(word, b, facts) : near(word, a - 1, facts), gap >= 20 ? 1 : 0));
    const head = runHead(facts, a, b);
    add(out, f(36, word[head]!, b - a === 1 ? 1 : 0));
    add(out, f(37, facts.relation[head]!, facts.head[head] === about.head ? 1 : 0));
    add(out, f(38, tag[head]!, facts.shape[head]!, sense[head]!));
    add(out, f(39, facts.fine[head]!, about.form));
    const link =
      facts.head[head] === about.head
        ? 1
        : facts.head[about.head] === facts.head[head] && facts.head[head]! >= 0
          ? 2
          : facts.head[head] === facts.head[about.head]
            ? 3
            : 0;
    add(out, f(40, mix(link, facts.relation[head]!), about.form));
    add(out, f(41, passive, facts.relation[head]!));
    describeRun(facts, 250, a, b, gap >= 20 ? 1 : 0, out);
  }
  // The content.
  content.forEach(([a, b], i) => {
    const place = mix(i === 0 ? 0 : 1, a < cue.first ? 0 : 1);
    describeRun(facts, 220, a, b, mix(place, form), out);
    add(out, f(110, about.lemma, word[a]!, place));
    add(out, f(111, about.lemma, constituent(facts, a, b), place));
    const next = i === content.length - 1 ? b : content[i + 1]![0];
    if (i < content.length - 1) add(out, f(112, next - b, form, facts.sentence[next]! - facts.sentence[b - 1]!));
    const gap = a >= cue.last ? a - cue.last : 0;
    add(out, f(113, bucket(gap), place, near(word, cue.last, facts)));
    const part = facts.begins[a]!;
    if (part >= 0) {
      const h = facts.head[part]!;
      add(
        out,
        f(
          114,
          facts.relation[part]!,
          h === about.head ? 1 : part === about.head ? 2 : h >= 0 && facts.head[h] === about.head ? 3 : 0,
          about.sense,
        ),
      );
    }
  });
  const lastContent = content.at(-1)!;
  const left =
    lastContent[1] < facts.count && facts.sentence[lastContent[1]] === facts.sentence[about.head]
      ? facts.sentenceLast[about.head]! - lastContent[1]
      : 0;
  add(out, f(115, bucket(Math.max(0, left)), form, pattern));
}

/** The word of a run that its others hang on. */
export function runHead(facts: Facts, first: number, last: number): number {
  let found = -1;
  for (let i = first; i < last; i++) {
    const head = facts.head[i]!;
    if (head >= first && head < last) continue;
    if ((facts.flags[i]! & 1) === 0) return i;
    if (found < 0) found = i;
  }
  return found < 0 ? first : found;
}

/** What speaks for the site holding no attribution. */
export function noneFeatures(facts: Facts, site: Site, within: number, out: ValuedFeatures): void {
  const best = site.candidates[0]?.cue;
  add(out, f(200, 0));
  add(out, f(201, step(within, 0.1, 10)));
  add(out, f(202, 0), within);
  if (!best) return;
  let sum = 0;
  let seen = -1;
  for (const { cue } of site.candidates) {
    const id = cue.first * 1024 + cue.last;
    if (id !== seen) sum += cue.probability;
    seen = id;
  }
  const doubt = Math.log(Math.max(1e-4, 1 - Math.min(1, sum)));
  add(out, f(203, 0), doubt);
  add(out, f(204, step(Math.min(1, sum), 0.1, 10)));
  const { lemma, kind, form } = site.candidates[0]!.facts;
  add(out, f(205, lemma));
  add(out, f(206, kind));
  add(out, f(207, form));
  add(out, f(208, facts.quote[best.first]! >= 0 ? 1 : 0, step(within, 0.2, 5)));
}

/** Sum of weight times value. */
export function weigh({ weights }: RerankModel, { ids, values }: ValuedFeatures): number {
  const mask = (1 << weights.bits) - 1;
  let sum = 0;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    sum += weights.values[(id ^ (id >>> 16)) & mask]! * values[i]!;
  }
  return sum * weights.scale;
}

/** Probability of each candidate of the site, and last of there being none. */
export function weighSite(facts: Facts, site: Site, around: readonly Surroundings[], model: RerankModel): Float64Array {
  const n = site.candidates.length;
  const scores = new Float64Array(n + 1);
  for (let i = 0; i <= n; i++) {
    const out: ValuedFeatures = { ids: [], values: [] };
    if (i < n) candidateFeatures(facts, site, site.candidates[i]!, around[i]!, out);
    else noneFeatures(facts, site, around[0]?.within ?? 0, out);
    scores[i] = weigh(model, out);
  }
  let most = -Infinity;
  for (const s of scores) most = Math.max(most, s);
  let sum = 0;
  for (let i = 0; i <= n; i++) {
    scores[i] = Math.exp(scores[i]! - most);
    sum += scores[i]!;
  }
  for (let i = 0; i <= n; i++) scores[i]! /= sum;
  return scores;
}
