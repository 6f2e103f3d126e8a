// Says which stretches of a text are headline, byline, dateline, date, credit, caption or boilerplate; what is in no part is body.
import type { Part } from '../terms/report.js';
import type { Span } from '../terms/span.js';
import { isCaption, isImageName, isPhotoCredit } from './caption.js';
import { bylineOf, creditOf, isContribution } from './credit.js';
import { type Dateline, datelineOf, placeAndDate } from './dateline.js';
import { isFurniture } from './lexicon.js';
import { bulletLength, endsSentence, isProse, type Line, linesOf, plainLine, spanOf, wordCount } from './lines.js';
import { datesOfDateLine } from './printed-date.js';

/** How many lines with words may stand before the running text, and how many after it. */
const HEAD_LINES = 30;
const TAIL_LINES = 8;
const DECK_LINES = 4;

/** A word and a colon at the start of a paragraph, as a transcript or a digest has. */
const LABEL = /^[\p{Lu}][\p{L}\p{M}.'’ -]{1,40}(?: \([^()]{1,40}\))?:\s/u;

/** What the layout of a text tells beside its parts. */
export interface Layout {
  readonly parts: readonly Part[];
  readonly datelines: readonly Dateline[];
  readonly byline: string | null;
  readonly credits: readonly string[];
  /** Readings of the dates printed before the text, best first. */
  readonly dates: readonly { readonly span: [number, number]; readonly candidates: readonly string[] }[];
  /** The place of a place-and-date line or of a byline, where no dateline gives one. */
  readonly place: string | null;
}

function isHeadline(line: Line, next: Line | undefined, after: number): boolean {
  const { text } = line;
  if (next === undefined || text.length > 300 || wordCount(text, 41) > 40 || bulletLength(text) > 0 || wordCount(text, 2) === 0)
    return false;
  if (!/[.]["”’')]*$/u.test(text)) return !isProse(text) || next.block > line.block;
  // A title that ends with a stop: short, on a line of its own, before a text of some length.
  if (
    text.length > 130 ||
    next.block === line.block ||
    /[.!?]["”’]?\s+\p{Lu}/u.test(text.slice(0, -1).replace(/(?:\b\p{L}{1,4}\.)+\s/gu, ' '))
  )
    return false;
  if (datelineOf(next.text, { first: true, alone: true })?.certain) return true;
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  return after >= 6 || words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length >= words.length * 0.7;
}

/** Reads the layout of any text. Linear in its length; parts are in order and don't overlap. `captions` are stretches known to be captions. */
export function readLayout(text: string, captions: readonly Span[] = []): Layout {
  const lines = linesOf(text).filter((line) => line.start < line.end);
  const parts: Part[] = [];
  const datelines: Dateline[] = [];
  const credits: string[] = [];
  const dates: { span: [number, number]; candidates: readonly string[] }[] = [];
  let byline: string | null = null;
  let place: string | null = null;

  const alone = lines.filter((line) => LABEL.test(line.text.slice(0, 90)) && line.text.length >= 60).length < 2;
  const bodyAt = bodyStart(lines, alone);
  const tailAt = lines.length - TAIL_LINES;
  const pictures = captionLines(lines, bodyAt, captions);
  const mailHeads = forwardedHeads(lines);
  const told = new Set<string>();
  let decks = 0;
  let headlineSeen = false;

  for (const [i, line] of lines.entries()) {
    const head = i < bodyAt;
    const tail = i >= tailAt && i > bodyAt;
    const bare = line.text.slice(bulletLength(line.text));
    const mark = (kind: Part['kind'], span: [number, number] = spanOf(line)): void => void parts.push({ kind, span });
    if (pictures.has(i)) {
      const words = plainLine(bare);
      parts.push({ kind: 'caption', span: [line.end - bare.length, line.end], ...(told.has(words) && { repeats: true }) });
      told.add(words);
      continue;
    }
    if (mailHeads.has(i) || isFurniture(line.text, { head, tail }) || (isImageName(bare) && i > 0)) {
      mark('boilerplate');
      continue;
    }
    if (isPhotoCredit(line.text) && i > 0) {
      mark('credit');
      continue;
    }
    const credit = i === 0 ? null : creditOf(line.text, i >= lines.length - 3);
    if (credit !== null) {
      credits.push(credit);
      mark('credit');
      continue;
    }
    if (tail && isContribution(line.text)) {
      mark('byline');
      continue;
    }
    if (!head) {
      const dateline = datelineOf(line.text, { first: i === bodyAt, alone: alone && i > 0 });
      if (dateline && (i === bodyAt || dateline.certain)) {
        datelines.push(dateline);
        mark('dateline', [line.start, line.start + dateline.length]);
      } else if (tail && datesOfDateLine(line.text).some((date) => date.candidates.length > 0)) mark('date');
      continue;
    }
    const dated = datesOfDateLine(line.text);
    if (dated.length > 0) {
      for (const date of dated) dates.push({ span: shifted(date.span, line.start), candidates: date.candidates });
      mark('date');
      continue;
    }
    const both = placeAndDate(line.text);
    if (both) {
      place ??= both.place;
      dates.push({ span: [line.start + both.dateFrom, line.end], candidates: both.dates });
      mark('dateline', [line.start + both.from, line.start + both.from + both.place.length]);
      mark('date', [line.start + both.dateFrom, line.end]);
      continue;
    }
    const by = i === 0 ? null : bylineOf(line.text);
    if (by !== null) {
      byline ??= by;
      place ??= placeInByline(by);
      mark('byline');
      continue;
    }
    const next = lines[i + 1];
    const deck = headlineSeen
      ? decks < DECK_LINES &&
        line.block <= 1 &&
        line.text.length <= 160 &&
        !line.text.endsWith(':') &&
        !(endsSentence(line.text) && /\.["”’')]*$/u.test(line.text) && !line.text.startsWith('(')) &&
        bulletLength(line.text) === 0 &&
        bulletLength(next?.text ?? '') === 0 &&
        !isDay(line.text)
      : isHeadline(line, next, lines.length - i - 1);
    if (deck) {
      if (headlineSeen) decks++;
      headlineSeen = true;
      mark('headline');
    }
  }
  return { parts, datelines, byline, credits, dates, place };
}

/** "22-23 June": a day as a heading of what follows. */
const isDay = (line: string): boolean =>
  line.length < 40 &&
  /\d/.test(line) &&
  !/\p{L}/u.test(line.replace(/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|and|to)\p{L}*\b/giu, ''));

const shifted = ([start, end]: Span, by: number): [number, number] => [start + by, end + by];

const MAIL_LABEL = /^[>*_\s]{0,6}(?:from|sent|date|to|cc|subject|reply-to)\s{0,2}:[*_]{0,2}\s/i;

/** Indexes of the header lines of a forwarded mail: three or more of them on neighbouring lines. */
function forwardedHeads(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  let run: number[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.text.length < 300 && MAIL_LABEL.test(line.text) && line.block === (lines[run[0] ?? i]?.block ?? line.block)) run.push(i);
    else run = [];
    if (run.length >= 3) for (const index of run) found.add(index);
  }
  return found;
}

/** Index of the first line of running text: a dateline near the start, else the first prose, bullet or speaker's label after the title. */
function bodyStart(lines: readonly Line[], alone: boolean): number {
  const near = lines.slice(0, HEAD_LINES);
  const dated = near.findIndex((line, i) => datelineOf(line.text, { first: i > 0, alone })?.mark === 'dash');
  const running = near.findIndex((line, i) => {
    const next = lines[i + 1];
    if (i === 0) return !isHeadline(line, next, lines.length - 1);
    return (isProse(line.text) && !isCaption(line.text)) || bulletLength(line.text) > 0 || LABEL.test(line.text.slice(0, 90));
  });
  if (
    dated >= 0 &&
    (running < 0 || dated <= running || near.slice(running, dated).every((line) => line.indent > 0 || bulletLength(line.text) > 0))
  )
    return dated;
  return running < 0 ? near.length : running;
}

/** Indexes of lines that are captions: by their words, because the page said so, because of the picture's name above, or because a line before the text is told twice. */
function captionLines(lines: readonly Line[], bodyAt: number, known: readonly Span[]): ReadonlySet<number> {
  const found = new Set<number>();
  const words = lines.map((line) => (line.text.length <= 700 ? plainLine(line.text.slice(bulletLength(line.text))) : ''));
  const counts = new Map<string, number>();
  for (let i = 1; i < bodyAt; i++) counts.set(words[i] ?? '', (counts.get(words[i] ?? '') ?? 0) + 1);
  const captioned = new Set<string>();
  let k = 0;
  lines.forEach((line, i) => {
    while ((known[k]?.[1] ?? Infinity) <= line.start) k++;
    const said = known[k];
    const enough = wordCount(line.text, 6) >= 5;
    const above = lines[i - 1];
    const named = i < bodyAt && above !== undefined && isImageName(above.text.slice(bulletLength(above.text)));
    const twice = i > 0 && i < bodyAt && (counts.get(words[i] ?? '') ?? 0) > 1;
    if ((said && said[0] < line.end) || (i > 0 && isCaption(line.text)) || (enough && (named || twice || captioned.has(words[i] ?? '')))) {
      found.add(i);
      if (enough) captioned.add(words[i] ?? '');
    }
  });
  return found;
}

/** "our Staff Reporter, LUSAKA, Wednesday", "our correspondent in Geneva", "Our Reporter | Doha". */
function placeInByline(byline: string): string | null {
  return (
    /(?:,\s*|\|\s*)(\p{Lu}{3,}(?:[ -]\p{Lu}{2,})*)\b/u.exec(byline)?.[1] ??
    /\b(?:[Cc]orrespondents?|[Rr]eporters?|[Ww]riters?)(?: in | \| )(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2})/u.exec(byline)?.[1] ??
    null
  );
}

/** The parts of any text; see `readLayout`. */
export const layoutOf = (text: string): Part[] => [...readLayout(text).parts];
