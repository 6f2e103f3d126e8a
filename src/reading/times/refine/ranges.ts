// Joins two findings with a word between into one range: "Monday to Thursday", "between March and August", "2018-2020".
import { joinAt } from '../finders/day-range.js';
import type { TimesLexicon } from '../lexicon.js';
import { isDash, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found, type Meaning } from '../meaning.js';

const ENDS = new Set([
  'day',
  'weekday',
  'month',
  'year',
  'decade',
  'season',
  'deictic',
  'part',
  'fixed',
  'figures',
  'edge',
  'feast',
  'easter',
  'period',
  'slice',
]);

export function joinRanges(words: Words, findings: readonly Found[], lexicon: TimesLexicon): Found[] {
  const kept: Found[] = [];
  for (const one of findings) {
    const before = kept.at(-1);
    const joined = before && join(words, before, one, lexicon);
    if (joined) kept[kept.length - 1] = joined;
    else kept.push(shortYears(words, one));
  }
  return kept;
}

/** "2013-14", "2013/14": two figures of the later year. */
function shortYears(words: Words, one: Found): Found {
  const { meaning, last } = one;
  const mark = wordAt(words, last);
  const end = wordAt(words, last + 1);
  if (
    meaning.kind !== 'year' ||
    mark.spaced ||
    end.spaced ||
    !(isDash(mark) || mark.lower === '/') ||
    end.figures !== 2 ||
    end.suffix !== ''
  )
    return one;
  const year = meaning.year - (meaning.year % 100) + end.number;
  return year > meaning.year ? found(one.first, last + 2, { kind: 'range', from: meaning, to: { kind: 'year', year } }) : one;
}

function join(words: Words, before: Found, one: Found, { sets }: TimesLexicon): Found | null {
  if (!ENDS.has(before.meaning.kind) || !ENDS.has(one.meaning.kind)) return null;
  const next = joinAt(words, before.last, before.first);
  if (next === null || next !== one.first) return null;
  const mark = wordAt(words, before.last);
  // A dash with spaces joins only like with like; "moved from Wednesday to Thursday" are two days.
  if (isDash(mark) && mark.spaced && before.meaning.kind !== one.meaning.kind) return null;
  if (mark.lower !== 'and' && !isDash(mark)) {
    const from = lowerAt(words, before.first - 1) === 'from';
    const span = from || (mark.lower !== 'until' && mark.lower !== 'till') || true;
    for (let i = before.first - 1; span && i >= before.first - 5 && i >= 0; i--) {
      const { lower } = wordAt(words, i);
      if (sets.putoff.has(lower) && lower !== 'held' && lower !== 'suspended' && lower !== 'broke' && lower !== 'suspend') return null;
    }
    if (!from && mark.lower === 'until' && before.meaning.kind !== one.meaning.kind) return null;
  }
  const [a, b] = shareYear(before.meaning, one.meaning);
  return found(before.first, one.last, { kind: 'range', from: a, to: b });
}

/** A year told at the end holds for the start too, or the one before where the year turns between. */
function shareYear(from: Meaning, to: Meaning): readonly [Meaning, Meaning] {
  if (from.kind === 'part' && to.kind === 'part') {
    const [a, b] = shareYear(from.of, to.of);
    return [
      { ...from, of: a },
      { ...to, of: b },
    ];
  }
  if ((from.kind !== 'day' && from.kind !== 'month') || (to.kind !== 'day' && to.kind !== 'month')) return [from, to];
  if (to.year !== undefined && from.year === undefined)
    return [{ ...from, year: (from.month ?? 0) > (to.month ?? 12) ? to.year - 1 : to.year }, to];
  if (from.year !== undefined && to.year === undefined && from.month !== undefined && to.month !== undefined)
    return [from, { ...to, year: to.month < from.month ? from.year + 1 : from.year }];
  return [from, to];
}
