// Descriptions of bodies and groups: ministries, councils, blocs, groups of states and people.
import type { Described } from './described.js';
import { placeNamed } from './names.js';
import { addName, isCollective, isPerson, keyed, type Referent, referentOf } from './referents.js';
import { latest } from './scene.js';
import { keyOf, wordsOf } from './view.js';
import { lastPersons } from './voices.js';
import { adjectiveOf, governmentFor, nameHolds, ownGroup, shortName } from './whose.js';

/** "Turkey's foreign ministry", "the council", "his office". */
export function bodyMeaning(described: Described): readonly Referent[] {
  const { scene, phrase, nominal, noun, headFirst, of, indefinite, words, asNamed } = described;
  const { view, referents } = scene;
  const owner = of[0] ?? null;
  if (phrase.plural || (indefinite && phrase.complement === null)) return [];
  if (owner !== null && (noun === 'office' || isPerson(owner)) && phrase.possessor?.nominal.type === 'pronoun') {
    const state = governmentFor(scene, owner);
    const referent = referentOf(referents, keyed('body', `${noun}:${owner.id}`), 'body');
    referent.filed =
      noun === 'office'
        ? `${shortName(owner)}'s office`
        : `${adjectiveOf(scene, state)} ${wordsOf(view, phrase.core, phrase.coreEnd)}`.trim();
    referent.of = owner;
    return [referent];
  }
  if (owner !== null && isCollective(owner)) {
    const key = owner.country !== '' ? `${keyOf(wordsOf(view, headFirst, phrase.coreEnd))}:${owner.country}` : keyOf(words());
    const referent = referentOf(referents, keyed('body', key), noun === 'court' || noun === 'tribunal' ? 'court' : 'body');
    referent.of = owner;
    referent.country = owner.country;
    referent.sector ||= nominal.sector;
    referent.nouns.add(noun);
    addName(
      referent,
      phrase.possessor?.nominal.type === 'pronoun'
        ? `${adjectiveOf(scene, owner)} ${wordsOf(view, phrase.core, phrase.coreEnd)}`.trim()
        : wordsOf(view, phrase.possessor === null ? phrase.core : phrase.first, phrase.last),
      phrase.core,
    );
    return [referent];
  }
  const named = latest(
    scene,
    (one) =>
      (one.kind === 'body' || one.kind === 'court' || one.kind === 'party' || one.kind === 'organisation') &&
      (one.nouns.has(noun) || nameHolds(one, noun)),
  );
  if (named !== null && !indefinite) return [named];
  return asNamed(noun === 'court' || noun === 'tribunal' ? 'court' : 'body');
}

/** "the bloc", "the agency", "guarantor countries". */
export function blocMeaning(described: Described): readonly Referent[] {
  const { scene, phrase, noun, headFirst, of, modifying, indefinite, asNamed, several } = described;
  const { view, outlook } = scene;
  if (phrase.plural) {
    if (noun === 'capital') return several();
    if (phrase.possessor !== null) return ownGroup(scene, phrase, noun);
    return phrase.determiner === '' || !indefinite ? asNamed('group') : [];
  }
  if (noun === 'country' || noun === 'nation' || noun === 'state') {
    if (indefinite || phrase.complement !== null) return [];
    const place = latest(scene, (one) => one.kind === 'place' && scene.view.lexicon.countries.has(one.country));
    const home = outlook.home === '' ? undefined : scene.view.lexicon.countries.get(outlook.home);
    return home === undefined ? (place === null ? [] : [place]) : [placeNamed(scene, home.name, home.name, phrase.head, home.code)];
  }
  if (noun === 'capital') {
    const code = of.find((one) => one.country !== '')?.country ?? outlook.home;
    const capital = view.lexicon.countries.get(code)?.capital ?? '';
    return capital === '' || indefinite ? [] : [placeNamed(scene, capital, capital, phrase.core, code)];
  }
  if (noun === 'ally') return [];
  const same = latest(
    scene,
    (one) =>
      (isCollective(one) && (one.nouns.has(noun) || nameHolds(one, noun))) ||
      (noun === 'bloc' && one.known?.sector === 'IGO') ||
      (noun === 'agency' && (one.kind === 'outlet' || one.known?.sector === 'IGO')) ||
      (/^(organi[sz]ation|charity|association|foundation)$/.test(noun) && one.kind === 'organisation'),
  );
  if (same !== null && !indefinite && phrase.core === headFirst) return [same];
  if (noun === 'community' && modifying === '') return [];
  return indefinite ? [] : asNamed(noun === 'coalition' || noun === 'alliance' ? 'organisation' : 'group', phrase.coreEnd);
}

/** "the group", "six Tutsi groups", "its members". */
export function groupMeaning(described: Described): readonly Referent[] {
  const { scene, phrase, noun, headFirst, of, indefinite, asNamed } = described;
  if ((noun === 'pair' || noun === 'duo') && phrase.core === headFirst) return indefinite ? [] : lastPersons(scene, 2);
  if (!phrase.plural) {
    if (indefinite) return phrase.complement === null ? [] : asNamed('group');
    const same = latest(scene, (one) => isCollective(one) && one.kind !== 'government' && one.kind !== 'outlet');
    return phrase.core === headFirst && same !== null ? [same] : asNamed('group', phrase.coreEnd);
  }
  if (phrase.core === headFirst && phrase.complement === null && phrase.determiner !== '' && !indefinite) {
    const same = latest(scene, (one) => one.plural && one.nouns.has(noun));
    if (same !== null) return [same];
  }
  if (
    phrase.possessor !== null &&
    phrase.core === headFirst &&
    /^(men|women|fighters|people|forces|troops|followers|supporters)$/.test(noun) &&
    of[0]?.kind === 'person' &&
    of[0].of !== null
  )
    return [of[0].of];
  if (phrase.possessor !== null) return ownGroup(scene, phrase, noun);
  return asNamed('group');
}
