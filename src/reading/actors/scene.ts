// What is known while the actors of a report are resolved from its first word to its last: who was seen where, the country it is about, the sides.

import type { Mention } from '../draft.js';
import type { KnownSpan } from './known-names.js';
import type { Naming } from './naming.js';
import type { Phrase, Role } from './phrase.js';
import { addName, isPerson, type Kind, keyed, type Referent, type Referents, referentOf } from './referents.js';
import { roleOf } from './roles.js';
import { keyOf, type View, wordsOf } from './view.js';

/** One place where actors were meant. */
export interface Sighting {
  readonly referents: readonly Referent[];
  readonly phrase: Phrase;
  readonly role: Role;
  readonly sentence: number;
}

/** What a first reading of the report tells the second. */
export interface Outlook {
  /** ISO code of the country the report is about, '' where none stands out. */
  readonly home: string;
  /** Keys of the two sides to the talks, the government first; fewer where they are not told. */
  readonly sides: readonly string[];
  /** Key of the armed group that "the rebels" means, '' where there is none or several. */
  readonly rebels: string;
  /** Key of the body that "the opposition" means, '' for the opposition itself. */
  readonly opposition: string;
}

export interface Scene {
  readonly view: View;
  readonly phrases: readonly Phrase[];
  readonly naming: Naming;
  readonly outlook: Outlook;
  readonly referents: Referents;
  /** In the order they were resolved. */
  readonly seen: Sighting[];
  /** How many phrases are being resolved one for another. */
  readonly depth: { now: number };
  /** What a phrase further on means, resolved before its turn. */
  readonly early: (phrase: Phrase) => readonly Referent[];
  /** Names and nouns before a head that mean somebody by themselves: "French" in "French president", by their first token. */
  readonly inner: Map<number, Mention>;
  /** What each phrase means, by its index. */
  readonly meanings: Map<number, readonly Referent[]>;
  /** A description in apposition, by its index, to the named phrase it describes. */
  readonly sameAs: ReadonlyMap<number, Phrase>;
  /** Known names by their first token. */
  readonly known: ReadonlyMap<number, KnownSpan>;
}

/** How far back a description or pronoun looks, in sightings: a bound that keeps the time linear. */
export const LOOK_BACK = 60;

export const governmentOfCountry = ({ referents, view }: Scene, code: string): Referent => {
  const referent = referentOf(referents, keyed('government', code), 'government');
  referent.country = code;
  referent.sector = 'GOV';
  const country = view.lexicon.countries.get(code);
  if (country !== undefined) referent.filed ||= country.name;
  return referent;
};

/** The government of the country the report is about, or null where no country stands out. */
export const homeGovernment = (scene: Scene): Referent | null =>
  scene.outlook.home === '' ? null : governmentOfCountry(scene, scene.outlook.home);

/** Whom a person, place or body acts for as a side to talks. */
export function sideOf(scene: Scene, referent: Referent): Referent | null {
  if (isPerson(referent)) return referent.of === null ? null : (sideOf(scene, referent.of) ?? referent.of);
  if (referent.kind === 'place') return referent.country === '' ? null : governmentOfCountry(scene, referent.country);
  if (referent.kind === 'text' || referent.kind === 'process' || referent.kind === 'gathering') return null;
  return referent;
}

/** The two sides, as far as the report tells. */
export function sidesOf(scene: Scene): Referent[] {
  return scene.outlook.sides.flatMap((key) => {
    const referent = scene.referents.byKey.get(key);
    if (referent !== undefined) return [referent];
    const code = /^government:(.+)$/.exec(key)?.[1];
    return code === undefined ? [] : [governmentOfCountry(scene, code)];
  });
}

/** The latest referent seen that `fits`, within the bound. */
export function latest(scene: Scene, fits: (referent: Referent, sighting: Sighting) => boolean): Referent | null {
  const { seen } = scene;
  for (let at = seen.length - 1; at >= Math.max(0, seen.length - LOOK_BACK); at--) {
    const sighting = seen[at]!;
    for (const referent of sighting.referents) if (fits(referent, sighting)) return referent;
  }
  return null;
}

/** Notes that a phrase means these referents. */
export function note(scene: Scene, phrase: Phrase, referents: readonly Referent[]): readonly Referent[] {
  scene.meanings.set(phrase.index, referents);
  if (referents.length > 0) {
    for (const referent of referents) referent.count++;
    scene.seen.push({ referents, phrase, role: roleOf(scene.view, phrase), sentence: scene.view.tokens[phrase.head]!.sentence });
  }
  return referents;
}

/** The referent filed under the words of the phrase, from `first` to `last`. */
export function namedBy(scene: Scene, kind: Kind, first: number, last: number): Referent {
  const words = wordsOf(scene.view, first, last);
  const referent = referentOf(scene.referents, keyed('name', keyOf(words)), kind);
  addName(referent, words, first);
  return referent;
}
