// Finds where the entries of the lexicon stand in a report, by base forms and parts of speech.
import type { Trigger } from './lexicon.js';
import { predicateOf } from './syntax.js';
import type { ClaimView } from './view.js';

export interface Match {
  readonly trigger: Trigger;
  /** True where a longer entry starts at the same word. */
  readonly shadowed: boolean;
  /** Which other kinds have an entry on the same predicate, with how much it says by itself. */
  readonly also: readonly string[];
  /** The token that heads the matched words. */
  readonly head: number;
  /** Half-open range of tokens. */
  readonly first: number;
  readonly last: number;
}

/** Most words that `..` may stand for. */
const GAP = 4;

/** A verb that the tagger took for a noun or adverb: after a name or relative pronoun and before what would be its object ("Russia backs Serbia", "which back the king"). */
function maybeVerb(view: ClaimView, at: number): boolean {
  const before = view.tokens[at - 1];
  const next = view.tokens[at + 1];
  const sentence = view.tokens[at]!.sentence;
  if (before === undefined || next === undefined || before.sentence !== sentence) return false;
  if (!/^(?:NNS?|RB|JJ)$/.test(view.tokens[at]!.tag) || !/^(?:NNPS?|PRP|WDT|WP)$/.test(before.tag)) return false;
  return next.sentence !== sentence || /^(?:DT|NNPS?|PRP\$?|CD|RP|IN|TO|NNS|[.,;])$/.test(next.tag);
}

function fits(view: ClaimView, trigger: Trigger, at: number): boolean {
  const { tag } = view.tokens[at]!;
  switch (trigger.pos) {
    case 'v':
      return tag.startsWith('V') || (tag.startsWith('N') && !tag.startsWith('NNP') && trigger.words.length > 1) || maybeVerb(view, at);
    case 'n':
      return tag.startsWith('N') || tag === 'VBG';
    case 'a':
      return tag.startsWith('J') || tag === 'VBN' || tag === 'VBG' || tag === 'VBD' || tag === 'RB';
    default:
      return true;
  }
}

/** The token after the last one of the entry's words when they start at `at`, else -1. */
function endOf(view: ClaimView, trigger: Trigger, at: number): number {
  const { tokens } = view;
  const sentence = tokens[at]!.sentence;
  let i = at;
  let gap = 0;
  for (const word of trigger.words) {
    if (word === '..') {
      gap = GAP;
      continue;
    }
    let found = -1;
    for (let skip = 0; skip <= gap; skip++) {
      const token = tokens[i + skip];
      if (token === undefined || token.sentence !== sentence) break;
      if (token.lemma === word || token.lower === word) {
        found = i + skip;
        break;
      }
    }
    if (found < 0) return -1;
    i = found + 1;
    gap = 0;
  }
  return i;
}

/** The token of a range that the others hang on. */
function headOf(view: ClaimView, first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const { head, relation } = view.tokens[i]!;
    if ((head < first || head >= last) && relation !== 'punct' && relation !== 'case') return i;
  }
  return first;
}

/** True for a modal before its subject ("should the talks fail", "will he come?"). */
function isInverted(view: ClaimView, at: number): boolean {
  const token = view.tokens[at]!;
  const next = view.tokens[at + 1];
  return (
    token.tag === 'MD' &&
    next !== undefined &&
    next.sentence === token.sentence &&
    /^(?:DT|PRP|PRP\$|NN|NNS|NNP|NNPS|CD|EX)$/.test(next.tag)
  );
}

/** All matches in the order of the text. */
export function matchTriggers(view: ClaimView): Match[] {
  const matches: Match[] = [];
  const longest = new Map<number, number>();
  const longestOfKind = new Map<string, number>();
  for (const token of view.tokens) {
    const { index, lemma, lower } = token;
    const entries = view.lexicon.triggers.get(lemma);
    const others = lower === lemma ? undefined : view.lexicon.triggers.get(lower);
    for (const list of [entries, others]) {
      if (list === undefined) continue;
      for (const trigger of list) {
        if (!fits(view, trigger, index)) continue;
        const last = endOf(view, trigger, index);
        if (last < 0) continue;
        const head = trigger.pos === 'x' ? headOf(view, index, last) : index;
        if (trigger.pos === 'w' && isInverted(view, index)) continue;
        longest.set(index, Math.max(longest.get(index) ?? 0, trigger.words.length));
        const own = `${index} ${trigger.kind}`;
        longestOfKind.set(own, Math.max(longestOfKind.get(own) ?? 0, trigger.words.length));
        matches.push({ trigger, shadowed: false, also: [], head, first: index, last });
      }
    }
  }
  const anchorOf = ({ trigger, head }: Match): number => (trigger.pos === 'w' ? predicateOf(view, head) : head);
  const kinds = new Map<number, Set<string>>();
  for (const match of matches) {
    const anchor = anchorOf(match);
    const { kind, weak } = match.trigger;
    kinds.set(anchor, (kinds.get(anchor) ?? new Set<string>()).add(`${kind}/${weak ? 'weak' : 'sure'}`));
  }
  // A longer entry of the same kind hides the shorter one ("call off" hides "call").
  const plain = matches.filter(
    ({ first, trigger }) => trigger.words.length >= (longestOfKind.get(`${first} ${trigger.kind}`) ?? 0) || trigger.pos === 'w',
  );
  return plain.map((match) => ({
    ...match,
    shadowed: (longest.get(match.first) ?? 0) > match.trigger.words.length,
    also: [...(kinds.get(anchorOf(match)) ?? [])].filter((other) => !other.startsWith(`${match.trigger.kind}/`)),
  }));
}
