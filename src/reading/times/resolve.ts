// Gives each finding its days: first what the day of publication and the tense settle, then what hangs on another date of the text.
import { boundsOf } from '../../terms/edtf.js';
import type { TimeExpression } from '../../terms/reading.js';
import { dateOf, dayIn } from './calendar.js';
import { daysOf, isStated } from './days.js';
import { HANGING, hang } from './hang.js';
import type { TimesLexicon } from './lexicon.js';
import { lowerAt, type Words, wordAt } from './look.js';
import { type Found, isPeriod, type Meaning } from './meaning.js';
import type { Days } from './named-days.js';
import { type Bound, leadOf } from './refine/lead.js';
import type { Given, Open, Resolved } from './resolved.js';
import { readTense, SentenceVerbs } from './tense.js';

/** Resolves all findings of a report, in order. */
export function resolveAll(words: Words, findings: readonly Found[], given: Given, lexicon: TimesLexicon): Resolved[] {
  const verbs = new SentenceVerbs(words, lexicon);
  const all: Open[] = findings.map((found) => {
    const lead = leadOf(words, found, lexicon);
    const dateline = isDateline(words, found);
    const read = readTense(words, found, lead, verbs, lexicon);
    const tense = dateline ? 'past' : read.tense;
    const days = HANGING.has(found.meaning.kind) ? null : daysOf(found.meaning, { ...given, tense });
    return {
      found,
      lead,
      tense,
      verb: read.verb,
      kind: kindOf(found.meaning, days),
      days,
      edtf: null,
      basis: days && !isStated(found.meaning) ? 'inferred' : 'stated',
    };
  });
  for (let i = 0; i < all.length; i++) {
    const one = all[i];
    if (!one) continue;
    hang(words, all, i, one, given, lexicon);
    one.edtf = bounded(words, one, all[i - 1]);
    if (one.edtf !== null && boundsOf(one.edtf) === null) one.edtf = null;
    if (one.edtf === null) one.basis = 'stated';
    else if (one.edtf.includes('/') && one.kind === 'date') one.kind = 'range';
  }
  return all;
}

/** "GENEVA, Jan. 31 (Reuters) -": a place opens the paragraph, in capitals or with a comma, and the date follows. */
function isDateline(words: Words, { first, meaning }: Found): boolean {
  if (meaning.kind !== 'day' && meaning.kind !== 'weekday') return false;
  const comma = wordAt(words, first - 1).lower === ',';
  let capitals = 0;
  let shouted = 0;
  for (let at = first - 1; at >= 0 && at >= first - 8; at--) {
    const word = wordAt(words, at);
    if (word.isMark) {
      if (![',', '.', '(', '-', '—', '–', '/'].includes(word.lower)) return false;
    } else if (!word.capital || word.tag === 'IN') return false;
    else {
      capitals++;
      if (word.isUpper && word.end - word.start > 2) shouted++;
    }
    if (word.broken || at === 0) return capitals > 0 && (shouted > 0 || (comma && capitals < 4));
  }
  return false;
}

function kindOf(meaning: Meaning, days: Days | null): TimeExpression['kind'] {
  switch (meaning.kind) {
    case 'set':
      return 'set';
    case 'length':
    case 'span':
      return 'duration';
    case 'unknown':
      return meaning.as;
    case 'range':
    case 'overnight':
    case 'fiscal':
      return 'range';
    case 'part':
    case 'slice':
      return days?.one ? 'date' : 'range';
    case 'period':
      return ['week', 'weekend', 'quarter'].includes(meaning.unit) ? 'range' : 'date';
    default:
      return days && !days.one ? 'range' : 'date';
  }
}

/** The value with what bounds it. */
function bounded(words: Words, one: Open, before: Open | undefined): string | null {
  const { days, found, kind } = one;
  if (days === null) return null;
  const plain = days.one ? days.first : `${days.first}/${days.last}`;
  if (kind === 'duration' || found.meaning.kind === 'count' || found.meaning.kind === 'overnight') return plain;
  const bound = boundOf(words, one, before);
  if (bound === 'none') return plain;
  // "by the end of the month" is exact: the last day is still inside.
  const edge = found.meaning.kind === 'edge';
  if (bound === 'to') return `../${edge ? days.last.replace('~', '') : days.last}`;
  return `${days.first}/..`;
}

function boundOf(words: Words, { lead, found, tense }: Open, before: Open | undefined): Bound {
  if (lead.bound === 'none') {
    // "as of Friday the ban holds" looks ahead.
    if (lead.word === 'of' && lowerAt(words, found.first - 2) === 'as' && tense === 'future') return 'from';
    return 'none';
  }
  // "for six months from Nov. 1": the length holds the bound.
  if (
    lead.bound === 'from' &&
    (lead.word === 'from' || lead.word === 'after') &&
    before?.found.meaning.kind === 'length' &&
    lead.first - before.found.last <= 4 &&
    before.days !== null
  )
    return 'none';
  // "three days before Oct. 15": the word belongs to the count.
  if (before && before.found.last > lead.first) return 'none';
  if (
    lead.word === 'from' &&
    isPeriod(found.meaning) &&
    found.meaning.kind !== 'month' &&
    found.meaning.kind !== 'year' &&
    tense === 'past'
  )
    return 'none';
  return lead.bound;
}

/** The day of publication, or null where it is no single day. */
export const publishedDay = (published: string | undefined): number | null => {
  const day = published === undefined ? null : dayIn(published.slice(0, 10));
  return day !== null && dateOf(day).year > 0 ? day : null;
};
