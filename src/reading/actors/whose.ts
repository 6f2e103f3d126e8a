// Whose something is: the actors that a possessor, an "of" or the words before a head name, and how actors are called in the names of others.
import type { KnownName } from './lexicon.js';
import { knownMeaning, personNamed, placeNamed } from './names.js';
import type { Phrase } from './phrase.js';
import { addName, isPerson, type Kind, keyed, type Referent, referentOf } from './referents.js';
import { governmentOfCountry, homeGovernment, latest, type Scene } from './scene.js';
import { keyOf, wordsOf } from './view.js';

/** Whom the possessor, the phrase hung on it, or the words before the head name: "Assad's", "for the LNA", "UN". */
export function affiliates(scene: Scene, phrase: Phrase, modsFirst: number, modsLast: number): readonly Referent[] {
  const { view, meanings } = scene;
  const own = phrase.possessor === null ? undefined : meanings.get(phrase.possessor.index);
  if (own !== undefined && own.length > 0) return own;
  if (phrase.complement !== null && !/^(in|at|inside|close|familiar|on)$/.test(phrase.preposition)) {
    const hung = meanings.get(phrase.complement.index);
    if (hung !== undefined && hung.length > 0) return hung;
  }
  return modifiers(view, scene, phrase, modsFirst, modsLast);
}

/** Whom the words before a head name: states, bodies, persons, and the common nouns "government", "opposition", "rebel". */
export function modifiers(
  view: Scene['view'],
  scene: Scene,
  phrase: Phrase,
  first: number,
  last: number,
  noting = false,
): readonly Referent[] {
  const { tokens, lexicon } = view;
  const found: Referent[] = [];
  const push = (from: number, to: number, referents: readonly Referent[]): void => {
    found.push(...referents);
    if (noting && referents.length > 0)
      scene.inner.set(from, { first: from, last: to, head: to - 1, form: 'name', actors: referents.map(({ id }) => id) });
  };
  for (let at = first; at < last; at++) {
    // "Saudi-backed" tells of a tie, not whose the head is.
    if (!noting && tokens[at + 1]?.text === '-' && /^V/.test(tokens[at + 2]?.tag ?? '')) {
      at += 2;
      continue;
    }
    const common = lexicon.heads.get(tokens[at]!.lower) ?? lexicon.heads.get(tokens[at]!.lower.split('-')[0] ?? '');
    const opening =
      common !== undefined && /^(government|opposition|rebels)$/.test(common.class) && view.sentences[tokens[at]!.sentence]?.first === at;
    let end = at;
    while (!opening && end < last && (view.inName[end] === 1 || (end > at && tokens[end]!.text === '-' && view.inName[end + 1] === 1)))
      end++;
    if (end > at) {
      const known = knownAt(scene, at, last);
      if (known !== null) {
        const code = known.known.country;
        if (
          known.known.what === 'adjective' ||
          known.known.what === 'country' ||
          known.known.what === 'people' ||
          known.known.what === 'seat'
        ) {
          push(at, known.last, [governmentOfCountry(scene, code)]);
        } else push(at, known.last, knownMeaning(scene, phrase, known.known, at, known.last));
        at = known.last - 1;
        continue;
      }
      const whole = keyOf(wordsOf(view, at, end));
      // "Houthi-controlled" as one token: the part before the hyphen.
      const part = keyOf(wordsOf(view, at, end).split('-')[0] ?? '');
      const key = scene.naming.kindOf(whole) === null && end === at + 1 ? part : whole;
      const kind = scene.naming.kindOf(key);
      if (kind === 'person') push(at, end, [personNamed(scene, key, at)]);
      else if (kind === 'place') push(at, end, [placeNamed(scene, wordsOf(view, at, end), wordsOf(view, at, end), at, '')]);
      else if (kind !== null) push(at, end, [bodyNamed(scene, key, kind, at, end)]);
      at = end - 1;
      continue;
    }
    const noun = lexicon.heads.get(tokens[at]!.lower) ?? lexicon.heads.get(tokens[at]!.lower.split('-')[0] ?? '');
    if (noun === undefined) continue;
    if (noun.class === 'government') {
      const home = homeGovernment(scene);
      if (home !== null) push(at, at + 1, [home]);
    } else if (noun.class === 'delegation') {
      const party = latest(scene, (one) => scene.outlook.sides.includes(keyFor(scene, one)));
      if (party !== null) push(at, at + 1, [party]);
    } else if (noun.class === 'opposition') push(at, at + 1, [opposition(scene)]);
    else if (noun.class === 'rebels') push(at, at + 1, [rebels(scene, noun.plural ? view.tokens[at]!.lower : pluralOf(noun.lemma))]);
  }
  return found;
}

const pluralOf = (noun: string): string =>
  /man$/.test(noun) ? noun.replace(/man$/, 'men') : /y$/.test(noun) ? noun.replace(/y$/, 'ies') : `${noun}s`;

function knownAt(scene: Scene, at: number, last: number): { readonly known: KnownName; readonly last: number } | null {
  const span = scene.known.get(at);
  return span !== undefined && span.last <= last ? span : null;
}

function bodyNamed(scene: Scene, key: string, kind: Kind, first: number, last: number): Referent {
  const home = scene.outlook.home;
  if (kind === 'government' && home !== '') return governmentOfCountry(scene, home);
  const referent = referentOf(scene.referents, keyed('name', scene.naming.fullKey(key)), kind);
  addName(referent, wordsOf(scene.view, first, last), first);
  return referent;
}

export function opposition(scene: Scene, code = scene.outlook.home): Referent {
  const named = scene.outlook.opposition === '' ? undefined : scene.referents.byKey.get(scene.outlook.opposition);
  if (named !== undefined && code === scene.outlook.home) return named;
  const referent = referentOf(scene.referents, keyed('opposition', code), 'party');
  referent.country = code;
  referent.sector = 'OPP';
  const adjective = scene.view.lexicon.countries.get(code)?.adjective;
  referent.filed ||= adjective === undefined ? 'opposition' : `${adjective} opposition`;
  return referent;
}

/** "the rebels", "the guerrillas": the one armed group the report names, else the rebels as such. */
export function rebels(scene: Scene, noun: string): Referent {
  const named = scene.outlook.rebels === '' ? undefined : scene.referents.byKey.get(scene.outlook.rebels);
  if (named !== undefined && /^(rebels|guerrillas|guerillas|insurgents|separatists|secessionists|militants)$/.test(noun)) return named;
  const referent = referentOf(scene.referents, keyed('rebels', noun), 'armed group');
  referent.plural = true;
  referent.country = scene.outlook.home;
  referent.sector = 'REB';
  return referent;
}

/** The government that a referent belongs to or stands for. */
export function governmentFor(scene: Scene, referent: Referent): Referent | null {
  if (referent.kind === 'government') return referent;
  if (isPerson(referent)) return referent.of === null ? homeGovernment(scene) : governmentFor(scene, referent.of);
  if (referent.kind === 'place') return referent.country === '' ? homeGovernment(scene) : governmentOfCountry(scene, referent.country);
  return referent.country === '' ? homeGovernment(scene) : governmentOfCountry(scene, referent.country);
}

const displayName = (referent: Referent): string => referent.filed || ([...referent.names.keys()][0] ?? '');

/** How the report itself mostly calls it: a person by the surname. */
export const shortName = (referent: Referent): string => {
  if (referent.kind !== 'person') return displayName(referent);
  const [used] = [...referent.names].sort(([a, x], [b, y]) => a.split(' ').length - b.split(' ').length || y.count - x.count);
  return used?.[0] ?? displayName(referent);
};

export const adjectiveOf = (scene: Scene, government: Referent | null): string =>
  scene.view.lexicon.countries.get(government?.country ?? '')?.adjective ?? '';

export const nameHolds = (referent: Referent, noun: string): boolean => {
  for (const name of [...referent.names.keys(), referent.filed])
    if (name.toLowerCase().endsWith(noun) || name.toLowerCase().startsWith(`${noun} `)) return true;
  return false;
};

export function keyFor(scene: Scene, referent: Referent): string {
  for (const key of scene.outlook.sides) if (scene.referents.byKey.get(key) === referent) return key;
  return '';
}

/** "its allies", "his senior aides": a group of its own, named for its owner. */
export function ownGroup(scene: Scene, phrase: Phrase, noun: string): readonly Referent[] {
  const owner = phrase.possessor === null ? undefined : scene.meanings.get(phrase.possessor.index)?.[0];
  const words = wordsOf(scene.view, phrase.core, phrase.coreEnd);
  const name =
    owner !== undefined && phrase.possessor?.nominal.type === 'pronoun'
      ? `${shortName(owner)}'s ${words}`
      : wordsOf(scene.view, phrase.possessor === null ? phrase.core : phrase.first, phrase.coreEnd);
  const referent = referentOf(scene.referents, keyed('name', keyOf(name)), 'group');
  referent.plural = true;
  referent.nouns.add(noun);
  referent.of = owner ?? null;
  addName(referent, name, phrase.core);
  return [referent];
}
