// Finds days of a month: "Feb. 10", "10 April 2014", "the 6th of February, 2019", "Saturday, Jan. 9", "the 10th".
import { daysInMonth } from '../calendar.js';
import { afterAny, afterStop, entryAt, isApostrophe, isDash, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found, type Meaning } from '../meaning.js';

export interface MonthName {
  readonly month: number;
  readonly last: number;
}

/** A month's name or abbreviation with its full stop; `Mar` alone is one only beside a number. */
export function monthNameAt(words: Words, at: number): MonthName | null {
  const { entry, capital, broken } = wordAt(words, at);
  if (entry?.month === undefined || !capital || broken) return null;
  return { month: entry.month, last: entry.short ? afterStop(words, at + 1) : at + 1 };
}

/** A number from 1 to 31, plain or "10th"; the figures of a year are none. */
export function dayNumberAt(words: Words, at: number): number | null {
  const { number, figures, suffix, entry } = wordAt(words, at);
  if (figures > 0 && figures <= 2 && number >= 1 && number <= 31 && (suffix === '' || isOrdinal(suffix))) return number;
  if (entry?.ordinal !== undefined) {
    if (entry.ordinal < 20) return entry.ordinal;
    const ones = isDash(wordAt(words, at + 1)) ? entryAt(words, at + 2).ordinal : undefined;
    return ones !== undefined && ones < 10 ? null : entry.ordinal;
  }
  return null;
}
export const isOrdinal = (suffix: string): boolean => suffix === 'th' || suffix === 'st' || suffix === 'nd' || suffix === 'rd';

/** A year in four figures, or two after an apostrophe ('14). */
export function yearAt(words: Words, at: number): { readonly year: number; readonly last: number } | null {
  const { number, figures, suffix, broken } = wordAt(words, at);
  if (figures === 4 && suffix === '' && number >= 1000 && number <= 2999 && !broken) return { year: number, last: at + 1 };
  const short = wordAt(words, at + 1);
  if (isApostrophe(wordAt(words, at)) && short.figures === 2 && !short.spaced && short.suffix === '')
    return { year: (short.number >= 70 ? 1900 : 2000) + short.number, last: at + 2 };
  return null;
}

/** A year after a date: "10 April 2014", "April 10, 2014", "April 10 of 2014". */
export function followingYear(words: Words, at: number): { readonly year: number; readonly last: number } | null {
  const plain = yearAt(words, at);
  if (plain) return plain;
  const mark = lowerAt(words, at);
  return mark === ',' || mark === 'of' ? yearAt(words, at + 1) : null;
}

interface DayFound {
  readonly day: number;
  readonly month: number;
  readonly last: number;
}

/** "twenty-first". */
function compoundAt(words: Words, at: number): number | null {
  const tens = entryAt(words, at).number;
  const ones = entryAt(words, at + 2).ordinal;
  return (tens === 20 || tens === 30) && isDash(wordAt(words, at + 1)) && ones !== undefined && tens + ones <= 31 ? tens + ones : null;
}

function dayThenMonth(words: Words, at: number): DayFound | null {
  let start = afterAny(words, at, 'the');
  const compound = compoundAt(words, start);
  const day = compound ?? dayNumberAt(words, start);
  if (day === null || wordAt(words, start).broken) return null;
  if (compound !== null) start += 2;
  let next = start + 1;
  // "the 12 November deal" has the article of the deal.
  if (start > at && wordAt(words, start).suffix === '' && wordAt(words, start).figures > 0) return null;
  const written = wordAt(words, start).figures === 0;
  if (lowerAt(words, next) === 'day') next++;
  if (lowerAt(words, next) === 'of') next++;
  else if (written) return null;
  else if (isDash(wordAt(words, next)) && !wordAt(words, next).spaced) next++;
  const name = monthNameAt(words, next);
  return name && day <= daysInMonth(2000, name.month) ? { day, month: name.month, last: name.last } : null;
}

function monthThenDay(words: Words, at: number): DayFound | null {
  const name = monthNameAt(words, at);
  if (!name) return null;
  const start = afterAny(words, name.last, 'the');
  const day = dayNumberAt(words, start);
  const { figures, suffix, broken } = wordAt(words, start);
  if (day === null || broken || (figures === 0 && start === name.last) || day > daysInMonth(2000, name.month)) return null;
  // "May 10 people come" and "March 5,000" are no dates; the figures of a clock ("May 10:30") neither.
  if (suffix === '' && lowerAt(words, start + 1) === ':' && !wordAt(words, start + 1).spaced && wordAt(words, start + 2).figures === 2)
    return null;
  return { day, month: name.month, last: start + 1 };
}

/** A day with its month, and year where told. */
export function dateAt(words: Words, at: number): Found | null {
  const date = monthThenDay(words, at) ?? dayThenMonth(words, at);
  if (!date) return null;
  const { day, month } = date;
  const joined = isDash(wordAt(words, date.last)) && !wordAt(words, date.last).spaced && wordAt(words, date.last + 1).figures === 4;
  const year = joined ? yearAt(words, date.last + 1) : followingYear(words, date.last);
  if (year && (month !== 2 || day <= daysInMonth(year.year, 2))) return found(at, year.last, { kind: 'day', day, month, year: year.year });
  return found(at, date.last, { kind: 'day', day, month });
}

export function findDay(words: Words, at: number): Found | null {
  const head = wordAt(words, at);
  if (head.entry?.weekday !== undefined && head.capital && !head.entry.plural) return withWeekday(words, at, head.entry.weekday);
  if (head.entry?.month === undefined && head.figures === 0 && head.lower !== 'the' && head.entry?.number === undefined) return null;
  return dateAt(words, at) ?? theTenth(words, at);
}

/** "Saturday, Jan. 9", "Friday 5 August", "Monday the 10th". */
function withWeekday(words: Words, at: number, weekday: number): Found | null {
  let next = entryAt(words, at).short ? afterStop(words, at + 1) : at + 1;
  if (lowerAt(words, next) === ',') next++;
  const date = dateAt(words, next) ?? theTenth(words, next);
  if (date === null || date.meaning.kind !== 'day') return null;
  return found(at, date.last, { ...date.meaning, weekday });
}

/** "the 10th" as a day of some month: not "the 10th round". */
function theTenth(words: Words, at: number): Found | null {
  if (lowerAt(words, at) !== 'the') return null;
  const { number, figures, suffix, broken } = wordAt(words, at + 1);
  if (broken || figures === 0 || figures > 2 || !isOrdinal(suffix) || number < 1 || number > 31) return null;
  const next = wordAt(words, at + 2);
  // A noun after it is what is counted; a verb, mark or small word leaves it a day.
  if (!next.broken && !next.isMark && !ENDS_NOUN.has(next.lower)) return null;
  const before = wordAt(words, at - 1).lower;
  const meaning: Meaning = { kind: 'day', day: number };
  const [ofWhat, unit] = [lowerAt(words, at + 2) === 'of', lowerAt(words, at + 4)];
  if (ofWhat && lowerAt(words, at + 3) === 'this' && unit === 'month') return found(at, at + 5, meaning);
  if (ofWhat || !(BEFORE_DAY.has(before) || next.isMark || !next.spaced)) return null;
  return found(at, at + 2, meaning);
}

const BEFORE_DAY = new Set([
  'on',
  'by',
  'until',
  'till',
  'since',
  'before',
  'after',
  'from',
  'for',
  'through',
  'of',
  'between',
  'and',
  'to',
  'than',
  'around',
  'about',
  '(',
]);
const ENDS_NOUN = new Set([
  ...[
    'and',
    'or',
    'of',
    'in',
    'at',
    'to',
    'for',
    'with',
    'by',
    'on',
    'went',
    'but',
    'that',
    'when',
    'after',
    'before',
    'until',
    'from',
    'the',
    'a',
    'as',
  ],
  ...[
    'will',
    'would',
    'was',
    'were',
    'is',
    'are',
    'has',
    'had',
    'have',
    'may',
    'could',
    'should',
    'if',
    'while',
    'who',
    'which',
    'they',
    'he',
    'she',
    'it',
    'we',
  ],
  ...[
    'near',
    'over',
    'under',
    'because',
    'where',
    'said',
    'says',
    'not',
    'this',
    'his',
    'her',
    'its',
    'their',
    'both',
    'without',
    'through',
    'against',
    'into',
  ],
]);
