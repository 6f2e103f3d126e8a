// Widens a place name to the words that narrow it: "suburbs of X", "northern X province", "X's Old City".
import type { Token } from '../draft.js';
import type { PlaceIndex, PlaceWords } from './place-index.js';

export interface Stretch {
  readonly first: number;
  readonly last: number;
}

const DETERMINER = new Set(['the', 'a']);

/** Tokens of the name with what narrows it, in the same sentence. */
export function narrowed(tokens: readonly Token[], { first, last }: Stretch, index: PlaceIndex): Stretch {
  const { sentence } = tokens[first] ?? {};
  const lowerAt = (at: number): string => (tokens[at]?.sentence === sentence ? (tokens[at]?.lower ?? '') : '');
  const has = (list: PlaceWords, word: string): boolean => word !== '' && index.words[list].has(word);
  let from = first;
  let to = last;
  // After: "X province", "X's Old City", "X refugee camp".
  const possessive = lowerAt(to) === "'s" || lowerAt(to) === '’s' ? to + 1 : to;
  const pair = `${lowerAt(possessive)} ${lowerAt(possessive + 1)}`;
  if (has('after', pair)) to = possessive + 2;
  else if (has('after', lowerAt(possessive)) && (possessive === to || tokens[possessive]?.tag !== 'NNP')) to = possessive + 1;
  else if (possessive > to && has('side', lowerAt(possessive)) && has('after', lowerAt(possessive + 1))) to = possessive + 2;
  // Before: "northern X", "rural X".
  if (has('side', lowerAt(from - 1))) from--;
  if (from < first && lowerAt(from - 1) === '-' && has('side', lowerAt(from - 2))) from -= 2;
  // Before, with "of": "the suburbs of X", "the Old City of X", "east of X".
  if (lowerAt(from - 1) === 'of') {
    const two = `${lowerAt(from - 3)} ${lowerAt(from - 2)}`;
    if (has('before', two)) from -= 3;
    else if (has('before', lowerAt(from - 2))) from -= 2;
    if (from < first && has('side', lowerAt(from - 1))) from--;
  }
  if (from < first && DETERMINER.has(lowerAt(from))) from++;
  return { first: from, last: to };
}
