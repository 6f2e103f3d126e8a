// Groups the verbs of a sentence and tells of each whether it speaks of what was, is or is to come.
import type { TimesLexicon } from './lexicon.js';
import { isApostrophe, lowerAt, type Words, wordAt } from './look.js';

export type GroupKind = 'future' | 'past' | 'perfect' | 'pluperfect' | 'present' | 'infinitive' | 'participle' | 'gerund' | 'base' | 'near';

export interface VerbGroup {
  readonly first: number;
  /** The place after its last word. */
  readonly last: number;
  readonly kind: GroupKind;
  /** Its last verb in small letters. */
  readonly verb: string;
}

type Form = 'MD' | 'VB' | 'VBD' | 'VBN' | 'VBG' | 'VBP' | 'VBZ' | 'TO' | '';

const BE_PRESENT = new Set(['is', 'are', 'am', 're']);
const BE_PAST = new Set(['was', 'were']);
const HAVE = new Set(['has', 'have', 'having', 've']);
const INSIDE = new Set([
  'not',
  'n',
  't',
  'been',
  'be',
  'being',
  'still',
  'yet',
  'already',
  'just',
  'also',
  'now',
  'since',
  'never',
  'ever',
  'all',
  'both',
  'only',
  'hardly',
  'then',
  'again',
  'soon',
  'first',
  'either',
  'once',
  'so',
  'back',
  "'",
]);
const READY = new Set([
  'due',
  'likely',
  'unlikely',
  'ready',
  'bound',
  'poised',
  'supposed',
  'certain',
  'sure',
  'about',
  'set',
  'going',
  'able',
  'prepared',
  'keen',
  'obliged',
  'free',
  'meant',
  'willing',
]);

/** What stands before a participle that only describes ("a signed text"). */
const ATTRIBUTE = /^(DT|JJ|PRP\$|POS|CD)$/;

const AFTER_VERB = /^(RP|IN|DT|PRP|TO|CD|RB)/;

/** Form of a word by its tag, or by its shape where it carries none. */
function formAt(words: Words, at: number, { sets }: TimesLexicon): Form {
  const word = wordAt(words, at);
  const { tag, lower } = word;
  if (word.isMark) return '';
  if (tag !== '') {
    if (tag === 'MD' || tag === 'TO') return tag;
    const before = wordAt(words, at - 1).tag;
    if (tag === 'VBN' || tag === 'VBG' || tag === 'VBD')
      return ATTRIBUTE.test(before) && /^(NN|JJ)/.test(wordAt(words, at + 1).tag) && tag !== 'VBD' ? '' : tag;
    // A form that can only be past, or is written like its base, where the tag has it for something else.
    if (tag === 'VB' || tag === 'VBP')
      return sets.past.has(lower) && lower !== 'put' && !/^(MD|TO)$/.test(before) && !word.capital && tag === 'VB' ? 'VBD' : tag;
    if (tag === 'VBZ') return tag;
    // Nouns by their tag that the words round them make verbs: "which last sat on", "talks resume in", "the panel meets Sunday".
    if (tag === 'NN' || tag === 'NNS') {
      const after = wordAt(words, at + 1);
      if (!AFTER_VERB.test(after.tag) && after.entry?.weekday === undefined) return '';
      if (
        sets.past.has(lower) &&
        (/^(NN|PRP$|WDT|WP)/.test(before) || (/^(JJ|RB)/.test(before) && /^(WDT|WP)/.test(wordAt(words, at - 2).tag)))
      )
        return 'VBD';
      if (sets.happen.has(lower)) {
        const plural = before === 'NNS' || before === 'NNPS' || before === 'PRP';
        if (!lower.endsWith('s') && plural) return 'VBP';
        if (lower.endsWith('s') && (before === 'NN' || before === 'NNP' || before === ',' || before === 'WDT') && after.tag !== 'IN')
          return 'VBZ';
      }
    }
    return '';
  }
  if (sets.modals.has(lower) && !word.capital) return 'MD';
  if (lower === 'to') return 'TO';
  if (BE_PRESENT.has(lower) || lower === 'has') return 'VBZ';
  if (lower === 'have') return 'VBP';
  if (sets.past.has(lower)) return 'VBD';
  if (sets.participles.has(lower)) return 'VBN';
  if (/^[a-z]{2,}ed$/.test(lower) && word.entry === undefined) return 'VBD';
  if (/^[a-z]{3,}ing$/.test(lower) && word.entry === undefined && lower !== 'nothing' && lower !== 'morning' && lower !== 'evening')
    return 'VBG';
  return '';
}

/** The verb groups of words `first` to `last`, half-open; linear. */
export function verbGroups(words: Words, first: number, last: number, lexicon: TimesLexicon): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let at = first;
  while (at < last) {
    const group = groupAt(words, at, last, lexicon);
    if (group) {
      groups.push(group);
      at = group.last;
    } else at++;
  }
  return groups;
}

/** The next verb after small words inside a group, or -1. */
function inner(words: Words, at: number, last: number, lexicon: TimesLexicon): number {
  for (let i = at; i < last && i < at + 6; i++) {
    const form = formAt(words, i, lexicon);
    if (form !== '' && form !== 'TO' && form !== 'MD') {
      if (['been', 'be', 'being', 'have'].includes(lowerAt(words, i)) && i + 1 < last) {
        const next = inner(words, i + 1, last, lexicon);
        if (next >= 0 && next <= i + 3 && formAt(words, next, lexicon) !== 'VBZ' && formAt(words, next, lexicon) !== 'VBP') return next;
      }
      return i;
    }
    const { lower, tag, isMark } = wordAt(words, i);
    if (!INSIDE.has(lower) && !tag.startsWith('RB') && !(tag === '' && lower.endsWith('ly')) && !(isMark && isApostrophe(wordAt(words, i))))
      return -1;
  }
  return -1;
}

const group = (words: Words, first: number, verbAt: number, kind: GroupKind): VerbGroup => ({
  first,
  last: verbAt + 1,
  kind,
  verb: lowerAt(words, verbAt),
});

function groupAt(words: Words, at: number, last: number, lexicon: TimesLexicon): VerbGroup | null {
  const form = formAt(words, at, lexicon);
  if (form === '') return null;
  const lower = lowerAt(words, at);
  if (form === 'MD') {
    const verb = inner(words, at + 1, last, lexicon);
    if (verb < 0) return group(words, at, at, 'future');
    // "could not agree" tells what was; "would not say" too.
    const negated = lowerAt(words, at + 1) === 'not' || lowerAt(words, at + 1) === "'";
    if (
      negated &&
      (lower === 'could' || lower === 'couldn' || (lower.startsWith('would') && lexicon.sets.saying.has(lowerAt(words, verb))))
    )
      return group(words, at, verb, 'past');
    // "could have signed" looks back.
    const have = lowerAt(words, at + 1) === 'have' || lowerAt(words, at + 2) === 'have';
    return group(words, at, verb, have && verb > at + 1 && lower !== 'will' && formAt(words, verb, lexicon) !== 'VB' ? 'past' : 'future');
  }
  if (form === 'TO') {
    const verb = inner(words, at + 1, last, lexicon);
    return verb >= 0 &&
      ['VB', 'VBP', ''].includes(formAt(words, at + 1, lexicon)) === false &&
      formAt(words, verb, lexicon) !== 'VBN' &&
      formAt(words, verb, lexicon) !== 'VB'
      ? null
      : verb < 0
        ? untagged(words, at, last)
        : group(words, at, verb, 'infinitive');
  }
  if (HAVE.has(lower) || lower === 'had') return having(words, at, last, lower, lexicon);
  if (BE_PRESENT.has(lower) || BE_PAST.has(lower)) return being(words, at, last, BE_PAST.has(lower), lexicon);
  switch (form) {
    case 'VBD':
      return group(words, at, at, 'past');
    case 'VBZ':
    case 'VBP':
      return group(words, at, at, 'present');
    case 'VBN':
      return group(words, at, at, 'participle');
    case 'VBG':
      return group(words, at, at, 'gerund');
    default:
      return group(words, at, at, 'base');
  }
}

/** "to" and a plain word where nothing is tagged: an infinitive if the word could be a verb. */
function untagged(words: Words, at: number, last: number): VerbGroup | null {
  const next = wordAt(words, at + 1);
  if (at + 1 >= last || next.tag !== '' || next.isMark || next.capital || next.entry !== undefined || next.figures > 0) return null;
  if (/^(the|a|an|his|her|its|their|this|that|these|those|any|all|both|each|no|some|it|them|him|us|me|you)$/.test(next.lower)) return null;
  return group(words, at, at + 1, 'infinitive');
}

function having(words: Words, at: number, last: number, lower: string, lexicon: TimesLexicon): VerbGroup {
  const yet = lowerAt(words, at + 1) === 'yet' || lowerAt(words, at + 1) === 'still';
  if (lowerAt(words, at + 1) === 'to' || (yet && lowerAt(words, at + 2) === 'to')) {
    const verb = inner(words, at + (yet ? 3 : 2), last, lexicon);
    return group(words, at, verb < 0 ? at + 1 : verb, lower === 'had' ? 'past' : yet ? 'present' : 'future');
  }
  const verb = inner(words, at + 1, last, lexicon);
  const participle = verb >= 0 && ['VBN', 'VBD', 'VBG'].includes(formAt(words, verb, lexicon));
  if (participle) return group(words, at, verb, lower === 'had' ? 'pluperfect' : 'perfect');
  return group(words, at, at, lower === 'had' ? 'past' : 'present');
}

function being(words: Words, at: number, last: number, past: boolean, lexicon: TimesLexicon): VerbGroup {
  let next = at + 1;
  while (next < at + 4 && (INSIDE.has(lowerAt(words, next)) || wordAt(words, next).tag.startsWith('RB')) && lowerAt(words, next) !== "'")
    next++;
  const lower = lowerAt(words, next);
  if (lower === 'to' && !READY.has(lower)) {
    const verb = inner(words, next + 1, last, lexicon);
    const tagged = wordAt(words, next).tag;
    if (verb >= 0 || tagged === '' || tagged === 'TO')
      return group(words, at, verb < 0 ? Math.min(next + 1, last - 1) : verb, past ? 'near' : 'future');
  }
  if (
    READY.has(lower) ||
    (lexicon.sets.plan.has(lower) && ['to', 'back', 'for', 'on', 'in', 'at', 'by'].includes(lowerAt(words, next + 1)))
  ) {
    const verb =
      lowerAt(words, next + 1) === 'to' || lowerAt(words, next + 2) === 'to'
        ? inner(words, lowerAt(words, next + 1) === 'to' ? next + 2 : next + 3, last, lexicon)
        : -1;
    return group(words, at, verb < 0 ? next : verb, past ? 'near' : 'future');
  }
  const verb = inner(words, at + 1, last, lexicon);
  const part = verb >= 0 && ['VBN', 'VBG', 'VBD'].includes(formAt(words, verb, lexicon)) ? verb : at;
  return group(words, at, part, past ? 'past' : 'present');
}
