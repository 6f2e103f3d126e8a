// Readings of a cue's window that the chain alone ranks low but that end where clauses end: content drawn out to its clause or sentence, cut at a comma, its gaps filled.
import { ARGUMENT_LABELS, type ArgumentReading, CONTENT, type CueFacts, NEITHER, SOURCE } from './arguments.js';
import type { Chain, Lattice } from './chain.js';
import type { Facts } from './facts.js';
import type { Window } from './window.js';

/** Variants are made of so many of the best readings, and have at most so many commas to be cut at. */
const BASES = 2;
const CUTS = 4;
/** Pieces of content of which each is left out once, where there are no more. */
const MOST_RUNS = 5;
/** A variant less likely than the best by more than this, as a logarithm, is dropped. */
const REACH = 14;
/** Readings of quotations count as no less likely than the best by more than this: the chain is too sure of them. */
const FLOOR = 8;

/** Score of a whole labelling. */
function scoreOf({ unary, edge }: Chain, labels: Uint8Array): number {
  const L = ARGUMENT_LABELS;
  let sum = unary[labels[0]!]!;
  for (let t = 1; t < labels.length; t++) sum += unary[t * L + labels[t]!]! + edge[(t * L + labels[t - 1]!) * L + labels[t]!]!;
  return sum;
}

/** First place of the run of content that ends with place `last`. */
function runStart(labels: Uint8Array, last: number): number {
  let at = last;
  while (at > 0 && labels[at - 1] === CONTENT) at--;
  return at;
}

/** The labels with places `from` to `to` (half-open) as content where they are neither source nor cue, and NEITHER from `to` to `until`. */
function redrawn(labels: Uint8Array, from: number, to: number, until: number, fixed: (place: number) => boolean): Uint8Array {
  const copy = labels.slice();
  for (let p = from; p < to; p++) if (copy[p] === NEITHER && !fixed(p)) copy[p] = CONTENT;
  for (let p = to; p < until; p++) if (copy[p] === CONTENT) copy[p] = NEITHER;
  return copy;
}

/** The labels with all places from `first` to `end` as content that are neither source nor cue nor a comma beside them. */
function allBut(
  labels: Uint8Array,
  first: number,
  end: number,
  fixed: (place: number) => boolean,
  comma: (place: number) => boolean,
): Uint8Array {
  const copy = labels.slice();
  const kept = (p: number): boolean => fixed(p) || labels[p] === SOURCE;
  for (let p = first; p < end; p++) {
    if (kept(p)) continue;
    const beside = comma(p) && ((p > first && kept(p - 1)) || (p + 1 < end && kept(p + 1)) || p + 1 === end);
    copy[p] = beside ? NEITHER : CONTENT;
  }
  return copy;
}

/** Where quotations and other words are mixed: the quotations alone, and the run nearest to the cue alone; where a quotation is content, the next one too. */
function byQuotes(facts: Facts, { first, last, head }: CueFacts, window: Window, labels: Uint8Array): Uint8Array[] {
  const { quote, flags } = facts;
  const own = quote[head]!;
  const quoted = (p: number): boolean => quote[p + window.first]! >= 0 && quote[p + window.first] !== own;
  let inside = 0;
  let outside = 0;
  for (let p = 0; p < labels.length; p++) {
    if (labels[p] !== CONTENT || (flags[p + window.first]! & 1) !== 0) continue;
    if (quoted(p)) inside++;
    else outside++;
  }
  if (inside === 0) return [];
  const made: Uint8Array[] = [];
  if (outside > 0) made.push(labels.map((label, p) => (label === CONTENT && !quoted(p) ? NEITHER : label)));
  const runs: [number, number][] = [];
  for (let p = 0; p < labels.length; p++) {
    if (labels[p] !== CONTENT) continue;
    const from = p;
    while (p < labels.length && labels[p] === CONTENT) p++;
    runs.push([from, p]);
  }
  if (runs.length > 1) {
    const away = ([a, b]: [number, number]): number => Math.max(first - window.first - b, a - (last - window.first));
    const nearest = runs.reduce((best, run) => (away(run) < away(best) ? run : best));
    const without = (drop: (p: number) => boolean): Uint8Array =>
      labels.map((label, p) => (label === CONTENT && drop(p) ? NEITHER : label));
    made.push(without((p) => p < nearest[0] || p >= nearest[1]));
    if (runs.length > 2 && runs.length <= MOST_RUNS) for (const [a, b] of runs) made.push(without((p) => p >= a && p < b));
  }
  const end = runs.at(-1)![1];
  let next = end;
  while (next < labels.length && (!quoted(next) || labels[next] !== NEITHER)) next++;
  if (next < labels.length && quoted(end - 1)) {
    const copy = labels.slice();
    const q = quote[next + window.first];
    while (next < labels.length && quote[next + window.first] === q) copy[next++] = CONTENT;
    made.push(copy);
  }
  return made;
}

/** The readings and their variants, best first, each with its probability under the chain. */
export function withVariants(
  facts: Facts,
  cue: CueFacts,
  window: Window,
  readings: readonly ArgumentReading[],
  chain: Chain,
  lattice: Lattice,
): ArgumentReading[] {
  const { flags, sentenceFirst, sentenceLast, right, begins } = facts;
  const seen = new Set(readings.map(({ labels }) => labels.join('')));
  const all = [...readings];
  const best = readings[0]?.logProbability ?? 0;
  const offer = (labels: Uint8Array, floor = -Infinity): void => {
    const key = labels.join('');
    if (seen.has(key)) return;
    seen.add(key);
    const logProbability = Math.max(floor, scoreOf(chain, labels) - lattice.total);
    if (logProbability >= best - REACH) all.push({ labels, logProbability });
  };
  const place = (token: number): number => token - window.first;
  const inCue = (p: number): boolean => p + window.first >= cue.first && p + window.first < cue.last;
  const first = place(sentenceFirst[cue.head]!);
  let end = place(sentenceLast[cue.head]!);
  while (end > first && (flags[end - 1 + window.first]! & 1) !== 0 && facts.quote[end - 1 + window.first]! < 0) end--;
  for (const { labels } of readings.slice(0, BASES)) {
    for (const other of byQuotes(facts, cue, window, labels)) offer(other, best - FLOOR);
    const contentFirst = labels.indexOf(CONTENT);
    const contentLast = labels.lastIndexOf(CONTENT);
    if (contentFirst < 0 || contentLast >= end) continue;
    // All of the sentence but the cue, the source and the commas that part them off: "Both sides, he warned, stood to lose."
    if (contentFirst >= first) offer(allBut(labels, first, end, inCue, (p) => (flags[p + window.first]! & 32) !== 0));
    // Gaps between its pieces filled.
    if (contentFirst >= first) offer(redrawn(labels, contentFirst, contentLast + 1, contentLast + 1, inCue));
    if (contentLast > place(cue.last - 1)) {
      const start = Math.max(runStart(labels, contentLast), place(cue.last));
      // Drawn out to the end of the sentence, of its own clause, or cut at a comma.
      offer(redrawn(labels, start, end, end, inCue));
      const top = begins[start + window.first]!;
      if (top >= 0) offer(redrawn(labels, start, Math.min(end, place(right[top]!)), end, inCue));
      for (let p = start + 1, cuts = 0; p < end && cuts < CUTS; p++) {
        if ((flags[p + window.first]! & 32) === 0) continue;
        cuts++;
        offer(redrawn(labels, start, p, end, inCue));
      }
    } else if (contentFirst >= first) {
      // What stands before the cue, from the start of the sentence.
      offer(redrawn(labels, first, contentLast + 1, contentLast + 1, inCue));
      for (let p = first, cuts = 0; p < contentLast && cuts < CUTS; p++) {
        if ((flags[p + window.first]! & 32) === 0) continue;
        cuts++;
        const cut = labels.slice();
        for (let k = first; k <= p; k++) if (cut[k] === CONTENT) cut[k] = NEITHER;
        offer(redrawn(cut, p + 1, contentLast + 1, contentLast + 1, inCue));
      }
    }
  }
  return all.sort((a, b) => b.logProbability - a.logProbability);
}
