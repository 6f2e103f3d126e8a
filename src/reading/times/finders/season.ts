// Finds seasons: "spring 2011", "the summer of 2014", "last winter", "in the autumn", and those with no fixed days ("the rainy season", "the school term").
import { entryAt, isDash, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found } from '../meaning.js';
import { followingYear, yearAt } from './day.js';
import { sideYear } from './month.js';
import { whichAt } from './weekday.js';

const LEADS = new Set([
  'in',
  'by',
  'since',
  'until',
  'till',
  'from',
  'during',
  'before',
  'through',
  'throughout',
  'early',
  'mid',
  'late',
  'over',
  'this',
  'of',
  'between',
  'and',
  'every',
  'each',
  'for',
  'after',
]);

export function findSeason(words: Words, at: number): Found | null {
  const unfixed = noDays(words, at);
  if (unfixed) return unfixed;
  const { which, next: afterWhich } = whichAt(words, at);
  const article = which === 'near' && lowerAt(words, at) === 'the';
  const next = article ? at + 1 : afterWhich;
  const { entry, broken } = wordAt(words, next);
  if (entry?.season === undefined || (broken && next > at)) return null;
  const { season } = entry;
  const year = which === 'near' ? followingYear(words, next + 1) : null;
  if (year && lowerAt(words, next + 1) !== ',')
    return found(at, winterEnd(words, year.last), { kind: 'season', season, year: year.year, which });
  const side = which === 'near' ? sideYear(words, next + 1) : null;
  if (side && lowerAt(words, next + 1) !== ',') return found(at, side.last, { kind: 'season', season, which, yearShift: side.shift });
  if (which !== 'near') return found(at, next + 1, { kind: 'season', season, which });
  // Alone it is a spring of water or a fall of stones unless a word of time leads and no thing follows.
  const lead = lowerAt(words, at - 1);
  const after = wordAt(words, next + 1);
  if (!LEADS.has(lead) && !isDash(wordAt(words, at - 1))) return null;
  if (['of', 'by', 'near', 'at', 'below', 'under', 'behind', '-'].includes(after.lower)) return null;
  if (lead === 'of' || lead === 'and' || lead === 'for' || lead === 'after' || lead === 'from')
    return article && (after.isMark || lead === 'for') && season !== 23 ? found(at, next + 1, { kind: 'season', season, which }) : null;
  return found(at, next + 1, { kind: 'season', season, which });
}

/** "winter 2012-13" is one winter. */
function winterEnd(words: Words, at: number): number {
  const short = wordAt(words, at + 1);
  const mark = wordAt(words, at);
  return (isDash(mark) || mark.lower === '/') &&
    !mark.spaced &&
    !short.spaced &&
    (short.figures === 2 || short.figures === 4) &&
    short.suffix === ''
    ? at + 2
    : at;
}

/** "the rainy season", "the summer term": time, but no days that words settle. */
function noDays(words: Words, at: number): Found | null {
  const { next: afterWhich } = whichAt(words, at);
  const next = lowerAt(words, at) === 'the' ? Math.max(at + 1, afterWhich) : afterWhich;
  const entry = entryAt(words, next);
  if (entry.unfixed && lowerAt(words, next + 1) === 'season') return found(at, next + 2, { kind: 'unknown', as: 'date' });
  if (!entry.termWord) return null;
  const head = entryAt(words, next + 1);
  if (head.term) {
    const year = yearAt(words, next + 2);
    return found(at, year ? year.last : next + 2, { kind: 'unknown', as: 'date' });
  }
  if (lowerAt(words, next + 1) === 'year' && entry.season === undefined) return found(at, next + 2, { kind: 'unknown', as: 'date' });
  return null;
}
