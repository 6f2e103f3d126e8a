// Reckons counts and lengths of time: from publication ("two weeks ago"), from an anchor ("three days after"), or round one ("a week of talks ended Friday").
import { addMonths, dateOf, dayText, monthText, yearText } from './calendar.js';
import { coverOfDays, dayOfDays } from './days.js';
import type { Length, Unit } from './meaning.js';
import { between, type Days, single } from './named-days.js';

const HOURS: Partial<Readonly<Record<Unit, number>>> = { second: 1 / 3600, minute: 1 / 60, hour: 1 };
const DAYS: Partial<Readonly<Record<Unit, number>>> = { day: 1, week: 7, fortnight: 14 };
const MONTHS: Partial<Readonly<Record<Unit, number>>> = { month: 1, year: 12, decade: 120, century: 1200 };
/** Longer counts reach past the years EDTF has. */
const MOST_MONTHS = 12_000;
const approx = (edtf: string | null): string | null => (edtf === null ? null : `${edtf}~`);

/** Whole days of a length shorter than a month: hours make days of 24, a part of one dropped or (up) counted. */
function wholeDays({ count, unit }: Length, up = false): number | null {
  if (count === null) return null;
  const hours = HOURS[unit];
  if (hours !== undefined) return up ? Math.ceil((count * hours) / 24) : Math.floor((count * hours) / 24);
  const days = DAYS[unit];
  return days === undefined ? null : Math.round(count * days);
}
function wholeMonths({ count, unit }: Length): number | null {
  const months = MONTHS[unit];
  if (count === null || months === undefined) return null;
  const whole = Math.round(count * months);
  return whole > MOST_MONTHS ? null : whole;
}
const FAR = 400_000;

/** N units before (-1) or after (1) publication: a day as it is, a week as a day with `~`, a month and a year as such with `~`. */
export function fromPublication(length: Length, side: -1 | 1, published: number): Days | null {
  const days = wholeDays(length);
  if (days !== null) {
    if (days > FAR) return null;
    const text = dayText(published + side * days);
    return single(length.about || length.unit === 'week' || length.unit === 'fortnight' ? approx(text) : text);
  }
  const months = wholeMonths(length);
  if (months === null) return null;
  const { year, month } = dateOf(addMonths(published, side * months));
  return single(approx(length.unit === 'month' || (length.unit === 'year' && months < 12) ? monthText(year, month) : yearText(year)));
}

/** N units from a dated anchor, as precise as the unit; null where the anchor is less precise than that. */
export function fromAnchor(length: Length, side: -1 | 1, anchor: Days): Days | null {
  const day = dayOfDays(anchor);
  const days = wholeDays(length);
  if (days !== null) return day === null || days > FAR ? null : single(dayText(day + side * days));
  const months = wholeMonths(length);
  const cover = coverOfDays(anchor);
  if (months === null || cover === null || !anchor.one) return null;
  const precise = /^\d{4}-[01]\d/.test(anchor.first);
  const from = dateOf(day ?? cover.first);
  const at = dateOf(addMonths(day ?? cover.first, side * months));
  if (length.unit === 'month') return precise ? single(monthText(at.year, at.month)) : null;
  return single(yearText(months % 12 === 0 ? from.year + (side * months) / 12 : at.year));
}

/** A length counted back from publication, which it still reaches ("for nearly two years", "the past six months"). */
export function backFrom(length: Length, published: number): Days | null {
  const end = dayText(published);
  const { unit } = length;
  if (HOURS[unit] !== undefined) {
    const days = wholeDays(length, true);
    return days === null || days > FAR ? null : between(dayText(published - days), end);
  }
  const days = wholeDays(length);
  if (days !== null)
    return days > FAR
      ? null
      : unit === 'day'
        ? between(dayText(published - Math.max(days, 1) + 1), end)
        : between(approx(dayText(published - days)), end);
  const months = wholeMonths(length);
  if (months === null) return null;
  const { year, month } = dateOf(addMonths(published, -months));
  return between(approx(unit === 'decade' || unit === 'century' ? yearText(year) : monthText(year, month)), end);
}

/** A length that runs on from publication ("the next 10 days"). */
export function onFrom(length: Length, published: number): Days | null {
  const start = dayText(published);
  const { unit } = length;
  if (HOURS[unit] !== undefined) {
    const days = wholeDays(length, true);
    return days === null || days > FAR ? null : between(start, dayText(published + days));
  }
  const days = wholeDays(length);
  if (days !== null) {
    const end = dayText(published + Math.max(days, 1) - 1);
    return days > FAR ? null : between(start, unit === 'day' ? end : approx(end));
  }
  const months = wholeMonths(length);
  if (months === null) return null;
  const { year, month } = dateOf(addMonths(published, months));
  return between(start, approx(unit === 'decade' || unit === 'century' ? yearText(year) : monthText(year, month)));
}

/** Whole days from an anchor on (1) or back to it (-1), the anchor counted in; hours are not. */
export function roundAnchor(length: Length, side: -1 | 1, anchor: number): Days | null {
  const days = wholeDays(length, true);
  let other: number;
  if (days !== null) {
    if (days > FAR) return null;
    other = anchor + side * (HOURS[length.unit] === undefined ? Math.max(days, 1) - 1 : days);
  } else {
    const months = wholeMonths(length);
    if (months === null || months === 0) return null;
    other = addMonths(anchor, side * months) - side;
  }
  return side > 0 ? between(dayText(anchor), dayText(other)) : between(dayText(other), dayText(anchor));
}

/** From an anchor so long on, the anchor not counted in ("within 72 hours of Tuesday"). */
export function withinOf(length: Length, anchor: number): Days | null {
  const days = wholeDays(length, true);
  if (days !== null) return days > FAR ? null : between(dayText(anchor), dayText(anchor + days));
  const months = wholeMonths(length);
  return months === null ? null : between(dayText(anchor), dayText(addMonths(anchor, months)));
}

/** "the three days before" a day end on its eve; those after it begin the day after. */
export function besideAnchor(length: Length, side: -1 | 1, anchor: number): Days | null {
  const days = wholeDays(length, true);
  const months = wholeMonths(length);
  if (days === null ? months === null : days > FAR || days === 0) return null;
  if (side < 0) return between(dayText(days === null ? addMonths(anchor, -(months ?? 0)) : anchor - days), dayText(anchor - 1));
  return between(dayText(anchor + 1), dayText(days === null ? addMonths(anchor, months ?? 0) : anchor + days));
}
