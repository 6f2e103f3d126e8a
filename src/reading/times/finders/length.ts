// Finds counts of time: "two days ago", "three days after", "nearly two years", "the past six months", "a three-day pause", "within 72 hours".
import { entryAt, isDash, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found, type Length, type Relation, type Unit } from '../meaning.js';
import { amountAt } from './number.js';

interface LengthFound {
  readonly last: number;
  readonly length: Length;
  /** Written with a hyphen before a noun ("three-day"). */
  readonly adjective: boolean;
  readonly bare: boolean;
}

/** Words before a count that belong to it: "more than", "at least", "nearly", "another". */
function hedgeAt(words: Words, at: number): { readonly next: number; readonly about: boolean } {
  let next = at;
  let about = false;
  for (let steps = 0; steps < 4; steps++) {
    const entry = entryAt(words, next);
    const [first, second] = [lowerAt(words, next), lowerAt(words, next + 1)];
    if ((first === 'more' || first === 'less' || first === 'fewer' || first === 'longer') && second === 'than') next += 2;
    else if (first === 'at' && (second === 'least' || second === 'most')) next += 2;
    else if (first === 'up' && second === 'to') next += 2;
    else if (
      first === 'as' &&
      (second === 'many' || second === 'long' || second === 'little' || second === 'few') &&
      lowerAt(words, next + 2) === 'as'
    )
      next += 3;
    else if (first === 'close' && second === 'to') next += 2;
    else if (entry.about || entry.limit) {
      about ||= entry.about === 1;
      next++;
    } else break;
  }
  return { next, about };
}

const plain = (unit: Unit): boolean => unit !== 'weekend' && unit !== 'quarter';
const RATE_NOUN = /^[a-z]{3,}s$/;

function lengthAt(words: Words, at: number): LengthFound | null {
  const closed = entryAt(words, at).closed;
  if (closed) return { last: at + 1, length: { count: 1, unit: closed, about: false }, adjective: true, bare: false };
  const hedge = hedgeAt(words, at);
  const head = hedge.next;
  // "another week", "a further two weeks", "the full month".
  const [first] = [lowerAt(words, head)];
  const amount = amountAt(words, head);
  let next = amount ? amount.last : head;
  let count = amount ? amount.count : 1;
  let article = amount?.article ?? false;
  let more = false;
  while (entryAt(words, next).more && next < head + 6) {
    more = true;
    next++;
    const inner = amountAt(words, next);
    if (inner && !inner.article) {
      count = inner.count;
      next = inner.last;
    }
  }
  if (!amount && !more) return bareAt(words, at, hedge.next);
  if (first === 'full' || first === 'whole' || first === 'entire') article = false;
  const hyphen = isDash(wordAt(words, next)) && !wordAt(words, next).spaced && !wordAt(words, next + 1).spaced;
  const unitAt = hyphen ? next + 1 : next;
  const { unit } = entryAt(words, unitAt);
  if (unit === undefined || !plain(unit) || wordAt(words, unitAt).broken) return null;
  // "two nights" is a length, "a night raid" none; "a second bus" and "a minute" neither.
  const lower = lowerAt(words, unitAt);
  if (lower === 'second' && !hyphen) return null;
  if (lower === 'night' && !hyphen && count === 1) return null;
  // An age: "a 63-year-old", "63 years old", "aged 5 years".
  const after = unitAt + 1;
  if (isDash(wordAt(words, after)) && lowerAt(words, after + 1) === 'old') return null;
  if (lowerAt(words, after) === 'old' || lowerAt(words, at - 1) === 'aged') return null;
  const long =
    isDash(wordAt(words, after)) && !wordAt(words, after).spaced && ['long', 'odd'].includes(lowerAt(words, after + 1)) ? after + 2 : after;
  // "a year and a half", "an hour and a half", "a month or two", "two or three days".
  if (lowerAt(words, long) === 'and' && lowerAt(words, long + 1) === 'a' && lowerAt(words, long + 2) === 'half' && count !== null)
    return { last: long + 3, length: { count: count + 0.5, unit, about: hedge.about }, adjective: false, bare: false };
  if (lowerAt(words, long) === 'or' && (lowerAt(words, long + 1) === 'two' || lowerAt(words, long + 1) === 'so'))
    return {
      last: long + 2,
      length: { count: lowerAt(words, long + 1) === 'so' ? count : null, unit, about: true },
      adjective: false,
      bare: false,
    };
  // A hyphened length keeps to its noun: "a three-day pause" is marked without the article.
  return {
    last: long,
    length: { count, unit, about: hedge.about },
    adjective: hyphen || long > after,
    bare: article && hedge.next === at && !more,
  };
}

/** "months of talks", "for weeks", "hours later", "month-long", "decades-long". */
function bareAt(words: Words, at: number, head: number): LengthFound | null {
  const { unit } = entryAt(words, head);
  const word = wordAt(words, head);
  if (unit === undefined || !plain(unit)) return null;
  const after = head + 1;
  if (isDash(wordAt(words, after)) && !wordAt(words, after).spaced && lowerAt(words, after + 1) === 'long' && unit !== 'second')
    return { last: after + 2, length: { count: word.lower.endsWith('s') ? null : 1, unit, about: false }, adjective: true, bare: false };
  if (!word.lower.endsWith('s')) return null;
  const before = lowerAt(words, at - 1);
  const next = lowerAt(words, after);
  const related = ['ago', 'later', 'earlier', 'after', 'before'].includes(next);
  const lasting =
    ['for', 'within', 'lasted', 'lasts', 'took', 'takes', 'take', 'in', 'after', 'over', 'spent'].includes(before) ||
    (next === 'of' && unit !== 'second' && unit !== 'minute');
  if (!related && !lasting) return null;
  return { last: after, length: { count: null, unit, about: false }, adjective: false, bare: false };
}

const RELATIONS: Readonly<Record<string, Relation>> = {
  ago: 'ago',
  later: 'later',
  earlier: 'earlier',
  after: 'after',
  before: 'before',
  hence: 'hence',
  following: 'after',
  previously: 'earlier',
};

const BARE_BEFORE = new Set([
  'for',
  'after',
  'within',
  'in',
  'over',
  'lasted',
  'lasts',
  'last',
  'lasting',
  'took',
  'takes',
  'take',
  'almost',
  'nearly',
  'about',
  'every',
  'spent',
  'by',
  'than',
  'of',
  'until',
  'under',
  'given',
]);

export function findLength(words: Words, at: number): Found | null {
  const start = wordAt(words, at);
  // Only these can begin a count.
  if (start.isMark && start.lower !== "'") return null;
  const lead = leadAt(words, at);
  if (!lead && start.entry === undefined && Number.isNaN(start.number) && !HEDGES.has(start.lower)) return null;
  const from = lead ? lead.next : at;
  if (lowerAt(words, at - 1) === 'as' && start.entry?.vague) return null;
  const one = lengthAt(words, from) ?? null;
  if (!one) return null;
  const { length } = one;
  if (lead) {
    if (one.length.count === null) return lead.relation === 'none' ? null : found(at, one.last, { kind: 'unknown', as: 'range' });
    if (one.adjective) return null;
    const next = RELATIONS[lowerAt(words, one.last)];
    if ((lead.relation === 'none' || lead.relation === 'next') && (next === 'before' || next === 'after') && lead.relation === 'none')
      return found(at, one.last + 1, { kind: 'span', length, relation: next });
    if (lead.relation === 'none') return found(from, one.last, { kind: 'length', length, lead: 'none', adjective: false });
    return found(at, one.last, {
      kind: 'length',
      length,
      lead: lowerAt(words, one.last) === 'of' && lowerAt(words, one.last + 1) === 'the' ? 'none' : lead.relation,
      adjective: false,
    });
  }
  if (one.adjective) {
    const skip = start.lower === 'a' || start.lower === 'an' || start.lower === 'the' ? at + 1 : at;
    return found(skip, one.last, { kind: 'length', length, lead: 'none', adjective: true });
  }
  const next = lowerAt(words, one.last);
  const relation = RELATIONS[next];
  if (relation && !wordAt(words, one.last).broken) {
    if (next === 'following') return null;
    // "for two days before breaking up": a length, and then a clause of its own.
    const clause = /^[a-z]{3,}ing$/.test(lowerAt(words, one.last + 1)) && ['for', 'lasted'].includes(lowerAt(words, at - 1));
    if (clause && (relation === 'before' || relation === 'after'))
      return found(at, one.last, { kind: 'length', length, lead: 'none', adjective: false });
    return found(at, one.last + 1, { kind: 'count', length, relation });
  }
  if (next === 'from' && (lowerAt(words, one.last + 1) === 'now' || lowerAt(words, one.last + 1) === 'today')) {
    if (lowerAt(words, one.last + 1) === 'now') return found(at, one.last + 2, { kind: 'count', length, relation: 'hence' });
  }
  if (length.unit === 'second' && !one.bare && length.count !== null && lowerAt(words, one.last - 1) === 'second') return null;
  if (one.bare) {
    const before = lowerAt(words, at - 1);
    const fresh = wordAt(words, at - 1).isMark || at === 0;
    // "40 trucks a day" and "once a week" are rates; "a day" alone is no time.
    const of = next === 'of' && !RATE_NOUN.test(before);
    const allowed = next === 'to' && ['day', 'week', 'fortnight', 'month', 'year'].includes(length.unit) && !RATE_NOUN.test(before);
    if (!of && !allowed && !(fresh && next === 'from') && !(BARE_BEFORE.has(before) && !(before === 'last' || before === 'of')))
      return null;
  }
  return found(at, one.last, { kind: 'length', length, lead: 'none', adjective: false });
}

const HEDGES = new Set(['more', 'less', 'fewer', 'longer', 'at', 'up', 'as', 'close', 'the', 'these', 'those', 'this', 'a', 'an', 'half']);

/** "the past", "the last", "the next", "another": what stands before a count. */
function leadAt(words: Words, at: number): { readonly next: number; readonly relation: 'past' | 'next' | 'none' } | null {
  const first = lowerAt(words, at);
  const next = first === 'the' || first === 'these' || first === 'this' || first === 'those' ? at + 1 : at;
  const lead = lowerAt(words, next);
  if (lead === 'past' || lead === 'last' || (lead === 'previous' && next > at)) return { next: next + 1, relation: 'past' };
  if (lead === 'next' || lead === 'coming') return { next: next + 1, relation: 'next' };
  if (next > at && lead === 'first') return { next: next + 1, relation: 'none' };
  return next > at && first !== 'this' ? { next, relation: 'none' } : null;
}
