// Reckons any meaning against the day of publication and the tense: its first and last EDTF date.
import { addMonths, dateOf, dayIn, dayOf, daysInMonth, dayText, monthText, weekdayOf, yearText } from './calendar.js';
import type { Meaning, Part, Unit } from './meaning.js';
import {
  about,
  between,
  choose,
  type Days,
  dayOfMeaning,
  feastOf,
  figuresOf,
  monthOf,
  periodOf,
  type Reckoning,
  seasonOf,
  single,
  weekdayOn,
} from './named-days.js';

/** The days of a meaning, or null where they are not settled. */
export function daysOf(meaning: Meaning, reckoning: Reckoning): Days | null {
  const { published } = reckoning;
  switch (meaning.kind) {
    case 'fixed':
      return single(meaning.edtf);
    case 'figures':
      return single(figuresOf(meaning, reckoning.locale));
    case 'day': {
      const day = dayOfMeaning(meaning, reckoning);
      return day === null ? null : single(dayText(day));
    }
    case 'year':
      return single(yearText(meaning.year));
    case 'decade':
      return single(`${String(meaning.year).slice(0, 3)}X`);
    case 'century':
      return single(`${meaning.century - 1}XX`);
    case 'fiscal':
      return between(monthText(meaning.year - 1, 10), monthText(meaning.year, 9));
    case 'month':
      return monthOf(meaning, reckoning);
    case 'season':
      return seasonOf(meaning, reckoning);
    case 'feast':
    case 'easter':
      return feastOf(meaning, reckoning);
    case 'part':
      return partOf(meaning.part, meaning.of, reckoning);
    case 'edge':
    case 'portion':
    case 'slice':
      return insideOf(meaning, reckoning);
    case 'range':
      return rangeOf(meaning.from, meaning.to, reckoning);
    case 'nth':
      return nthOf(meaning, reckoning);
    default:
      break;
  }
  if (published === null) return null;
  switch (meaning.kind) {
    case 'deictic':
      return single(dayText(published + meaning.shift));
    case 'overnight':
      return between(dayText(published - 1), dayText(published));
    case 'weekday':
      return single(dayText(weekdayOn(meaning, published, reckoning.tense)));
    case 'period':
      return periodOf(meaning.unit, meaning.shift, published, reckoning.tense);
    default:
      return null;
  }
}

/** Years, months or days a single EDTF date covers. */
function coverOf(edtf: string): { readonly first: number; readonly last: number } | null {
  const plain = edtf.replace(/~$/, '');
  const found = /^(\d{2})(\d|X)(\d|X)(?:-(\d\d))?(?:-(\d\d))?$/.exec(plain);
  if (!found) return null;
  const [, century = '', tens = '', ones = '', month, day] = found;
  const year = Number(century + tens.replace('X', '0') + ones.replace('X', '0'));
  const lastYear = Number(century + tens.replace('X', '9') + ones.replace('X', '9'));
  if (month === undefined) return { first: dayOf(year, 1, 1), last: dayOf(lastYear, 12, 31) };
  const m = Number(month);
  if (m > 20) return { first: dayOf(year, 3 * (m - 20), 1), last: dayOf(year, 3 * (m - 20) + 3, 1) - 1 };
  if (day === undefined) return { first: dayOf(year, m, 1), last: dayOf(year, m, daysInMonth(year, m)) };
  return { first: dayOf(year, m, Number(day)), last: dayOf(year, m, Number(day)) };
}

/** First and last day of what a value covers. */
export function coverOfDays({ first, last }: Days): { readonly first: number; readonly last: number } | null {
  const [a, b] = [coverOf(first), coverOf(last)];
  return a && b ? { first: a.first, last: b.last } : null;
}

const THIRDS: Readonly<Record<Part, 0 | 1 | 2>> = { early: 0, mid: 1, late: 2 };
const DAYS_OF: readonly (readonly [number, number])[] = [
  [1, 10],
  [11, 20],
  [21, 31],
];
const YEARS_OF: readonly (readonly [number, number])[] = [
  [0, 3],
  [4, 6],
  [7, 9],
];

function partOf(part: Part, of: Meaning, reckoning: Reckoning): Days | null {
  const third = THIRDS[part];
  if (of.kind === 'month' && of.year === undefined && of.which === 'near' && of.yearShift === undefined && reckoning.published !== null) {
    const now = dateOf(reckoning.published).year;
    const [from, to] = DAYS_OF[third] ?? [1, 31];
    const spans = [-1, 0, 1].map((step) => {
      const year = now + step;
      return { year, first: dayOf(year, of.month, from), last: dayOf(year, of.month, Math.min(to, daysInMonth(year, of.month))) };
    });
    const chosen = choose(spans, reckoning.published, reckoning.tense);
    return chosen ? between(about(dayText(chosen.first)), about(dayText(chosen.last))) : null;
  }
  const whole = daysOf(of, reckoning);
  const cover = whole && coverOfDays(whole);
  if (!whole || !cover) return null;
  const { year, month } = dateOf(cover.first);
  const days = (from: number, to: number): Days | null => between(about(dayText(from)), about(dayText(to)));
  const name = whole.first.replace('~', '');
  if (!whole.one) {
    if (cover.last - cover.first !== 6) return null;
    const [from, to] = [
      [0, 2],
      [1, 3],
      [3, 6],
    ][third] ?? [0, 6];
    return days(cover.first + (from ?? 0), cover.first + (to ?? 6));
  }
  if (/^\d{4}-2[1-4]$/.test(name)) return single(about(monthText(year, month + third)));
  if (/^\d{4}-\d\d$/.test(name)) {
    const [from, to] = DAYS_OF[third] ?? [1, 31];
    return days(dayOf(year, month, from), dayOf(year, month, Math.min(to, daysInMonth(year, month))));
  }
  if (/^\d{4}$/.test(name)) return between(about(monthText(year, 4 * third + 1)), about(monthText(year, 4 * third + 4)));
  if (/^\d{3}X$/.test(name)) {
    const [from, to] = YEARS_OF[third] ?? [0, 9];
    return between(about(yearText(year + from)), about(yearText(year + to)));
  }
  if (/^\d{2}XX$/.test(name))
    return between(
      about(yearText(year + 33 * third + (third > 0 ? 1 : 0))),
      about(yearText(third === 2 ? year + 99 : year + 33 * (third + 1))),
    );
  return null;
}

function insideOf(meaning: Extract<Meaning, { kind: 'edge' | 'portion' | 'slice' }>, reckoning: Reckoning): Days | null {
  const whole = daysOf(meaning.of, reckoning);
  const cover = whole && coverOfDays(whole);
  if (!whole || !cover) return null;
  if (meaning.kind === 'edge') return single(about(dayText(meaning.edge === 'start' ? cover.first : cover.last)));
  if (meaning.kind === 'slice') return sliceOf(meaning.n, meaning.parts, whole, cover);
  return portionOf(meaning.end, meaning.count, meaning.unit, cover);
}

function nthOf({ n, weekday, of }: Extract<Meaning, { kind: 'nth' }>, reckoning: Reckoning): Days | null {
  const whole = daysOf(of, reckoning);
  const cover = whole && coverOfDays(whole);
  if (!cover) return null;
  const day =
    n > 0
      ? cover.first + ((weekday - weekdayOf(cover.first) + 7) % 7) + 7 * (n - 1)
      : cover.last - ((weekdayOf(cover.last) - weekday + 7) % 7);
  return day <= cover.last ? single(dayText(day)) : null;
}

function sliceOf(n: number, parts: 2 | 4, whole: Days, cover: { readonly first: number; readonly last: number }): Days | null {
  const { year, month } = dateOf(cover.first);
  if (/^\d{4}$/.test(whole.first)) {
    const size = 12 / parts;
    return between(monthText(year, size * (n - 1) + 1), monthText(year, size * n));
  }
  if (parts !== 2) return null;
  if (/^\d{4}-[01]\d$/.test(whole.first))
    return n === 1
      ? between(dayText(cover.first), dayText(dayOf(year, month, 15)))
      : between(dayText(dayOf(year, month, 16)), dayText(cover.last));
  if (/^\d{3}X$/.test(whole.first)) return between(yearText(year + 5 * (n - 1)), yearText(year + 5 * n - 1));
  return null;
}

/** The first or last units of a stretch; a negative count is the week of that number. */
function portionOf(
  end: 'first' | 'last',
  count: number,
  unit: Unit,
  { first, last }: { readonly first: number; readonly last: number },
): Days | null {
  const whole = Math.round(Math.abs(count));
  const size = unit === 'week' ? 7 : unit === 'fortnight' ? 14 : unit === 'day' ? 1 : 0;
  if (count < 0) return between(dayText(first + 7 * (whole - 1)), dayText(first + 7 * whole - 1));
  if (size > 0) {
    const days = Math.min(size * whole, last - first + 1);
    if (days < 1) return null;
    const from = end === 'first' ? first : last - days + 1;
    return days === 1 ? single(dayText(from)) : between(dayText(from), dayText(from + days - 1));
  }
  const months = unit === 'month' ? whole : unit === 'year' ? 12 * whole : 0;
  if (months === 0) return null;
  const from = end === 'first' ? first : addMonths(last + 1, -months);
  const to = addMonths(from, months) - 1;
  if (from < first || to > last) return null;
  const [a, b] = [dateOf(from), dateOf(to)];
  if (unit === 'year') return a.year === b.year ? single(yearText(a.year)) : between(yearText(a.year), yearText(b.year));
  return months === 1 ? single(monthText(a.year, a.month)) : between(monthText(a.year, a.month), monthText(b.year, b.month));
}

/** The end a tense settles is reckoned from publication, the other from it: what is past has begun, what is to come has not ended. */
function rangeOf(from: Meaning, to: Meaning, reckoning: Reckoning): Days | null {
  const begun = reckoning.tense !== 'future';
  const settled = daysOf(begun ? from : to, reckoning);
  const cover = settled && coverOfDays(settled);
  if (!settled || !cover) return null;
  const beside: Reckoning = begun
    ? { ...reckoning, published: cover.first, tense: 'future' }
    : { ...reckoning, published: cover.last, tense: 'past' };
  const reckoned = isReckonedAlone(begun ? to : from) ? reckoning : beside;
  const other = daysOf(begun ? to : from, reckoning.published === null ? reckoning : reckoned);
  if (!other) return null;
  return begun ? between(settled.first, other.last) : between(other.first, settled.last);
}

/** Words that are reckoned from publication whatever they stand beside ("today", "next week"). */
const isReckonedAlone = (meaning: Meaning): boolean =>
  meaning.kind === 'deictic' ||
  meaning.kind === 'period' ||
  ('which' in meaning && meaning.which !== 'near') ||
  ((meaning.kind === 'part' || meaning.kind === 'edge' || meaning.kind === 'slice') && isReckonedAlone(meaning.of));

/** True where the words alone give the days. */
export function isStated(meaning: Meaning): boolean {
  switch (meaning.kind) {
    case 'fixed':
    case 'figures':
    case 'year':
    case 'decade':
    case 'century':
      return true;
    case 'day':
    case 'month':
    case 'season':
    case 'feast':
    case 'easter':
      return meaning.year !== undefined;
    case 'part':
    case 'edge':
    case 'portion':
    case 'slice':
    case 'nth':
      return isStated(meaning.of);
    case 'range':
      return isStated(meaning.from) && isStated(meaning.to);
    default:
      return false;
  }
}

/** The single day of a value, or null. */
export const dayOfDays = (days: Days | null): number | null => (days?.one ? dayIn(days.first) : null);
