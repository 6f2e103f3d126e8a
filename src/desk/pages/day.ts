// Dates as people say them: an EDTF date in words, how far it is from the day the record is looked at, and whether it is certain.
import { boundsOf, isoOf } from '../../terms/edtf.js';
import { dayNumber } from '../../terms/say-date.js';

export { dayNumber, sayDate } from '../../terms/say-date.js';

/** Beyond this many days a distance says less than the date does. */
const FAR = 31;

/** "today", "in 9 days", "5 days ago"; empty where the date is not one day or is more than a month away. */
export function sayDistance(edtf: string, asOf: string): string {
  const bounds = boundsOf(edtf);
  const now = dayNumber(asOf);
  if (!bounds || now === null || bounds.first !== bounds.last) return '';
  const days = bounds.first - now;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  if (Math.abs(days) > FAR) return '';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** Whole days from one date to another, or null where either is no single day. */
export function daysBetween(from: string, to: string): number | null {
  const a = boundsOf(from);
  const b = boundsOf(to);
  return a && b && a.first === a.last && b.first === b.last ? b.first - a.first : null;
}

/** The days a date may mean, spelt out for the hover: "2014-02-10", "2014-02-01 to 2014-02-28". */
export function exactDays(edtf: string): string {
  const bounds = boundsOf(edtf);
  if (!bounds) return edtf;
  const say = (day: number): string => (Number.isFinite(day) ? isoOf(day) : 'open');
  return bounds.first === bounds.last ? isoOf(bounds.first) : `${say(bounds.first)} to ${say(bounds.last)}`;
}
