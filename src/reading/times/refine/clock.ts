// Joins a time of day to the day it stands beside, and drops those that stand alone.
import { entryAt, lowerAt, type Words } from '../look.js';
import { type Found, found, isDayLike } from '../meaning.js';

/** Words that stand between a day and its time ("9 a.m. on Friday", "Friday at noon"). */
const BEFORE_DAY = new Set(['on', 'of', 'this', ',', 'local', 'in']);
const AFTER_DAY = new Set(['at', ',', 'by', 'around', 'about', 'just', 'shortly']);

export function joinClocks(words: Words, findings: readonly Found[]): Found[] {
  const kept: Found[] = [];
  let clock: Found | null = null;
  for (const one of findings) {
    if (one.meaning.kind === 'clock') {
      const day = kept.at(-1);
      const gap = day ? one.first - day.last : 9;
      if (day && isDayLike(day.meaning) && (gap === 0 || (gap === 1 && AFTER_DAY.has(lowerAt(words, day.last))))) {
        kept[kept.length - 1] = found(day.first, one.last, day.meaning);
        clock = null;
      } else clock = one;
      continue;
    }
    const gap = clock ? one.first - clock.last : 9;
    const first =
      clock && isDayLike(one.meaning) && (gap === 0 || (gap === 1 && BEFORE_DAY.has(lowerAt(words, clock.last)))) ? clock.first : one.first;
    clock = null;
    kept.push(found(first, isDayLike(one.meaning) ? partEnd(words, one.last) : one.last, one.meaning));
  }
  return kept;
}

/** "Friday night", "yesterday afternoon", "Monday early morning". */
function partEnd(words: Words, at: number): number {
  const next = ['early', 'late', 'mid'].includes(lowerAt(words, at)) && entryAt(words, at + 1).dayPart ? at + 1 : at;
  return entryAt(words, next).dayPart && !words[next]?.broken && !words[next]?.capital ? next + 1 : at;
}
