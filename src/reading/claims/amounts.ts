// How much a run of tokens says: "1,200", "two dozen", "tens of thousands", "half a million", "between 20 and 30", with its bound.
import type { Figure } from '../../terms/reading.js';
import type { Token } from '../draft.js';
import type { Phrase, QuantityWords } from './quantity-words.js';

/** An amount on tokens `first` to `last`, half-open, the words of its bound among them; `at` is its number. */
export interface Amount {
  readonly value: number;
  readonly bound: Figure['bound'];
  readonly first: number;
  readonly at: number;
  readonly last: number;
  /** "dollars" behind a sign; '' for a bare number. */
  readonly currency: string;
}

const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d+)?$/;
const DASH = /^[-–—]$/;
const touches = (left: Token | undefined, right: Token | undefined): boolean =>
  left !== undefined && right !== undefined && left.end === right.start;

interface Count {
  readonly value: number;
  readonly bound: Figure['bound'];
  readonly last: number;
}

/** The number that begins at a token, or null. */
function numberAt(tokens: readonly Token[], at: number, words: QuantityWords): Count | null {
  const sentence = tokens[at]!.sentence;
  const lowerAt = (i: number): string => (tokens[i]?.sentence === sentence ? tokens[i]!.lower : '');
  const scaleAt = (i: number): number | undefined =>
    words.scales.get(lowerAt(i)) ?? (lowerAt(i).endsWith('s') ? words.scales.get(lowerAt(i).slice(0, -1)) : undefined);
  const isPlural = (i: number): boolean => lowerAt(i).endsWith('s') && !words.scales.has(lowerAt(i));

  if (words.halves.has(lowerAt(at))) {
    const i = lowerAt(at + 1) === 'a' || lowerAt(at + 1) === 'an' ? at + 2 : at + 1;
    const scale = scaleAt(i);
    return scale === undefined ? null : { value: scale / 2, bound: 'exact', last: i + 1 };
  }
  const vague = words.vague.get(lowerAt(at));
  const many = vague !== undefined || (scaleAt(at) !== undefined && isPlural(at));
  if (many) {
    // "several hundred", "tens of thousands", "hundreds of thousands", "dozens"
    let value = vague ?? 2 * scaleAt(at)!;
    let i = at + 1;
    const next = lowerAt(i) === 'of' ? i + 1 : i;
    const scale = scaleAt(next);
    if (scale !== undefined) {
      value *= scale;
      i = next + 1;
    } else if (vague !== undefined) return null;
    return { value, bound: 'at-least', last: i };
  }
  let total = 0;
  let current = 0;
  let i = at;
  if ((lowerAt(at) === 'a' || lowerAt(at) === 'an') && scaleAt(at + 1) !== undefined && !isPlural(at + 1)) {
    current = 1;
    i++;
  } else if (DIGITS.test(lowerAt(at))) {
    current = Number(lowerAt(at).replaceAll(',', ''));
    i++;
  }
  const digits = i > at;
  for (; ; i++) {
    const scale = scaleAt(i);
    if (scale !== undefined && i > at && !isPlural(i)) {
      current = Math.max(1, current) * scale;
      if (scale >= 1000) {
        total += current;
        current = 0;
      }
      continue;
    }
    if (scale !== undefined && i === at && !isPlural(i)) {
      current = scale;
      continue;
    }
    if (digits && total + current > 0 && scaleAt(i - 1) === undefined) break;
    const number = words.numbers.get(lowerAt(i));
    if (number !== undefined) {
      current += number;
      continue;
    }
    const joins = i > at && ((DASH.test(lowerAt(i)) && touches(tokens[i - 1], tokens[i])) || lowerAt(i) === 'and');
    if (joins && words.numbers.has(lowerAt(i + 1)) && (lowerAt(i) !== 'and' || scaleAt(i - 1) !== undefined)) continue;
    break;
  }
  return i === at ? null : { value: Math.round((total + current) * 1e6) / 1e6, bound: 'exact', last: i };
}

/** The longest phrase that ends before a token, an article between left aside; or that begins at it. */
function phraseBefore(tokens: readonly Token[], at: number, phrases: readonly Phrase[]): { phrase: Phrase; first: number } | null {
  const sentence = tokens[at]!.sentence;
  for (const phrase of phrases) {
    const first = at - phrase.words.length;
    const fits =
      first >= 0 && phrase.words.every((word, i) => tokens[first + i]!.lower === word && tokens[first + i]!.sentence === sentence);
    if (!fits) continue;
    // "handed over 600": the particle of a verb is no bound, and the verb is no part of the amount.
    const particle = phrase.bound === 'exact' || tokens[first]!.tag === 'RP' || tokens[first]!.relation === 'compound:prt';
    return particle ? null : { phrase, first };
  }
  return null;
}

function phraseAfter(tokens: readonly Token[], at: number, phrases: readonly Phrase[]): { phrase: Phrase; last: number } | null {
  const dash = DASH.test(tokens[at]?.lower ?? '') && touches(tokens[at - 1], tokens[at]) ? 1 : 0;
  for (const phrase of phrases) {
    if (dash === 1 && phrase.words.length > 1) continue;
    if (phrase.words.every((word, i) => tokens[at + dash + i]?.lower === word)) return { phrase, last: at + dash + phrase.words.length };
  }
  return null;
}

/** The amounts that begin at a token: none, one, or the two ends of a range; and the token to go on at. */
export function amountsAt(tokens: readonly Token[], at: number, words: QuantityWords): readonly Amount[] {
  const number = numberAt(tokens, at, words);
  if (number === null) return [];
  const sign = tokens[at - 1];
  const currency = sign !== undefined && touches(sign, tokens[at]) ? (words.currencies.get(sign.text.slice(-1)) ?? '') : '';
  const start = currency === '' ? at : at - 1;
  const joiner = tokens[number.last];
  const between = tokens[start - 1]?.lower === 'between';
  const ranges =
    joiner !== undefined &&
    (between ? joiner.lower === 'and' : (joiner.lower === 'to' && tokens[start - 1]?.lower !== 'from') || DASH.test(joiner.lower));
  const to = ranges ? number.last + 1 : -1;
  if (ranges && tokens[to]?.sentence === tokens[at]!.sentence) {
    const upper = numberAt(tokens, to, words);
    if (upper !== null && upper.value > number.value) {
      // "two to three million" counts millions at both ends.
      const scale = upper.value >= 1000 && number.value < 1000 && words.scales.has(tokens[upper.last - 1]!.lower);
      const lower = scale ? number.value * (words.scales.get(tokens[upper.last - 1]!.lower) ?? 1) : number.value;
      const first = between ? start - 1 : start;
      return [
        { value: lower, bound: 'at-least', first, at, last: upper.last, currency },
        { value: upper.value, bound: 'at-most', first, at: to, last: upper.last, currency },
      ];
    }
  }
  const before = phraseBefore(tokens, start, words.before);
  const after = phraseAfter(tokens, number.last, words.after);
  const bound = before?.phrase.bound ?? after?.phrase.bound ?? number.bound;
  return [{ value: number.value, bound, first: before?.first ?? start, at, last: after?.last ?? number.last, currency }];
}
