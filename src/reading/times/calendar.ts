// Days of the Gregorian calendar counted from 1970-01-01, and the EDTF strings they make.

const DAY = 86_400_000;

/** The day of a date; a month over 12 or under 1 runs into the next or last year. */
export const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY;

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dateOf(day: number): CalendarDate {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 is Sunday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** The Monday of the week a day is in. */
export const mondayOf = (day: number): number => day - ((weekdayOf(day) + 6) % 7);

export const daysInMonth = (year: number, month: number): number => dayOf(year, month + 1, 1) - dayOf(year, month, 1);

export const isDate = (year: number, month: number, day: number): boolean =>
  year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** The same day so many months on, or the last of that month where it is shorter. */
export function addMonths(day: number, months: number): number {
  const date = dateOf(day);
  const first = dateOf(dayOf(date.year, date.month + months, 1));
  return dayOf(first.year, first.month, Math.min(date.day, daysInMonth(first.year, first.month)));
}

const two = (n: number): string => String(n).padStart(2, '0');
const four = (n: number): string => String(n).padStart(4, '0');

/** EDTF of a year, or null outside 1000 to 9999, where it is not level 1 as Parley has it. */
export const yearText = (year: number): string | null => (year >= 1000 && year <= 9999 ? four(year) : null);

/** EDTF of a month; `month` may run over the year. */
export function monthText(year: number, month: number): string | null {
  const date = dateOf(dayOf(year, month, 1));
  const text = yearText(date.year);
  return text === null ? null : `${text}-${two(date.month)}`;
}

/** EDTF of a day. */
export function dayText(day: number): string | null {
  const date = dateOf(day);
  const text = monthText(date.year, date.month);
  return text === null ? null : `${text}-${two(date.day)}`;
}

/** The day of an EDTF day ("2014-02-01", marks allowed), or null where it is not one day. */
export function dayIn(edtf: string): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)[~?%]?$/.exec(edtf);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return isDate(year, month, day) ? dayOf(year, month, day) : null;
}

/** Easter Sunday of the western churches (anonymous Gregorian computus: Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8). */
export function westernEaster(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Easter Sunday of the eastern churches in the Gregorian calendar (Meeus's Julian computus; 13 days on from 1900 to 2099). */
export function easternEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const n = d + e + 114;
  const shift = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1) + shift;
}
