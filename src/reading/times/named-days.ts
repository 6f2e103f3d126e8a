// Reckons a single named date (a day, weekday, month, season, feast or the week of publication) by the day of publication and the tense.
import {
  dateOf,
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
import type { Meaning, Unit } from './meaning.js';
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
export const about = (edtf: string | null): string | null => (edtf === null ? null : `${edtf.replace(/~$/, '')}~`);

/** Of rising candidates, the last begun by the day of publication, the first not yet past, or the nearest. */
export function choose<T extends { readonly first: number; readonly last: number }>(
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

export function figuresOf(
  { a, b, year }: { readonly a: number; readonly b: number; readonly year: number },
  locale: string | undefined,
): string | null {
  const dayFirst = isDate(year, b, a) ? dayText(dayOf(year, b, a)) : null;
  const monthFirst = isDate(year, a, b) ? dayText(dayOf(year, a, b)) : null;
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return dayFirst ?? monthFirst;
  if (locale === undefined) return null;
  return /^en-(US|PH|PR|GU)$/i.test(locale) ? monthFirst : dayFirst;
}

export function dayOfMeaning(meaning: Extract<Meaning, { kind: 'day' }>, { published, tense }: Reckoning): number | null {
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

export function weekdayOn({ weekday, which, weeks = 0 }: Extract<Meaning, { kind: 'weekday' }>, published: number, tense: Tense): number {
  const ahead = (weekday - weekdayOf(published) + 7) % 7;
  const back = (7 - ahead) % 7;
  if (which === 'last') return published - (back === 0 ? 7 : back);
  if (which === 'next') return published + (ahead === 0 ? 7 : ahead);
  if (weeks > 0) return published + (ahead === 0 ? 7 : ahead) + 7 * weeks;
  if (which === 'this') return tense === 'past' ? published - back : published + ahead;
  return tense === 'future' ? published + ahead : published - back;
}

export function monthOf(
  { month, year, which, yearShift }: Extract<Meaning, { kind: 'month' }>,
  { published, tense }: Reckoning,
): Days | null {
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

export function seasonOf(
  { season, year, which, yearShift }: Extract<Meaning, { kind: 'season' }>,
  { published, tense }: Reckoning,
): Days | null {
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

export function feastOf(meaning: Extract<Meaning, { kind: 'feast' | 'easter' }>, { published, tense }: Reckoning): Days | null {
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
export function periodOf(unit: Unit, shift: number | null, published: number, tense: Tense): Days | null {
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
