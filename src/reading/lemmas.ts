// Base forms of words: WordNet's exception lists first, then suffix rules that keep a candidate WordNet has as a word of that kind.
import { z } from 'zod';
import { ADJECTIVE, type Lexicon, NOUN, VERB } from './lexicon.js';

const table = z.record(z.string(), z.string());
const fileSchema = z.object({ noun: table, verb: table, adjective: table });

/** Inflected forms that no rule finds, by kind. */
export interface LemmaTables {
  readonly noun: ReadonlyMap<string, string>;
  readonly verb: ReadonlyMap<string, string>;
  readonly adjective: ReadonlyMap<string, string>;
}

/** Opens data/compiled/lemmas.json. */
export function openLemmas(bytes: Uint8Array): LemmaTables {
  const file = fileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return {
    noun: new Map(Object.entries(file.noun)),
    verb: new Map(Object.entries(file.verb)),
    adjective: new Map(Object.entries(file.adjective)),
  };
}

/** Forms of the closed classes, as UD English has their base forms. */
const CLOSED = new Map(
  Object.entries({
    am: 'be',
    is: 'be',
    are: 'be',
    was: 'be',
    were: 'be',
    been: 'be',
    being: 'be',
    "'m": 'be',
    "'re": 'be',
    '’m': 'be',
    '’re': 'be',
    has: 'have',
    had: 'have',
    having: 'have',
    "'ve": 'have',
    '’ve': 'have',
    does: 'do',
    did: 'do',
    done: 'do',
    doing: 'do',
    wo: 'will',
    "'ll": 'will',
    '’ll': 'will',
    ca: 'can',
    sha: 'shall',
    "'d": 'would',
    '’d': 'would',
    "n't": 'not',
    'n’t': 'not',
    an: 'a',
    me: 'I',
    us: 'we',
    him: 'he',
    them: 'they',
    "'em": 'they',
    these: 'this',
    those: 'that',
    others: 'other',
  }),
);

const VOWELS = 'aeiou';
const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWELS.includes(letter);

/** The first candidate that WordNet has as `kind`, or the fallback. */
function known(candidates: readonly string[], kind: number, fallback: string, lexicon: Lexicon): string {
  for (const candidate of candidates) if ((lexicon.sensesOf(candidate) & kind) !== 0) return candidate;
  return fallback;
}

/** Base form of a plural noun. */
function singular(word: string, lexicon: Lexicon): string {
  if (!word.endsWith('s') || word.endsWith('ss') || word.length < 3) return word.endsWith('men') ? `${word.slice(0, -3)}man` : word;
  if (word.endsWith('ies') && word.length > 4)
    return known([`${word.slice(0, -3)}y`, word.slice(0, -1)], NOUN, `${word.slice(0, -3)}y`, lexicon);
  const plain = word.slice(0, -1);
  if ((lexicon.sensesOf(word) & NOUN) !== 0 && (lexicon.sensesOf(plain) & NOUN) === 0) return word;
  if (word.endsWith('es')) {
    const stem = word.slice(0, -2);
    const sibilant = /(?:[sxz]|ch|sh)$/.test(stem);
    if (word.endsWith('ves')) return known([plain, `${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`], NOUN, plain, lexicon);
    return sibilant ? known([stem, plain], NOUN, stem, lexicon) : known([plain, stem], NOUN, plain, lexicon);
  }
  return plain;
}

/** Base form of a verb without its -ed or -ing. */
function bareVerb(stem: string, lexicon: Lexicon): string {
  const last = stem.at(-1);
  const doubled = last !== undefined && last === stem.at(-2) && !isVowel(last);
  const undoubled = stem.slice(0, -1);
  const shortVowel =
    stem.length <= 4 && !isVowel(last) && isVowel(stem.at(-2)) && !isVowel(stem.at(-3)) && last !== 'w' && last !== 'x' && last !== 'y';
  const endsMute = /(?:[^aeiou](?:l|[cgsvz])|[cvz]|u|[aeiou]s|[^n]g|[ai]t|ur|ir|or)$/.test(stem) && !doubled;
  const ordered = doubled ? [stem, undoubled, `${stem}e`] : shortVowel || endsMute ? [`${stem}e`, stem] : [stem, `${stem}e`];
  return known(ordered, VERB, doubled && last !== 'l' && last !== 's' && last !== 'f' ? undoubled : ordered[0]!, lexicon);
}

/** Base form of an inflected verb. */
function infinitive(word: string, tag: string, lexicon: Lexicon): string {
  if (tag === 'VBZ') {
    if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
    if (word.endsWith('es'))
      return known(
        [word.slice(0, -1), word.slice(0, -2)],
        VERB,
        /(?:[sxz]|ch|sh|o)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1),
        lexicon,
      );
    return word.endsWith('s') && word.length > 2 ? word.slice(0, -1) : word;
  }
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('eed') && (lexicon.sensesOf(word) & VERB) === 0) return known([word.slice(0, -1)], VERB, word.slice(0, -1), lexicon);
  if (tag === 'VBG' && word.endsWith('ing') && word.length > 4) {
    return word.endsWith('ying') && word.length === 5 ? `${word[0]}ie` : bareVerb(word.slice(0, -3), lexicon);
  }
  if (tag !== 'VBG' && word.endsWith('ed') && word.length > 3) return bareVerb(word.slice(0, -2), lexicon);
  return word;
}

/** Base form of a comparative or superlative. */
function positive(word: string, lexicon: Lexicon): string {
  const stem = word.endsWith('er') ? word.slice(0, -2) : word.endsWith('est') ? word.slice(0, -3) : '';
  if (stem.length < 2) return word;
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  return known([stem, `${stem}e`, stem.slice(0, -1)], ADJECTIVE, word, lexicon);
}

/**
 * Base form of a word by its Penn Treebank tag: in small letters, but for proper nouns, which keep theirs and lose only a plural "s".
 * Rules after WordNet's Morphy (Princeton University).
 */
export function lemmaOf(text: string, lower: string, tag: string, lexicon: Lexicon, tables: LemmaTables): string {
  if (tag === 'NNP') return text;
  if (tag === 'NNPS') return lower.endsWith('s') && !lower.endsWith('ss') ? text.slice(0, -1) : text;
  const closed = CLOSED.get(lower);
  if (closed !== undefined && tag !== 'NN' && tag !== 'NNS') return tag === 'POS' ? text : closed;
  if ((lower === "'s" || lower === '’s') && tag === 'VBZ') return 'be';
  switch (tag) {
    case 'NNS':
      return tables.noun.get(lower) ?? singular(lower, lexicon);
    case 'VBD':
    case 'VBG':
    case 'VBN':
    case 'VBZ':
      return tables.verb.get(lower) ?? infinitive(lower, tag, lexicon);
    case 'JJR':
    case 'JJS':
    case 'RBR':
    case 'RBS':
      return tables.adjective.get(lower) ?? positive(lower, lexicon);
    case 'JJ':
      // "Syrian" keeps its capital, "Senior" at the start of a sentence does not.
      return text !== lower && (lexicon.sensesOf(lower) & ADJECTIVE) === 0 ? text : lower;
    case 'PRP':
      return lower === 'i' ? 'I' : lower;
    default:
      return lower;
  }
}
