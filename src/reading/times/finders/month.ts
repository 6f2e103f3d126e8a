// Finds months: "February 2013", "In November", "last December", "July this year".
import { isDash, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found } from '../meaning.js';
import { followingYear, monthNameAt } from './day.js';
import { whichAt } from './weekday.js';

const LEADS = new Set([
  ...[
    'in',
    'since',
    'by',
    'until',
    'till',
    'until',
    'from',
    'of',
    'before',
    'after',
    'during',
    'through',
    'between',
    'early',
    'mid',
    'late',
    'last',
    'next',
    'this',
    'for',
  ],
  ...[
    'throughout',
    'and',
    'or',
    'to',
    'around',
    'than',
    'past',
    'ending',
    'starting',
    'beginning',
    'earlier',
    'later',
    'as',
    'until',
    'every',
    'each',
    'into',
    'on',
    'the',
    'a',
  ],
]);

export function findMonth(words: Words, at: number): Found | null {
  const head = wordAt(words, at);
  const { which, next } = head.entry?.month === undefined ? whichAt(words, at) : { which: 'near' as const, next: at };
  if (next === at && head.entry?.month === undefined) return null;
  const name = monthNameAt(words, next);
  if (!name || (wordAt(words, next).broken && next > at)) return null;
  const { month } = name;
  const year = which === 'near' ? followingYear(words, name.last) : null;
  if (year) return found(at, year.last, { kind: 'month', month, year: year.year, which });
  const side = sideYear(words, name.last);
  if (which === 'near' && side) return found(at, side.last, { kind: 'month', month, which, yearShift: side.shift });
  if (which === 'near' && !standsAlone(words, at, name.last)) return null;
  return found(at, name.last, { kind: 'month', month, which });
}

/** "last year", "of this year" after a month or season. */
export function sideYear(words: Words, at: number): { readonly shift: number; readonly last: number } | null {
  let next = lowerAt(words, at) === ',' ? at + 1 : at;
  if (lowerAt(words, next) === 'of') next++;
  if (lowerAt(words, next) === 'the') next++;
  const side = lowerAt(words, next);
  if (lowerAt(words, next + 1) !== 'year') return null;
  const shift = { last: -1, previous: -1, this: 0, next: 1 }[side];
  return shift === undefined ? null : { shift, last: next + 2 };
}

/** Whether a month's name with no number beside it is time, and no person ("April, an aid worker") or verb ("May he rest"). */
function standsAlone(words: Words, at: number, last: number): boolean {
  const head = wordAt(words, at);
  const before = wordAt(words, at - 1);
  const after = wordAt(words, last);
  const fresh = head.broken || at === 0 || before.isMark || before.sentence !== head.sentence;
  const hyphened = isDash(before) && !head.spaced;
  const lead = LEADS.has(before.lower) || hyphened || isDash(before);
  if (head.entry?.short) return last > at + 1 && lead;
  const possessive = after.lower === "'" || after.lower === '’';
  if (!head.entry?.alsoName) {
    // No names: only a capitalised neighbour makes them part of one.
    return (
      lead ||
      possessive ||
      !(before.capital && !before.broken && before.sentence === head.sentence && !fresh && before.entry === undefined && at > 1)
    );
  }
  if (before.lower === 'a' || before.lower === 'to') return before.lower === 'to' && !after.capital && head.lower !== 'may';
  if (
    lead &&
    !(
      after.capital &&
      !after.isMark &&
      ['for', 'by', 'from', 'of', 'and', 'or', 'to', 'after', 'before', 'than', 'as', 'on'].includes(before.lower)
    )
  )
    return true;
  return possessive && !fresh && ['the', 'last', 'since', 'before', 'after'].includes(before.lower);
}
