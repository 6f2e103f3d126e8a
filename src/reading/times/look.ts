// What finders ask of the words at a place: never past the end, never over a blank line.
import type { Entry } from './lexicon.js';
import type { Word } from './words.js';

const NO_ENTRY: Entry = Object.freeze({});

/** Stands before the first and after the last word. */
export const NOWHERE: Word = Object.freeze({
  start: 0,
  end: 0,
  lower: '',
  number: Number.NaN,
  figures: 0,
  suffix: '',
  capital: false,
  isUpper: false,
  isMark: true,
  spaced: true,
  broken: true,
  entry: undefined,
  sentence: -1,
  tag: '',
});

export type Words = readonly Word[];

export const wordAt = (words: Words, at: number): Word => words[at] ?? NOWHERE;
export const lowerAt = (words: Words, at: number): string => words[at]?.lower ?? '';
export const entryAt = (words: Words, at: number): Entry => words[at]?.entry ?? NO_ENTRY;

/** A hyphen or dash. */
export const isDash = (word: Word): boolean =>
  word.lower === '-' || word.lower === '–' || word.lower === '—' || word.lower === '‐' || word.lower === '‑';
export const isApostrophe = (word: Word): boolean => word.lower === "'" || word.lower === '’';

/** The place after a full stop written on to an abbreviation, else the same place. */
export const afterStop = (words: Words, at: number): number => {
  const word = wordAt(words, at);
  return word.lower === '.' && !word.spaced ? at + 1 : at;
};

/** The place after an optional word. */
export const afterAny = (words: Words, at: number, ...options: readonly string[]): number =>
  options.includes(lowerAt(words, at)) && !wordAt(words, at).broken ? at + 1 : at;
