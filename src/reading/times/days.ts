// Reckons a meaning against the day of publication and the tense: its first and last EDTF date.
import {
  addMonths,
  dateOf,
  dayIn,
  dayOf,
  daysInMonth,
  dayText,
  easternEaster,
  isDate,
  mondayOf,
  monthText,
  weekdayOf,
  westernEaster,
  yearText,
} from './calendar.js';
import type { Meaning, Part, Unit } from './meaning.js';
import type { Tense } from './tense.js';

/** Near and far end as EDTF; `one` where both are the same single date. */
export interface Days {
  readonly first: string;
  readonly last: string;
  readonly one: boolean;
}
export interface Reckoning {
  /** Day of publication, null where not known. */
  readonly published: number | null;
  readonly tense: Tense;
  readonly locale: string | undefined;
}

export const single = (edtf: string | null): Days | null => (edtf === null ? null : { first: edtf, last: edtf, one: true });
export const between = (first: string | null, last: string | null): Days | null =>
  first === null || last === null ? null : { first, last, one: false };
const about = (edtf: string | null): string | null => (edtf === null ? null : `${edtf.replace(/~$/, '')}~`);

/** Of rising candidates, the last begun by the day of publication, the first not yet past, or the nearest. */
function choose<T extends { readonly first: number; readonly last: number }>(
  candidates: readonly T[],
  published: number,
  tense: Tense,
): T | null {
  let best: T | null = null;
  for (const one of candidates) {
    if (tense === 'past') {
      if (one.first <= published) best = one;
    } else if (tense === 'future') {
      if (one.last >= published && best === null) best = one;
    } else if (best === null || distance(one, published) < distance(best, published)) best = one;
  }
  return best;
}
const distance = (one: { readonly first: number; readonly last: number }, day: number): number =>
  day < one.first ? one.first - day : day > one.last ? day - one.last : 0;

const YEARS = [-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

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
    case 'range': {
      return rangeOf(meaning.from, meaning.to, reckoning);
    }
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

function figuresOf(
  { a, b, year }: { readonly a: number; readonly b: number; readonly year: number },
  locale: string | undefined,
): string | null {
  const dayFirst = isDate(year, b, a) ? dayText(dayOf(year, b, a)) : null;
  const monthFirst = isDate(year, a, b) ? dayText(dayOf(year, a, b)) : null;
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return dayFirst ?? monthFirst;
  if (locale === undefined) return null;
  return /^en-(US|PH|PR|GU)$/i.test(locale) ? monthFirst : dayFirst;
}

function dayOfMeaning(meaning: Extract<Meaning, { kind: 'day' }>, { published, tense }: Reckoning): number | null {
  const { day, month, year, weekday } = meaning;
  if (month !== undefined && year !== undefined) return isDate(year, month, day) ? dayOf(year, month, day) : null;
  if (published === null) return null;
  const now = dateOf(published);
  const candidates: { first: number; last: number }[] = [];
  const add = (y: number, m: number): void => {
    if (!isDate(y, m, day)) return;
    const at = dayOf(y, m, day);
    if (weekday === undefined || weekdayOf(at) === weekday) candidates.push({ first: at, last: at });
  };
  if (month !== undefined) for (const step of YEARS) add(now.year + step, month);
  else
    for (let step = -8; step <= 8; step++) {
      const at = dateOf(dayOf(now.year, now.month + step, 1));
      add(at.year, at.month);
    }
  if (candidates.length === 0 && weekday !== undefined)
    return dayOfMeaning({ kind: 'day', day, ...(month !== undefined && { month }) }, { published, tense, locale: undefined });
  // A weekday told with the date settles more than the tense does.
  return (
    choose(candidates, published, weekday === undefined || month === undefined ? tense : 'near')?.first ??
    choose(candidates, published, 'near')?.first ??
    null
  );
}

function weekdayOn({ weekday, which, weeks = 0 }: Extract<Meaning, { kind: 'weekday' }>, published: number, tense: Tense): number {
  const ahead = (weekday - weekdayOf(published) + 7) % 7;
  const back = (7 - ahead) % 7;
  if (which === 'last') return published - (back === 0 ? 7 : back);
  if (which === 'next') return published + (ahead === 0 ? 7 : ahead);
  if (weeks > 0) return published + (ahead === 0 ? 7 : ahead) + 7 * weeks;
  if (which === 'this') return tense === 'past' ? published - back : published + ahead;
  return tense === 'future' ? published + ahead : published - back;
}

function monthOf({ month, year, which, yearShift }: Extract<Meaning, { kind: 'month' }>, { published, tense }: Reckoning): Days | null {
  if (year !== undefined) return single(monthText(year, month));
  if (published === null) return null;
  const now = dateOf(published);
  if (yearShift !== undefined) return single(monthText(now.year + yearShift, month));
  if (which === 'this') return single(monthText(now.year, month));
  if (which === 'last') return single(monthText(month < now.month ? now.year : now.year - 1, month));
  if (which === 'next') return single(monthText(month > now.month ? now.year : now.year + 1, month));
  const chosen = choose(
    [-1, 0, 1].map((step) => monthSpan(now.year + step, month)),
    published,
    tense,
  );
  return chosen ? single(monthText(chosen.year, month)) : null;
}
const monthSpan = (year: number, month: number): { year: number; first: number; last: number } => ({
  year,
  first: dayOf(year, month, 1),
  last: dayOf(year, month, daysInMonth(year, month)),
});

function seasonOf({ season, year, which, yearShift }: Extract<Meaning, { kind: 'season' }>, { published, tense }: Reckoning): Days | null {
  const text = (y: number): Days | null => {
    const name = yearText(y);
    return single(name === null ? null : `${name}-${season}`);
  };
  if (year !== undefined) return text(year);
  if (published === null) return null;
  const now = dateOf(published);
  if (yearShift !== undefined) return text(now.year + yearShift);
  const spans = [-2, -1, 0, 1, 2].map((step) => {
    const month = 3 * (season - 20);
    return { year: now.year + step, first: dayOf(now.year + step, month, 1), last: dayOf(now.year + step, month + 3, 1) - 1 };
  });
  if (which === 'last') return text([...spans].reverse().find((one) => one.last < published)?.year ?? now.year - 1);
  if (which === 'next') return text(spans.find((one) => one.first > published)?.year ?? now.year + 1);
  if (which === 'this') return text(season === 24 && now.month <= 2 ? now.year - 1 : now.year);
  return text(choose(spans, published, tense)?.year ?? now.year);
}

function feastOf(meaning: Extract<Meaning, { kind: 'feast' | 'easter' }>, { published, tense }: Reckoning): Days | null {
  const dayIn = (year: number): number | null => {
    if (meaning.kind === 'feast') return dayOf(year, Number(meaning.day.slice(0, 2)), Number(meaning.day.slice(3)));
    return westernEaster(year) + meaning.shift;
  };
  const settled = (year: number): string | null => {
    if (meaning.kind === 'easter' && westernEaster(year) !== easternEaster(year)) return null;
    const day = dayIn(year);
    return day === null ? null : dayText(day);
  };
  if (meaning.year !== undefined) return single(settled(meaning.year));
  if (published === null) return null;
  const now = dateOf(published).year;
  const chosen = choose(
    [-1, 0, 1].flatMap((step) => {
      const day = dayIn(now + step);
      return day === null ? [] : [{ first: day, last: day, year: now + step }];
    }),
    published,
    tense,
  );
  return chosen ? single(settled(chosen.year)) : null;
}

/** A week and so on before, of or after publication. */
function periodOf(unit: Unit, shift: number | null, published: number, tense: Tense): Days | null {
  const now = dateOf(published);
  const step = shift ?? 0;
  switch (unit) {
    case 'week': {
      const monday = mondayOf(published) + 7 * step;
      return between(dayText(monday), dayText(monday + 6));
    }
    case 'weekend': {
      const saturday = weekendOf(published, shift, tense);
      return between(dayText(saturday), dayText(saturday + 1));
    }
    case 'month':
      return single(monthText(now.year, now.month + step));
    case 'quarter': {
      const first = 3 * Math.floor((now.month - 1) / 3) + 1 + 3 * step;
      return between(monthText(now.year, first), monthText(now.year, first + 2));
    }
    case 'year':
      return single(yearText(now.year + step));
    case 'decade':
      return single(`${Math.floor(now.year / 10) + step}X`);
    case 'century':
      return single(`${Math.floor(now.year / 100) + step}XX`);
    default:
      return null;
  }
}

/** The Saturday of the weekend meant. */
function weekendOf(published: number, shift: number | null, tense: Tense): number {
  const weekday = weekdayOf(published);
  const inside = weekday === 6 || weekday === 0;
  const back = weekday === 0 ? published - 1 : published - ((weekday + 1) % 7);
  if (shift === -1) return inside ? back - 7 : back;
  if (shift === 1) return inside ? back + 7 : back + 7;
  if (inside) return back;
  return tense === 'past' || (tense === 'near' && shift === null) ? back : back + 7;
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
  const beside: Reckoning = begun ? { ...reckoning, published: cover.first, tense: 'future' } : { ...reckoning, published: cover.last, tense: 'past' };
  const reckoned = isReckonedAlone(begun ? to : from) ? reckoning : beside;
  const other = daysOf(begun ? to : from, reckoning.published === null ? reckoning : reckoned);
  if (!other) return null;
  return begun ? between(settled.first, other.last) : between(other.first, settled.last);
}

/** Words that are reckoned from publication whatever they stand beside ("today", "next week"). */
const isReckonedAlone = (meaning: Meaning): boolean => meaning.kind === 'deictic' || meaning.kind === 'period' || ('which' in meaning && meaning.which !== 'near') || ((meaning.kind === 'part' || meaning.kind === 'edge' || meaning.kind === 'slice') && isReckonedAlone(meaning.of));

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
      return isStated(meaning.of);
    case 'range':
      return isStated(meaning.from) && isStated(meaning.to);
    default:
      return false;
  }
}

/** The single day of a value, or null. */
export const dayOfDays = (days: Days | null): number | null => (days?.one ? dayIn(days.first) : null);
