// A place in a stored text: where something stands, never a copy of its words.
import { z } from 'zod';

/** `[start, end]` in UTF-16 units of the stored text, half-open: `text.slice(start, end)` is the quote. */
export const spanSchema = z
  .tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])
  .refine(([start, end]) => start < end, 'a span must end after it starts');
export type Span = readonly [start: number, end: number];

/** The words at a span. */
export const wordsAt = (text: string, [start, end]: Span): string => text.slice(start, end);

/** The words at several spans, the gaps shown as an ellipsis. */
export const wordsAtAll = (text: string, spans: readonly Span[]): string => spans.map((span) => wordsAt(text, span)).join(' … ');

/** How many UTF-16 units two spans share. */
export const overlapOf = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

export const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** Dice's coefficient over UTF-16 units, 0 to 1 (Dice 1945: twice what is shared over the sum of both lengths). */
export const diceOf = (a: Span, b: Span): number => (2 * overlapOf(a, b)) / (a[1] - a[0] + (b[1] - b[0]));

/** The span without white space at its ends, or null where nothing else is in it. */
export function trimSpan(text: string, [start, end]: Span): Span | null {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return from < to ? [from, to] : null;
}
