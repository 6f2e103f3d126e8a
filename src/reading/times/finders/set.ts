// Finds what repeats: "every Tuesday", "twice a week", "Mondays and Thursdays", "each year", "every two weeks", "daily".
import { afterAny, entryAt, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found, type Meaning } from '../meaning.js';
import { amountAt } from './number.js';

const SET: Meaning = { kind: 'set' };

/** A name or unit that can repeat. */
function isRound(words: Words, at: number): boolean {
  const entry = entryAt(words, at);
  const unit = entry.unit !== undefined && lowerAt(words, at) !== 'second' && lowerAt(words, at) !== 'quarter';
  return (
    unit ||
    entry.weekday !== undefined ||
    (entry.month !== undefined && wordAt(words, at).capital) ||
    entry.season !== undefined ||
    entry.dayPart !== undefined
  );
}

export function findSet(words: Words, at: number): Found | null {
  const head = wordAt(words, at);
  const { entry, lower } = head;
  if (lower === 'every' || lower === 'each') return every(words, at);
  if (entry?.times !== undefined) return rate(words, at, at + 1);
  if (lower === 'the' && (entryAt(words, at + 1).ordinal !== undefined || lowerAt(words, at + 1) === 'last')) return nth(words, at);
  if (
    (entry?.number !== undefined || head.figures > 0 || entry?.vague) &&
    (lowerAt(words, at + 1) === 'times' || (lowerAt(words, at + 1) === 'or' && lowerAt(words, at + 3) === 'times'))
  )
    return rate(words, at, lowerAt(words, at + 1) === 'times' ? at + 2 : at + 4);
  if (entry?.plural && head.capital) return list(words, at);
  if (lower === 'weekends' || lower === 'weekdays' || lower === 'weeknights') return found(at, at + 1, SET);
  if (entry?.adverb && !head.capital) return found(at, at + 1, SET);
  return null;
}

/** "every other day", "each spring", "every two weeks", "every Monday and Thursday", "every morning". */
function every(words: Words, at: number): Found | null {
  let next = afterAny(words, at + 1, 'other', 'single', 'second', 'third', 'few', 'last', 'first');
  const amount = amountAt(words, next);
  if (amount && !amount.article && next === at + 1) next = amount.last;
  if (lowerAt(words, next) === 'of' || !isRound(words, next) || wordAt(words, next).broken) return null;
  let last = next + 1;
  if (
    (lowerAt(words, last) === 'and' || lowerAt(words, last) === 'or') &&
    entryAt(words, next).weekday !== undefined &&
    entryAt(words, last + 1).weekday !== undefined
  )
    last += 2;
  if (entryAt(words, next).weekday !== undefined && entryAt(words, last).dayPart) last++;
  if (amount && lowerAt(words, last) === 'or' && lowerAt(words, last + 1) === 'so') last += 2;
  return found(at, last, SET);
}

/** "once a month", "three times per year", "twice daily". */
function rate(words: Words, at: number, from: number): Found | null {
  const next = lowerAt(words, from);
  if (entryAt(words, from).adverb) return found(at, from + 1, SET);
  if (next === 'every' || next === 'each') {
    const inner = every(words, from);
    return inner ? found(at, inner.last, SET) : null;
  }
  if (!['a', 'an', 'per'].includes(next) || entryAt(words, from + 1).unit === undefined) return null;
  return found(at, from + 2, SET);
}

/** "the first Monday of each month", "the second week of every month". */
function nth(words: Words, at: number): Found | null {
  if (!isRound(words, at + 2) || lowerAt(words, at + 3) !== 'of') return null;
  const each = lowerAt(words, at + 4);
  return (each === 'each' || each === 'every') && isRound(words, at + 5) ? found(at, at + 6, SET) : null;
}

/** "Mondays and Thursdays", "Tuesdays, Thursdays and Saturdays". */
function list(words: Words, at: number): Found {
  let last = at + 1;
  for (let steps = 0; steps < 6; steps++) {
    const next = [',', 'and', 'or', '&'].includes(lowerAt(words, last))
      ? lowerAt(words, last) === ',' && lowerAt(words, last + 1) === 'and'
        ? last + 2
        : last + 1
      : last;
    if (next === last || !entryAt(words, next).plural) break;
    last = next + 1;
  }
  if (entryAt(words, last).dayPart || lowerAt(words, last) === 'mornings' || lowerAt(words, last) === 'evenings') last++;
  return found(at, last, SET);
}
