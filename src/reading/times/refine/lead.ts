// Reads the words before a time that bound it: "by Monday", "since October", "not before Wednesday", "adjourned until Friday".
import type { TimesLexicon } from '../lexicon.js';
import { isApostrophe, lowerAt, type Words, wordAt } from '../look.js';
import type { Found } from '../meaning.js';

/** `to`: up to it. `from`: from it on. `none`: it itself. */
export type Bound = 'to' | 'from' | 'none';
export interface Lead {
  readonly bound: Bound;
  /** The preposition read, '' where none. */
  readonly word: string;
  /** Where the words before the time begin. */
  readonly first: number;
}

const NONE = (first: number, word = ''): Lead => ({ bound: 'none', word, first });
const UP_TO = new Set(['by', 'until', 'till', 'before', 'through', 'thru', 'til']);
const FROM_ON = new Set(['since', 'from', 'after', 'starting', 'beginning', 'commencing', 'effective']);

export function leadOf(words: Words, { first: begins, last, meaning }: Found, { sets }: TimesLexicon): Lead {
  const first = afterHedge(words, begins);
  const word = lowerAt(words, first - 1);
  const before = lowerAt(words, first - 2);
  if (isApostrophe(wordAt(words, last)) && lowerAt(words, last + 1) === 's') return NONE(first, word);
  if (word === 'than') {
    const negated = lowerAt(words, first - 3) === 'no' || lowerAt(words, first - 3) === 'not';
    if (before === 'later') return { bound: 'to', word, first: first - (negated ? 3 : 2) };
    if (before === 'earlier' || before === 'sooner') return { bound: 'from', word, first: first - (negated ? 3 : 2) };
    return NONE(first - 1, word);
  }
  if (word === 'to' && before === 'up') return { bound: 'to', word, first: first - 2 };
  if (word === 'from' && before === 'as') return { bound: 'from', word, first: first - 2 };
  const latest = lowerAt(words, last) === 'at' && lowerAt(words, last + 1) === 'the' ? lowerAt(words, last + 2) : '';
  if (latest === 'latest') return { bound: 'to', word, first: first - 1 };
  if (latest === 'earliest') return { bound: 'from', word, first: first - 1 };
  // "after Friday prayers": what is after is the thing.
  if ((word === 'after' || word === 'before') && /^NNS?$/.test(wordAt(words, last).tag) && !/^(V|MD)/.test(wordAt(words, last + 1).tag))
    return NONE(first - 1, word);
  if (UP_TO.has(word)) {
    if (meaning.kind === 'range') return NONE(first - 1, word);
    if (word !== 'by' && word !== 'through') {
      if (putOff(words, first - 1, sets.putoff) && word !== 'before') return NONE(first - 1, word);
      if (isNegated(words, first - 1, sets.negation)) return { bound: 'from', word, first: first - 1 };
    }
    return { bound: 'to', word, first: first - 1 };
  }
  if (FROM_ON.has(word)) {
    if (meaning.kind === 'range' && word !== 'since') return NONE(first - 1, word);
    // "moved from Monday to Thursday": the day left is itself.
    if (word === 'from' && lowerAt(words, last) === 'to' && putOff(words, first - 1, sets.putoff)) return NONE(first - 1, word);
    if (word !== 'since' && word !== 'after' && !opensTime(words, first - 1)) return NONE(first - 1, word);
    if (word !== 'since' && word !== 'from' && word !== 'after' && lengthBefore(words, first - 1)) return NONE(first - 1, word);
    return { bound: 'from', word, first: first - 1 };
  }
  return NONE(
    word === 'on' ||
      word === 'in' ||
      word === 'for' ||
      word === 'at' ||
      word === 'over' ||
      word === 'during' ||
      word === 'to' ||
      word === 'of' ||
      word === 'as'
      ? first - 1
      : first,
    word,
  );
}

/** "until at least Friday", "by about noon": the place where the hedge begins. */
function afterHedge(words: Words, first: number): number {
  if (lowerAt(words, first - 2) === 'at' && ['least', 'most'].includes(lowerAt(words, first - 1))) return first - 2;
  return ['about', 'around', 'roughly', 'only', 'just'].includes(lowerAt(words, first - 1)) ? first - 1 : first;
}

/** "from" opens a time after a verb or at the start of a clause: not "a letter from Friday", "dates from 1976". */
function opensTime(words: Words, at: number): boolean {
  const before = wordAt(words, at - 1);
  if (before.isMark || wordAt(words, at).broken) return true;
  if (/^dat(e|es|ed|ing)$/.test(before.lower) || before.entry?.ordinal !== undefined) return false;
  if (before.tag === '') return true;
  return /^(V|RB|RP|JJ$|MD|IN|CC)/.test(before.tag) || before.entry !== undefined || wordAt(words, at).lower !== 'from';
}

/** A hyphened or counted length earlier in the clause ("a 10-day truce starting Monday"). */
function lengthBefore(words: Words, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 8; i--) {
    const word = wordAt(words, i);
    if (word.isMark && word.lower !== '-') return false;
    if (word.entry?.unit !== undefined) return true;
  }
  return false;
}

/** A verb of putting off within a few words before "until". */
function putOff(words: Words, at: number, verbs: ReadonlySet<string>): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 5; i--) {
    const { lower, isMark } = wordAt(words, i);
    if (verbs.has(lower))
      return (
        !(lower === 'put' || lower === 'puts' || lower === 'putting' || lower === 'broke' || lower === 'held') ||
        ['off', 'back', 'on', 'over', 'up'].includes(lowerAt(words, i + 1)) ||
        ['off', 'back', 'over'].includes(lowerAt(words, at - 1))
      );
    if (isMark) return false;
  }
  return false;
}

/** A negation in the clause before. */
function isNegated(words: Words, at: number, negation: ReadonlySet<string>): boolean {
  const { sentence } = wordAt(words, at);
  for (let i = at - 1; i >= 0 && i >= at - 12; i--) {
    const word = wordAt(words, i);
    if (word.sentence !== sentence || [';', ':', ',', '(', '—'].includes(word.lower)) return false;
    if (negation.has(word.lower) || (word.lower === 't' && isApostrophe(wordAt(words, i - 1)))) return true;
  }
  return false;
}
