// Resolves the noun phrases of a report to actors, from the first to the last, twice: the first reading tells the second which country and which sides the report is about.
import type { Draft } from '../draft.js';
import { describe } from './descriptions.js';
import { findKnownNames } from './known-names.js';
import { knownMeaning, personNamed, properMeaning } from './names.js';
import { namingOf } from './naming.js';
import { outlookOf } from './outlook.js';
import type { Phrase } from './phrase.js';
import { phrasesOf } from './phrases.js';
import { antecedentOf, firstPersonMeaning, pronounMeaning } from './pronouns.js';
import { addName, emptyReferents, isPerson, keyed, type Referent, referentOf } from './referents.js';
import { roleOf } from './roles.js';
import { governmentOfCountry, homeGovernment, latest, namedBy, note, type Outlook, type Scene, sideOf, sidesOf } from './scene.js';
import { speakersOf } from './speakers.js';
import { keyOf, type View, wordsOf } from './view.js';
import { lastPersons } from './voices.js';
import { modifiers } from './whose.js';

/** All phrases with what they mean. */
export function resolveActors(view: View, quotes: Draft['quotes'], process: string): Scene {
  const known = new Map(findKnownNames(view).map((span) => [span.first, span]));
  const phrases = phrasesOf(view, known);
  const naming = namingOf(view, phrases);
  const sameAs = appositionsOf(view, phrases);
  const scene = (outlook: Outlook): Scene => {
    const made: Scene = {
      view,
      phrases,
      naming,
      outlook,
      referents: emptyReferents(),
      seen: [],
      early: (phrase) => meaningOf(made, phrase),
      meanings: new Map(),
      inner: new Map(),
      depth: { now: 0 },
      sameAs,
      known,
    };
    return made;
  };
  const home = outlookOf.home(view, phrases, known, process);
  const first = scene({ home, sides: [], rebels: '', opposition: '' });
  readThrough(first);
  const second = scene(outlookOf.sides(first, process));
  // The referents the outlook names stand from the start, so that a headline's "rebels" already means them.
  for (const key of [...second.outlook.sides, second.outlook.rebels, second.outlook.opposition]) {
    const found = first.referents.byKey.get(key);
    if (found === undefined || key === '') continue;
    const { referents } = second;
    if (!referents.byKey.has(key)) {
      const made: Referent = {
        ...found,
        id: `a${referents.list.length + 1}`,
        names: new Map(),
        nouns: new Set(found.nouns),
        of: null,
        issuer: null,
        count: 0,
      };
      referents.list.push(made);
      referents.byKey.set(key, made);
    }
  }
  carryPersons(first, second);
  readThrough(second);
  readFirstPersons(second, quotes);
  readModifiers(second);
  return second;
}

/** Offices, gender and side of named persons hold from the first word on: a headline's "mediator" is whom the text names later. */
function carryPersons(first: Scene, second: Scene): void {
  const keys = new Map([...first.referents.byKey].map(([key, referent]) => [referent, key]));
  for (const [key, referent] of first.referents.byKey) {
    if (!key.startsWith('person:')) continue;
    const person = referentOf(second.referents, key, 'person');
    person.filed = referent.filed;
    person.gender = referent.gender;
    person.country = referent.country;
    for (const noun of referent.nouns) person.nouns.add(noun);
    const ofKey = referent.of === null ? undefined : keys.get(referent.of);
    if (referent.of === null || ofKey === undefined || ofKey.startsWith('voice:')) continue;
    const of = referentOf(second.referents, ofKey, referent.of.kind);
    of.filed ||= referent.of.filed;
    of.country ||= referent.of.country;
    of.sector ||= referent.of.sector;
    of.known ??= referent.of.known;
    person.of = of;
    person.guessed = referent.guessed;
  }
}

function readThrough(scene: Scene): void {
  for (const phrase of scene.phrases) meaningOf(scene, phrase);
}

/** How many phrases may wait for each other ("leader of leader of …"); what is deeper is read in its own turn. */
const DEEPEST = 24;

/** What a phrase means; its possessor and what hangs on it are resolved first. */
function meaningOf(scene: Scene, phrase: Phrase): readonly Referent[] {
  const found = scene.meanings.get(phrase.index);
  if (found !== undefined) return found;
  if (scene.depth.now >= DEEPEST) return [];
  scene.depth.now++;
  scene.meanings.set(phrase.index, []);
  if (phrase.possessor !== null) meaningOf(scene, phrase.possessor);
  if (phrase.complement !== null) meaningOf(scene, phrase.complement);
  const meant = note(scene, phrase, [...new Set(plainMeaning(scene, phrase))]);
  scene.depth.now--;
  return meant;
}

function plainMeaning(scene: Scene, phrase: Phrase): readonly Referent[] {
  const { view, sameAs } = scene;
  const { nominal } = phrase;
  const named = sameAs.get(phrase.index);
  if (named !== undefined) {
    const meant = meaningOf(scene, named);
    const [first] = meant;
    const personal =
      nominal.type === 'bare' ||
      (nominal.type === 'description' && (nominal.class === 'office' || nominal.class === 'person' || nominal.class === 'voice'));
    if (first !== undefined && first.kind !== 'place' && personal === isPerson(first)) {
      addDescription(scene, phrase, first);
      return meant;
    }
  }
  switch (nominal.type) {
    case 'pronoun': {
      if (nominal.pronoun.person === '1') return [];
      if (nominal.pronoun.number === 'r') {
        const antecedent = antecedentOf(scene, phrase);
        return antecedent === null ? [] : meaningOf(scene, antecedent);
      }
      return pronounMeaning(scene, phrase);
    }
    case 'bare': {
      const hung = phrase.complement === null ? [] : meaningOf(scene, phrase.complement);
      if (nominal.word === 'other') return otherSide(scene, phrase);
      if (nominal.word === 'two' && phrase.determiner === 'the two' && hung.length === 0) {
        const last = scene.seen.at(-1)?.referents[0];
        return last !== undefined && isPerson(last) ? lastPersons(scene, 2) : sidesOf(scene);
      }
      if (/^(both|each|neither|either|all)$/.test(nominal.word)) {
        if (hung.length > 0) return hung;
        const { role, preposition } = roleOf(view, phrase);
        if (role === 'subject' || role === 'object' || /^(on|to|from|with|for|by|between|of)$/.test(preposition)) {
          const persons = lastPersons(scene, 2);
          const latestSeen = scene.seen.at(-1)?.referents[0];
          return nominal.word === 'both' && latestSeen !== undefined && isPerson(latestSeen) && persons.length === 2
            ? persons
            : nominal.word === 'all'
              ? []
              : sidesOf(scene);
        }
        return [];
      }
      return countedMeaning(scene, phrase, nominal.word, hung);
    }
    case 'known':
      return withAffiliation(scene, phrase, knownMeaning(scene, phrase, nominal.known, nominal.nameFirst, nominal.nameLast));
    case 'person': {
      const person = personNamed(scene, keyOf(wordsOf(view, nominal.nameFirst, nominal.nameLast)), nominal.nameFirst);
      for (const office of nominal.offices) person.nouns.add(office);
      if (person.gender === '') person.gender = nominal.gender;
      const own = phrase.possessor === null ? [] : meaningOf(scene, phrase.possessor);
      const of = own.length > 0 ? own : modifiers(view, scene, phrase, phrase.core, nominal.modsLast);
      attach(scene, person, of[0] ?? null, nominal.offices.at(-1) ?? '');
      return [person];
    }
    case 'proper':
      return withAffiliation(scene, phrase, properMeaning(scene, phrase, nominal.nameFirst, nominal.nameLast));
    case 'description':
      return describe(scene, phrase, nominal);
    default:
      return [];
  }
}

/** "each side accused the other": the side or sides that the sentence does not have as its subject, or both where it has both. */
function otherSide(scene: Scene, phrase: Phrase): readonly Referent[] {
  const sides = sidesOf(scene);
  const sentence = scene.view.tokens[phrase.head]!.sentence;
  for (let at = scene.seen.length - 1; at >= Math.max(0, scene.seen.length - 8); at--) {
    const sighting = scene.seen[at]!;
    if (sighting.sentence !== sentence) break;
    if (sighting.role.role !== 'subject') continue;
    const rest = sides.filter((side) => !sighting.referents.some((one) => one === side || sideOf(scene, one) === side));
    return rest.length === 0 ? sides : rest.length === 1 ? rest : [];
  }
  return [];
}

/** "one of the delegates", "one, who asked not to be named", "eleven of the groups". */
function countedMeaning(scene: Scene, phrase: Phrase, word: string, hung: readonly Referent[]): readonly Referent[] {
  const { view, referents } = scene;
  const { role } = roleOf(view, phrase);
  const asked = view.tokens[phrase.last]?.text === ',' && view.tokens[phrase.last + 1]?.lower === 'who';
  if (word === 'one' || word === 'another') {
    const many = hung[0] ?? (role === 'subject' || asked ? latest(scene, (one) => one.kind === 'unnamed persons') : null);
    const inner = phrase.complement?.nominal;
    const ofPersons =
      inner?.type === 'description' && phrase.complement?.plural === true && /^(delegation|voice|office|person)$/.test(inner.class);
    if (many === null || many === undefined || (many.kind !== 'unnamed persons' && !ofPersons)) return [];
    const voice = referentOf(referents, keyed('voice', String(phrase.index)), 'unnamed person');
    for (const noun of many.kind === 'unnamed persons' ? many.nouns : [inner?.type === 'description' ? inner.noun : ''])
      voice.nouns.add(noun.replace(/s$/, ''));
    voice.of = many.kind === 'unnamed persons' ? many.of : many;
    addName(
      voice,
      hung.length > 0 && phrase.complement?.nominal.type !== 'pronoun'
        ? wordsOf(view, phrase.first, phrase.last)
        : `${word} of the ${[...many.names.keys()][0] ?? ''}`,
      phrase.first,
    );
    return [voice];
  }
  if (hung.length === 0 || phrase.complement === null || phrase.complement.nominal.type === 'pronoun') return [];
  const group = namedBy(scene, 'group', phrase.first, phrase.last);
  group.plural = true;
  return [group];
}

/** Keeps whose a person is: the possessor ("Russia's Sergey Lavrov") or the phrase after "of" ("Tzipi Livni of Israel"). */
function withAffiliation(scene: Scene, phrase: Phrase, meant: readonly Referent[]): readonly Referent[] {
  const [person] = meant;
  // "Hafter's Libyan National Army": the force he leads.
  if (person !== undefined && /^(armed group|armed force|party)$/.test(person.kind) && phrase.possessor !== null) {
    const [leader] = meaningOf(scene, phrase.possessor);
    if (leader?.kind === 'person') leader.of ??= person;
  }
  if (person === undefined || person.kind !== 'person') return meant;
  const own = phrase.possessor === null ? [] : meaningOf(scene, phrase.possessor);
  if (own[0] !== undefined) attach(scene, person, own[0], '');
  else if (scene.view.tokens[phrase.last]?.lower === 'of') {
    const after = scene.phrases.slice(phrase.index + 1, phrase.index + 4).find((next) => next.first === phrase.last + 1);
    const of = after === undefined ? undefined : meaningOf(scene, after)[0];
    if (of !== undefined) attach(scene, person, of, '');
  }
  return meant;
}

const OF_STATE =
  /^(president|prime minister|premier|minister|.* minister|foreign secretary|secretary of state|king|emir|governor|ambassador|chancellor|.* secretary|vice president|head of state)$/;

/** Whom a person acts for: as told, else, for the office of a state, the state the report is about. */
function attach(scene: Scene, person: Referent, of: Referent | null, office: string): void {
  if (of !== null && of !== person && of.kind !== 'text' && of.kind !== 'process' && of.kind !== 'gathering') {
    const told = of.kind === 'place' ? (of.country === '' ? null : governmentOfCountry(scene, of.country)) : isPerson(of) ? of.of : of;
    if (told !== null && (person.of === null || person.guessed)) {
      person.of = told;
      person.guessed = false;
      person.country = told.country;
    }
  } else if (OF_STATE.test(office) && person.of === null) {
    const state = scene.view.lexicon.leaders.stateOf(person.filed);
    person.of = state === '' ? homeGovernment(scene) : governmentOfCountry(scene, state);
    person.guessed = state === '';
  }
  if (person.of === null && scene.view.lexicon.heads.get(office)?.sector === 'IGO')
    person.of ??= scene.referents.byKey.get(keyed('organisation', 'United Nations')) ?? null;
  if (person.country === '' && person.of !== null) person.country = person.of.country;
}

/** A description in apposition adds office, gender and side to who is named beside it. */
function addDescription(scene: Scene, phrase: Phrase, referent: Referent): void {
  const { nominal } = phrase;
  if (nominal.type !== 'description') return;
  const then = /^at the time\b/.test(wordsOf(scene.view, phrase.last, phrase.last + 3).toLowerCase());
  referent.nouns.add(then ? `former ${nominal.noun}` : nominal.noun);
  if (isPerson(referent)) {
    if (referent.gender === '' && /(wo)?man$/.test(nominal.noun)) referent.gender = /woman$/.test(nominal.noun) ? 'f' : 'm';
    const own = phrase.possessor === null ? [] : meaningOf(scene, phrase.possessor);
    const hung = phrase.complement === null ? [] : meaningOf(scene, phrase.complement);
    const of = own[0] ?? hung[0] ?? modifiers(scene.view, scene, phrase, phrase.core, nominal.headFirst)[0] ?? null;
    attach(scene, referent, of, nominal.noun);
  } else if (nominal.class === 'rebels' && (referent.kind === 'organisation' || referent.kind === 'group' || referent.kind === 'party'))
    referent.kind = 'armed group';
}

const isNamed = ({ nominal }: Phrase): boolean => nominal.type === 'person' || nominal.type === 'proper' || nominal.type === 'known';

/** Descriptions that stand beside a name, by a comma, a bracket or nothing, and mean the same. */
function appositionsOf(view: View, phrases: readonly Phrase[]): Map<number, Phrase> {
  const { tokens } = view;
  const sameAs = new Map<number, Phrase>();
  const starting = new Map<number, Phrase>();
  for (const phrase of phrases) starting.set(phrase.first, phrase);
  for (const phrase of phrases) {
    if (phrase.possessive || (phrase.plural && phrase.nominal.type !== 'bare')) continue;
    const mark = tokens[phrase.last];
    if (mark === undefined || !/^[,(–—-]$/.test(mark.text)) continue;
    const next = starting.get(phrase.last + 1);
    if (next === undefined || next.possessive || tokens[next.head]!.sentence !== tokens[phrase.head]!.sentence) continue;
    const [named, described] = isNamed(next) ? [next, phrase] : [phrase, next];
    if (named.nominal.type === 'person' || named.nominal.type === 'proper') {
      if (described === phrase && described.nominal.type === 'bare' && described.nominal.word === 'one' && described.complement !== null) {
        sameAs.set(described.index, named);
        continue;
      }
    }
    if (!isNamed(named) || described.nominal.type !== 'description' || described.plural) continue;
    if (named.nominal.type === 'known' && /^(country|seat|adjective|people|region)$/.test(named.nominal.known.what)) continue;
    const kind = described.nominal.class;
    const personal = kind === 'office' || kind === 'person' || kind === 'voice';
    const bodily =
      kind === 'rebels' ||
      kind === 'organisation' ||
      kind === 'bloc' ||
      kind === 'group' ||
      kind === 'opposition' ||
      kind === 'body' ||
      (kind === 'side' && described.nominal.noun === 'party') ||
      kind === 'outlet' ||
      kind === 'force';
    if (!personal && !bodily) continue;
    if (personal && named.nominal.type === 'known') continue;
    if (bodily && named.nominal.type === 'person') continue;
    const closes = tokens[next.last]?.text ?? '';
    // In a list ("the envoy, Iran and Russia") the third member tells that nothing stands in apposition.
    if (!/^[,.;:)–—”"]$/.test(closes) && !/^VB|^MD/.test(tokens[next.last]?.tag ?? '') && closes !== 'who' && !(personal && named === next))
      continue;
    if (described.determiner === '' && described.possessor === null && described === next && !personal) continue;
    sameAs.set(described.index, named);
  }
  return sameAs;
}

/** Notes whom the words before heads mean: "UN" in "UN envoy", "rebel" in "rebel-held". */
function readModifiers(scene: Scene): void {
  for (const phrase of scene.phrases) {
    const { nominal } = phrase;
    const end =
      nominal.type === 'person'
        ? nominal.modsLast
        : nominal.type === 'proper' || nominal.type === 'known'
          ? nominal.nameFirst
          : nominal.type === 'description'
            ? nominal.headFirst
            : phrase.head;
    if (end > phrase.core && nominal.type !== 'temporal') modifiers(scene.view, scene, phrase, phrase.core, end, true);
  }
}

/** Gives "I" and "we" in quotations and in the turns of a transcript their speaker. */
function readFirstPersons(scene: Scene, quotes: Draft['quotes']): void {
  const { view } = scene;
  const speakers = speakersOf(scene, quotes);
  const labels = labelsOf(scene);
  for (const phrase of scene.phrases) {
    if (phrase.nominal.type !== 'pronoun' || phrase.nominal.pronoun.person !== '1') continue;
    const quote = view.quoteOf[phrase.head]!;
    const speaker = (quote >= 0 ? speakers[quote]?.[0] : undefined) ?? labels.get(view.paragraphOf(phrase.head));
    if (speaker === undefined) continue;
    const meant = firstPersonMeaning(scene, phrase, speaker);
    scene.meanings.set(phrase.index, meant);
    for (const referent of meant) referent.count++;
    // What hangs on "our": the side of the speaker.
    for (const owned of scene.phrases.slice(phrase.index + 1, phrase.index + 3)) {
      if (
        owned.possessor === phrase &&
        owned.nominal.type === 'description' &&
        (owned.nominal.class === 'delegation' || owned.nominal.class === 'side')
      ) {
        scene.meanings.set(
          owned.index,
          meant.flatMap((one) => sideOf(scene, one) ?? []),
        );
      }
    }
  }
}

/** Labels of a transcript ("RIEK MACHAR (recording): …") by their paragraph. */
function labelsOf(scene: Scene): Map<number, Referent> {
  const labels = new Map<number, Referent>();
  for (const phrase of scene.phrases) {
    const { tokens, sentences } = scene.view;
    const sentence = sentences[tokens[phrase.head]!.sentence]!;
    if (phrase.first !== sentence.first || labels.has(sentence.paragraph)) continue;
    let after = phrase.last;
    if (tokens[after]?.text === '(') while (after < sentence.last && after < phrase.last + 8 && tokens[after - 1]?.text !== ')') after++;
    const meant = scene.meanings.get(phrase.index)?.[0];
    if (
      tokens[after]?.text === ':' &&
      meant !== undefined &&
      isPerson(meant) &&
      sentences[sentence.index - 1]?.paragraph !== sentence.paragraph
    )
      labels.set(sentence.paragraph, meant);
  }
  return labels;
}
