// Cuts sentences into noun phrases by their tags: determiner, possessor, words before the head, head, and the phrase that an "of" or "for" hangs on it.
import type { KnownSpan } from './known-names.js';
import { analyse, type Nominal } from './nominal.js';
import type { Phrase } from './phrase.js';
import { findProperRuns } from './proper-runs.js';
import { glued, type View } from './view.js';

const TEMPORAL = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december ' +
    'today yesterday tomorrow tonight week weeks month months year years day days night nights morning afternoon evening hour hours minute minutes weekend midnight noon'
  ).split(' '),
);
const DETERMINERS = new Set(
  'the a an this that these those each every both all neither either no some any another other several many few most half such'.split(' '),
);
const NUMBERS = new Set('one two three four five six seven eight nine ten eleven twelve'.split(' '));
const BARE = new Set('both each neither either one two three four five six seven eight nine ten eleven others another all'.split(' '));

/** Offices with an "of" inside. */
const OFFICE_OF =
  /^(secretary of state|secretaries of state|head of state|heads of state|chief of staff|chiefs of staff|member of parliament|members of parliament)$/;

interface Reach {
  readonly view: View;
  /** For each token the end of the proper run that starts there, or 0. */
  readonly runEnd: Int32Array;
  readonly known: ReadonlyMap<number, KnownSpan>;
}

/** True where the token can stand inside a noun phrase whose core began at `core`. */
function belongs({ view }: Reach, at: number, core: number, opened: boolean): boolean {
  const { tokens } = view;
  const { tag, text, lower } = tokens[at]!;
  if (/^(NN|NNS|NNP|NNPS|JJ|JJR|JJS|CD|FW|ADD|AFX)$/.test(tag)) return !(lower === 'such' && opened);
  const next = tokens[at + 1];
  if (text === '-' || text === '–') return at > core && glued(view, at) && glued(view, at + 1);
  if (tag === 'VBN' || tag === 'VBG') {
    if (
      !((opened && at === core) || (at > core && (tokens[at - 1]!.text === '-' || /^(JJ|HYPH|RB|CD|VBN)$/.test(tokens[at - 1]!.tag)))) ||
      next === undefined
    )
      return false;
    return /^(NN|JJ)/.test(next.tag) || next.text === '-';
  }
  if (lower === 'of') return at > core && OFFICE_OF.test(`${tokens[at - 1]!.lower} of ${next?.lower ?? ''}`);
  if (tag === 'VBD') return at > core && tokens[at - 1]?.text === '-';
  if (tag === 'RB' && next?.text === '-' && glued(view, at + 1)) return true;
  if (tag === 'RB') return opened && next !== undefined && /^(VBN|JJ)$/.test(next.tag) && /^(NN|JJ)/.test(tokens[at + 2]?.tag ?? '');
  if ((lower === 'and' || lower === 'or') && at > core && !glued(view, at)) {
    return (
      /^(JJ|NN)$/.test(tokens[at - 1]!.tag) &&
      view.capital[at - 1] === 0 &&
      /^(JJ|NN)$/.test(next?.tag ?? '') &&
      view.capital[at + 1] === 0 &&
      tokens[at + 2]?.tag === 'NNS'
    );
  }
  return false;
}

/** The end of the core that starts at `core`, where nothing more belongs. */
function coreEndOf(reach: Reach, core: number, last: number, opened: boolean): number {
  const { view, runEnd } = reach;
  const { tokens, capital, lexicon } = view;
  let at = core;
  while (at < last) {
    const { lower, tag } = tokens[at]!;
    if (TEMPORAL.has(lower)) return at === core ? at + 1 : at;
    if (at > core && glued(view, at) === false && tokens[at - 1] !== undefined && /^(NN|NNS)$/.test(tokens[at - 1]!.tag)) {
      // "the document Lavrov signed" is two phrases; "negotiator Ahmed Tugod" and "news agency SUNA" are one.
      const fused = lexicon.heads.has(tokens[at - 1]!.lower) || capital[at - 1] === 1;
      if (!fused && runEnd[at]! > 0) return at;
      // A plural closes a phrase, unless a name follows it in apposition ("rebels", then a verb read as a noun).
      if (tokens[at - 1]!.tag === 'NNS' && runEnd[at] === 0 && !/^NNS?$/.test(tag)) return at;
    }
    if (runEnd[at]! > 0) {
      const titled = at > core && lexicon.heads.get(tokens[at - 1]!.lower)?.class === 'office';
      const given = runEnd[at]! - at >= 2 && lexicon.givenNames.has(tokens[at]!.text);
      at = Math.min(runEnd[at]!, last);
      // A person's name closes the phrase: "its negotiator Ahmed Tugod home", "Barack Obama rings".
      if (
        (titled || given) &&
        at < last &&
        view.capital[at] === 0 &&
        /^(NN|NNS|JJ|CD)$/.test(tokens[at]!.tag) &&
        !lexicon.heads.has(tokens[at]!.lower)
      )
        return at;
    } else if (belongs(reach, at, core, opened)) at++;
    else break;
  }
  return at;
}

/** The last token of the core that can be its head: a noun, a number or a name. */
function trimmed({ view, runEnd }: Reach, core: number, end: number): number {
  let last = end;
  while (last > core) {
    const { tag, text, lower } = view.tokens[last - 1]!;
    const noun = view.lexicon.heads.get(lower);
    if (
      lower !== 'close' &&
      (/^(NN|CD|FW|ADD)/.test(tag) ||
        view.capital[last - 1] === 1 ||
        (tag === 'JJ' && (noun?.class === 'voice' || noun?.class === 'office')))
    )
      break;
    if (text !== '-' && runEnd[last - 1]! > 0) break;
    last--;
  }
  return last;
}

/** All noun phrases, in order, possessors before what they possess. */
export function phrasesOf(view: View, known: ReadonlyMap<number, KnownSpan>): Phrase[] {
  const { tokens, lexicon, sentences } = view;
  const reach: Reach = { view, runEnd: findProperRuns(view, known), known };
  const phrases: Phrase[] = [];
  const starting = new Map<number, Phrase>();
  const add = (phrase: Omit<Phrase, 'index' | 'complement' | 'preposition' | 'role'>): Phrase => {
    const made: Phrase = { ...phrase, index: phrases.length, complement: null, preposition: '', role: null };
    phrases.push(made);
    starting.set(made.first, made);
    return made;
  };
  for (const sentence of sentences) {
    let possessor: Phrase | null = null;
    for (let at = sentence.first; at < sentence.last; ) {
      const token = tokens[at]!;
      const pronoun = reach.runEnd[at] === 0 ? lexicon.pronouns.get(token.lower) : undefined;
      if (pronoun !== undefined && (/^(PRP|WP|WDT)/.test(token.tag) || pronoun.number !== 'r')) {
        const possessive = token.tag === 'PRP$' || token.tag === 'WP$' || /^(his|its|their|our|my|whose)$/.test(token.lower);
        const made = add({
          first: at,
          last: at + 1,
          coreEnd: at + 1,
          core: at,
          head: at,
          determiner: '',
          possessor: null,
          possessive,
          plural: pronoun.number === 'p',
          nominal: { type: 'pronoun', pronoun },
        });
        possessor = possessive ? made : null;
        at++;
        continue;
      }
      let core = at;
      let determiner = '';
      while (core < sentence.last && reach.runEnd[core] === 0) {
        const { lower, tag } = tokens[core]!;
        const takes = DETERMINERS.has(lower) || NUMBERS.has(lower) || tag === 'PDT' || (tag === 'CD' && determiner !== '');
        if (!takes || (lower === 'that' && tag !== 'DT')) break;
        determiner = determiner === '' ? lower : `${determiner} ${lower}`;
        core++;
      }
      const end = coreEndOf(reach, core, sentence.last, determiner !== '' || possessor !== null);
      const coreEnd = trimmed(reach, core, end);
      if (coreEnd === core) {
        const bare = determiner.split(' ').at(-1) ?? '';
        if (determiner !== '' && (BARE.has(bare) || determiner === 'the other') && !/^(a|an|no|any|some)( |$)/.test(determiner)) {
          const head = core - 1;
          const nominal: Nominal = { type: 'bare', word: bare };
          add({
            first: at,
            last: core,
            coreEnd: core,
            core: at,
            head,
            determiner,
            possessor: null,
            possessive: false,
            plural: true,
            nominal,
          });
        }
        possessor = null;
        at = Math.max(end, core, at + 1);
        continue;
      }
      const mark = tokens[coreEnd];
      const possessive = mark !== undefined && (mark.tag === 'POS' || /^['’]s?$/.test(mark.text)) && glued(view, coreEnd);
      const head = coreEnd - 1;
      const nominal = analyse(view, known, core, coreEnd);
      const bracketed = possessor ?? beforeBracket(view, phrases, at, nominal);
      const made = add({
        first: bracketed?.first ?? at,
        last: coreEnd,
        coreEnd,
        core,
        head,
        determiner,
        possessor: bracketed,
        possessive,
        plural: /^NNP?S$/.test(tokens[head]!.tag),
        nominal,
      });
      possessor = possessive ? made : null;
      at = possessive ? coreEnd + 1 : coreEnd;
    }
  }
  for (const phrase of phrases.toReversed()) hang(view, phrase, starting);
  return phrases;
}

/** The name before an acronym in brackets that a title or description goes on from: "Karen National Union (KNU) chairman". */
function beforeBracket({ tokens }: View, phrases: readonly Phrase[], at: number, nominal: Nominal): Phrase | null {
  if (tokens[at - 1]?.text !== ')' || (nominal.type !== 'description' && !(nominal.type === 'person' && nominal.offices.length > 0)))
    return null;
  for (const phrase of phrases.slice(-3))
    if (tokens[phrase.last]?.text === '(' && phrase.last >= at - 5 && phrase.nominal.type !== 'other') return phrase;
  return null;
}

const OF_CLASSES = new Set([
  'government',
  'delegation',
  'office',
  'person',
  'voice',
  'opposition',
  'rebels',
  'force',
  'body',
  'organisation',
  'group',
  'bloc',
  'side',
  'outlet',
  'place',
  'text',
  'process',
  'gathering',
]);
/** Offices that are held for somebody. */
const FOR_OFFICE =
  /^(spokes.*|envoy|special envoy|representative|special representative|negotiator|chief negotiator|minister|secretary|coordinator|commissioner|high commissioner|adviser|advisor|ambassador|lawyer|candidate|.*minister)$/;
const VOICES = new Set(['office', 'voice', 'person', 'group', 'delegation']);

/** Hangs on a description the phrase after its "of", "for", "at", "close to". */
function hang({ tokens }: View, phrase: Phrase, starting: ReadonlyMap<number, Phrase>): void {
  const { nominal } = phrase;
  if (phrase.possessive || (nominal.type !== 'description' && nominal.type !== 'bare')) return;
  const kind = nominal.type === 'bare' ? 'group' : nominal.class;
  let at = phrase.last;
  const preposition = tokens[at]?.lower ?? '';
  if (VOICES.has(kind) && (preposition === 'close' || preposition === 'familiar')) {
    at++;
    if (!/^(to|with)$/.test(tokens[at]?.lower ?? '')) return;
  } else if (preposition === 'loyal' && (kind === 'force' || kind === 'rebels')) at++;
  else if (preposition === 'of') {
    if (!OF_CLASSES.has(kind)) return;
  } else if (/^(for|at|in|from|on|to|with|inside)$/.test(preposition)) {
    const allowed =
      VOICES.has(kind) &&
      (nominal.type === 'bare'
        ? false
        : preposition === 'for'
          ? kind !== 'office' || FOR_OFFICE.test(nominal.noun)
          : !/^(on|to|with|from)$/.test(preposition) || kind === 'voice')
        ? !(preposition === 'to' || preposition === 'with')
        : (kind === 'body' || kind === 'outlet' || kind === 'organisation') && /^(in|at)$/.test(preposition);
    const ambassador =
      preposition === 'to' && /^(ambassador|envoy|adviser|advisor|aide|representative)$/.test(nominal.type === 'bare' ? '' : nominal.noun);
    if (!allowed && !ambassador) return;
  } else return;
  const complement = starting.get(at + 1);
  if (complement === undefined || (complement.nominal.type === 'pronoun' && complement.possessive)) return;
  if (complement.nominal.type === 'temporal' || (complement.nominal.type === 'other' && complement.nominal.noun === 'time')) return;
  phrase.complement = outermost(complement, starting);
  phrase.preposition = preposition;
  phrase.last = Math.max(phrase.last, phrase.complement.last);
}

const outermost = (phrase: Phrase, starting: ReadonlyMap<number, Phrase>): Phrase => starting.get(phrase.first) ?? phrase;
