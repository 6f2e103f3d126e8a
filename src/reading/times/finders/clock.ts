// Finds times of day, which only extend the day they stand beside: "9 a.m.", "21:00 GMT", "one minute before midnight", "the early hours of".
import { afterAny, afterStop, entryAt, isApostrophe, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found } from '../meaning.js';
import { amountAt } from './number.js';

const CLOCK = { kind: 'clock' } as const;

export function findClock(words: Words, at: number): Found | null {
  const last = clockEnd(words, at);
  return last === null ? null : found(at, last, CLOCK);
}

function clockEnd(words: Words, at: number): number | null {
  const head = wordAt(words, at);
  const { lower, entry } = head;
  if (lower === 'the' || lower === 'early' || lower === 'late' || lower === 'shortly' || lower === 'just') return around(words, at);
  if (entry?.point) return at + 1;
  if (entry?.dayPart && ['on', 'of'].includes(lowerAt(words, at + 1))) return at + 1;
  const minutes = amountAt(words, at);
  if (minutes && entryAt(words, minutes.last).unit && ['before', 'after', 'past', 'to'].includes(lowerAt(words, minutes.last + 1))) {
    const unit = entryAt(words, minutes.last).unit;
    const point = clockEnd(words, minutes.last + 2);
    if (point !== null && (unit === 'minute' || unit === 'hour' || unit === 'second') && !entryAt(words, minutes.last + 2).weekday)
      return point;
  }
  if (head.figures === 0) {
    // "six o'clock", "ten in the morning".
    return entry?.number !== undefined && lowerAt(words, at + 1) === 'o' && isApostrophe(wordAt(words, at + 2))
      ? withZone(words, at + 4)
      : null;
  }
  return figures(words, at);
}

/** "9 a.m.", "9:30 p.m.", "9pm", "21:00", "0900 GMT", "10.30 a.m.". */
function figures(words: Words, at: number): number | null {
  const head = wordAt(words, at);
  if (head.figures > 4 || Number.isNaN(head.number)) return null;
  if (head.suffix === 'am' || head.suffix === 'pm') return withZone(words, at + 1);
  if (head.suffix === 'gmt' || head.suffix === 'z' || (head.suffix === 'h' && head.figures === 4)) return at + 1;
  if (head.suffix !== '') return null;
  let next = at + 1;
  const mark = lowerAt(words, next);
  const minutes = wordAt(words, next + 1);
  let colon = false;
  if (
    (mark === ':' || mark === '.') &&
    head.figures <= 2 &&
    head.number < 25 &&
    minutes.figures === 2 &&
    minutes.number < 60 &&
    !minutes.spaced
  ) {
    colon = mark === ':';
    next += 2;
    if (minutes.suffix === 'am' || minutes.suffix === 'pm') return withZone(words, next);
    if (minutes.suffix !== '') return null;
  }
  const half = halfDay(words, next);
  if (half !== null) return withZone(words, half);
  if (lowerAt(words, next) === 'o' && isApostrophe(wordAt(words, next + 1)) && lowerAt(words, next + 2) === 'clock')
    return withZone(words, next + 3);
  if (colon || entryAt(words, next).zone || (lowerAt(words, next) === 'hours' && head.figures === 4))
    return withZone(words, lowerAt(words, next) === 'hours' ? next + 1 : next);
  if (entryAt(words, next).point) return next + 1;
  return null;
}

/** After "a.m.", "am", "p.m.", "pm". */
function halfDay(words: Words, at: number): number | null {
  const lower = lowerAt(words, at);
  if (lower === 'am' || lower === 'pm') return at + 1;
  if ((lower === 'a' || lower === 'p') && lowerAt(words, at + 1) === '.' && lowerAt(words, at + 2) === 'm') return afterStop(words, at + 3);
  return null;
}

/** After "GMT", "local time", "(0700 GMT)". */
function withZone(words: Words, at: number): number {
  let next = at;
  if (lowerAt(words, next) === 'local' && lowerAt(words, next + 1) === 'time') next += 2;
  else if (entryAt(words, next).zone) next++;
  else if (lowerAt(words, next) === 'in' && lowerAt(words, next + 1) === 'the' && entryAt(words, next + 2).dayPart) next += 3;
  if (lowerAt(words, next) === '(' && wordAt(words, next + 1).figures > 0) {
    for (let i = next + 1; i < next + 8; i++) {
      if (lowerAt(words, i) === ')') return i + 1;
      if (!entryAt(words, i).zone && wordAt(words, i).figures === 0 && lowerAt(words, i) !== ':') break;
      if (wordAt(words, i).suffix === 'gmt') continue;
    }
  }
  return next;
}

/** "the early hours of", "the night of", "late in the evening of", "shortly before dawn". */
function around(words: Words, at: number): number | null {
  const lower = lowerAt(words, at);
  if (lower === 'shortly' || lower === 'just') return ['before', 'after'].includes(lowerAt(words, at + 1)) ? clockEnd(words, at + 2) : null;
  let next = lower === 'the' ? at + 1 : at;
  if (lower === 'early' || lower === 'late') {
    const inner = afterAny(words, afterAny(words, at + 1, 'in', 'on'), 'the');
    return entryAt(words, inner).dayPart && inner > at + 1 && ['of', 'on'].includes(lowerAt(words, inner + 1)) ? inner + 1 : null;
  }
  next = afterAny(words, next, 'early', 'late', 'small', 'first', 'final');
  const one = lowerAt(words, next);
  return (entryAt(words, next).dayPart || one === 'hours' || one === 'evening') &&
    ['of', 'on'].includes(lowerAt(words, next + 1)) &&
    (one !== 'hours' || next > at + 1)
    ? next + 1
    : null;
}
