// The date and the venue that a claim's own sentence gives.
import type { TimeExpression } from '../../terms/reading.js';
import type { Span } from '../../terms/span.js';
import type { PlaceMention } from '../draft.js';
import type { ClaimView } from './view.js';

/** Items whose place lies in a stretch; `list` is in the order of the text. */
function within<T extends { readonly span: Span }>(list: readonly T[], start: number, end: number): T[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.span[0] < start) low = middle + 1;
    else high = middle;
  }
  const out: T[] = [];
  for (let i = low; i < list.length && list[i]!.span[1] <= end; i++) out.push(list[i]!);
  return out;
}

export const timesIn = (view: ClaimView, start: number, end: number): TimeExpression[] => within(view.times, start, end);
export const placesIn = (view: ClaimView, start: number, end: number): PlaceMention[] => within(view.places, start, end);

/** How many places begin at or before an offset. */
function begunBy({ places }: ClaimView, offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.span[0] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place that holds a stretch. */
export function placeAround(view: ClaimView, start: number, end: number): PlaceMention | undefined {
  const place = view.places[begunBy(view, start) - 1];
  return place !== undefined && place.span[1] >= end ? place : undefined;
}

/** The last place that ends by an offset. */
export function placeBefore(view: ClaimView, offset: number): PlaceMention | undefined {
  let at = begunBy(view, offset) - 1;
  while (at >= 0 && view.places[at]!.span[1] > offset) at--;
  return view.places[at];
}

/** The dated expression that belongs to a predicate: in its clause the nearest, else the only one of its sentence. */
export function dateFor(
  view: ClaimView,
  anchor: number,
  evidence: Span,
  accept: (time: TimeExpression) => boolean = () => true,
): TimeExpression | null {
  const at = view.tokens[anchor]!.start;
  const dated = (start: number, end: number): TimeExpression[] =>
    timesIn(view, start, end).filter((time) => time.edtf !== null && (time.kind === 'date' || time.kind === 'range') && accept(time));
  const nearest = (list: TimeExpression[]): TimeExpression | null =>
    list.reduce<TimeExpression | null>(
      (best, time) => (best === null || Math.abs(time.span[0] - at) < Math.abs(best.span[0] - at) ? time : best),
      null,
    );
  const own = nearest(dated(evidence[0], evidence[1]));
  if (own !== null) return own;
  const { start, end } = view.sentenceOf(anchor);
  const all = dated(start, end);
  return all.length === 1 ? all[0]! : null;
}

const AT = new Set(['in', 'at', 'to', 'near']);

/** The place where something is held: named after "in" or "at" in its sentence, the nearest first. */
export function venueFor(view: ClaimView, anchor: number, evidence: Span): PlaceMention | null {
  const at = view.tokens[anchor]!.start;
  const { start, end } = view.sentenceOf(anchor);
  let best: PlaceMention | null = null;
  let bestFar = Number.POSITIVE_INFINITY;
  for (const place of placesIn(view, start, end)) {
    const before = view.tokens[view.tokenAt(place.span[0]) - 1];
    const marker = before?.lower === 'the' ? view.tokens[before.index - 1] : before;
    if (marker === undefined || !AT.has(marker.lower)) continue;
    const inside = place.span[0] >= evidence[0] && place.span[1] <= evidence[1];
    const far = Math.abs(place.span[0] - at) + (inside ? 0 : 1000);
    if (far < bestFar) {
      best = place;
      bestFar = far;
    }
  }
  return best;
}
