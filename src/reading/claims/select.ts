// Chooses among the candidates: the likeliest first, no two for one thing, headline and lead told once with every place.
import { contains, diceOf, overlapOf, type Span } from '../../terms/span.js';
import type { Candidate, Fields, Weighed } from './candidate.js';
import { keyOf, needsWords } from './same.js';
import type { ClaimView } from './view.js';

/** A chosen claim with every place it is told in. */
export interface Chosen {
  readonly candidate: Candidate;
  readonly probability: number;
  /** The candidate's fields, completed by what other tellings add. */
  fields: Fields;
  readonly evidence: Span[];
}

const CONTENT = /^(?:[NJ]|V|CD)/;
/** Share of the words of the shorter that two tellings must have in common. */
const ALIKE = 0.5;
/** Dice of evidence from which two candidates of one kind are about the same words. */
const SAME_WORDS = 0.6;

/** Base forms of the words that carry meaning in a span, names left out. */
function wordsOf(view: ClaimView, [start, end]: Span): Set<string> {
  const words = new Set<string>();
  for (let i = view.tokenAt(start); i < view.tokens.length && view.tokens[i]!.start < end; i++) {
    const { tag, lemma } = view.tokens[i]!;
    if (CONTENT.test(tag) && !tag.startsWith('NNP') && lemma !== 'be' && lemma !== 'have' && lemma !== 'say') words.add(lemma);
  }
  return words;
}

function alike(view: ClaimView, a: Span, b: Span): boolean {
  const left = wordsOf(view, a);
  const right = wordsOf(view, b);
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return shared > 0 && shared >= ALIKE * Math.min(left.size, right.size);
}

function rivals(a: Candidate, b: Candidate): boolean {
  if (a.kind !== b.kind) return false;
  if (a.anchor === b.anchor) return a.rival.group !== b.rival.group || a.rival.item === b.rival.item;
  if (overlapOf(a.evidence, b.evidence) === 0) return false;
  const close = diceOf(a.evidence, b.evidence) > SAME_WORDS || contains(a.evidence, b.evidence) || contains(b.evidence, a.evidence);
  if (!close) return false;
  if (a.kind === 'tie') return keyOf(a) === keyOf(b);
  if (keyOf(a) === keyOf(b)) return true;
  return (
    diceOf(a.evidence, b.evidence) > SAME_WORDS &&
    a.rival.item === b.rival.item &&
    (a.kind === 'talks' || a.kind === 'commitment' || a.kind === 'act' || a.kind === 'pressure' || a.kind === 'blame')
  );
}

/** The claims of a report out of its weighed candidates, in the order of the text. */
export function selectClaims(
  view: ClaimView,
  weighed: readonly Weighed[],
  thresholds: Readonly<Record<Candidate['kind'], number>>,
): Chosen[] {
  const order = weighed
    .filter(({ candidate, probability }) => probability >= thresholds[candidate.kind])
    .sort(
      (a, b) =>
        b.probability - a.probability || a.candidate.anchor - b.candidate.anchor || (keyOf(a.candidate) < keyOf(b.candidate) ? -1 : 1),
    );
  const chosen: Chosen[] = [];
  const bySentence = new Map<number, Candidate[]>();
  const byKey = new Map<string, Chosen[]>();
  for (const { candidate, probability } of order) {
    const sentence = view.tokens[candidate.anchor]!.sentence;
    const near = bySentence.get(sentence) ?? [];
    if (near.some((other) => rivals(candidate, other))) continue;
    near.push(candidate);
    bySentence.set(sentence, near);
    const key = keyOf(candidate);
    const told = byKey.get(key) ?? [];
    const at = told.findIndex(
      ({ candidate: other }) =>
        !needsWords(candidate.kind) ||
        (sameDate(candidate, other) && (isHead(view, candidate) || isHead(view, other) || alike(view, candidate.evidence, other.evidence))),
    );
    const before = told[at];
    if (before !== undefined) {
      before.evidence.push(candidate.evidence);
      before.fields = completed(before.fields, candidate.fields);
      continue;
    }
    const claim: Chosen = { candidate, probability, fields: candidate.fields, evidence: [candidate.evidence] };
    told.push(claim);
    byKey.set(key, told);
    chosen.push(claim);
  }
  for (const { evidence } of chosen) evidence.sort((a, b) => a[0] - b[0]);
  return chosen.sort((a, b) => a.candidate.evidence[0] - b.candidate.evidence[0] || a.candidate.anchor - b.candidate.anchor);
}

/** Fields that another telling of the same may add. */
const ADDED = ['date', 'venue', 'outcome', 'convener', 'round', 'due', 'place'];

function completed(fields: Fields, others: Fields): Fields {
  const added = ADDED.filter((name) => fields[name] === undefined && others[name] !== undefined && others[name] !== null);
  return added.length === 0 ? fields : { ...fields, ...Object.fromEntries(added.map((name) => [name, others[name]!])) };
}

/** True in a headline, a caption or the title line, which tell what the body tells again. */
function isHead(view: ClaimView, { anchor }: Candidate): boolean {
  const { part, paragraph } = view.sentenceOf(anchor);
  return part === 'headline' || part === 'caption' || paragraph === 0;
}

/** Two dated tellings are one only where the dates agree. */
function sameDate(a: Candidate, b: Candidate): boolean {
  const left = a.fields.date ?? null;
  const right = b.fields.date ?? null;
  return left === null || right === null || left === right;
}
