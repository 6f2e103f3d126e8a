// Drops what is part of a name: "Black September", "the March 14 alliance", "the Friday Mosque", "the Good Friday Agreement".
import type { TimesLexicon } from '../lexicon.js';
import { isDash, lowerAt, type Words, wordAt } from '../look.js';
import type { Found } from '../meaning.js';

const NAMED = new Set(['day', 'weekday', 'month', 'year', 'easter', 'feast', 'season', 'deictic', 'unknown']);

export function dropNames(words: Words, findings: readonly Found[], { sets }: TimesLexicon): Found[] {
  return findings.filter((one) => {
    const { first, last, meaning } = one;
    if (!NAMED.has(meaning.kind)) return true;
    if (meaning.kind === 'unknown' && meaning.as !== 'date') return true;
    const before = wordAt(words, first - 1);
    const after = wordAt(words, last);
    const beside = after.spaced && !after.broken;
    if (beside && after.capital && sets.heads.has(after.lower)) return false;
    if (meaning.kind === 'day' && beside && sets.smallHeads.has(after.lower)) return false;
    if (before.capital && sets.firsts.has(before.lower) && !wordAt(words, first).broken && meaning.kind !== 'year') return false;
    // "the Tuesday Club", "the Sunday Mirror": an article and a capital on either side.
    if (meaning.kind === 'weekday' && beside && after.capital && before.lower === 'the' && !after.entry) return false;
    // "Jan Egeland", "April Glaspie", "Prime Minister May": a month beside a name.
    if (
      meaning.kind === 'month' &&
      meaning.year === undefined &&
      meaning.which === 'near' &&
      meaning.yearShift === undefined &&
      words[first]?.entry?.alsoName
    ) {
      if (
        before.capital &&
        first > 1 &&
        before.lower !== 'in' &&
        before.sentence === wordAt(words, first).sentence &&
        !before.isMark &&
        lowerAt(words, first - 2) !== '.'
      )
        return !/^(mr|mrs|ms|dr)$/.test(before.lower) && LEADING.has(before.lower);
      if (beside && after.capital && !LEADING.has(before.lower)) return false;
    }
    return !(isDash(after) && !after.spaced && wordAt(words, last + 1).capital && sets.heads.has(lowerAt(words, last + 1)));
  });
}

const LEADING = new Set([
  'in',
  'since',
  'by',
  'until',
  'from',
  'early',
  'mid',
  'late',
  'last',
  'next',
  'this',
  'during',
  'before',
  'after',
  'between',
  'through',
  'till',
  'of',
]);
