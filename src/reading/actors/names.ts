// What a phrase that holds a name means: a state or the place it lies in, a body, a person, a group.
import { isMovement, type KnownName } from './lexicon.js';
import type { Phrase, Role } from './phrase.js';
import { addName, KINDS, keyed, type Referent, referentOf } from './referents.js';
import { MOVES, roleOf } from './roles.js';
import { governmentOfCountry, type Scene } from './scene.js';
import { keyOf, wordsOf } from './view.js';

/** Words that count people: they are a crowd, not their government. */
const QUANTITY =
  /^(thousands|hundreds|dozens|scores|tens|millions|crowds|crowd|group|groups|majority|number|handful|families|most|many|some)$/;
const INTO_PLACE =
  /^(in|at|near|into|onto|across|inside|outside|around|throughout|within|through|via|beyond|above|along|toward|towards|over|off|inside)$/;

/** True where the words around the name of a state or capital take it for the place, not for its government. */
function meansPlace(scene: Scene, phrase: Phrase, role: Role, capital: boolean): boolean {
  const { tokens, lexicon } = scene.view;
  if (role.role === 'subject') return capital && !lexicon.verbs.has(role.verb);
  if (role.role === 'object') return MOVES.test(role.verb);
  if (INTO_PLACE.test(role.preposition)) return true;
  if (/^(from|to|for|of|on)$/.test(role.preposition)) {
    const noun = tokens[phrase.first - 2];
    if (capital)
      return !(
        role.preposition === 'for' ||
        (noun !== undefined &&
          /^(pressure|appeal|letter|message|statement|call|support|offer|reply|response|proposal|ally|allies|government|regime)$/.test(
            noun.lower,
          ))
      );
    if (role.preposition === 'from' || role.preposition === 'to') {
      for (let at = phrase.first - 2; at >= Math.max(0, phrase.first - 5); at--)
        if (/^VB/.test(tokens[at]!.tag)) return MOVES.test(tokens[at]!.lemma);
    }
    return false;
  }
  if (phrase.possessive) {
    const owned = tokens[phrase.last + 1];
    return capital && owned !== undefined && lexicon.heads.get(owned.lower)?.class === 'place';
  }
  // "Moscow, Ankara and Tehran said", "between Belgrade and Pristina": as the neighbours; alone a capital is the place.
  return capital && role.preposition === '' && role.role === 'other' && !coordinated(scene, phrase);
}

const coordinated = ({ view: { tokens } }: Scene, phrase: Phrase): boolean =>
  /^(and|or)$/.test(tokens[phrase.first - 1]?.lower ?? '') || /^(and|or)$/.test(tokens[phrase.last]?.lower ?? '');

export function placeNamed(scene: Scene, name: string, words: string, first: number, country: string): Referent {
  const referent = referentOf(scene.referents, keyed('place', keyOf(name)), 'place');
  referent.filed ||= name;
  referent.country ||= country || (scene.view.placeAt.get(scene.view.tokens[first]?.start ?? -1)?.country ?? '');
  addName(referent, words, first);
  return referent;
}

/** A state, body, outlet, region or people that the lexicon knows. */
export function knownMeaning(scene: Scene, phrase: Phrase, known: KnownName, first: number, last: number): Referent[] {
  const { view, referents } = scene;
  const words = wordsOf(view, first, last);
  const role = roleOf(view, phrase);
  switch (known.what) {
    case 'country':
    case 'seat': {
      const capital = known.what === 'seat';
      if (meansPlace(scene, phrase, role, capital)) return [placeNamed(scene, capital ? words : known.name, words, first, known.country)];
      const government = governmentOfCountry(scene, known.country);
      addName(government, words, first);
      if (!capital) government.nouns.add('country');
      return [government];
    }
    case 'people': {
      const counted = view.tokens[phrase.first - 1]?.lower === 'of' && QUANTITY.test(view.tokens[phrase.first - 2]?.lower ?? '');
      if (counted) {
        const crowd = referentOf(referents, keyed('people', keyOf(words)), 'group');
        crowd.plural = true;
        crowd.country = known.country;
        crowd.sector = 'CVL';
        addName(crowd, words, first);
        return [crowd];
      }
      if (!phrase.plural && !/s$/.test(words) && !/(^| )the$/.test(phrase.determiner)) return [];
      // "the Serbs" where "Bosnian Serbs" were spoken of.
      const narrower = scene.referents.list
        .slice(0, 300)
        .find((one) => one.kind === 'group' && [...one.names.keys()].some((name) => name.endsWith(` ${words}`)));
      if (narrower !== undefined) return [narrower];
      const government = governmentOfCountry(scene, known.country);
      addName(government, words, first);
      government.nouns.add('people');
      return [government];
    }
    case 'adjective': {
      if (!/(^| )the$/.test(phrase.determiner)) return [];
      return [governmentOfCountry(scene, known.country)];
    }
    case 'organisation': {
      const referent = referentOf(
        referents,
        keyed('organisation', known.name),
        KINDS.find((kind) => kind === known.kind) ?? 'organisation',
      );
      referent.known = known;
      if (!isMovement(known)) referent.filed = known.name;
      referent.country = known.country;
      referent.sector = known.sector;
      addName(referent, words, first);
      return [referent];
    }
    case 'outlet': {
      const referent = referentOf(referents, keyed('outlet', known.name), 'outlet');
      referent.known = known;
      referent.filed = known.name;
      referent.country = known.country;
      referent.sector = 'MED';
      addName(referent, words, first);
      return [referent];
    }
    case 'region': {
      if (known.kind === 'adjective') return [];
      if (known.kind === 'people' || role.role === 'subject' || (role.role === 'object' && !MOVES.test(role.verb))) {
        const referent = referentOf(referents, keyed('people', keyOf(words)), 'group');
        referent.country ||= known.country;
        referent.plural = known.kind === 'people';
        addName(referent, words, first);
        return [referent];
      }
      return [placeNamed(scene, words, words, first, known.country)];
    }
  }
}

/** A person found by the naming of the whole report. */
export function personNamed(scene: Scene, key: string, first: number): Referent {
  const { naming, referents, view } = scene;
  const full = naming.fullKey(key);
  const referent = referentOf(referents, keyed('person', full), 'person');
  const words = naming.words(full);
  const shouted = words === words.toUpperCase() && /\p{Lu}{3}/u.test(words);
  referent.filed ||= shouted ? words.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase()) : words;
  addName(referent, naming.words(key) || words, first);
  if (referent.gender === '') {
    const given = words.split(' ')[0] ?? '';
    referent.gender = view.lexicon.givenNames.get(given) ?? view.lexicon.honorifics.get(given) ?? '';
  }
  return referent;
}

/** A proper name the lexicon does not know. */
export function properMeaning(scene: Scene, phrase: Phrase, first: number, last: number): Referent[] {
  const { view, naming, referents, outlook } = scene;
  const words = wordsOf(view, first, last);
  const key = keyOf(words);
  if (key === '') return [];
  const kind = naming.kindOf(key);
  if (kind === 'person') return [personNamed(scene, key, first)];
  const full = naming.fullKey(key);
  if (kind === null && /^NNPS$/.test(view.tokens[last - 1]!.tag)) {
    const group = referentOf(referents, keyed('people', full), 'group');
    group.plural = true;
    addName(group, words, first);
    return [group];
  }
  if (kind === 'place' || (kind === null && roleOf(view, phrase).preposition !== '' && phrase.determiner === ''))
    return [placeNamed(scene, naming.words(full) || words, words, first, '')];
  if (kind === 'government' && outlook.home !== '') {
    const government = governmentOfCountry(scene, outlook.home);
    government.filed = naming.words(full) || words;
    addName(government, words, first);
    government.nouns.add('named government');
    return [government];
  }
  if (kind === null) {
    const before = scene.seen.at(-1);
    const listed =
      before !== undefined && before.phrase.last + 1 === phrase.first && /^(,|and|or)$/.test(view.tokens[before.phrase.last]?.lower ?? '');
    return listed && before.referents[0]?.kind === 'place' ? [placeNamed(scene, words, words, first, '')] : [];
  }
  const referent = referentOf(referents, keyed('name', full), kind);
  const fullest = naming.words(full);
  if (full !== key && fullest !== fullest.toUpperCase()) referent.filed ||= fullest;
  if (kind === 'group') referent.plural = true;
  referent.sector ||= kind === 'armed group' ? 'REB' : kind === 'party' ? 'PTY' : kind === 'outlet' ? 'MED' : kind === 'court' ? 'JUD' : '';
  addName(referent, words, first);
  if (/s$/.test(words) && last - first === 1 && words !== words.toUpperCase()) referent.plural = true;
  return [referent];
}
