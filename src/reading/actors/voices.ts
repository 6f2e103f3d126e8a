// Persons who are described: unnamed voices, and offices whose holder the report names elsewhere.
import { BOTH, type Described } from './described.js';
import { isLabel } from './naming.js';
import type { Phrase } from './phrase.js';
import { addName, isPerson, keyed, type Referent, referentOf } from './referents.js';
import { roleOf } from './roles.js';
import { homeGovernment, latest, type Scene, sideOf } from './scene.js';
import { keyOf, wordsOf } from './view.js';
import { ownGroup, shortName } from './whose.js';

export const unnamed = (scene: Scene, phrase: Phrase, noun: string, plural: boolean, sector: string, of: readonly Referent[]): Referent => {
  const referent = referentOf(scene.referents, keyed('voice', String(phrase.index)), plural ? 'unnamed persons' : 'unnamed person');
  referent.plural = plural;
  referent.nouns.add(noun);
  referent.sector = sector;
  referent.of = of[0] ?? null;
  if (/woman$/.test(noun)) referent.gender = 'f';
  addName(referent, voiceName(scene, phrase, phrase.last), phrase.core);
  if (phrase.complement !== null) addName(referent, voiceName(scene, phrase, phrase.coreEnd), phrase.core);
  return referent;
};

/** The words of a voice: its possessor by name where that is a pronoun, the article left out. */
function voiceName(scene: Scene, phrase: Phrase, last: number): string {
  const words = wordsOf(scene.view, phrase.core, last);
  const owner = phrase.possessor;
  if (owner === null) return words;
  if (owner.nominal.type !== 'pronoun') return wordsOf(scene.view, phrase.first, last);
  const meant = scene.meanings.get(owner.index)?.[0];
  return meant === undefined ? words : `${shortName(meant)}'s ${words}`;
}

/** The person who holds an office: the noun must fit an office said of them, the side must not contradict. */
function holderOf(scene: Scene, noun: string, of: readonly Referent[], phrase: Phrase): Referent | null {
  let best: Referent | null = null;
  let bestScore = 1.9;
  const lastSeen = new Map<Referent, number>();
  for (let at = scene.seen.length - 1; at >= Math.max(0, scene.seen.length - 80); at--) {
    for (const referent of scene.seen[at]!.referents) if (!lastSeen.has(referent)) lastSeen.set(referent, at);
  }
  const { list } = scene.referents;
  for (const referent of list.length <= 2 * HOLDERS ? list : [...list.slice(0, HOLDERS), ...list.slice(-HOLDERS)]) {
    if (referent.kind !== 'person' && referent.kind !== 'unnamed person') continue;
    const fit = Math.max(officeFit(noun, referent.nouns), leads(scene, referent, noun, of) ? KNOWN_LEADER : 0);
    if (fit === 0) continue;
    let score = fit;
    const side = referent.of;
    if (of.length > 0 && side !== null)
      score += of.some(
        (one) => one === side || sideOf(scene, one) === sideOf(scene, side) || (one.country !== '' && one.country === side.country),
      )
        ? 2
        : -3;
    else if (of.length === 0 && side !== null && side === homeGovernment(scene)) score += 0.3;
    const seenAt = lastSeen.get(referent);
    if (seenAt !== undefined) score += 0.6 + 0.6 / (1 + (scene.seen.length - seenAt) / 8);
    if (
      scene.view.tokens[phrase.head] !== undefined &&
      referent.kind === 'unnamed person' &&
      !/^(official|source|diplomat|officer|delegate|envoy|negotiator|aide|adviser|spokesman|spokeswoman|spokesperson)$/.test(noun)
    )
      score -= 0.5;
    if (score > bestScore) {
      best = referent;
      bestScore = score;
    }
  }
  return best;
}

const HEADS = new Set(['president', 'prime minister', 'premier', 'chancellor', 'king', 'emir', 'head of state', 'leader']);
const KNOWN_LEADER = 2;

/** "the Israeli prime minister": somebody the report names, whom the world knows as a leader of that state. */
function leads({ view }: Scene, { kind, filed }: Referent, noun: string, [state]: readonly Referent[]): boolean {
  if (kind !== 'person' || state === undefined || state.country === '' || !HEADS.has(noun)) return false;
  return view.lexicon.leaders.stateOf(filed) === state.country;
}

/** How many actors are asked at either end of the list: a bound that keeps the time linear. */
const HOLDERS = 150;

const MEDIATORS = new Set(['envoy', 'special envoy', 'mediator', 'facilitator', 'moderator', 'special representative', 'representative']);

function officeFit(noun: string, nouns: ReadonlySet<string>): number {
  if (nouns.has(noun)) return 2.2;
  for (const other of nouns) {
    if (other.endsWith(` ${noun}`) || noun.endsWith(` ${other}`)) return 1.9;
    if (MEDIATORS.has(noun) && MEDIATORS.has(other)) return 1.6;
    if (
      (noun === 'chief' || noun === 'head') &&
      /^(secretary-general|secretary general|chairman|leader|high commissioner|coordinator)$/.test(other)
    )
      return 1.4;
    if (noun === 'leader' && /^(president|prime minister|chairman|commander|chief|head|rebel leader)$/.test(other)) return 1.2;
    if (noun === 'premier' && other === 'prime minister') return 2;
    if (noun === 'official' && /^(minister|deputy|adviser|aide|foreign minister)$/.test(other)) return 0.6;
    if (noun === 'spokesperson' && /^spokes/.test(other)) return 2;
  }
  return 0;
}

export function lastPersons(scene: Scene, count: number): Referent[] {
  const found: Referent[] = [];
  for (let at = scene.seen.length - 1; at >= Math.max(0, scene.seen.length - 40) && found.length < count; at--) {
    for (const referent of scene.seen[at]!.referents) if (referent.kind === 'person' && !found.includes(referent)) found.push(referent);
  }
  return found.slice(0, count).toReversed();
}

/** "the veteran diplomat", "the retired major": the named person spoken of last, where the words only describe anew. */
function variedPerson(scene: Scene, phrase: Phrase, of: readonly Referent[]): Referent | null {
  if (phrase.determiner !== 'the' || phrase.complement !== null || phrase.possessor !== null) return null;
  const { seen, view } = scene;
  const sentence = view.tokens[phrase.head]!.sentence;
  const quoted = view.quoteOf[phrase.head]! >= 0;
  for (let at = seen.length - 1; at >= Math.max(0, seen.length - 25); at--) {
    const sighting = seen[at]!;
    if (!quoted && view.quoteOf[sighting.phrase.head]! >= 0) continue;
    if (sighting.sentence < sentence - 3) return null;
    const [person] = sighting.referents;
    if (sighting.role.role !== 'subject' || person?.kind !== 'person' || sighting.referents.length > 1) continue;
    if (of.length > 0 && person.of !== null && !of.includes(person.of) && person.of.known?.sector !== 'IGO') continue;
    return person;
  }
  return null;
}

/** "the envoy", "Russia's foreign minister": who holds the office, else an actor of its own. */
export function officeMeaning({ scene, phrase, nominal, of, indefinite }: Described): readonly Referent[] {
  const { noun } = nominal;
  if (phrase.plural) {
    if (BOTH.test(phrase.determiner) || (of.length > 1 && phrase.complement !== null)) {
      const held = of.length > 1 ? of.flatMap((one) => holderOf(scene, noun, [one], phrase) ?? []) : [];
      if (held.length > 1) return held;
      const two = scene.seen
        .toReversed()
        .slice(0, 60)
        .flatMap(({ referents }) => referents.filter((one) => one.kind === 'person' && officeFit(noun, one.nouns) > 0));
      const distinct = [...new Set(two)].slice(0, 2);
      return distinct.length === 2 ? distinct : lastPersons(scene, 2);
    }
    if (of.length > 0 && noun === 'leader') return of.flatMap((one) => sideOf(scene, one) ?? []);
    return phrase.possessor !== null ? ownGroup(scene, phrase, noun) : [unnamed(scene, phrase, noun, true, nominal.sector, of)];
  }
  if (indefinite) return [unnamed(scene, phrase, noun, false, nominal.sector, of)];
  const holder = holderOf(scene, noun, of, phrase);
  if (holder !== null) return [holder];
  const voice = phrase.core === nominal.headFirst && of.length === 0 ? latest(scene, (one) => isPerson(one) && one.nouns.has(noun)) : null;
  if (voice !== null) return [voice];
  const varied = phrase.core < nominal.headFirst && of.length === 0 ? variedPerson(scene, phrase, of) : null;
  if (varied !== null) return [varied];
  const referent = referentOf(
    scene.referents,
    keyed('office', `${noun}:${of[0]?.id ?? keyOf(wordsOf(scene.view, phrase.core, phrase.coreEnd))}`),
    'person',
  );
  referent.nouns.add(noun);
  referent.of ??= of[0] ?? null;
  referent.sector ||= nominal.sector;
  addName(referent, voiceName(scene, phrase, phrase.last), phrase.core);
  if (phrase.complement !== null) addName(referent, voiceName(scene, phrase, phrase.coreEnd), phrase.core);
  return [referent];
}

/** "a Western diplomat", "diplomats", "the official". */
export function voiceMeaning(described: Described): readonly Referent[] {
  const { scene, phrase, nominal, noun, of, indefinite } = described;
  const { view } = scene;
  if (isLabel(view, phrase)) return [];
  if (phrase.plural) {
    if (/^(people|workers|soldiers|fighters|civilians|students|refugees|families)$/.test(noun) && roleOf(view, phrase).role !== 'subject')
      return [];
    if (!indefinite && phrase.determiner !== '') {
      const known = latest(scene, (one) => one.plural && one.nouns.has(noun));
      if (known !== null) return [known];
    }
    return [unnamed(scene, phrase, noun, true, nominal.sector, of)];
  }
  if (indefinite || phrase.determiner === '') {
    return phrase.determiner === 'no' ? [] : [unnamed(scene, phrase, noun, false, nominal.sector, of)];
  }
  const same = latest(scene, (one) => one.kind === 'unnamed person' && one.nouns.has(noun)) ?? holderOf(scene, noun, of, phrase);
  if (same !== null) return [same];
  const varied = variedPerson(scene, phrase, of);
  if (varied !== null) return [varied];
  const voice = /^(man|woman|person|official|source|diplomat|officer)$/.test(noun)
    ? latest(scene, (one) => one.kind === 'unnamed person')
    : null;
  return [voice ?? unnamed(scene, phrase, noun, false, nominal.sector, of)];
}
