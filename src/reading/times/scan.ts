// Runs the finders, one a family, over the words: at each place the longest finding wins, the earlier in the list of two as long.
import { findClock } from './finders/clock.js';
import { findDay } from './finders/day.js';
import { findDayRange } from './finders/day-range.js';
import { findFeast } from './finders/feast.js';
import { findLength } from './finders/length.js';
import { findMonth } from './finders/month.js';
import { findNumeric } from './finders/numeric.js';
import { findPart } from './finders/part.js';
import { findRelative } from './finders/relative.js';
import { findSeason } from './finders/season.js';
import { findSet } from './finders/set.js';
import { findTold } from './finders/told.js';
import { findWeekday } from './finders/weekday.js';
import { findYear } from './finders/year.js';
import type { Words } from './look.js';
import type { Found } from './meaning.js';
import type { Word } from './words.js';

type Finder = (words: Words, at: number) => Found | null;

/** The finders a word can begin, by what the word is; fewer to ask is all they are for. */
const OF_FIGURES: readonly Finder[] = [findNumeric, findDayRange, findDay, findYear, findPart, findSet, findClock, findLength];
const OF_MONTH: readonly Finder[] = [findDayRange, findDay, findMonth, findFeast];
const OF_WEEKDAY: readonly Finder[] = [findDay, findWeekday, findSet];
const OF_ARTICLE: readonly Finder[] = [
  findDayRange,
  findDay,
  findWeekday,
  findYear,
  findSeason,
  findPart,
  findSet,
  findClock,
  findRelative,
  findTold,
  findLength,
];
const OF_OTHER: readonly Finder[] = [
  ...[findDay, findWeekday, findMonth, findYear, findSeason, findPart, findFeast],
  ...[findSet, findClock, findRelative, findTold, findLength],
];

function findersOf({ entry, figures, lower }: Word): readonly Finder[] {
  if (figures > 0) return OF_FIGURES;
  if (entry?.month !== undefined && entry.unit === undefined) return OF_MONTH;
  if (entry?.weekday !== undefined) return OF_WEEKDAY;
  return lower === 'the' ? OF_ARTICLE : OF_OTHER;
}

/** Words without an entry that can begin a time expression. */
const OPENERS = new Set([
  ...[
    'the',
    'a',
    'an',
    'this',
    'that',
    'those',
    'these',
    'last',
    'next',
    'early',
    'mid',
    'middle',
    'late',
    'later',
    'earlier',
    'today',
    'tonight',
    'yesterday',
    'tomorrow',
  ],
  ...[
    'overnight',
    'end',
    'close',
    'start',
    'beginning',
    'recent',
    'coming',
    'current',
    'every',
    'each',
    'fiscal',
    'financial',
    'fy',
    'half',
    'midweek',
    'past',
    'shortly',
    'just',
  ],
  ...['up', 'at', 'less', 'fewer', 'longer', 'as', 'close', 'weekends', 'weekdays', 'days', 'weeks', 'months', 'final', 'opening'],
]);

/** Small words, which open a time only before a word of time or one word off it. */
const SMALL = new Set(['the', 'a', 'an', 'this', 'that', 'as', 'at', 'up', 'these', 'those', 'just', 'close', 'more', 'less']);
const SIDES = new Set(['same', 'very', 'following', 'previous', 'preceding', 'ensuing', 'subsequent', 'prior']);

const isTime = (word: Word | undefined): boolean =>
  word !== undefined && (word.entry !== undefined || word.figures > 0 || OPENERS.has(word.lower) || SIDES.has(word.lower));

function opens(words: Words, at: number, word: Word): boolean {
  if (word.figures > 0) return true;
  if (SMALL.has(word.lower)) return isTime(words[at + 1]) || isTime(words[at + 2]);
  return word.entry !== undefined || OPENERS.has(word.lower);
}

/** Findings in order, none overlapping another. */
export function scan(words: Words): Found[] {
  const findings: Found[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at];
    let best: Found | null = null;
    if (word !== undefined && opens(words, at, word)) {
      for (const finder of findersOf(word)) {
        const one = finder(words, at);
        if (one && (best === null || one.last > best.last || (one.last === best.last && one.first < best.first))) best = one;
      }
    }
    if (best === null || best.last <= at) {
      at++;
      continue;
    }
    findings.push(best);
    at = best.last;
  }
  return findings;
}
