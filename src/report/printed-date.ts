// Finds dates with a year as pages print them, and keeps both readings of one like "2/1/2014".
import { boundsOf } from '../terms/edtf.js';
import type { Span } from '../terms/span.js';

export interface PrintedDate {
  /** Where it stands in the line it was found in. */
  readonly span: Span;
  /** One ISO day, or two where day and month could be either. */
  readonly candidates: readonly string[];
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH =
  '(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?\\.?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,?\\s+(?:the\\s+)?)?';
const DAY_FIRST = new RegExp(
  `${WEEKDAY}\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]{1,3}${MONTH},?[\\s-]{1,3}((?:19|20)\\d\\d)\\b`,
  'giu',
);
const MONTH_FIRST = new RegExp(`${WEEKDAY}\\b${MONTH}\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}((?:19|20)\\d\\d)\\b`, 'giu');
const ISO = /\b((?:19|20)\d\d)([-/.])(\d\d)\2(\d\d)(?:T[\d:.]{4,12}(?:Z|[+-]\d\d:?\d\d)?)?\b/g;
const NUMBERS = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/]|[.-]\d)/g;

const two = (n: number): string => String(n).padStart(2, '0');
const day = (year: string, month: number, date: number): string | null => {
  const iso = `${year}-${two(month)}-${two(date)}`;
  return boundsOf(iso) ? iso : null;
};
const monthNumber = (word: string): number =>
  MONTHS.findIndex((name) => name.startsWith(word.toLowerCase().replace(/\.$/, '').slice(0, 3))) + 1;

/** The dates in a line of at most 400 units, in order; a longer line is looked at only so far. */
export function printedDates(line: string): PrintedDate[] {
  const part = line.slice(0, 400);
  if (!/(?:19|20)\d\d/.test(part)) return [];
  const found: PrintedDate[] = [];
  const add = (match: RegExpExecArray, candidates: readonly (string | null)[]): void => {
    const known = [...new Set(candidates.filter((candidate) => candidate !== null))];
    const span: Span = [match.index, match.index + match[0].length];
    if (known.length > 0 && !found.some((other) => other.span[0] < span[1] && span[0] < other.span[1]))
      found.push({ span, candidates: known });
  };
  for (const match of part.matchAll(DAY_FIRST)) add(match, [day(match[3] ?? '', monthNumber(match[2] ?? ''), Number(match[1]))]);
  for (const match of part.matchAll(MONTH_FIRST)) add(match, [day(match[3] ?? '', monthNumber(match[1] ?? ''), Number(match[2]))]);
  for (const match of part.matchAll(ISO)) add(match, [day(match[1] ?? '', Number(match[3]), Number(match[4]))]);
  for (const match of part.matchAll(NUMBERS)) {
    const [, first = '', mark = '', second = '', year = ''] = match;
    const monthDay = day(year, Number(first), Number(second));
    const dayMonth = day(year, Number(second), Number(first));
    // With dots the day comes first wherever dates are written so (ISO 8601's national forms).
    add(match, mark === '.' ? [dayMonth ?? monthDay] : [monthDay, dayMonth]);
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

const AROUND =
  /\b(?:published|posted|issued|filed|created|first|last|updated?|modified|edited|released?|on|at|as of|date|dated|from|and|hrs?|hours|local time|gmt|utc|[ap]\.?m\.?|[ce]e?s?t|[ecmp][sd]t|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?|\d{3,4}|\d{1,2})\b/giu;

/** The dates of a line that holds nothing but dates, clock times and words like "Published"; else none. */
export function datesOfDateLine(line: string): PrintedDate[] {
  if (line.length > 120) return [];
  const dates = printedDates(line);
  if (dates.length === 0) return [];
  let rest = line;
  for (const { span } of [...dates].reverse()) rest = `${rest.slice(0, span[0])} ${rest.slice(span[1])}`;
  return /[\p{L}\p{N}]/u.test(rest.replace(AROUND, ' ')) ? [] : dates;
}
