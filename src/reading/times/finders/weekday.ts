// Finds weekdays: "Friday", "last Friday", "next Monday", "Thursday week".
import { afterStop, entryAt, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found, type Which } from '../meaning.js';

const WHICH: Readonly<Record<string, Which>> = {
  last: 'last',
  past: 'last',
  previous: 'last',
  next: 'next',
  coming: 'next',
  following: 'next',
  this: 'this',
};

/** "last", "next" and "this" before a name of time, with an article where one can stand ("this past Friday", "the coming Monday"). */
export function whichAt(words: Words, at: number): { readonly which: Which; readonly next: number } {
  let next = at;
  const first = lowerAt(words, next);
  if ((first === 'the' || first === 'this') && WHICH[lowerAt(words, next + 1)] !== undefined && lowerAt(words, next + 1) !== 'this') next++;
  const which = WHICH[lowerAt(words, next)];
  return which === undefined ? { which: 'near', next: at } : { which, next: next + 1 };
}

export function findWeekday(words: Words, at: number): Found | null {
  const { which, next } = whichAt(words, at);
  const { entry, capital, broken } = wordAt(words, next);
  if (entry?.weekday === undefined || entry.plural || !capital || (broken && next > at)) return null;
  let last = next + 1;
  if (entry.short) {
    // "Sun" and "Sat" alone are words and newspapers.
    last = afterStop(words, last);
    if (last === next + 1 || ((entry.weekday === 0 || entry.weekday === 6) && which === 'near')) return null;
  }
  if (which === 'near' && lowerAt(words, last) === 'week' && lowerAt(words, last - 2) !== 'of')
    return found(at, last + 1, { kind: 'weekday', weekday: entry.weekday, which, weeks: 1 });
  if (which === 'near' && lowerAt(words, last) === 'fortnight')
    return found(at, last + 1, { kind: 'weekday', weekday: entry.weekday, which, weeks: 2 });
  // "Friday last week", "Monday of next week".
  const of = lowerAt(words, last) === 'of' ? last + 1 : last;
  const side = lowerAt(words, of);
  if (which === 'near' && (side === 'last' || side === 'next' || side === 'this') && lowerAt(words, of + 1) === 'week')
    return found(at, of + 2, { kind: 'weekday', weekday: entry.weekday, which: side });
  if (
    which === 'near' &&
    (side === 'last' || side === 'next') &&
    entryAt(words, of + 1).unit === undefined &&
    of === last &&
    side === 'last'
  )
    return found(at, of + 1, { kind: 'weekday', weekday: entry.weekday, which: side });
  return found(at, last, { kind: 'weekday', weekday: entry.weekday, which });
}
