// EDTF level 1 dates as Parley uses them: a day, month, year, season, decade or a range with a known or open end, each with its doubt.
import { z } from 'zod';

/** First and last day a date may mean, as days since 1970-01-01; an open end is infinite. */
export interface DayBounds {
  readonly first: number;
  readonly last: number;
}

const DAY = 86_400_000;
const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY;

/** `YYYY-MM-DD` of a day counted from 1970-01-01. */
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

function momentBounds(text: string): DayBounds | null {
  const plain = text.replace(/T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d(:\d\d)?)?$/, '').replace(/[?~%]$/, '');
  const found = /^([1-9](?:\d{3}|\d\dX|\dXX))(?:-(\d\d|XX)(?:-(\d\d|XX))?)?$/.exec(plain);
  if (!found) return null;
  const [, y = '', m = 'XX', d = 'XX'] = found;
  const year = Number(y.replaceAll('X', '0'));
  const lastYear = Number(y.replaceAll('X', '9'));
  if (m === 'XX') return d === 'XX' ? { first: dayOf(year, 1, 1), last: dayOf(lastYear + 1, 1, 1) - 1 } : null;
  if (year !== lastYear) return null;
  const month = Number(m);
  if (month >= 21 && month <= 24) {
    // 21 spring (March to May) to 24 winter (December to February after).
    return d === 'XX' ? { first: dayOf(year, 3 * (month - 20), 1), last: dayOf(year, 3 * (month - 20) + 3, 1) - 1 } : null;
  }
  if (month < 1 || month > 12) return null;
  if (d === 'XX') return { first: dayOf(year, month, 1), last: dayOf(year, month + 1, 1) - 1 };
  const day = Number(d);
  const at = dayOf(year, month, day);
  return day > 0 && at < dayOf(year, month + 1, 1) ? { first: at, last: at } : null;
}

/** The days an EDTF level 1 date may mean, or null where the text is no such date. */
export function boundsOf(text: string): DayBounds | null {
  const ends = text.split('/');
  const open = (end: string | undefined): boolean => end === '' || end === '..';
  if (ends.length > 2 || ends.every(open)) return null;
  if (ends.length === 1) return momentBounds(text);
  const from = open(ends[0]) ? { first: -Infinity, last: -Infinity } : momentBounds(ends[0] ?? '');
  const to = open(ends[1]) ? { first: Infinity, last: Infinity } : momentBounds(ends[1] ?? '');
  return from && to && from.first <= to.last ? { first: from.first, last: to.last } : null;
}

/** True when two dates may mean a common day. */
export function datesOverlap(a: string, b: string): boolean {
  const left = boundsOf(a);
  const right = boundsOf(b);
  return left !== null && right !== null && left.first <= right.last && right.first <= left.last;
}

export const edtfSchema = z.string().refine((text) => boundsOf(text) !== null, 'not an ISO 8601 or EDTF level 1 date');
