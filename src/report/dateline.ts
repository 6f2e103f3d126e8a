// Reads the start of a paragraph as a dateline: where a dispatch was filed, when, and whose it is ("KAMPALA, Uganda (AP) -").
import { agencyNamed, labels } from './lexicon.js';
import { printedDates } from './printed-date.js';

export interface Dateline {
  readonly place: string;
  /** How many units of the paragraph it takes, its dash or colon included. */
  readonly length: number;
  /** The agency or paper in brackets. */
  readonly credit?: string;
  /** ISO days, where it gives one with its year. */
  readonly dates?: readonly string[];
  readonly mark: 'dash' | 'colon' | 'stop';
  /** True where a credit or a date beside the place leaves no doubt. */
  readonly certain: boolean;
}

const MONTH = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/i;
const DAYNAME = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)\b/i;
const isDate = (segment: string): boolean =>
  /\d/.test(segment)
    ? MONTH.test(segment.replace(/^\d{1,2}(?:st|nd|rd|th)?\s+/, '')) || printedDates(segment).length > 0 || /^\d{4}$/.test(segment)
    : DAYNAME.test(segment) || (MONTH.test(segment) && segment.length < 10);

const CAPITALS = /^\p{Lu}[\p{Lu}\p{M}.'’-]*(?:[ /-](?:\p{Lu}[\p{Lu}\p{M}.'’-]*|[-/]))*$/u;
const TITLE = /^(?:(?:\p{Lu}[\p{L}\p{M}.'’-]*|al-\p{Lu}[\p{L}'’-]*|de|del|la|el|of|and|the|Al|el-\p{Lu}[\p{L}'’-]*)[ /]?){1,5}$/u;
const REGION = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|of|the|and|de|del|la)(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|of|the|and|de|del|la)){0,4}$/u;

const isPlace = (words: string): 'capitals' | 'title' | null => {
  if (words.length < 3 || words.length > 45 || labels().has(words.toUpperCase())) return null;
  if (CAPITALS.test(words)) return /\p{Lu}{3}/u.test(words) ? 'capitals' : null;
  return /^\p{Lu}/u.test(words) && TITLE.test(words) ? 'title' : null;
};

interface Head {
  readonly place: string;
  readonly form: 'capitals' | 'title';
  readonly credit?: string;
  readonly dated: boolean;
  readonly dates: readonly string[];
}

/** What stands before the mark: place, regions, dates and one credit in brackets. */
function headOf(words: string): Head | null {
  // "August 17, 2015 (JUBA)": the day first, the place in brackets.
  const turned = /^(?<date>[^()]{6,30}?)[\s,]*\((?<place>[^()]{3,45})\)$/u.exec(words)?.groups;
  if (turned && isDate(turned.date ?? '') && isPlace(turned.place ?? '') === 'capitals')
    return {
      place: turned.place ?? '',
      form: 'capitals',
      dated: true,
      dates: printedDates(turned.date ?? '').flatMap((date) => date.candidates),
    };
  let rest = words.trim();
  let credit: string | undefined;
  let dated = false;
  const dates: string[] = [];
  for (
    let bracket = /\s*[(/]([^()/]{1,60})[)/]\.?,?$/u.exec(rest);
    bracket && bracket.index > 0;
    bracket = /\s*[(/]([^()/]{1,60})[)/]\.?,?$/u.exec(rest)
  ) {
    const inside = (bracket[1] ?? '').trim();
    // A slash closes only what a slash opened: "ISTANBUL/KYIV" has none.
    if (rest[rest.length - 1] !== ')' && !/\/\.?,?$/.test(rest)) break;
    if (isDate(inside)) {
      dated = true;
      dates.push(...printedDates(inside).flatMap((date) => date.candidates));
    } else credit = inside;
    rest = rest.slice(0, bracket.index).replace(/[\s,]+$/, '');
  }
  dates.push(...printedDates(rest).flatMap((date) => date.candidates));
  const segments = rest
    .split(/\s*,\s*/)
    .map((segment) => segment.replace(/\.$/, '').trim())
    .filter((segment) => segment !== '');
  // "Addis Ababa 17 August 2015": no comma before the day.
  const first = /^(\P{N}{3,45}?)\s+(\d{1,2}\s+\p{Lu}.*|\p{Lu}\p{Ll}{2,8}\.?\s+\d.*)$/u.exec(segments[0] ?? '');
  if (first && isDate(first[2] ?? '')) segments.splice(0, 1, first[1] ?? '', first[2] ?? '');
  const [place = '', ...others] = segments;
  const form = isPlace(place);
  if (!form) return null;
  for (const segment of others) {
    if (isDate(segment)) dated = true;
    else if (!REGION.test(segment)) return null;
  }
  return { place, form, dated, dates, ...(credit !== undefined && { credit }) };
}

const MARKS = /\s+[-–—―]{1,2}\s+|\s?[—―]\s?|\s+[-–]{1,2}(?=[“"‘'\p{Lu}])|(?<=\/)\.\s+|:\s+|(?<=\p{Lu}{3})\.\s+/gu;

/**
 * The dateline at the start of a paragraph, or null. `first` says that it is the first paragraph of running text, where a place alone with
 * a dash will do, and `alone` that no other paragraph begins with a word and a colon, as those of a transcript do.
 */
export function datelineOf(paragraph: string, { first, alone }: { readonly first: boolean; readonly alone: boolean }): Dateline | null {
  const start = paragraph.slice(0, 160);
  if (!/^[\p{Lu}\d]/u.test(start) || paragraph.length < 60) return null;
  for (const match of start.matchAll(MARKS)) {
    if (match.index < 3 || match.index > 110) continue;
    const rest = paragraph.slice(match.index + match[0].length, match.index + match[0].length + 400);
    if (rest.length < 40 || !/^[“"‘'«(\p{Lu}\p{N}]/u.test(rest) || !/[.!?…]|:$/.test(rest)) continue;
    const words = start.slice(0, match.index);
    const head = headOf(words);
    if (!head) {
      if (match[0].startsWith(':')) return null;
      continue;
    }
    const mark = match[0].includes(':') ? 'colon' : /[-–—―]/.test(match[0]) ? 'dash' : 'stop';
    const certain =
      head.dated || (head.credit !== undefined && (head.form === 'capitals' || agencyNamed(head.credit) !== undefined || mark === 'dash'));
    const bare =
      first &&
      (mark === 'dash'
        ? head.form === 'capitals' || /^\s+[–—]/u.test(match[0])
        : mark === 'colon'
          ? alone
          : head.form === 'capitals' && head.place.length >= 4);
    if (!(mark === 'dash' ? certain || bare : (certain && first) || words.endsWith('/') || bare)) return null;
    return {
      place: head.place,
      length: match.index + match[0].trimEnd().length,
      mark,
      certain,
      ...(head.credit !== undefined && { credit: head.credit }),
      ...(head.dates.length > 0 && { dates: [...new Set(head.dates)] }),
    };
  }
  return null;
}

/** "Vantaa, 17 July 2005", "BOGOTÁ | Tuesday, January 30, 2018": a line with a place and a date alone, and where in it both stand. */
export function placeAndDate(
  line: string,
): { readonly place: string; readonly from: number; readonly dateFrom: number; readonly dates: readonly string[] } | null {
  if (line.length > 90) return null;
  const date = printedDates(line)[0];
  if (!date || date.span[0] < 4 || /[\p{L}\p{N}]/u.test(line.slice(date.span[1]))) return null;
  const before = line.slice(0, date.span[0]).replace(/[\s,|–—-]+$/u, '');
  const segments = before.split(/\s*[,|]\s*/);
  if (before.length > 70 || segments.length > 3 || !segments.every((segment) => REGION.test(segment))) return null;
  if (!/[,|]/.test(line.slice(before.length, date.span[0])) && segments.length === 1) return null;
  // A first segment of many words is a title ("Outcome of the fourth meeting, Doha, 7 May 2013").
  const place = (segments[0]?.split(' ').length ?? 0) > 3 ? (segments.at(-1) ?? '') : (segments[0] ?? '');
  return isPlace(place) ? { place, from: line.lastIndexOf(place, before.length), dateFrom: date.span[0], dates: date.candidates } : null;
}
