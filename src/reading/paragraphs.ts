// Finds the paragraphs of a report: blank lines part them, single line breaks only where lines are not wrapped; parts and datelines cut them.
import type { Part } from '../terms/report.js';
import { isSpace } from './characters.js';
import { datelineEnd } from './dateline.js';
import type { Draft } from './draft.js';
import { step } from './step.js';

export type Paragraph = Draft['paragraphs'][number];

interface Line {
  readonly start: number;
  readonly end: number;
  /** True where a blank line, or the start of the text, is before it. */
  readonly parted: boolean;
}

/** Longest line, in UTF-16 units, of a text taken for wrapped. */
const WIDEST = 120;
/** Shortest width, in UTF-16 units, that a wrapped text can have. */
const NARROWEST = 36;

const isBreak = (code: number): boolean => (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;

/** The lines that hold more than white space, without white space at their ends. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let parted = true;
  for (let at = 0; at < text.length; ) {
    let stop = at;
    while (stop < text.length && !isBreak(text.charCodeAt(stop))) stop++;
    let start = at;
    let end = stop;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (start < end) {
      lines.push({ start, end, parted });
      parted = false;
    } else parted = true;
    at = stop + (text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10 ? 2 : 1);
  }
  return lines;
}

/** Where the first word of a line ends. */
function firstWordEnd(text: string, line: Line): number {
  let at = line.start;
  while (at < line.end && !isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The width at which the text was wrapped, or 0 where its lines are paragraphs: wrapped lines end because their next word would not have fitted. */
function wrapWidth(text: string, lines: readonly Line[]): number {
  const lengths: number[] = [];
  for (let i = 1; i < lines.length; i++) if (!lines[i]!.parted) lengths.push(lines[i - 1]!.end - lines[i - 1]!.start);
  if (lengths.length === 0) return 0;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.97)]!;
  if (width > WIDEST || width < NARROWEST) return 0;
  let full = 0;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (!line.parted && lines[i - 1]!.end - lines[i - 1]!.start + 1 + firstWordEnd(text, line) - line.start > width - 4) full++;
  }
  return full >= 0.6 * lengths.length ? width : 0;
}

const LOWER = /^\p{Ll}/u;
const ENDS_SENTENCE = /[.!?…:;"”’»)\]]$/u;
const OPENS_ITEM = /^(?:[•◦▪●‣·*►–—-]\s|\(?\d{1,2}[.)]\s)/u;

/** True where a line carries on the paragraph of the line before it. */
function goesOn(text: string, before: Line, line: Line, width: number): boolean {
  if (line.parted) return false;
  const opening = text.slice(line.start, Math.min(line.start + 8, line.end));
  if (OPENS_ITEM.test(opening)) return false;
  if (LOWER.test(opening) && !ENDS_SENTENCE.test(text.slice(before.end - 1, before.end))) return true;
  return width > 0 && before.end - before.start + 1 + firstWordEnd(text, line) - line.start > width - 12;
}

/** Cuts one stretch where parts begin and end; a dash that a dateline left behind goes with the dateline. */
function cutAtParts(text: string, start: number, end: number, parts: readonly Part[], from: number, out: Paragraph[]): void {
  const add = (a: number, b: number, part: Part['kind']): void => {
    let first = a;
    let last = b;
    while (first < last && isSpace(text.charCodeAt(first))) first++;
    while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
    if (first < last) out.push({ start: first, end: last, part });
  };
  let at = start;
  let sawDateline = false;
  for (let i = from; i < parts.length && parts[i]!.span[0] < end; i++) {
    const { kind, span } = parts[i]!;
    if (span[1] <= at) continue;
    if (span[0] > at) add(at, span[0], 'body');
    const stop = Math.max(at, Math.min(end, kind === 'dateline' ? pastDash(text, span[1], end) : span[1]));
    add(Math.max(at, span[0]), stop, kind);
    at = stop;
    sawDateline ||= kind === 'dateline';
  }
  if (at >= end) return;
  const dateline = at === start && !sawDateline ? datelineEnd(text, at, end) : at;
  add(at, dateline, 'dateline');
  add(dateline, end, 'body');
}

/** Past white space and one dash after a dateline, or where the dateline ends if there is none. */
function pastDash(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  const dash = /^(?:--|[-–—―])\s/u.exec(text.slice(at, at + 3));
  return dash ? at + dash[0].length : from;
}

/** The paragraphs of a text in order, none empty, none overlapping, each with the part it stands in. */
export function paragraphsOf(text: string, parts: readonly Part[]): Paragraph[] {
  const lines = linesOf(text);
  const width = wrapWidth(text, lines);
  const ordered = [...parts].sort((a, b) => a.span[0] - b.span[0]);
  const out: Paragraph[] = [];
  let firstPart = 0;
  for (let i = 0; i < lines.length; ) {
    let last = i;
    while (last + 1 < lines.length && goesOn(text, lines[last]!, lines[last + 1]!, width)) last++;
    const { start } = lines[i]!;
    while (firstPart < ordered.length && ordered[firstPart]!.span[1] <= start) firstPart++;
    cutAtParts(text, start, lines[last]!.end, ordered, firstPart, out);
    i = last + 1;
  }
  return out;
}

export const paragraphsStep = step({
  name: 'paragraphs',
  needs: ['input'],
  gives: ['paragraphs'],
  run: ({ input }) => ({ paragraphs: paragraphsOf(input.text, input.parts ?? []) }),
});
