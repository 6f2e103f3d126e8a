// Finds words reckoned from the day of publication: "today", "overnight", "this week", "next month", "later this year", "the coming days".
import { afterAny, entryAt, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found, type Meaning, type Unit } from '../meaning.js';
import { amountAt } from './number.js';

const DAYS: Readonly<Record<string, number>> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1, tonite: 0 };
const SHIFTS: Readonly<Record<string, number>> = { last: -1, past: -1, previous: -1, this: 0, current: 0, next: 1, coming: 1 };
const PERIODS: ReadonlySet<Unit> = new Set(['week', 'weekend', 'month', 'year', 'decade', 'century', 'quarter']);
const deictic = (shift: number): Meaning => ({ kind: 'deictic', shift });

export function findRelative(words: Words, at: number): Found | null {
  const { lower } = wordAt(words, at);
  switch (lower) {
    case 'today':
    case 'tonight':
    case 'yesterday':
    case 'tomorrow':
      // A title ("The Yemen Today newspaper", "USA Today") is no day.
      if (wordAt(words, at).capital && wordAt(words, at - 1).capital && wordAt(words, at).spaced && lowerAt(words, at - 1).length > 1)
        return null;
      return found(at, at + 1, deictic(DAYS[lower] ?? 0));
    case 'overnight':
      return found(at, at + 1, { kind: 'overnight' });
    case 'earlier':
    case 'later':
    case 'early':
      return later(words, at);
    case 'last':
    case 'this':
    case 'next':
    case 'the':
    case 'recent':
    case 'coming':
    case 'current':
    case 'yet':
      return dayWords(words, at) ?? unsettled(words, at) ?? period(words, at);
    case 'midweek':
      return found(at, at + 1, { kind: 'unknown', as: 'date' });
    default:
      return null;
  }
}

/** "later today", "earlier this week", "later in the month", "later that day". */
function later(words: Words, at: number): Found | null {
  if (lowerAt(words, at) === 'early') return null;
  const next = afterAny(words, at + 1, 'in', 'on');
  const inner = findRelative(words, next) ?? (next > at + 1 || lowerAt(words, next) === 'the' ? period(words, next) : null);
  if (inner && !wordAt(words, next).broken && inner.meaning.kind !== 'unknown') {
    if (
      inner.meaning.kind === 'period' &&
      inner.meaning.shift !== null &&
      inner.meaning.shift !== 0 &&
      lowerAt(words, at) === 'later' &&
      inner.meaning.unit === 'day'
    )
      return null;
    return found(at, inner.last, inner.meaning);
  }
  if (lowerAt(words, next) === 'the' && lowerAt(words, next + 1) === 'day')
    return found(at, next + 2, { kind: 'told', unit: 'day', shift: 0 });
  return null;
}

/** "the day after tomorrow", "this morning", "last night". */
function dayWords(words: Words, at: number): Found | null {
  const [first, second, third, fourth] = [lowerAt(words, at), lowerAt(words, at + 1), lowerAt(words, at + 2), lowerAt(words, at + 3)];
  if (first === 'the' && second === 'day' && third === 'after' && fourth === 'tomorrow') return found(at, at + 4, deictic(2));
  if (first === 'the' && second === 'day' && third === 'before' && fourth === 'yesterday') return found(at, at + 4, deictic(-2));
  if (first === 'this' && second === 'very' && entryAt(words, at + 2).dayPart) return found(at, at + 3, deictic(0));
  if ((first === 'this' || first === 'last') && entryAt(words, at + 1).dayPart)
    return found(at, at + 2, deictic(first === 'this' ? 0 : -1));
  if (first === 'this' && second === 'day' && third !== 'in') return found(at, at + 2, deictic(0));
  return null;
}

/** "the coming days", "recent weeks", "the next few months": time that no reckoning settles. */
function unsettled(words: Words, at: number): Found | null {
  const next = lowerAt(words, at) === 'the' ? at + 1 : at;
  const lead = lowerAt(words, next);
  if (lead === 'days' || lead === 'weeks' || lead === 'months') {
    if (next > at && (lowerAt(words, next + 1) === 'ahead' || isComing(words, next + 1)))
      return found(at, next + (isComing(words, next + 1) ? 3 : 2), { kind: 'unknown', as: 'range' });
    return null;
  }
  if (!['coming', 'recent', 'next', 'last', 'past', 'following'].includes(lead)) return null;
  const amount = amountAt(words, next + 1);
  const vague = amount !== null && amount.count === null;
  const unitAt = vague ? amount.last : next + 1;
  const { unit, closed } = entryAt(words, unitAt);
  const plural = lowerAt(words, unitAt).endsWith('s');
  if (unit === undefined || closed !== undefined || !plural) return null;
  if (vague || lead === 'coming' || lead === 'recent' || lead === 'past' || lead === 'last' || lead === 'next')
    return found(at, unitAt + 1, { kind: 'unknown', as: 'range' });
  return null;
}
const isComing = (words: Words, at: number): boolean => lowerAt(words, at) === 'to' && lowerAt(words, at + 1) === 'come';

/** A whole week, month, year and so on: "this week", "the coming month", "the weekend", "the current quarter". */
export function period(words: Words, at: number): Found | null {
  const article = lowerAt(words, at) === 'the';
  const lead = article ? lowerAt(words, at + 1) : lowerAt(words, at);
  const shift = SHIFTS[lead];
  if (shift === undefined) {
    const unit = entryAt(words, at + 1).unit;
    if (!article || unit !== 'weekend' || lowerAt(words, at + 1) !== 'weekend') return null;
    return found(at, at + 2, { kind: 'period', unit, shift: null });
  }
  // "the last week", "the past year" are lengths counted back, "the next day" and "the previous week" hang on what was told.
  if (article && lead !== 'coming' && lead !== 'current' && lead !== 'last' && lead !== 'next' && lead !== 'past') return null;
  if (lead === 'previous' || (lead === 'past' && !article) || (lead === 'coming' && !article && lowerAt(words, at - 1) !== 'this'))
    return null;
  const next = article ? at + 2 : at + 1;
  const unit = entryAt(words, next).unit;
  if (unit === undefined || !PERIODS.has(unit) || lowerAt(words, next).endsWith('s') || wordAt(words, next).broken) return null;
  // "the last week of March", "the next year of talks": not these; "this week's talks" is.
  if (article && (lead === 'last' || lead === 'past') && unit !== 'weekend') {
    if (lowerAt(words, next + 1) === 'of') return null;
    return found(at, next + 1, { kind: 'length', length: { count: 1, unit, about: false }, lead: 'past', adjective: false });
  }
  if (article && lead === 'next' && unit !== 'weekend') {
    if (
      lowerAt(words, at - 1) === 'over' ||
      lowerAt(words, at - 1) === 'within' ||
      lowerAt(words, at - 1) === 'during' ||
      lowerAt(words, at - 1) === 'in' ||
      lowerAt(words, at - 1) === 'for'
    )
      return found(at, next + 1, { kind: 'length', length: { count: 1, unit, about: false }, lead: 'next', adjective: false });
    return null;
  }
  return found(at, next + 1, { kind: 'period', unit, shift });
}

/** "the week", "the month", "the year" as the one of publication, where the words round it say so ("earlier in the month", "the end of the year"). */
export function currentPeriod(words: Words, at: number): Found | null {
  if (lowerAt(words, at) !== 'the') return null;
  const unit = entryAt(words, at + 1).unit;
  return unit !== undefined && PERIODS.has(unit) && !lowerAt(words, at + 1).endsWith('s')
    ? found(at, at + 2, { kind: 'period', unit, shift: 0 })
    : null;
}
