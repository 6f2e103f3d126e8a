// Makes a report of a clean text: what is given wins over what is found, and what is found says where.

import { boundsOf } from '../terms/edtf.js';
import { ParleyError } from '../terms/errors.js';
import { reportIdOf } from '../terms/ids.js';
import type { FoundDate, Part, Report } from '../terms/report.js';
import { cleanText, holdsWords } from './clean.js';
import { languageOf } from './language.js';
import { type Layout, readLayout } from './layout.js';
import { agencyNamed } from './lexicon.js';
import { dayInUrl, type Metadata } from './metadata.js';
import { printedDates } from './printed-date.js';
import { unwrapLines } from './unwrap.js';

/** What somebody says about a report when adding it. */
export interface Given {
  readonly published?: string | undefined;
  readonly publisher?: string | undefined;
  readonly dateline?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
}

/** What a door found beside the text. */
export interface Found {
  readonly format: Report['format'];
  readonly metadata?: Metadata | undefined;
  /** Days from a mail's or feed's header. */
  readonly header?: readonly string[] | undefined;
  /** Days that are only a hint: when a file was made. */
  readonly weak?: readonly string[] | undefined;
  readonly captions?: readonly (readonly [number, number])[] | undefined;
  readonly from?: string | undefined;
  readonly url?: string | undefined;
}

/** A date in the title lines that is when the report is of ("transcript, 18 August 2015"), not when something happens ("on 18 August 2015"). */
function datesInTitle(text: string, parts: readonly Part[]): FoundDate[] {
  return parts
    .filter((part) => part.kind === 'headline')
    .flatMap(({ span: [start, end] }) =>
      printedDates(text.slice(start, end))
        .filter(
          (date) =>
            !/\b(?:on|by|until|till|from|since|before|after|for|to|of)\s+$/i.test(text.slice(start, start + date.span[0])) ||
            /\b(?:as of|digest for|bulletin for|report for|briefing for|update for)\s+$/i.test(text.slice(start, start + date.span[0])),
        )
        .map((date) => ({
          span: [start + date.span[0], start + date.span[1]] as [number, number],
          from: 'text' as const,
          candidates: [...date.candidates],
        })),
    );
}

/** The dates found, best first: what the page says of itself, a header, what is printed before the text, the address, when the file was made. */
function datesFound(text: string, layout: Layout, found: Found): FoundDate[] {
  const dates: FoundDate[] = [];
  const add = (from: FoundDate['from'], candidates: readonly string[] | undefined): void => {
    if (candidates && candidates.length > 0) dates.push({ from, candidates: [...candidates] });
  };
  add('metadata', found.metadata?.published);
  add('header', found.header);
  for (const date of layout.dates) dates.push({ span: [date.span[0], date.span[1]], from: 'text', candidates: [...date.candidates] });
  for (const dateline of layout.datelines.slice(0, 1)) add('text', dateline.dates);
  dates.push(...datesInTitle(text, layout.parts));
  add('url', dayInUrl(found.url));
  add('metadata', found.weak);
  return dates;
}

/** The best date: one with a single reading, kept beside an earlier one with two where it is one of them. */
function publishedOf(dates: readonly FoundDate[]): { readonly published?: string; readonly publishedFound?: FoundDate } {
  const first = dates[0];
  if (!first) return {};
  if (first.candidates.length === 1) return { published: first.candidates[0]!, publishedFound: first };
  const settled = dates.find((date) => date.candidates.length === 1 && first.candidates.includes(date.candidates[0]!));
  return settled ? { published: settled.candidates[0]!, publishedFound: first } : { publishedFound: first };
}

function creditOf(layout: Layout): string | undefined {
  const signed = layout.datelines.map((dateline) => dateline.credit).find((credit) => credit !== undefined);
  const known = [signed, ...layout.credits].find((credit) => credit !== undefined && agencyNamed(credit) !== undefined);
  return known !== undefined ? agencyNamed(known)?.name : (signed ?? layout.credits[0]);
}

const hostOf = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined;

/** Throws `bad-date` where a given date is no EDTF date. */
function checkGiven(given: Given): void {
  if (given.published !== undefined && boundsOf(given.published) === null) throw new ParleyError('bad-date', given.published);
}

/** The report of a text that is already clean. Throws `empty-input`, `bad-date`. */
export function reportOf(text: string, given: Given, found: Found): Report {
  checkGiven(given);
  const from = found.from ?? given.url ?? 'the text';
  if (!holdsWords(text)) throw new ParleyError('empty-input', from);
  const layout = readLayout(text, found.captions);
  const headline = layout.parts.find((part) => part.kind === 'headline');
  const url = given.url ?? found.url;
  const title = given.title ?? (headline ? text.slice(...headline.span) : undefined) ?? found.metadata?.title;
  const publisher = given.publisher ?? found.metadata?.publisher ?? hostOf(url);
  const byline = layout.byline ?? found.metadata?.byline;
  const dateline = given.dateline ?? layout.datelines[0]?.place ?? layout.place ?? undefined;
  const credit = creditOf(layout);
  const dates = publishedOf(datesFound(text, layout, found));
  return {
    id: reportIdOf(text),
    text,
    format: found.format,
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(byline !== undefined && { byline }),
    ...dates,
    ...(given.published !== undefined && { published: given.published }),
    ...(dateline !== undefined && { dateline }),
    ...(credit !== undefined && { credit }),
    language: languageOf(text),
    ...(url !== undefined && { url }),
    ...(found.from !== undefined && { from: found.from }),
    parts: [...layout.parts],
  };
}

/** The report of a pasted or plain text: cleaned once, its paragraphs made whole. Throws `empty-input`, `bad-date`. */
export const reportOfText = (raw: string, given: Given = {}, from?: string): Report =>
  reportOf(unwrapLines(cleanText(raw)), given, { format: 'text', ...(from !== undefined && { from }) });

/** The report of a text taken exactly as it is, with the id it came with: nothing is cleaned, and every offset is into this very text. Throws `bad-date`. */
export function reportAsIs(id: string, text: string, given: Given = {}): Report {
  if (!holdsWords(text)) {
    checkGiven(given);
    return {
      id,
      text,
      format: 'text',
      parts: [],
      ...(given.published !== undefined && { published: given.published }),
      ...(given.publisher !== undefined && { publisher: given.publisher }),
    };
  }
  return { ...reportOf(text, given, { format: 'text' }), id };
}
