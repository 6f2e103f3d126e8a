// Puts a label in the place of a name, and tells where every span of the old text stands in the new one.
import { z } from 'zod';
import type { Span } from '../../terms/span.js';
import type { FindName } from './names.js';

export const jsonSchema = z.json();
export type Json = z.infer<typeof jsonSchema>;

export interface Blackened {
  readonly text: string;
  /** How often the name stood there. */
  readonly places: number;
  /** Where a span of the old text is now; one that began or ended inside a name takes in the whole label. */
  at(span: Span): Span;
}

/** A label says nothing of the name, not even how long it was. */
export function blacken(text: string, find: FindName, label: string): Blackened {
  const found = find(text);
  if (found.length === 0) return { text, places: 0, at: (span) => span };
  let made = '';
  let last = 0;
  const moves = found.map(([start, end]) => {
    made += text.slice(last, start);
    const move = { start, end, to: made.length };
    made += label;
    last = end;
    return move;
  });
  made += text.slice(last);
  const place = (at: number, isEnd: boolean): number => {
    let moved = at;
    for (const { start, end, to } of moves) {
      if (at <= start) break;
      if (at < end) return isEnd ? to + label.length : to;
      moved = at - end + to + label.length;
    }
    return moved;
  };
  return { text: made, places: found.length, at: ([start, end]) => [place(start, false), place(end, true)] };
}

/** How strings and spans are rewritten. */
export interface Rewriting {
  readonly text: (text: string) => string;
  readonly span: (span: Span) => Span;
}

/** Two numbers in brackets are a span: in all that the record keeps nothing else is written so. */
function spanIn(value: readonly Json[]): Span | null {
  const [start, end] = value;
  return value.length === 2 && typeof start === 'number' && typeof end === 'number' ? [start, end] : null;
}

/** Any JSON of the record with its strings and spans rewritten; keys stay. */
export function rewritten(value: Json, how: Rewriting): Json {
  if (typeof value === 'string') return how.text(value);
  if (Array.isArray(value)) {
    const span = spanIn(value);
    return span === null ? value.map((one) => rewritten(one, how)) : [...how.span(span)];
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rewritten(one, how)]));
}
