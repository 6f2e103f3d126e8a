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

const FINDERS: readonly Finder[] = [
  ...[findNumeric, findDayRange, findDay, findWeekday, findMonth, findYear, findSeason, findPart, findFeast],
  ...[findSet, findClock, findRelative, findTold, findLength],
];

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

const opens = (word: Word): boolean =>
  word.entry !== undefined || word.figures > 0 || OPENERS.has(word.lower) || (word.lower === "'" && !word.isMark);

/** Findings in order, none overlapping another. */
export function scan(words: Words): Found[] {
  const findings: Found[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at];
    let best: Found | null = null;
    if (word !== undefined && opens(word)) {
      for (const finder of FINDERS) {
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
