// Cuts a text into words, numbers and single marks as time expressions need them: hyphens and full stops always stand alone ("6-13 December", "Feb. 10").
import { DIGIT, kindAt, LETTER, SPACE, widthAt } from '../characters.js';
import type { Entry, TimesLexicon } from './lexicon.js';

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  /** A number's figures, NaN for anything else: 10 in "10th", 4000 in "4,000". */
  readonly number: number;
  /** How many figures the number has, its thousands comma counted. */
  readonly figures: number;
  /** What is written on to a number: "th", "s", "pm"; '' otherwise. */
  readonly suffix: string;
  /** Whether it starts with a capital letter. */
  readonly capital: boolean;
  /** Whether all its letters are capitals. */
  readonly isUpper: boolean;
  readonly isMark: boolean;
  /** White space, or the start of the text, stands before it. */
  readonly spaced: boolean;
  /** A blank line stands before it. */
  readonly broken: boolean;
  readonly entry: Entry | undefined;
  /** Index of its sentence, set where sentences are known. */
  sentence: number;
  /** Penn Treebank tag of the token it stands in, '' where not known. */
  tag: string;
}

const NONE = Number.NaN;
/** Longer runs of letters are no words of time, and need no lookup. */
const LONGEST = 24;

/** Linear in the length of the text; every character that is not white space is in exactly one word. */
export function cutWords(text: string, lexicon: TimesLexicon): Word[] {
  const words: Word[] = [];
  let at = 0;
  let spaced = true;
  let lines = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === SPACE) {
      if (text.charCodeAt(at) === 10) lines++;
      spaced = true;
      at++;
      continue;
    }
    const start = at;
    let number = NONE;
    let figures = 0;
    let suffix = '';
    if (kind === LETTER) {
      do at += widthAt(text, at);
      while (at < text.length && (kindAt(text, at) === LETTER || kindAt(text, at) === DIGIT));
    } else if (kind === DIGIT) {
      while (at < text.length && (kindAt(text, at) === DIGIT || isThousands(text, at))) at += widthAt(text, at);
      figures = at - start;
      const digits = text.slice(start, at).replaceAll(',', '');
      number = /^\d{1,9}$/.test(digits) ? Number(digits) : NONE;
      const from = at;
      while (at < text.length && kindAt(text, at) === LETTER) at += widthAt(text, at);
      suffix = text.slice(from, at).toLowerCase();
      while (at < text.length && suffix !== '' && kindAt(text, at) === DIGIT) at += widthAt(text, at);
    } else at += widthAt(text, at);
    const first = text.slice(start, start + widthAt(text, start));
    const capital = kind === LETTER && first.toLowerCase() !== first;
    const lower = at - start <= LONGEST ? text.slice(start, at).toLowerCase() : '';
    words.push({
      start,
      end: at,
      lower,
      number,
      figures,
      suffix,
      capital,
      isUpper: capital && lower !== '' && text.slice(start, at).toUpperCase() === text.slice(start, at),
      isMark: kind !== LETTER && kind !== DIGIT,
      spaced,
      broken: lines > 1,
      entry: kind === LETTER ? lexicon.words.get(lower) : undefined,
      sentence: 0,
      tag: '',
    });
    spaced = false;
    lines = 0;
  }
  return words;
}

/** A comma inside a number: a figure before it, three figures and no more after it. */
function isThousands(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 44) return false;
  for (let i = 1; i <= 3; i++) if (kindAt(text, at + i) !== DIGIT) return false;
  return kindAt(text, at + 4) !== DIGIT;
}
