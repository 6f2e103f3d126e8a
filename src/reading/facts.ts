// What a word is made of, as integers: hashes of its form, ends and shape, its classes and senses; worked out once a word and kept.
import { isLower, isUpper } from './characters.js';
import { DOUBLED } from './doubled-marks.js';
import { hashText, mix } from './hashing.js';
import type { Lexicon } from './lexicon.js';

/** Everything about a word that does not depend on where it stands. All numbers are hashes, classes or bits. */
export interface WordFacts {
  /** Hash of the form as it stands, and of its small letters (figures read as 0). */
  readonly form: number;
  readonly lower: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix1: number;
  readonly prefix2: number;
  readonly prefix3: number;
  /** Runs of capitals, small letters, figures and other marks, in order. */
  readonly shape: number;
  /** 0 small, 1 first letter capital, 2 all capitals, 3 mixed, 4 with figures, 5 no letter or figure. */
  readonly letters: number;
  /** Classes of words used alike; 0 for none. */
  readonly fine: number;
  readonly broad: number;
  /** WordNet's parts of speech of the word (bits 0-3), or of what is left without -s, -ed, -ing (bits 4-11). */
  readonly senses: number;
}

const KEPT = 30_000;
const FIGURES = /\d/;

function shapeOf(text: string): number {
  let shape = 0x51;
  let before = -1;
  for (let i = 0; i < text.length && i < 24; i++) {
    const code = text.charCodeAt(i);
    let kind: number;
    if (code >= 97 && code <= 122) kind = 1;
    else if (code >= 65 && code <= 90) kind = 2;
    else if (code >= 48 && code <= 57) kind = 3;
    else if (code < 128) kind = code;
    else kind = isUpper(text[i]!) ? 2 : isLower(text[i]!) ? 1 : 4;
    if (kind !== before) shape = mix(shape, kind);
    before = kind;
  }
  return shape;
}

function lettersOf(text: string): number {
  let upper = 0;
  let lower = 0;
  let figures = 0;
  for (let i = 0; i < text.length && i < 40; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) figures++;
    else if (code >= 97 && code <= 122) lower++;
    else if (code >= 65 && code <= 90) upper++;
    else if (code >= 128) isUpper(text[i]!) ? upper++ : isLower(text[i]!) && lower++;
  }
  if (figures > 0) return 4;
  if (upper === 0) return lower > 0 ? 0 : 5;
  if (lower === 0) return upper > 1 ? 2 : 1;
  return upper === 1 && isUpper(text[0]!) ? 1 : 3;
}

/** Senses of the word, and of what is left without an ending. */
function sensesOf(lower: string, lexicon: Lexicon): number {
  const own = lexicon.sensesOf(lower) & 15;
  if (lower.length < 4) return own;
  if (lower.endsWith('s')) return own | ((lexicon.sensesOf(lower.slice(0, lower.endsWith('ies') ? -3 : -1)) & 15) << 4);
  if (lower.endsWith('ed')) return own | (((lexicon.sensesOf(lower.slice(0, -2)) | lexicon.sensesOf(lower.slice(0, -1))) & 15) << 8);
  if (lower.endsWith('ing')) return own | (((lexicon.sensesOf(lower.slice(0, -3)) | lexicon.sensesOf(`${lower.slice(0, -3)}e`)) & 15) << 8);
  return own;
}

function factsOf(written: string, lexicon: Lexicon): WordFacts {
  const text = DOUBLED.has(written) ? '"' : written;
  const small = text.toLowerCase();
  const lower = FIGURES.test(small) ? small.replace(/\d/g, '0') : small;
  const { length } = lower;
  const entry = lexicon.entry(hashText(small));
  const suffix = (n: number): number => (length > n ? hashText(lower, length - n) : 0);
  const prefix = (n: number): number => (length > n ? hashText(lower, 0, n) : 0);
  return {
    form: FIGURES.test(text) ? hashText(text.replace(/\d/g, '0')) : hashText(text),
    lower: hashText(lower),
    suffix1: suffix(1),
    suffix2: suffix(2),
    suffix3: suffix(3),
    suffix4: suffix(4),
    prefix1: prefix(1),
    prefix2: prefix(2),
    prefix3: prefix(3),
    shape: shapeOf(text),
    letters: lettersOf(text),
    fine: entry >>> 16,
    broad: (entry >>> 8) & 0xff,
    senses: sensesOf(small, lexicon),
  };
}

/** The facts of words, each worked out once; it holds no more than 30,000 words and then starts again. */
export class FactTable {
  private readonly known = new Map<string, WordFacts>();
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  of(text: string): WordFacts {
    let facts = this.known.get(text);
    if (facts === undefined) {
      facts = factsOf(text, this.lexicon);
      if (this.known.size >= KEPT) this.known.clear();
      // Long "words" are addresses and the like, not seen twice.
      if (text.length <= 40) this.known.set(text, facts);
    }
    return facts;
  }
}
