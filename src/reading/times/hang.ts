// Gives days to what hangs on another date of the text: "three days after", "the next day", "a week of talks ended Friday", and to lengths that still last.
import { dayIn, dayText, mondayOf, monthText, yearText } from './calendar.js';
import { dayOfDays } from './days.js';
import { backFrom, besideAnchor, fromAnchor, fromPublication, onFrom, roundAnchor, withinOf } from './lengths.js';
import type { TimesLexicon } from './lexicon.js';
import { entryAt, lowerAt, type Words, wordAt } from './look.js';
import type { Length, Meaning } from './meaning.js';
import { between, type Days, single } from './named-days.js';
import type { Given, Open } from './resolved.js';

export const HANGING: ReadonlySet<Meaning['kind']> = new Set(['count', 'told', 'length', 'span']);

const back = (all: readonly Open[], i: number, usable: (days: Days) => boolean): Days | null => {
  for (let j = i - 1; j >= 0 && j >= i - 5; j--) {
    const { days, kind, found } = all[j] ?? {};
    if (!days || kind === 'duration' || kind === 'set' || found === undefined) continue;
    const end = days.one ? days : single(days.last);
    if (end && usable(end)) return end;
  }
  return null;
};

/** The next dated finding of the sentence. */
function ahead(
  words: Words,
  all: readonly Open[],
  i: number,
  usable: (days: Days) => boolean,
): { readonly days: Days; readonly at: number } | null {
  const sentence = wordAt(words, all[i]?.found.first ?? -1).sentence;
  for (let j = i + 1; j < all.length && j <= i + 4; j++) {
    const one = all[j];
    if (!one || wordAt(words, one.found.first).sentence !== sentence) return null;
    if (one.days?.one && one.kind !== 'duration' && usable(one.days)) return { days: one.days, at: j };
  }
  return null;
}

const isDay = (days: Days): boolean => dayOfDays(days) !== null;
const isMonth = (days: Days): boolean => /^\d{4}-[01]\d/.test(days.first);

/** Fills in the days of a finding that hangs on another; those before it are filled in already. */
export function hang(words: Words, all: readonly Open[], i: number, one: Open, given: Given, lexicon: TimesLexicon): void {
  const { meaning } = one.found;
  if (!HANGING.has(meaning.kind)) return;
  const set = (days: Days | null): void => {
    one.days = days;
    if (days) one.basis = 'inferred';
  };
  switch (meaning.kind) {
    case 'told':
      set(told(all, i, meaning));
      if (one.days && !one.days.one) one.kind = 'range';
      return;
    case 'count':
      one.kind = 'date';
      set(counted(words, all, i, one, meaning, given));
      return;
    case 'span': {
      const anchor = ahead(words, all, i, isDay);
      const day = anchor && dayOfDays(anchor.days);
      if (day !== null && day !== undefined) set(besideAnchor(meaning.length, meaning.relation === 'before' ? -1 : 1, day));
      return;
    }
    case 'length':
      length(words, all, i, one, meaning, given, lexicon, set);
      return;
    default:
      return;
  }
}

function told(all: readonly Open[], i: number, { unit, shift }: Extract<Meaning, { kind: 'told' }>): Days | null {
  if (unit === 'day') {
    const anchor = back(all, i, isDay);
    const day = anchor && dayIn(anchor.first);
    return day === null || day === undefined ? null : single(dayText(day + shift));
  }
  if (unit === 'month') {
    const anchor = back(all, i, isMonth);
    if (!anchor) return null;
    return single(monthText(Number(anchor.first.slice(0, 4)), Number(anchor.first.slice(5, 7)) + shift));
  }
  if (unit === 'year') {
    const anchor = back(all, i, (days) => /^\d{4}/.test(days.first));
    return anchor ? single(yearText(Number(anchor.first.slice(0, 4)) + shift)) : null;
  }
  const anchor = back(all, i, isDay);
  const day = anchor && dayIn(anchor.first);
  if (day === null || day === undefined) return null;
  const monday = mondayOf(day) + 7 * shift;
  return unit === 'week'
    ? between(dayText(monday), dayText(monday + 6))
    : unit === 'weekend'
      ? between(dayText(monday + 5), dayText(monday + 6))
      : null;
}

/** What precision of an anchor a unit can be counted from. */
const usableFor = ({ unit }: Length): ((days: Days) => boolean) =>
  unit === 'month' ? isMonth : ['year', 'decade', 'century'].includes(unit) ? (days) => /^\d{4}/.test(days.first) : isDay;

function counted(
  words: Words,
  all: readonly Open[],
  i: number,
  one: Open,
  { length, relation }: Extract<Meaning, { kind: 'count' }>,
  { published }: Given,
): Days | null {
  if (length.count === null) return null;
  if (relation === 'ago' || relation === 'hence')
    return published === null ? null : fromPublication(length, relation === 'ago' ? -1 : 1, published);
  const side = relation === 'after' || relation === 'later' ? 1 : -1;
  const usable = usableFor(length);
  if (relation === 'later' || relation === 'earlier') {
    const anchor = back(all, i, usable);
    return anchor && fromAnchor(length, side, anchor);
  }
  const next = ahead(words, all, i, usable);
  if (next) return fromAnchor(length, side, next.days);
  // "Two days after, ..." and "three days after the signing" told of before.
  const anchor = back(all, i, usable);
  if (anchor === null) return null;
  const follows = wordAt(words, one.found.last);
  if (follows.isMark || follows.sentence !== wordAt(words, one.found.first).sentence) return fromAnchor(length, side, anchor);
  return isNamedBefore(words, all, i, one) ? fromAnchor(length, side, anchor) : null;
}

/** Whether the thing counted from stands beside the date told before. */
function isNamedBefore(words: Words, all: readonly Open[], i: number, one: Open): boolean {
  const previous = all[i - 1];
  if (!previous) return false;
  const wanted = new Set<string>();
  for (let j = one.found.last; j < one.found.last + 4; j++) {
    const { lower, isMark, tag } = wordAt(words, j);
    if (isMark) break;
    if (lower === 'that' && wordAt(words, j + 1).isMark) return true;
    if (lower.length >= 4 && !tag.startsWith('V')) wanted.add(lower.slice(0, 5));
  }
  const { first, last } = previous.found;
  for (let j = first - 15; j < last + 15; j++) {
    if (j >= one.found.first) break;
    if (wanted.has(wordAt(words, j).lower.slice(0, 5)) && wordAt(words, j).lower.length >= 4) return true;
  }
  return false;
}

const REACH = 6;

/** True where a word of the set stands within reach before a place, in the same sentence, nearer than any of the other set. */
function nearest(words: Words, at: number, floor: number, begin: ReadonlySet<string>, end: ReadonlySet<string>): 'begin' | 'end' | null {
  for (let i = at - 1; i >= floor && i >= at - REACH; i--) {
    const { lower } = wordAt(words, i);
    if (lower === ';' || lower === ':') return null;
    if ((lower === 'from' || lower === 'until' || lower === 'till' || lower === 'through') && i < at - 2) continue;
    if (end.has(lower)) return 'end';
    if (begin.has(lower)) return 'begin';
  }
  return null;
}

function length(
  words: Words,
  all: readonly Open[],
  i: number,
  one: Open,
  { length, lead, adjective }: Extract<Meaning, { kind: 'length' }>,
  { published }: Given,
  { sets }: TimesLexicon,
  set: (days: Days | null) => void,
): void {
  if (length.count === null) return;
  const { found, verb } = one;
  const word = lowerAt(words, found.first - 1);
  if (lead === 'past') {
    if (published !== null && verb?.kind !== 'pluperfect') set(backFrom(length, published));
    return;
  }
  if (lead === 'next') {
    if (published !== null && one.tense !== 'past') set(onFrom(length, published));
    return;
  }
  const after = ahead(words, all, i, isDay);
  const afterFirst = after ? (all[after.at]?.found.first ?? 0) : 0;
  const anchor = after && dayOfDays(after.days);
  if (word === 'within') {
    if (lowerAt(words, found.last) === 'of') {
      if (anchor !== null && anchor !== undefined) set(withinOf(length, anchor));
    } else if (published !== null && one.tense === 'future') set(withinOf(length, published));
    return;
  }
  if (anchor !== null && anchor !== undefined) {
    const between = nearest(words, afterFirst, found.last, sets.begin, sets.end);
    if (between) {
      set(roundAnchor(length, between === 'begin' ? 1 : -1, anchor));
      return;
    }
  }
  const before = all[i - 1];
  const start = before && before.kind !== 'duration' ? dayOfDays(before.days) : null;
  if (
    before &&
    start !== null &&
    !adjective &&
    (word === 'for' || /^last(s|ed|ing)?$/.test(word)) &&
    wordAt(words, before.found.first).sentence === wordAt(words, found.first).sentence
  ) {
    if (
      nearest(words, before.found.first, before.found.first - REACH, sets.begin, sets.end) === 'begin' &&
      found.first - before.found.last < 8
    ) {
      set(roundAnchor(length, 1, start));
      return;
    }
  }
  if (adjective || published === null || entryAt(words, found.last - 1).unit === undefined) return;
  still(words, one, length, word, published, !datedBeside(words, all, i), set);
}

/** Another date stands in the sentence. */
function datedBeside(words: Words, all: readonly Open[], i: number): boolean {
  const sentence = wordAt(words, all[i]?.found.first ?? -1).sentence;
  return [all[i - 1], all[i + 1]].some(
    (one) => one !== undefined && one.days !== null && one.kind !== 'duration' && wordAt(words, one.found.first).sentence === sentence,
  );
}

const SHORT = new Set(['second', 'minute', 'hour']);

/** "in three days", "for nearly two years" that still last, "the first in six years". */
function still(
  words: Words,
  one: Open,
  length: Length,
  word: string,
  published: number,
  alone: boolean,
  set: (days: Days | null) => void,
): void {
  const { found, verb } = one;
  const kind = verb?.kind;
  if (word === 'in') {
    const first = isFirst(words, found.first - 1);
    if (first || kind === 'perfect') {
      if (!SHORT.has(length.unit)) set(backFrom(length, published));
    } else if (one.tense === 'future' || (one.tense === 'near' && verb === null && !opensSentence(words, one.lead.first))) {
      one.kind = 'date';
      set(fromPublication(length, 1, published));
    }
    return;
  }
  if (SHORT.has(length.unit)) return;
  const adjacent = verb !== null && verb.kind === 'perfect' && verb.last >= found.first - 1 && verb.last <= found.first;
  if (
    kind === 'perfect' &&
    (word === 'for' ||
      word === 'over' ||
      word === 'during' ||
      word === 'after' ||
      adjacent ||
      (verb !== null && verb.last > found.last && (word === 'of' || word === '')))
  )
    set(backFrom(length, published));
  else if (word === 'after' && (kind === 'present' || kind === 'perfect') && lowerAt(words, found.last) === 'of' && alone)
    set(backFrom(length, published));
}

/** Nothing of its sentence stands before. */
const opensSentence = (words: Words, at: number): boolean => wordAt(words, at - 1).sentence !== wordAt(words, at).sentence;

/** "the first talks in six years", "the worst fighting in months". */
function isFirst(words: Words, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 8; i--) {
    const { lower, isMark, tag } = wordAt(words, i);
    if (isMark) return false;
    if (
      lower === 'first' ||
      lower === 'worst' ||
      lower === 'only' ||
      tag === 'JJS' ||
      tag === 'RBS' ||
      /^(dead|heav|bloodi|larg|strong|big|fierc|high|low)[a-z]*est$/.test(lower)
    )
      return true;
  }
  return false;
}
