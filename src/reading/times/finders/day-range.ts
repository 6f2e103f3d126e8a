// Finds days of one month that share its name: "6-13 December 2018", "19 to 23 October", "Aug. 22-24", "April 4 and 6" after "between".
import { afterAny, isDash, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found, type Meaning } from '../meaning.js';
import { dateAt, dayNumberAt, followingYear, monthNameAt } from './day.js';

/** The place after a word that joins two ends, or null. "and" joins only after "between". */
export function joinAt(words: Words, at: number, first: number): number | null {
  const word = wordAt(words, at);
  if (word.broken) return null;
  if (isDash(word)) return at + 1;
  if (word.lower === 'to' || word.lower === 'through' || word.lower === 'until' || word.lower === 'till' || word.lower === 'thru')
    return at + 1;
  return word.lower === 'and' && between(words, first) ? at + 1 : null;
}

const between = (words: Words, first: number): boolean =>
  lowerAt(words, first - 1) === 'between' || (lowerAt(words, first - 1) === 'the' && lowerAt(words, first - 2) === 'between');

export function findDayRange(words: Words, at: number): Found | null {
  return numberFirst(words, at) ?? monthFirst(words, at);
}

/** "6-13 December 2018", "the 6th to the 13th of December". */
function numberFirst(words: Words, at: number): Found | null {
  const start = afterAny(words, at, 'the');
  const { figures } = wordAt(words, start);
  const day = dayNumberAt(words, start);
  if (figures === 0 || day === null) return null;
  const join = joinAt(words, start + 1, at);
  if (join === null) return null;
  const to = dateAt(words, join);
  if (to === null || to.meaning.kind !== 'day' || to.meaning.month === undefined || monthNameAt(words, join) || to.meaning.day <= day)
    return null;
  return found(at, to.last, { kind: 'range', from: { ...to.meaning, day }, to: to.meaning });
}

/** "Aug. 22-24, 2011", "April 4 to 6". */
function monthFirst(words: Words, at: number): Found | null {
  const name = monthNameAt(words, at);
  if (!name) return null;
  const day = dayNumberAt(words, name.last);
  if (day === null || wordAt(words, name.last).figures === 0) return null;
  const join = joinAt(words, name.last + 1, at);
  if (join === null) return null;
  const to = dayNumberAt(words, join);
  if (to === null || wordAt(words, join).figures === 0 || to <= day || monthNameAt(words, join + 1)) return null;
  const year = followingYear(words, join + 1);
  const end: Meaning = { kind: 'day', month: name.month, day: to, ...(year && { year: year.year }) };
  return found(at, year ? year.last : join + 1, { kind: 'range', from: { ...end, day }, to: end });
}
