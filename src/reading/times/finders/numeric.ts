// Finds dates in figures: 2014-02-01, 2014-02, 2021-01-09T10:30Z, 06.02.2019, 1/2/2014.
import { dayOf, dayText, isDate, monthText } from '../calendar.js';
import { isDash, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found } from '../meaning.js';

const tight = (words: Words, at: number): boolean => !wordAt(words, at).spaced;
const fixed = (first: number, last: number, edtf: string | null): Found | null =>
  edtf === null ? null : found(first, last, { kind: 'fixed', edtf });

export function findNumeric(words: Words, at: number): Found | null {
  const head = wordAt(words, at);
  if (head.figures === 0 || head.suffix !== '' || head.figures > 4 || Number.isNaN(head.number)) return null;
  const mark = wordAt(words, at + 1);
  const second = wordAt(words, at + 2);
  if (!tight(words, at + 1) || !tight(words, at + 2) || second.figures === 0 || second.figures > 2) return null;
  if (followsFigure(words, at)) return null;
  if (isDash(mark) && head.figures === 4) return iso(words, at);
  const third = wordAt(words, at + 4);
  if (lowerAt(words, at + 3) !== mark.lower || !tight(words, at + 3) || !tight(words, at + 4) || second.suffix !== '') return null;
  if (third.suffix !== '' || carriesOn(words, at + 5)) return null;
  if (head.figures === 4 && (mark.lower === '/' || mark.lower === '.') && third.figures <= 2)
    return isDate(head.number, second.number, third.number)
      ? fixed(at, at + 5, dayText(dayOf(head.number, second.number, third.number)))
      : null;
  if (head.figures > 2 || (third.figures !== 4 && third.figures !== 2)) return null;
  const year = third.figures === 4 ? third.number : fullYear(third.number);
  if (mark.lower === '.' || isDash(mark)) {
    if (third.figures !== 4) return null;
    return isDate(year, second.number, head.number) ? fixed(at, at + 5, dayText(dayOf(year, second.number, head.number))) : null;
  }
  if (mark.lower !== '/') return null;
  const dayFirst = isDate(year, second.number, head.number);
  const monthFirst = isDate(year, head.number, second.number);
  if (!dayFirst && !monthFirst) return null;
  return found(at, at + 5, { kind: 'figures', a: head.number, b: second.number, year });
}

/** Two figures of a year: 70 to 99 are of the twentieth century. */
const fullYear = (short: number): number => (short >= 70 ? 1900 : 2000) + short;

/** `2014-02-01`, with a time of day, or `2014-02`. */
function iso(words: Words, at: number): Found | null {
  const year = wordAt(words, at).number;
  const month = wordAt(words, at + 2);
  if (month.figures !== 2 || month.suffix !== '' || !isDash(wordAt(words, at + 1)) || lowerAt(words, at + 1) !== '-') return null;
  const day = wordAt(words, at + 4);
  if (lowerAt(words, at + 3) === '-' && tight(words, at + 3) && tight(words, at + 4) && day.figures === 2) {
    // The lexer takes "01T10" as one number written on to letters.
    if (!isDate(year, month.number, day.number) || (day.suffix !== '' && day.suffix !== 't')) return null;
    return fixed(at, day.suffix === 't' ? afterClock(words, at + 5) : at + 5, dayText(dayOf(year, month.number, day.number)));
  }
  if (month.number < 1 || month.number > 12 || carriesOn(words, at + 3)) return null;
  return fixed(at, at + 3, monthText(year, month.number));
}

/** After ":30:00Z" or ":30+01:00". */
function afterClock(words: Words, from: number): number {
  let at = from;
  for (let steps = 0; steps < 12; steps++) {
    const word = wordAt(words, at);
    const next = wordAt(words, at + 1);
    if (
      word.spaced ||
      next.spaced ||
      next.figures === 0 ||
      !(word.lower === ':' || word.lower === '.' || word.lower === '+' || isDash(word))
    )
      break;
    at += 2;
  }
  return at;
}

/** A figure or mark written on after the date, which makes it something else ("1/2/2014/5"). */
const carriesOn = (words: Words, at: number): boolean =>
  tight(words, at) &&
  (wordAt(words, at).lower === '/' || isDash(wordAt(words, at)) || wordAt(words, at).lower === '.') &&
  tight(words, at + 1) &&
  wordAt(words, at + 1).figures > 0;

const followsFigure = (words: Words, at: number): boolean =>
  !wordAt(words, at).spaced &&
  ['/', '.', '-', '+'].includes(lowerAt(words, at - 1)) &&
  !wordAt(words, at - 1).spaced &&
  wordAt(words, at - 2).figures > 0;
