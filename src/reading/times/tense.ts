// Tells whether a time without its year, month or week lies before or after the day of publication, from the verb it hangs on.
import type { TimesLexicon } from './lexicon.js';
import { isApostrophe, lowerAt, type Words, wordAt } from './look.js';
import type { Found } from './meaning.js';
import type { Lead } from './refine/lead.js';
import { type VerbGroup, verbGroups } from './verbs.js';

/** `near`: the nearest on either side. */
export type Tense = 'past' | 'future' | 'near';
export interface Reading {
  readonly tense: Tense;
  /** The verb group the time hangs on, null where its sentence has none. */
  readonly verb: VerbGroup | null;
}

const STRONG = new Set([';', ':', '—', '–', '(', ')']);
const LINKS = new Set([
  'that',
  'who',
  'which',
  'when',
  'while',
  'because',
  'if',
  'unless',
  'but',
  'and',
  'as',
  'whose',
  'where',
  'after',
  'before',
  'until',
  'although',
  'though',
  'or',
  'so',
  'than',
  'whether',
  'what',
]);
const MARK = { strong: 20, comma: 8, link: 6 } as const;

/** Words looked at on either side of a time; beyond them no verb governs it. */
const REACH = 60;

/** Verb groups and costs of crossing, once a sentence. */
export class SentenceVerbs {
  private readonly words: Words;
  private readonly lexicon: TimesLexicon;
  private readonly groups = new Map<number, readonly VerbGroup[]>();
  private readonly bounds = new Map<number, readonly [number, number]>();

  constructor(words: Words, lexicon: TimesLexicon) {
    this.words = words;
    this.lexicon = lexicon;
  }

  /** Words `first` to `last` of the sentence a word is in. */
  boundsAt(at: number): readonly [number, number] {
    const { sentence } = wordAt(this.words, at);
    const known = this.bounds.get(sentence);
    if (known) return known;
    let first = at;
    while (first > 0 && this.words[first - 1]?.sentence === sentence) first--;
    let last = at + 1;
    while (last < this.words.length && this.words[last]?.sentence === sentence) last++;
    this.bounds.set(sentence, [first, last]);
    return [first, last];
  }

  groupsAt(at: number): readonly VerbGroup[] {
    const { sentence } = wordAt(this.words, at);
    const known = this.groups.get(sentence);
    if (known) return known;
    const [first, last] = this.boundsAt(at);
    const groups = verbGroups(this.words, first, last, this.lexicon);
    this.groups.set(sentence, groups);
    return groups;
  }

  /** The groups of the sentence that lie within reach of a word: a bounded number, however long the sentence. */
  near(at: number): readonly VerbGroup[] {
    const groups = this.groupsAt(at);
    let low = 0;
    let high = groups.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((groups[middle]?.last ?? 0) < at - REACH) low = middle + 1;
      else high = middle;
    }
    let last = low;
    while (last < groups.length && (groups[last]?.first ?? 0) <= at + REACH) last++;
    return groups.slice(low, last);
  }
}

/** What it costs to go from one place to another: a step a word, more for a mark or a linking word. */
function crossing(words: Words, from: number, to: number): number {
  let cost = to - from;
  for (let i = from; i < to; i++) {
    const { lower } = wordAt(words, i);
    if (STRONG.has(lower)) cost += MARK.strong;
    else if (lower === ',') cost += MARK.comma;
    else if (LINKS.has(lower)) cost += MARK.link;
  }
  return cost;
}

/** The time opens its clause: a sentence, or what follows a mark or a conjunction. */
function isFronted(words: Words, first: number, start: number): boolean {
  if (first <= start) return true;
  const { lower } = wordAt(words, first - 1);
  return STRONG.has(lower) || lower === ',' || lower === 'and' || lower === 'but' || lower === 'that' || lower === '"' || lower === '“';
}

export function governing(words: Words, one: Found, lead: Lead, verbs: SentenceVerbs, lexicon: TimesLexicon): VerbGroup | null {
  const [start] = verbs.boundsAt(one.first);
  const first = Math.min(lead.first, one.first);
  const fronted = isFronted(words, first, start);
  let best: VerbGroup | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const group of verbs.near(one.first)) {
    if (group.first < first && group.last > one.last) continue;
    const before = group.last <= first;
    if (!before && group.first < one.last) continue;
    let cost = before ? crossing(words, group.last, first) : crossing(words, one.last, group.first) + 3;
    if (before && fronted) cost += 14;
    if (!before && !fronted) cost += lowerAt(words, one.last) === 's' || isApostrophe(wordAt(words, one.last)) ? 0 : 3;
    if (group.kind === 'gerund' && !lexicon.sets.coming.has(group.verb)) cost += 12;
    if (lexicon.sets.saying.has(group.verb) && (group.kind === 'past' || group.kind === 'present') && isAside(words, group)) cost += 15;
    if (!before && group.kind === 'participle') cost += 4;
    if (!before && group.kind === 'infinitive' && fronted) cost += 6;
    if (cost < least) {
      least = cost;
      best = group;
    }
  }
  return best;
}

/** ", the chairman said," stands aside of what it reports. */
function isAside(words: Words, group: VerbGroup): boolean {
  const after = wordAt(words, group.last).lower;
  if (after !== ',' && after !== '.' && after !== '' && after !== '!') return false;
  for (let i = group.first - 1; i >= 0 && i >= group.first - 12; i--) if (wordAt(words, i).lower === ',') return true;
  return false;
}

export function readTense(words: Words, one: Found, lead: Lead, verbs: SentenceVerbs, lexicon: TimesLexicon): Reading {
  const { sets } = lexicon;
  const verb = governing(words, one, lead, verbs, lexicon);
  const at = (tense: Tense): Reading => ({ tense, verb });
  if (lead.word === 'since') return at('past');
  if (isComing(words, one, lead, sets.coming)) return at('future');
  const plan = planBefore(words, one, lead, lexicon);
  if (plan === 'had' || (plan && isOver(words, one, verbs, lexicon))) return at('past');
  if (plan) return at(plan === 'was' && one.meaning.kind !== 'weekday' ? 'near' : 'future');
  if (verb === null) return at(lead.bound === 'to' || (one.meaning.kind === 'range' && lead.word === 'from') ? 'future' : 'near');
  const before = verb.last <= lead.first;
  switch (verb.kind) {
    case 'future':
    case 'base':
      return at('future');
    case 'present':
      return at(sets.saying.has(verb.verb) && before ? 'past' : 'future');
    case 'near':
      return at(isOver(words, one, verbs, lexicon) ? 'past' : 'near');
    case 'infinitive':
      return at(isImplied(words, verb, verbs, sets.implicative) ? 'past' : 'future');
    case 'perfect':
      return at(!before && (sets.object.has(verb.verb) || sets.plan.has(verb.verb)) ? 'future' : 'past');
    case 'gerund':
      return at(sets.coming.has(verb.verb) ? 'future' : gerund(words, verb, verbs));
    case 'past':
    case 'participle':
    case 'pluperfect':
      if (verb.kind !== 'pluperfect' && before && isAsked(words, one, lead, verb, sets.demand)) return at('future');
      // "gave the delegations until Saturday to answer".
      if (verb.kind !== 'pluperfect' && (lead.word === 'until' || lead.word === 'till') && lowerAt(words, one.last) === 'to')
        return at('future');
      return at('past');
    default:
      return at('past');
  }
}

/** A gerund takes the tense of the group before it. */
function gerund(words: Words, verb: VerbGroup, verbs: SentenceVerbs): Tense {
  const main = verbs
    .near(verb.first)
    .filter((group) => group.kind !== 'gerund' && group.kind !== 'infinitive')
    .at(0);
  if (!main || wordAt(words, main.first).sentence !== wordAt(words, verb.first).sentence) return 'past';
  return main.kind === 'future' ? 'future' : 'past';
}

/** "Friday's vote looming", "ahead of Friday's vote", "the coming vote on Sunday". */
function isComing(words: Words, one: Found, lead: Lead, coming: ReadonlySet<string>): boolean {
  if (
    lowerAt(words, lead.first - 1) === 'ahead' ||
    (lead.word === 'of' && lowerAt(words, one.first - 2) === 'ahead') ||
    lowerAt(words, one.first - 3) === 'ahead'
  )
    return true;
  for (let i = one.last; i < one.last + 5; i++) {
    const { lower, sentence } = wordAt(words, i);
    if (sentence !== wordAt(words, one.first).sentence || lower === ',' || lower === '.') return false;
    if (coming.has(lower) && lower !== 'next' && lower !== 'ahead') return true;
  }
  return false;
}

const TO_PLAN = new Set(['for', 'to', 'until', 'till', 'by', 'on', 'from', 'in', 'before', 'of', 'at', 'over']);
const PLAN_SKIP = new Set([
  'back',
  'off',
  'again',
  'as',
  'soon',
  'early',
  'late',
  'the',
  'meeting',
  'start',
  'begin',
  'time',
  'forward',
  'up',
  'in',
  'Geneva',
  'here',
  'there',
  'from',
  'at',
]);

/** A verb of planning just before the time, reached by "for", "to", "until", or with the day as its object ("proposed Feb. 10"). */
function planBefore(words: Words, one: Found, lead: Lead, { sets }: TimesLexicon): 'had' | 'was' | 'plan' | null {
  const reached = lead.first < one.first ? lead.word : '';
  const from = lead.first - 1;
  if (reached === '') {
    if (one.meaning.kind === 'weekday' && !['as', 'for'].includes(lowerAt(words, one.last))) return null;
    if (sets.object.has(lowerAt(words, one.first - 1))) return auxiliary(words, one.first - 2);
    return null;
  }
  if (!TO_PLAN.has(reached)) return null;
  for (let i = from; i >= 0 && i >= from - 5; i--) {
    const { lower, isMark, sentence } = wordAt(words, i);
    if (isMark || sentence !== wordAt(words, one.first).sentence) return null;
    if (sets.plan.has(lower)) {
      if (i < from - 1 && (reached === 'on' || reached === 'in' || reached === 'at' || reached === 'of')) return null;
      if (
        (reached === 'on' || reached === 'at' || reached === 'in' || reached === 'of') &&
        !['due', 'scheduled', 'planned', 'expected', 'slated', 'foreseen'].includes(lower)
      )
        return null;
      if (
        (lower === 'put' || lower === 'brought' || lower === 'set') &&
        reached !== 'for' &&
        lower !== 'set' &&
        !['off', 'back', 'forward'].includes(lowerAt(words, i + 1))
      )
        return null;
      return auxiliary(words, i - 1);
    }
    if (i < from && !PLAN_SKIP.has(lower) && i < from - 3) return null;
  }
  return null;
}

/** "had been set for Monday" looks back. */
function auxiliary(words: Words, at: number): 'had' | 'was' | 'plan' {
  for (let i = at; i >= 0 && i >= at - 3; i--) {
    const { lower, isMark } = wordAt(words, i);
    if (isMark) break;
    if (lower === 'had') return 'had';
    if (lower === 'was' || lower === 'were') return 'was';
  }
  return 'plan';
}

/** What was planned is told as over: a past verb follows in the sentence. */
function isOver(words: Words, one: Found, verbs: SentenceVerbs, { sets }: TimesLexicon): boolean {
  for (const group of verbs.near(one.first)) {
    if (group.first < one.last || sets.saying.has(group.verb)) continue;
    if (wordAt(words, group.first).broken) break;
    if (group.kind === 'future' || group.kind === 'near') return false;
    if (sets.plan.has(group.verb)) continue;
    if (group.kind === 'past' || (group.kind === 'perfect' && sets.over.has(group.verb))) return true;
  }
  return false;
}

/** "failed to meet on Friday", "refused to board": the infinitive shares the tense of its verb. */
function isImplied(words: Words, verb: VerbGroup, verbs: SentenceVerbs, implicative: ReadonlySet<string>): boolean {
  for (const group of verbs.near(verb.first)) {
    if (group.last > verb.first) return false;
    if (verb.first - group.last <= 3 && (group.kind === 'past' || group.kind === 'perfect' || group.kind === 'pluperfect')) {
      if (implicative.has(group.verb)) return true;
      if (implicative.has(lowerAt(words, verb.first - 1))) return true;
    }
  }
  return false;
}

/** "asked for a truce over Easter", "demanded a reply by Friday": what is asked is to come. */
function isAsked(words: Words, one: Found, lead: Lead, verb: VerbGroup, demand: ReadonlySet<string>): boolean {
  if (!demand.has(verb.verb) || lead.first - verb.last < 2) return false;
  if (one.meaning.kind === 'weekday' || one.meaning.kind === 'deictic')
    return ['by', 'until', 'till', 'before', 'from', 'for', 'over', 'than'].includes(lead.word);
  // A thing asked for must stand between, and not the one who is asked.
  for (let i = verb.last; i < lead.first; i++)
    if (['for', 'a', 'an', 'the', 'that', 'any', 'all', 'new', 'to'].includes(wordAt(words, i).lower))
      return lead.word !== '' || one.meaning.kind === 'feast';
  return false;
}
