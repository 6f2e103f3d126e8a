// Decides over the whole report what each proper name is (person, armed group, body, place …) and which names are one actor.
import { headEndingAt } from './nominal.js';
import type { Phrase } from './phrase.js';
import type { Kind } from './referents.js';
import { MOVES, roleOf } from './roles.js';
import { keyOf, type View, wordsOf } from './view.js';

interface Evidence {
  person: number;
  place: number;
  armed: number;
  party: number;
  body: number;
  outlet: number;
  organisation: number;
  group: number;
}
const none = (): Evidence => ({ person: 0, place: 0, armed: 0, party: 0, body: 0, outlet: 0, organisation: 0, group: 0 });

export interface Naming {
  /** What the proper name with this key is, null where nothing tells. */
  kindOf(key: string): Kind | null;
  /** The key of the fullest name of the same actor, for a name with this key. */
  fullKey(key: string): string;
  /** The words of a full name. */
  words(key: string): string;
}

const ARMED =
  /^(Army|Front|Forces?|Militia|Brigades?|Tigers|Liberation|Resistance|Fighters|Battalions?|Jihad|Mujahid\w*|Shield|Guards?|Rebels|Guerrillas|Commando|Janjaweed)$/;
const PARTY = /^(Party|Congress|Coalition|League|Alliance|Bloc|Democrats|Union|Movement|Opposition|Rally)$/;
const BODY =
  /^(Ministry|Council|Committee|Commission|Parliament|Senate|Assembly|Department|Office|Board|Presidency|Secretariat|Mission|Team|Mechanism|Cell)$/;
const COURT = /^(Court|Tribunal)$/;
const OUTLET = /^(Agency|Television|TV|Radio|News|Times|Post|Daily|Herald|Tribune|Gazette|Journal|Press|Broadcasting)$/;
const PLACE =
  /^(City|Road|Port|River|Province|District|Valley|Airport|State|Island|Islands|Mountains?|Hotel|Palace|Bridge|Sea|Bay|Hills?|Highway|Square|Mills|Governorate|County|Region|Strait|Gulf|Camp|Village|Town|Peninsula|Heights|Strip)$/;
const TEXT =
  /^(Agreement|Accords?|Protocol|Treaty|Declaration|Resolution|Memorandum|Communiqu[eé]|Charter|Pact|Statement|Document|Act|Constitution|Plan|Roadmap|Framework)$/;
const PROCESS = /^(Talks|Dialogue|Process|Negotiations|Conference|Summit|Forum|Round|Meeting|Initiative)$/;
const ORGANISATION =
  /^(Organi[sz]ation|Federation|Association|Community|Foundation|Cent(er|re)|Institute|Society|Crescent|Cross|Fund|Bank|Corporation|Company|Programme|Program|University|Church|Group|Network|Observatory|Initiative|Crusade|Monitor)$/;

/** What the last word of a name says by itself. */
function kindOfWords(words: string): Kind | null {
  const last = words.split(/[ -]/).at(-1) ?? '';
  const first = words.split(' ')[0] ?? '';
  for (const word of /\b(of|for)\b/.test(words) ? [first, last] : [last]) {
    if (TEXT.test(word)) return 'text';
    if (COURT.test(word)) return 'court';
    if (ARMED.test(word)) return 'armed group';
    if (/Liberation|Armed|Revolution|Resistance|Islamic/.test(words) && (PARTY.test(word) || ORGANISATION.test(word))) return 'armed group';
    if (PARTY.test(word)) return 'party';
    if (BODY.test(word)) return 'body';
    if (OUTLET.test(word)) return 'outlet';
    if (PROCESS.test(word)) return 'process';
    if (ORGANISATION.test(word)) return 'organisation';
    if (PLACE.test(word)) return 'place';
    if (word === 'Government') return 'government';
  }
  return null;
}

const withoutArticle = (token: string): string => token.replace(/^(al|el|ad|as|an|ash|ar|at|az|es|ul|ur)-/i, '');

/** Reads the evidence of all phrases and groups the names. */
export function namingOf(view: View, phrases: readonly Phrase[]): Naming {
  const { tokens, lexicon } = view;
  const evidence = new Map<string, Evidence>();
  const spelt = new Map<string, string>();
  const persons = new Map<string, string[]>();
  const at = (key: string): Evidence => {
    const found = evidence.get(key);
    if (found !== undefined) return found;
    const made = none();
    evidence.set(key, made);
    return made;
  };
  const speechBeside = (phrase: Phrase): boolean => {
    const role = roleOf(view, phrase);
    return role.role === 'subject' && lexicon.verbs.get(role.verb) === 'speech';
  };
  const aliases = new Map<string, string>();
  for (const phrase of phrases) {
    const { nominal } = phrase;
    if (nominal.type === 'description' || nominal.type === 'known') {
      // "ELN guerrillas", "FACT fighters": what stands before the head is an armed group; "Houthi delegation" is some group.
      const end = nominal.type === 'description' ? nominal.headFirst : nominal.nameFirst;
      if (end > phrase.core && view.inName[end - 1] === 1 && nominal.type === 'description') {
        let first = end;
        while (first > phrase.core && view.inName[first - 1] === 1) first--;
        const seen = at(keyOf(wordsOf(view, first, end)));
        if (nominal.class === 'rebels' || /^(commander|fighter|troops|forces|general)$/.test(nominal.noun)) seen.armed += 2;
        else if (nominal.class !== 'place') seen.organisation += 0.5;
      }
      continue;
    }
    if (nominal.type === 'person') {
      // "FARC commander": what stands before the office is a body.
      if (nominal.modsLast > phrase.core && view.inName[nominal.modsLast - 1] === 1) {
        let first = nominal.modsLast;
        while (first > phrase.core && view.inName[first - 1] === 1) first--;
        const body = at(keyOf(wordsOf(view, first, nominal.modsLast)));
        body.organisation += 0.8;
        if (nominal.offices.includes('commander')) body.armed += 2;
        const bodyKey = keyOf(wordsOf(view, first, nominal.modsLast));
        if (!spelt.has(bodyKey)) spelt.set(bodyKey, wordsOf(view, first, nominal.modsLast));
      }
      const words = wordsOf(view, nominal.nameFirst, nominal.nameLast);
      const key = keyOf(words);
      at(key).person += 4;
      if (!spelt.has(key)) spelt.set(key, words);
      continue;
    }
    if (nominal.type !== 'proper') continue;
    if (allCapitals(view, phrase)) continue;
    const words = wordsOf(view, nominal.nameFirst, nominal.nameLast);
    const key = keyOf(words);
    if (key === '') continue;
    if (!spelt.has(key) || /^\p{Lu}+$/u.test(spelt.get(key)!.replace(/\P{L}/gu, ''))) spelt.set(key, words);
    const seen = at(key);
    const length = nominal.nameLast - nominal.nameFirst;
    const firstWord = tokens[nominal.nameFirst]!.text;
    const acronym =
      (/^\p{Lu}[\p{Lu}\p{N}]+(-\p{Lu}+)?$/u.test(words) && words.length <= 9 && /^NN/.test(tokens[nominal.nameFirst]!.tag)) ||
      /^\p{Lu}{2,5}-\p{L}/u.test(words);
    const the = /(^| )the$/.test(phrase.determiner);
    const shouted = /^\p{Lu}{2}/u.test(firstWord);
    const given =
      lexicon.givenNames.has(shouted ? firstWord[0] + firstWord.slice(1).toLowerCase() : firstWord) || lexicon.honorifics.has(firstWord);
    if (given && length >= 2 && length <= 6) seen.person += 3;
    else if (given) seen.person += 1;
    if (isLabel(view, phrase)) seen.person += 5;
    const role = roleOf(view, phrase);
    if (length === 1 && !the && !acronym && role.role === 'subject') seen.person += 0.6;
    if (!acronym && !the && speechBeside(phrase)) seen.person += length === 1 ? 1 : 2;
    if (!acronym && !the && length >= 2 && length <= 5 && role.preposition === '') seen.person += 1;
    if (
      phrase.possessive &&
      length === 1 &&
      !the &&
      !acronym &&
      /^(delegation|government|force|side|body|office|voice)$/.test(lexicon.heads.get(tokens[phrase.last + 1]?.lower ?? '')?.class ?? '')
    )
      seen.person += 0.6;
    if (phrase.possessor !== null && length >= 2 && !acronym) seen.person += 0.5;
    if (tokens[phrase.last]?.text === ',' && role.preposition === '') {
      const next = tokens[phrase.last + 1]?.lower ?? '';
      if (next === 'who' || next === 'whose') seen.person += 2;
      if (isOfficeAhead(view, phrase.last + 1)) seen.person += 3;
      if (next === 'which') seen.organisation += 1;
    }
    if (tokens[phrase.last]?.lower === 'who') seen.person += 1.5;
    if (the) {
      seen.organisation += 1.5;
      if (/s$/.test(words) && length <= 2 && !acronym) seen.group += 2;
    }
    if (acronym) seen.organisation += 3;
    if (
      length <= 3 &&
      !the &&
      /^(in|at|near|into|from|to|around|outside|inside|across|through|toward|towards|beyond|via|over|on)$/.test(role.preposition)
    ) {
      seen.place += /^(in|at|near|into|outside|inside|around)$/.test(role.preposition) ? 2 : 0.8;
    }
    if (role.role === 'object' && length <= 2 && !the && MOVES.test(role.verb)) seen.place += 0.8;
    const place = view.placeAt.get(tokens[nominal.nameFirst]!.start);
    if (place !== undefined && place.span[1] === tokens[nominal.nameLast - 1]!.end && !the) seen.place += length === 1 ? 1.2 : 1.6;
    const typed = view.nameAt.get(nominal.nameFirst);
    if (typed !== undefined && typed.last === nominal.nameLast) {
      if (typed.type === 'person') seen.person += 1.8 * typed.probability;
      if (typed.type === 'place') seen.place += 1.2 * typed.probability;
      if (typed.type === 'organisation') seen.organisation += 1.2 * typed.probability;
      if (typed.type === 'people') seen.group += 1.2 * typed.probability;
    }
    if (/^(of|for)$/.test(role.preposition) && !the && length === 1) seen.place += 0.3;
    const fused = nominal.fused?.class;
    if (fused === 'outlet') seen.outlet += 4;
    if (fused === 'rebels') seen.armed += 4;
    if (fused === 'opposition') seen.party += 4;
    if (fused === 'body') seen.body += 4;
    if (fused === 'place') seen.place += 4;
    if (fused === 'organisation' || fused === 'bloc') seen.organisation += 4;
    const { complementOf } = prepositionBefore(view, phrase);
    if (complementOf === 'place') seen.place += 4;
    if (complementOf === 'office') seen.organisation += 1;
  }
  const kinds = new Map<string, Kind | null>();
  for (const [key, seen] of evidence) kinds.set(key, decide(seen, spelt.get(key) ?? ''));
  for (const [key, words] of spelt) {
    if (kinds.get(key) === 'person')
      persons.set(
        key,
        words.split(/[ ]+/).map((word) => keyOf(withoutArticle(word))),
      );
  }
  groupPersons(persons, spelt, kinds, aliases);
  groupBodies(view, phrases, spelt, kinds, aliases);
  return {
    kindOf: (key) => kinds.get(aliases.get(key) ?? key) ?? kinds.get(key) ?? null,
    fullKey: (key) => aliases.get(key) ?? key,
    words: (key) => spelt.get(key) ?? '',
  };
}

const LABELS =
  /^(HOST|REPORTER|PRESENTER|CORRESPONDENT|ANCHOR|MODERATOR|INTERVIEWER|ANNOUNCER|GUEST|QUESTION|ANSWER|Q|A|NARRATOR|LIVE|UPDATE|NOTE|SUMMARY|TRANSCRIPT)$/;

/** True for a transcript's label: the first words of a paragraph, in capitals, before a colon or a bracket. */
export function isLabel({ tokens, sentences }: View, phrase: Phrase): boolean {
  const token = tokens[phrase.first]!;
  return (
    sentences[token.sentence]?.first === phrase.first && /^\p{Lu}{2,}$/u.test(token.text) && /^[:(]$/.test(tokens[phrase.last]?.text ?? '')
  );
}

/** True in a headline or heading in capitals, where names cannot be told from other words, and for words that only label. */
function allCapitals({ tokens, sentences }: View, phrase: Phrase): boolean {
  const token = tokens[phrase.first]!;
  if (LABELS.test(token.text) && phrase.last === phrase.first + 1) return true;
  const sentence = sentences[token.sentence]!;
  if (phrase.first === sentence.first && /^[:(]$/.test(tokens[phrase.last]?.text ?? '')) return false;
  let words = 0;
  for (let at = sentence.first; at < Math.min(sentence.last, sentence.first + 40); at++) {
    if (/\p{Ll}/u.test(tokens[at]!.text)) return false;
    if (/\p{Lu}{2}/u.test(tokens[at]!.text)) words++;
  }
  return words > 2;
}

function decide(seen: Evidence, words: string): Kind | null {
  const byWords = kindOfWords(words);
  if (byWords !== null && seen.person < 4) return byWords;
  const ranked: [Kind, number][] = [
    ['person', seen.person],
    ['place', seen.place],
    ['armed group', seen.armed + (seen.armed > 0 ? seen.organisation * 0.7 + seen.group * 0.7 : 0)],
    ['party', seen.party + (seen.party > 0 ? seen.organisation * 0.7 : 0)],
    ['body', seen.body + (seen.body > 0 ? seen.organisation * 0.7 : 0)],
    ['outlet', seen.outlet + (seen.outlet > 0 ? seen.organisation * 0.7 : 0)],
    ['organisation', seen.organisation],
    ['group', seen.group],
  ];
  ranked.sort((a, b) => b[1] - a[1]);
  return ranked[0]![1] >= 0.5 ? ranked[0]![0] : null;
}

/** True where an office stands at `at`, with its article or possessor before it: "the rebels' spokesman". */
function isOfficeAhead(view: View, at: number): boolean {
  const { tokens } = view;
  for (let end = at + 1; end < Math.min(at + 9, tokens.length); end++) {
    if (/^([,.;:]|VB.*|MD|IN)$/.test(tokens[end - 1]!.tag) || tokens[end - 1]!.text === ',') return false;
    const found = headEndingAt(view, at, end);
    if (found?.head.class === 'office' || found?.head.class === 'person') return true;
  }
  return false;
}

/** The class of the head noun that an "of" before the phrase hangs on ("town of"). */
function prepositionBefore({ tokens, lexicon }: View, phrase: Phrase): { readonly complementOf: string } {
  const of = tokens[phrase.first - 1];
  const noun = tokens[phrase.first - 2];
  if (of?.lower !== 'of' || noun === undefined) return { complementOf: '' };
  return { complementOf: lexicon.heads.get(noun.lower)?.class ?? '' };
}

/** True where the words of `short` stand in `long` in the same order. */
function within(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of long) if (at < short.length && word === short[at]) at++;
  return at === short.length;
}

/** How many persons of one name word are told apart: a bound that keeps the time linear. */
const NAMESAKES = 40;

function groupPersons(
  persons: Map<string, string[]>,
  spelt: Map<string, string>,
  kinds: Map<string, Kind | null>,
  aliases: Map<string, string>,
): void {
  const full = [...persons].filter(([, words]) => words.length > 1).sort((a, b) => b[1].length - a[1].length);
  const byWord = new Map<string, string[]>();
  for (const [key, words] of full) {
    const longer = [...new Set(words.flatMap((word) => byWord.get(word) ?? []))].find((other) => within(words, persons.get(other) ?? []));
    if (longer !== undefined) {
      aliases.set(key, longer);
      continue;
    }
    for (const word of words) {
      const holders = byWord.get(word);
      if (holders === undefined) byWord.set(word, [key]);
      else if (holders.length < NAMESAKES) holders.push(key);
    }
  }
  for (const [key, words] of spelt) {
    if (aliases.has(key) || /\s/.test(words)) continue;
    const word = keyOf(withoutArticle(words));
    const kind = kinds.get(key);
    const holders = byWord.get(word) ?? [];
    if (holders.length === 0 || (kind !== 'person' && kind !== null && kind !== 'place' && kind !== 'group' && kind !== 'organisation'))
      continue;
    const byLast = holders.find((holder) => persons.get(holder)?.at(-1) === word);
    const byFirst = holders.find((holder) => persons.get(holder)?.[0] === word);
    if (kind !== 'person' && byLast === undefined && byFirst === undefined && !(kind === null || kind === 'organisation')) continue;
    const chosen = byLast ?? byFirst ?? holders[0]!;
    aliases.set(key, chosen);
  }
  // Two or more words of which the last ones close a longer name: "Ould Cheikh", "de Mistura" beside "Staffan de Mistura".
  for (const [key, words] of spelt) {
    if (aliases.has(key) || persons.has(key) || !/\s/.test(words)) continue;
    const parts = words.split(' ').map((word) => keyOf(withoutArticle(word)));
    const holder = (byWord.get(parts.at(-1) ?? '') ?? []).find((other) => other !== key && within(parts, persons.get(other) ?? []));
    if (holder !== undefined && (kinds.get(key) === null || kinds.get(key) === 'person' || kinds.get(key) === 'place'))
      aliases.set(key, holder);
  }
}

const initials = (words: string): string =>
  words
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0] ?? '')
    .join('');

/** Joins acronyms to the long names they stand for, in brackets or by their letters, and short forms to the only longer name that holds them. */
function groupBodies(
  view: View,
  phrases: readonly Phrase[],
  spelt: Map<string, string>,
  kinds: Map<string, Kind | null>,
  aliases: Map<string, string>,
): void {
  const { tokens } = view;
  const join = (short: string, long: string): void => {
    if (short === long || aliases.has(short) || aliases.get(long) === short) return;
    const target = aliases.get(long) ?? long;
    if (target === short) return;
    aliases.set(short, target);
    if (kinds.get(short) === 'armed group' && kinds.get(target) === 'party') kinds.set(target, 'armed group');
    if (kinds.get(target) === null || kinds.get(target) === 'organisation') {
      const kind = kinds.get(short);
      if (kind !== null && kind !== undefined && kind !== 'person' && kind !== 'place') kinds.set(target, kind);
    }
  };
  const byFirst = new Map(
    phrases.map((phrase) => [phrase.nominal.type === 'proper' || phrase.nominal.type === 'known' ? phrase.nominal.nameFirst : -1, phrase]),
  );
  for (const { nominal } of phrases) {
    if (nominal.type !== 'proper') continue;
    const bracket = tokens[nominal.nameLast];
    if (bracket?.text !== '(') continue;
    const inside = byFirst.get(nominal.nameLast + 1);
    if (inside?.nominal.type !== 'proper' || tokens[inside.nominal.nameLast]?.text !== ')') continue;
    const short = wordsOf(view, inside.nominal.nameFirst, inside.nominal.nameLast);
    if (/^\p{Lu}[\p{L}\p{N}./ -]{1,11}$/u.test(short)) join(keyOf(short), keyOf(wordsOf(view, nominal.nameFirst, nominal.nameLast)));
  }
  const long = [...spelt].filter(
    ([key, words]) => !aliases.has(key) && /\s/.test(words) && kinds.get(key) !== 'person' && kinds.get(key) !== 'place',
  );
  const byInitials = new Map<string, string>();
  for (const [key, words] of long) if (!byInitials.has(initials(words))) byInitials.set(initials(words), key);
  const endings = new Map<string, string | null>();
  for (const [key, words] of long) {
    const parts = words.split(' ');
    for (let from = 1; from < parts.length; from++) {
      const ending = keyOf(parts.slice(from).join(' '));
      endings.set(ending, endings.has(ending) && endings.get(ending) !== key ? null : key);
    }
  }
  for (const key of spelt.keys()) {
    // "Houthi" before a noun is the Houthis.
    const plural = `${key}s`;
    if (!aliases.has(key) && spelt.has(plural) && kinds.get(plural) !== 'person' && kinds.get(plural) !== 'place') join(key, plural);
  }
  for (const [key, words] of spelt) {
    if (aliases.has(key)) continue;
    const letters = words.replace(/[^\p{L}]/gu, '');
    if (/^\p{Lu}{2,8}$/u.test(letters)) {
      const holder = byInitials.get(letters);
      if (holder !== undefined) join(key, holder);
    } else if (
      /\s/.test(words) ||
      /^(Front|Movement|Coalition|Council|Committee|Commission|Alliance|Union|Party|Congress|Army)$/.test(words)
    ) {
      const holder = endings.get(key);
      if (holder !== undefined && holder !== null && kinds.get(key) !== 'person') join(key, holder);
    }
  }
}
