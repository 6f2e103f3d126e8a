// A date in words, as people say it; where it is not certain, that too.
import { boundsOf } from './edtf.js';

const WEEKDAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const FULL_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;

/** Days since 1970-01-01 of the first day a date may mean; null where it is no date or has no beginning. */
export function dayNumber(edtf: string): number | null {
  const bounds = boundsOf(edtf);
  return bounds && Number.isFinite(bounds.first) ? bounds.first : null;
}

function sayPlain(moment: string, year: string | null): string {
  const [y = '', m, d] = moment.replace(/T.*$/, '').split('-');
  if (m === undefined || m === 'XX') return /^\d{3}X$/.test(y) ? `the ${y.slice(0, 3)}0s` : y;
  const month = Number(m);
  const withYear = y === year ? '' : ` ${y}`;
  if (month > 20) return `${SEASONS[month - 21] ?? m} ${y}`;
  if (d === undefined || d === 'XX') return `${FULL_MONTHS[month - 1] ?? m}${withYear}`;
  const number = dayNumber(moment);
  const weekday = number === null ? '' : `${WEEKDAYS[((number % 7) + 7) % 7]} `;
  return `${weekday}${Number(d)} ${MONTHS[month - 1] ?? m}${withYear}`;
}

function sayMoment(moment: string, year: string | null): string {
  const doubt = /[?~%]$/.exec(moment)?.[0];
  const said = sayPlain(moment.replace(/[?~%]$/, ''), year);
  if (doubt === undefined) return said;
  return doubt === '?' ? `perhaps ${said}` : `about ${said}`;
}

/** "Mon 10 Feb", "about February 2014", "Fri 24 Jan to Fri 31 Jan", "since 2012"; the year is left out where it is that of `asOf`. */
export function sayDate(edtf: string, asOf?: string): string {
  const year = asOf?.slice(0, 4) ?? null;
  if (boundsOf(edtf) === null) return edtf;
  const [from = '', to] = edtf.split('/');
  if (to === undefined) return sayMoment(from, year);
  const open = (end: string): boolean => end === '' || end === '..';
  if (open(to)) return `since ${sayMoment(from, year)}`;
  if (open(from)) return `until ${sayMoment(to, year)}`;
  return `${sayMoment(from, year)} to ${sayMoment(to, year)}`;
}
