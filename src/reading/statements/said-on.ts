// When something was said: the date that the reporting words themselves give ("told reporters on Friday"), never one of what is said.
import { boundsOf } from '../../terms/edtf.js';
import type { TimeExpression } from '../../terms/reading.js';

type Pair = readonly [number, number];
/** A date so many days wide says nothing about when something was said. */
const WIDEST = 31;

/** EDTF of the date in the sentence, outside source and content, nearest to the cue; undefined where there is none. Times are in order. */
export function saidOn(times: readonly TimeExpression[], sentence: Pair, cue: Pair, content: readonly Pair[]): string | undefined {
  let best: string | undefined;
  let nearest = Infinity;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]!.span[0] < sentence[0]) low = middle + 1;
    else high = middle;
  }
  for (let t = low; t < times.length; t++) {
    const { span, kind, edtf } = times[t]!;
    if (span[0] >= sentence[1]) break;
    if (kind !== 'date' || edtf === null || content.some(([a, b]) => span[0] < b && span[1] > a)) continue;
    const bounds = boundsOf(edtf);
    if (bounds === null || bounds.last - bounds.first > WIDEST) continue;
    const gap = span[0] >= cue[1] ? span[0] - cue[1] : cue[0] - span[1];
    if (gap < nearest) {
      nearest = gap;
      best = edtf;
    }
  }
  return best;
}
