// Where things stand on a line of time: days to places along it, and the first days of months as its marks.
import { boundsOf, isoOf } from '../../terms/edtf.js';

export interface Scale {
  readonly first: number;
  readonly last: number;
  /** Place of a day, 0 to `width`. */
  at(day: number): number;
  /** The first day of each month in it; at most one in so many that they can be read. */
  readonly months: readonly { readonly day: number; readonly iso: string }[];
}

const firstOf = (day: number): Date => new Date(day * 86_400_000);

/** A scale from the first to the last of the days, with a little air at both ends. */
export function scaleFor(days: readonly number[], width: number): Scale | null {
  const known = days.filter(Number.isFinite);
  if (known.length === 0) return null;
  const [low, high] = known.reduce(([a, b], day) => [Math.min(a, day), Math.max(b, day)], [Infinity, -Infinity]);
  const air = Math.max(2, Math.round((high - low) * 0.06));
  const first = low - air;
  const last = high + air;
  const months: { day: number; iso: string }[] = [];
  const start = firstOf(first);
  for (let month = 0; month < 1200; month++) {
    const day = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1) / 86_400_000;
    if (day > last) break;
    if (day >= first) months.push({ day, iso: isoOf(day) });
  }
  const every = Math.ceil(months.length / 8);
  return { first, last, at: (day) => ((day - first) / (last - first)) * width, months: months.filter((_, i) => i % every === 0) };
}

/** First and last day a date may mean, null where there is none or an end is open. */
export function daysOf(edtf: string | null): readonly [number, number] | null {
  const bounds = edtf === null ? null : boundsOf(edtf);
  return bounds && Number.isFinite(bounds.first) && Number.isFinite(bounds.last) ? [bounds.first, bounds.last] : null;
}
