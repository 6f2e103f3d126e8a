// What stands round a claim in its report: dates, places and where talks are told to be, made once a report.

import { boundsOf } from '../../../terms/edtf.js';
import type { Claim, TimeExpression } from '../../../terms/reading.js';
import type { Span } from '../../../terms/span.js';
import type { PlaceMention, Sentence } from '../../draft.js';

export interface CarryGiven {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly times: readonly TimeExpression[];
  readonly places: readonly PlaceMention[];
  readonly published?: string | undefined;
  readonly dateline?: string | undefined;
}

export interface Carried {
  readonly value: string;
  readonly evidence: [number, number][];
}
export interface Dated {
  readonly edtf: string;
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  readonly span: Span;
}
export interface Placed {
  readonly name: string;
  readonly isCountry: boolean;
  readonly country: string | undefined;
  readonly sentence: number;
  readonly span: Span;
  /** How strongly it is told here as where talks are held. */
  readonly venue: number;
  /** Told here in so many words as where talks are held. */
  readonly hosting: boolean;
  /** The report is filed from it. */
  readonly filed: boolean;
}

const TALKS = /\b(?:talks?|negotiations?|negotiat(?:e|ing|ors?)|rounds?|dialogue|cycle|consultations?|truce|ceasefire|peace)\b/i;
const MEETS = /\b(?:session|conference|summit|table|meet(?:s|ing|ings)?|met|sign(?:s|ed|ing)?|mediat(?:or|ors|ion)|delegat(?:es|ions?))\b/i;
const TALKS_AFTER = /^(?:['’]s)?\s+(?:\w+\s+)?(?:talks|negotiations|conference|round|dialogue|process|consultations|session)\b/i;
/** "Kuwait agreed to host", "Norway, which hosts". */
const HOST_AFTER = /^[^.;]{0,30}\bhost(?:s|ed|ing)?\b/i;
const HELD_BEFORE = /\b(?:in|at|to)\s+(?:the\s+)?(?:[\p{L}-]+\s+(?:of|in)\s+)?$/iu;

const pair = ([start, end]: Span): [number, number] => [start, end];
export const carried = (value: string, ...spans: readonly Span[]): Carried => ({ value, evidence: spans.map(pair) });

/** Everything about the report that claims are filled from, made once. */
export class Around {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly dates: readonly Dated[];
  readonly places: readonly Placed[];
  readonly published: { readonly first: number; readonly last: number } | null;

  constructor(given: CarryGiven) {
    this.text = given.text;
    this.sentences = given.sentences;
    this.published = given.published === undefined ? null : boundsOf(given.published);
    this.dates = given.times.flatMap(({ span, kind, edtf }) => {
      const bounds = edtf === null || kind === 'set' || kind === 'duration' ? null : boundsOf(edtf);
      return edtf === null || bounds === null ? [] : [{ edtf, ...bounds, sentence: this.sentenceAt(span[0]), span }];
    });
    const dateline = (given.dateline ?? '').toLowerCase();
    this.places = given.places.map(({ span, name, base = name, kind, country }) => {
      const filed = dateline !== '' && dateline.startsWith(base.toLowerCase());
      const sentence = this.sentenceAt(span[0]);
      const { start = span[0], end = span[1] } = this.sentences[sentence] ?? {};
      const before = given.text.slice(Math.max(start, span[0] - 40), span[0]);
      const after = given.text.slice(span[1], Math.min(end, span[1] + 40));
      const named = TALKS_AFTER.test(after);
      const hosts = HOST_AFTER.test(after);
      const sentenceText = given.text.slice(start, end);
      const held = HELD_BEFORE.test(before) && (TALKS.test(sentenceText) || MEETS.test(sentenceText));
      return {
        name: base,
        isCountry: kind === 'country',
        country,
        sentence,
        span,
        venue: (named ? 2 : 0) + (hosts ? 1.5 : 0) + (held ? (TALKS.test(before) ? 1.5 : 0.6) : 0),
        hosting: hosts || (held && TALKS.test(before)),
        filed,
      };
    });
  }

  /** Talks are spoken of in the sentence. */
  ofTalks(sentence: number): boolean {
    const { start = 0, end = 0 } = this.sentences[sentence] ?? {};
    return TALKS.test(this.text.slice(start, end));
  }

  /** The sentence an offset is in, by bisection. */
  sentenceAt(offset: number): number {
    let low = 0;
    let high = this.sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
  paragraphOf(sentence: number): number {
    return this.sentences[sentence]?.paragraph ?? -1;
  }
}

export const sentenceOf = (around: Around, claim: Claim): number => around.sentenceAt(claim.evidence[0]?.[0] ?? 0);

/** The best of a list by a score; null under the least score. */
export function best<T>(list: readonly T[], score: (item: T) => number, least: number): T | null {
  let found: T | null = null;
  let top = least;
  for (const item of list) {
    const value = score(item);
    if (value > top) {
      top = value;
      found = item;
    }
  }
  return found;
}
