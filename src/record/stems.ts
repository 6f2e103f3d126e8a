// The stem of an English word by Porter's algorithm, and the words of a text by their stems, as SQLite's own search has them.
// M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, pp. 130-137.
import { wordsOf } from './query.js';

/** Words shorter or longer than this stay as they are (in UTF-8 bytes, as with SQLite's tokenizer). */
const [SHORTEST, LONGEST] = [3, 64];
/** UTF-16 units of a word that are told apart. */
const MOST = 500;

const isVowel = (word: string, at: number): boolean => {
  const letter = word.charAt(at);
  return 'aeiou'.includes(letter) || (letter === 'y' && at > 0 && !isVowel(word, at - 1));
};

/** How many times a vowel is followed by a consonant: Porter's m. */
function measure(word: string): number {
  let m = 0;
  for (let at = 1; at < word.length; at++) if (isVowel(word, at - 1) && !isVowel(word, at)) m++;
  return m;
}

const hasVowel = (word: string): boolean => [...word].some((_, at) => isVowel(word, at));
const endsDouble = (word: string): boolean =>
  word.length > 1 && word.at(-1) === word.at(-2) && !isVowel(word, word.length - 1) && /[a-z]$/.test(word);
/** Ends with consonant, vowel and a consonant other than w, x or y. */
const endsShort = (word: string): boolean => {
  const last = word.length - 1;
  return last >= 2 && !isVowel(word, last) && isVowel(word, last - 1) && !isVowel(word, last - 2) && !/[wxy]$/.test(word);
};

type Rule = readonly [ending: string, instead: string];
const SECOND: readonly Rule[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['logi', 'log'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];
const THIRD: readonly Rule[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const FOURTH: readonly Rule[] = [
  'al',
  'ance',
  'ence',
  'er',
  'ic',
  'able',
  'ible',
  'ant',
  'ement',
  'ment',
  'ent',
  'ion',
  'ou',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
].map((ending): Rule => [ending, '']);

/** Puts the longest ending of the list that the word has away, where what stays is long enough; `least`: Porter's m must be more. */
function changed(word: string, rules: readonly Rule[], least: number): string {
  const fitting = rules.filter(([ending]) => word.endsWith(ending)).sort(([a], [b]) => b.length - a.length)[0];
  if (!fitting) return word;
  const [ending, instead] = fitting;
  const stays = word.slice(0, -ending.length);
  if (ending === 'ion' && !/[st]$/.test(stays)) return word;
  return measure(stays) > least ? stays + instead : word;
}

function plural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function past(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const stays = word.replace(/(?:ed|ing)$/, '');
  if (stays === word || !hasVowel(stays)) return word;
  if (/(?:at|bl|iz)$/.test(stays)) return `${stays}e`;
  if (endsDouble(stays) && !/[lsz]$/.test(stays)) return stays.slice(0, -1);
  return measure(stays) === 1 && endsShort(stays) ? `${stays}e` : stays;
}

function withoutE(word: string): string {
  let stays = word;
  if (word.endsWith('e')) {
    const before = word.slice(0, -1);
    const m = measure(before);
    if (m > 1 || (m === 1 && !endsShort(before))) stays = before;
  }
  return stays.endsWith('ll') && measure(stays) > 1 ? stays.slice(0, -1) : stays;
}

/** The stem of a word without case and accents. */
export function stemOf(word: string): string {
  const bytes = Buffer.byteLength(word);
  if (bytes < SHORTEST || bytes > LONGEST) return word.slice(0, MOST);
  let stem = past(plural(word));
  if (stem.endsWith('y') && hasVowel(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  return withoutE(changed(changed(changed(stem, SECOND, 0), THIRD, 0), FOURTH, 1));
}

/** The words of a text in order, by their stems. */
export const stemsOf = (text: string): readonly string[] => wordsOf(text).map(({ word }) => stemOf(word));
