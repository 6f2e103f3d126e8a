// What somebody types into the search box, taken apart; any text is a query, no sign in it is an operator of the database.
import type { Term } from './engine.js';

/** More words than this say nothing more. */
const MOST_TERMS = 24;

/** Words as the full-text search has them: stretches of letters and digits, without case and accents. */
export interface QueryWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const fold = (text: string): string =>
  // Most words are plain, and most of the time of a search went into finding that out the long way.
  /^[\w]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();

/** The words of a text with their places, one after the other, for who needs only the first. */
export function* eachWord(text: string): Generator<QueryWord> {
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}\p{Co}]+/gu)) {
    const folded = fold(word);
    if (folded !== '') yield { word: folded, start: index, end: index + word.length };
  }
}

/** The words of a text with their places. */
export const wordsOf = (text: string): readonly QueryWord[] => [...eachWord(text)];

/** Terms that must all be there: a stretch in quotation marks is a phrase, a trailing `*` a beginning. */
export function termsOf(query: string): readonly Term[] {
  const terms: Term[] = [];
  const pieces = query.replace(/[“”„«»]/g, '"').split('"');
  pieces.forEach((piece, i) => {
    // Every second piece stands in quotation marks; a last one that is never closed is a phrase too.
    if (i % 2 === 1) {
      const words = wordsOf(piece).map(({ word }) => word);
      if (words.length > 0) terms.push({ words, prefix: piece.trimEnd().endsWith('*') });
      return;
    }
    for (const { word, end } of wordsOf(piece)) terms.push({ words: [word], prefix: piece[end] === '*' });
  });
  return terms.slice(0, MOST_TERMS);
}

/** The stem as far as it matters for showing a match: endings of English that Porter's stemmer takes off. */
const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ies|ied|ing|edly|ed|es|s|ly|e|y|i)$/, '') : word.replace(/s$/, '');

/** Where a term stands from the `at`-th word on, or null. */
function matchAt(words: readonly QueryWord[], at: number, { words: wanted, stems, prefix }: Wanted): readonly [number, number] | null {
  for (let i = 0; i < wanted.length; i++) {
    const here = words[at + i]?.word;
    const word = wanted[i];
    if (here === undefined || word === undefined) return null;
    if (here !== word && stem(here) !== stems[i] && !(prefix && i === wanted.length - 1 && here.startsWith(word))) return null;
  }
  const [first, last] = [words[at], words[at + wanted.length - 1]];
  return first && last ? [first.start, last.end] : null;
}

/** A term with what its words are compared by. */
export interface Wanted extends Term {
  readonly stems: readonly string[];
}
export const wantedOf = (terms: readonly Term[]): readonly Wanted[] => terms.map((term) => ({ ...term, stems: term.words.map(stem) }));

/** Where a term begins that ends with the last of the words; null where none does. */
export function matchAtEnd(words: readonly QueryWord[], terms: readonly Wanted[]): number | null {
  for (const term of terms) {
    const found = matchAt(words, words.length - term.words.length, term);
    if (found !== null) return found[0];
  }
  return null;
}

/** Where the terms stand in a text, in order: what the search found, as far as it can be shown. */
export function matchesIn(text: string, terms: readonly Term[]): readonly (readonly [number, number])[] {
  const words = wordsOf(text);
  const wanted = wantedOf(terms);
  const found: (readonly [number, number])[] = [];
  for (let at = 0; at < words.length; at++)
    for (const term of wanted) {
      const match = matchAt(words, at, term);
      if (match !== null && match[0] >= (found.at(-1)?.[1] ?? 0)) found.push(match);
    }
  return found;
}
