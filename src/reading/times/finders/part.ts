// Finds parts of a stretch: "early May", "mid-2020", "the end of the month", "the second half of 2015", "the first week of March", "late on Sunday".
import { afterAny, entryAt, isApostrophe, isDash, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found, isDayLike, isPeriod, type Meaning, type Part } from '../meaning.js';
import { findDay, monthNameAt } from './day.js';
import { findFeast } from './feast.js';
import { findMonth } from './month.js';
import { amountAt } from './number.js';
import { currentPeriod, findRelative, period } from './relative.js';
import { findSeason } from './season.js';
import { findTold } from './told.js';
import { findWeekday } from './weekday.js';
import { findYear } from './year.js';

const PARTS: Readonly<Record<string, Part>> = { early: 'early', mid: 'mid', middle: 'mid', late: 'late' };
const EDGES: Readonly<Record<string, 'start' | 'end'>> = { end: 'end', close: 'end', start: 'start', beginning: 'start', outset: 'start' };

/** A stretch that parts are of. */
function stretchAt(words: Words, at: number): Found | null {
  if (wordAt(words, at).broken) return null;
  const bare = bareMonth(words, at);
  const one =
    bare ??
    findYear(words, at) ??
    findMonth(words, at) ??
    findSeason(words, at) ??
    period(words, at) ??
    currentPeriod(words, at) ??
    findTold(words, at);
  if (!one) return null;
  // "the last week" read as a length is here the week before.
  if (one.meaning.kind === 'length' && one.meaning.lead !== 'none')
    return found(at, one.last, { kind: 'period', unit: one.meaning.length.unit, shift: one.meaning.lead === 'past' ? -1 : 1 });
  return isPeriod(one.meaning) ? one : null;
}

/** After "early" and "the end of" a month's name needs no other sign. */
function bareMonth(words: Words, at: number): Found | null {
  const name = monthNameAt(words, at);
  if (!name) return null;
  const full = findMonth(words, at);
  if (full && full.last > name.last) return full;
  return found(at, name.last, { kind: 'month', month: name.month, which: 'near' });
}

/** A day that "early", "late" and "later" are written before. */
const dayAt = (words: Words, at: number): Found | null => {
  if (wordAt(words, at).broken) return null;
  const one = findDay(words, at) ?? findWeekday(words, at) ?? findRelative(words, at) ?? findTold(words, at) ?? findFeast(words, at);
  return one && isDayLike(one.meaning) ? one : null;
};

export function findPart(words: Words, at: number): Found | null {
  const article = lowerAt(words, at) === 'the';
  const next = article ? at + 1 : at;
  const lower = lowerAt(words, next);
  if (
    PARTS[lower] === undefined &&
    EDGES[lower] === undefined &&
    lower !== 'first' &&
    lower !== 'last' &&
    lower !== 'later' &&
    lower !== 'earlier' &&
    lower !== 'final' &&
    lower !== 'opening' &&
    lower !== 'year' &&
    lower !== 'month' &&
    entryAt(words, next).ordinal === undefined &&
    !Number.isFinite(wordAt(words, next).number)
  )
    return null;
  return (
    nthWeekday(words, at, next) ??
    early(words, at, next) ??
    edge(words, at, next) ??
    slice(words, at, next) ??
    portion(words, at, next) ??
    yearEnd(words, at, next)
  );
}

function early(words: Words, at: number, next: number): Found | null {
  const lower = lowerAt(words, next);
  if (lower === 'later' || lower === 'earlier') {
    const day = dayAt(words, afterAny(words, next + 1, 'on'));
    return day ? found(at, day.last, day.meaning) : null;
  }
  const part = PARTS[lower];
  if (part === undefined) return null;
  let from = next + 1;
  if (isDash(wordAt(words, from)) && !wordAt(words, from).spaced) {
    from++;
    // "mid-to-late May" is from the one to the other.
    if (lowerAt(words, from) === 'to' && isDash(wordAt(words, from + 1))) {
      const upper = early(words, from + 2, from + 2);
      if (upper?.meaning.kind === 'part')
        return found(at, upper.last, { kind: 'range', from: { kind: 'part', part, of: upper.meaning.of }, to: upper.meaning });
    }
  } else if (lowerAt(words, from) === 'to' && PARTS[lowerAt(words, from + 1)]) {
    const upper = early(words, from + 1, from + 1);
    if (upper?.meaning.kind === 'part')
      return found(at, upper.last, { kind: 'range', from: { kind: 'part', part, of: upper.meaning.of }, to: upper.meaning });
  }
  const linked = lower === 'middle' ? (lowerAt(words, from) === 'of' ? from + 1 : -1) : afterAny(words, from, 'in', 'on', 'of');
  if (linked < 0) return null;
  const day = lower === 'middle' ? null : dayAt(words, linked);
  const stretch = stretchAt(words, linked);
  if (day && (!stretch || day.last >= stretch.last)) return found(at, day.last, day.meaning);
  if (!stretch) return null;
  // "mid" of the week or "late in the year" need their article; "early week" is nothing.
  return found(at, stretch.last, { kind: 'part', part, of: stretch.meaning });
}

function edge(words: Words, at: number, next: number): Found | null {
  const side = EDGES[lowerAt(words, next)];
  if (side === undefined) return null;
  const hyphen = isDash(wordAt(words, next + 1)) && side === 'end';
  if (lowerAt(words, next + 1) !== 'of' && !hyphen) return null;
  const stretch = stretchAt(words, next + 2);
  return stretch ? found(at, stretch.last, { kind: 'edge', edge: side, of: stretch.meaning }) : null;
}

/** "the first Sunday of May", "the last Friday in June". */
function nthWeekday(words: Words, at: number, next: number): Found | null {
  const { entry, capital } = wordAt(words, next + 1);
  const n = lowerAt(words, next) === 'last' ? -1 : ordinalAt(words, next);
  const link = lowerAt(words, next + 2);
  if (n === null || n === 0 || n > 5 || entry?.weekday === undefined || !capital || (link !== 'of' && link !== 'in')) return null;
  const stretch = stretchAt(words, next + 3);
  return stretch ? found(at, stretch.last, { kind: 'nth', n, weekday: entry.weekday, of: stretch.meaning }) : null;
}

/** "year's end", "month-end". */
function yearEnd(words: Words, at: number, next: number): Found | null {
  const unit = entryAt(words, next).unit;
  if (unit !== 'year' && unit !== 'month') return null;
  const of: Meaning = { kind: 'period', unit, shift: 0 };
  if (isApostrophe(wordAt(words, next + 1)) && lowerAt(words, next + 2) === 's' && lowerAt(words, next + 3) === 'end')
    return found(at, next + 4, { kind: 'edge', edge: 'end', of });
  if (isDash(wordAt(words, next + 1)) && lowerAt(words, next + 2) === 'end') return found(at, next + 3, { kind: 'edge', edge: 'end', of });
  return null;
}

const ordinalAt = (words: Words, at: number): number | null => {
  const { number, suffix, entry } = wordAt(words, at);
  if (suffix === 'st' || suffix === 'nd' || suffix === 'rd' || suffix === 'th') return number;
  return entry?.ordinal ?? null;
};

/** Quarters and halves of a year or half a month. */
function slice(words: Words, at: number, next: number): Found | null {
  const last = lowerAt(words, next) === 'last' || lowerAt(words, next) === 'final';
  const ordinal = last ? -1 : ordinalAt(words, next);
  const lower = lowerAt(words, next + 1);
  if (ordinal === null || (lower !== 'quarter' && lower !== 'half')) return null;
  const parts = lower === 'quarter' ? 4 : 2;
  const n = last ? parts : ordinal;
  if (n < 1 || n > parts) return null;
  const year = findYear(words, next + 2);
  if (year && year.meaning.kind === 'year') return found(at, year.last, { kind: 'slice', n, parts, of: year.meaning });
  if (lowerAt(words, next + 2) !== 'of' && lowerAt(words, next + 2) !== 'in') {
    return lower === 'quarter' && !last && !wordAt(words, next + 2).capital && lowerAt(words, next + 2) !== '-'
      ? found(at, next + 2, { kind: 'slice', n, parts, of: { kind: 'period', unit: 'year', shift: 0 } })
      : null;
  }
  const stretch = stretchAt(words, next + 3);
  return stretch ? found(at, stretch.last, { kind: 'slice', n, parts, of: stretch.meaning }) : null;
}

/** "the first week of March", "the last three months of 2013", "the second week of May". */
function portion(words: Words, at: number, next: number): Found | null {
  const lower = lowerAt(words, next);
  const end =
    lower === 'last' || lower === 'final' || lower === 'closing' ? 'last' : lower === 'first' || lower === 'opening' ? 'first' : null;
  const amount = amountAt(words, next + 1);
  const unitAt = amount && !amount.article ? amount.last : next + 1;
  const { unit } = entryAt(words, unitAt);
  if (unit === undefined || lowerAt(words, unitAt + 1) !== 'of') return null;
  const stretch = stretchAt(words, unitAt + 2) ?? (unit === 'day' ? feastDay(words, unitAt + 2) : null);
  if (!stretch) return null;
  if (end === null) {
    const n = ordinalAt(words, next);
    if (n === null || unit !== 'week' || stretch.meaning.kind !== 'month' || n > 4) return null;
    return found(at, stretch.last, { kind: 'portion', end: 'first', count: -n, unit, of: stretch.meaning });
  }
  if (amount !== null && amount.count === null) return found(at, stretch.last, { kind: 'unknown', as: 'range' });
  if (unitAt === next + 1 && lowerAt(words, unitAt).endsWith('s')) return found(at, stretch.last, { kind: 'unknown', as: 'range' });
  return found(at, stretch.last, {
    kind: 'portion',
    end,
    count: amount && unitAt !== next + 1 ? (amount.count ?? 1) : 1,
    unit,
    of: stretch.meaning,
  });
}

const feastDay = (words: Words, at: number): Found | null => {
  const feast = findFeast(words, at);
  return feast && feast.meaning.kind === 'unknown' ? feast : null;
};
