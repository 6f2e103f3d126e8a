// Reads an amount: figures, number words, "a", "half a", "two and a half", "several".
import { entryAt, isDash, lowerAt, type Words, wordAt } from '../look.js';

export interface Amount {
  readonly last: number;
  /** null where the words give no number ("several"). */
  readonly count: number | null;
  /** The amount is the bare article, which makes a length only beside other words of time. */
  readonly article: boolean;
}

const amount = (last: number, count: number | null, article = false): Amount => ({ last, count, article });

/** The amount that starts at `at`, or null. */
export function amountAt(words: Words, at: number): Amount | null {
  const { lower, entry, number, suffix, spaced } = wordAt(words, at);
  if (!Number.isNaN(number)) {
    if (suffix !== '') return null;
    // A decimal ("2.5 years"); its tenths are kept.
    const tenths = wordAt(words, at + 2);
    if (lowerAt(words, at + 1) === '.' && !wordAt(words, at + 1).spaced && !tenths.spaced && tenths.figures > 0 && tenths.suffix === '')
      return amount(at + 3, number + tenths.number / 10 ** tenths.figures);
    const end = lowerAt(words, at + 1) === '½' ? at + 2 : at + 1;
    return withHalf(words, amount(end, end > at + 1 ? number + 0.5 : number));
  }
  if (lower === 'half' && !(isDash(wordAt(words, at + 1)) && spaced)) {
    const next = lowerAt(words, at + 1);
    if (next === 'a' || next === 'an') {
      const dozen = lowerAt(words, at + 2) === 'dozen';
      return dozen ? amount(at + 3, 6) : amount(at + 2, 0.5);
    }
    return entryAt(words, at + 1).unit !== undefined ? amount(at + 1, 0.5) : null;
  }
  if (lower === 'a' || lower === 'an') {
    const next = lowerAt(words, at + 1);
    if (next === 'half' && !isDash(wordAt(words, at + 2))) return amount(at + 2, 0.5);
    if (next === 'quarter' && lowerAt(words, at + 2) === 'of' && ['a', 'an'].includes(lowerAt(words, at + 3))) return amount(at + 4, 0.25);
    if (entryAt(words, at + 1).vague) return vagueAt(words, at + 1);
    if (next === 'dozen' || next === 'hundred') return amount(at + 2, next === 'dozen' ? 12 : 100);
    return amount(at + 1, 1, true);
  }
  if (entry?.vague) return vagueAt(words, at);
  if (entry?.number === undefined) return null;
  return withHalf(words, cardinalAt(words, at));
}

function vagueAt(words: Words, at: number): Amount {
  let last = at + 1;
  if (lowerAt(words, last) === 'of') last++;
  if (entryAt(words, last).vague) last++;
  return amount(last, null);
}

/** "twenty-one", "a hundred", "two hundred", "two dozen". */
function cardinalAt(words: Words, at: number): Amount {
  let count = entryAt(words, at).number ?? 0;
  let last = at + 1;
  if (count >= 20 && count < 100) {
    const ones = isDash(wordAt(words, last)) && !wordAt(words, last).spaced ? last + 1 : last;
    const value = entryAt(words, ones).number;
    if (value !== undefined && value > 0 && value < 10) {
      count += value;
      last = ones + 1;
    }
  }
  const scale = lowerAt(words, last);
  if ((scale === 'hundred' || scale === 'dozen') && count < 100) {
    count *= scale === 'dozen' ? 12 : 100;
    last++;
  }
  return amount(last, count);
}

/** "two and a half". */
function withHalf(words: Words, whole: Amount): Amount {
  const { last, count } = whole;
  if (lowerAt(words, last) === 'and' && ['a', 'one'].includes(lowerAt(words, last + 1)) && lowerAt(words, last + 2) === 'half')
    return amount(last + 3, (count ?? 0) + 0.5);
  if (
    isDash(wordAt(words, last)) &&
    lowerAt(words, last + 1) === 'and' &&
    lowerAt(words, last + 3) === 'a' &&
    lowerAt(words, last + 5) === 'half'
  )
    return amount(last + 6, (count ?? 0) + 0.5);
  return whole;
}
