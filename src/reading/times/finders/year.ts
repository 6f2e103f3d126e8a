// Finds years, decades, centuries and fiscal years: "In 2012", "the 1990s", "the '90s", "the 19th century", "fiscal year 2014".
import { afterAny, entryAt, isApostrophe, isDash, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found } from '../meaning.js';
import { isOrdinal, yearAt } from './day.js';

export function findYear(words: Words, at: number): Found | null {
  const head = wordAt(words, at);
  if (head.figures === 4) return decade(words, at, at) ?? plainYear(words, at);
  if (head.lower === 'fiscal' || head.lower === 'financial' || head.lower === 'fy') return fiscal(words, at);
  if (head.lower === 'the') return decade(words, at, at + 1) ?? shortDecade(words, at) ?? century(words, at);
  if (head.lower === 'year' && wordAt(words, at + 1).figures === 4 && yearAt(words, at + 1))
    return found(at, at + 2, { kind: 'year', year: wordAt(words, at + 1).number });
  return null;
}

function decade(words: Words, at: number, next: number): Found | null {
  const { number, figures, suffix } = wordAt(words, next);
  if (figures !== 4 || number < 1000 || number > 2990 || number % 10 !== 0) return null;
  const apostrophe =
    suffix === '' && isApostrophe(wordAt(words, next + 1)) && !wordAt(words, next + 1).spaced && lowerAt(words, next + 2) === 's';
  if (suffix !== 's' && !apostrophe) return null;
  return found(at, apostrophe ? next + 3 : next + 1, { kind: 'decade', year: number });
}

/** "the '90s", "the nineties": of the twentieth century, but the twenties, teens and noughts of this one. */
function shortDecade(words: Words, at: number): Found | null {
  const mark = isApostrophe(wordAt(words, at + 1)) ? at + 2 : at + 1;
  const { number, figures, suffix, entry } = wordAt(words, mark);
  const year = figures === 2 && suffix === 's' && number % 10 === 0 ? number : entry?.decade;
  if (year === undefined || (figures === 2 && mark === at + 1)) return null;
  return found(at, mark + 1, { kind: 'decade', year: (year >= 30 ? 1900 : 2000) + year });
}

function century(words: Words, at: number): Found | null {
  const { number, figures, suffix, entry } = wordAt(words, at + 1);
  const n = figures > 0 && figures <= 2 && isOrdinal(suffix) ? number : entry?.ordinal;
  if (n === undefined || n < 11 || n > 29) return null;
  const next = isDash(wordAt(words, at + 2)) ? at + 3 : at + 2;
  return lowerAt(words, next) === 'century' ? found(at, next + 1, { kind: 'century', century: n }) : null;
}

function fiscal(words: Words, at: number): Found | null {
  const next = lowerAt(words, at) === 'fy' ? at + 1 : afterAny(words, at + 1, 'year');
  if (next === at + 1 && lowerAt(words, at) !== 'fy') {
    const year = yearAt(words, next);
    return year ? found(at, year.last, { kind: 'fiscal', year: year.year }) : null;
  }
  const year = yearAt(words, next);
  return year ? found(at, year.last, { kind: 'fiscal', year: year.year }) : null;
}

const BEFORE_YEAR = new Set([
  ...[
    'in',
    'since',
    'by',
    'until',
    'till',
    'from',
    'before',
    'after',
    'during',
    'of',
    'through',
    'throughout',
    'between',
    'and',
    'or',
    'to',
    'early',
    'mid',
    'late',
    'the',
    '(',
    ',',
    '-',
    '–',
  ],
  ...[
    'than',
    'around',
    'circa',
    'for',
    'into',
    'year',
    'back',
    'signed',
    'founded',
    'dated',
    'a',
    'that',
    'its',
    'their',
    'his',
    'her',
    'our',
    'and',
    ';',
    ':',
    'as',
    'on',
    'about',
    'to',
    '/',
    '[',
  ],
]);

/** A year stands after a word of time, or before the thing it dates ("the 2020 agreement"); it counts nothing and numbers nothing. */
function plainYear(words: Words, at: number): Found | null {
  const { number, suffix, spaced } = wordAt(words, at);
  if (suffix !== '' || number < 1000 || number > 2100) return null;
  const before = wordAt(words, at - 1);
  const after = wordAt(words, at + 1);
  if (
    !spaced &&
    !(
      before.lower === '(' ||
      before.lower === '[' ||
      isDash(before) ||
      before.lower === "'" ||
      before.lower === '“' ||
      before.lower === '"' ||
      before.lower === '/'
    )
  )
    return null;
  if (
    ['%', '$', '€', '£', '°'].includes(after.lower) ||
    (!after.spaced && ['.', ':', ','].includes(after.lower) && !wordAt(words, at + 2).spaced && wordAt(words, at + 2).figures > 0)
  )
    return null;
  const start = before.broken && at === 0;
  const fresh = at === 0 || wordAt(words, at).broken || before.sentence !== wordAt(words, at).sentence;
  if (!start && !fresh && !BEFORE_YEAR.has(before.lower) && !(before.isMark && before.lower !== '#')) {
    if (before.capital || before.figures > 0) return null;
    if (number < 1900 || number > 2050 || isCounted(words, at)) return null;
    return null;
  }
  if (number < 1700 && !['in', 'since', 'of', 'by', 'until', 'before'].includes(before.lower)) return null;
  const ranged = isDash(before) && wordAt(words, at - 2).figures === 4;
  const plainLead = ranged || ['since', 'until', 'till', 'during', 'early', 'mid', 'late', 'the'].includes(before.lower);
  if (!plainLead && isCounted(words, at)) return null;
  return found(at, at + 1, { kind: 'year', year: number });
}

/** A plural right after makes it an amount: "2000 villages", "1500 of the detainees". */
function isCounted(words: Words, at: number): boolean {
  const next = wordAt(words, at + 1);
  if (next.isMark || next.capital || next.broken) return false;
  if (entryAt(words, at + 1).unit !== undefined) return true;
  if (next.tag !== '') return next.tag === 'NNS' || next.lower === 'people';
  return (
    next.lower === 'people' ||
    next.lower === 'men' ||
    next.lower === 'women' ||
    next.lower === 'children' ||
    (/[a-z]{3}s$/.test(next.lower) && !/(ss|us|is)$/.test(next.lower))
  );
}
