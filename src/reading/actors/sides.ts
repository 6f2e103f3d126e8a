// Descriptions of those who deal with each other: governments, delegations, sides, oppositions, rebels and the forces of each.
import { BOTH, type Described } from './described.js';
import { addName, isPerson, keyed, type Referent, referentOf } from './referents.js';
import { homeGovernment, latest, namedBy, sideOf } from './scene.js';
import { wordsOf } from './view.js';
import { lastPersons, unnamed } from './voices.js';
import { governmentFor, keyFor, modifiers, nameHolds, opposition, rebels } from './whose.js';

const RIVAL = /^(warring|rival|opposing|two|both|contending|belligerent|hostile|conflicting|negotiating)$/;

/** "the government", "Assad's government", "the junta". */
export function governmentMeaning(described: Described): readonly Referent[] {
  const { scene, phrase, noun, headFirst, of, modifying, indefinite, asNamed } = described;
  const { view } = scene;
  if (phrase.plural && noun === 'government') return of.length > 1 ? of : asNamed('group', phrase.coreEnd);
  if (
    /\b(unity|transitional|interim|provisional|power-sharing|regional|local|provincial|foreign|future)\b/.test(modifying) &&
    of.length === 0
  )
    return indefinite ? [] : asNamed('government', phrase.coreEnd);
  if (indefinite) return [];
  const government = of.length > 0 ? governmentFor(scene, of[0]!) : homeGovernment(scene);
  if (government === null) return asNamed('government', phrase.coreEnd);
  if (phrase.possessor?.nominal.type !== 'pronoun' && (of.length > 0 || phrase.core < headFirst))
    addName(government, wordsOf(view, phrase.possessor === null ? phrase.core : phrase.first, phrase.last), phrase.core);
  else addName(government, wordsOf(view, headFirst, phrase.coreEnd), headFirst);
  government.nouns.add('government');
  return [government];
}

/** "the Houthi delegation", "its envoys", "both teams". */
export function delegationMeaning(described: Described): readonly Referent[] {
  const { scene, phrase, nominal, noun, headFirst, of, indefinite, several } = described;
  const { view, outlook } = scene;
  if (phrase.determiner === 'the other' && !phrase.plural) {
    const sides = several();
    const speaking = latest(scene, (one, { role }) => role.role === 'subject' && sides.includes(sideOf(scene, one) ?? one));
    return speaking === null ? [] : sides.filter((side) => side !== (sideOf(scene, speaking) ?? speaking));
  }
  const persons = /^(envoys|negotiators|representatives|delegates|leaders)$/.test(noun);
  // "Guatemala's guerrilla leadership": the nearer word tells whose.
  const nearer =
    phrase.possessor === null ? [] : modifiers(view, scene, phrase, phrase.core, headFirst).filter((one) => one.kind !== 'place');
  const acting = (nearer.length > 0 ? nearer : of)
    .flatMap((one) => sideOf(scene, one) ?? (isPerson(one) ? [homeGovernment(scene) ?? one] : []))
    .filter((one) => one.kind !== 'place');
  if (acting.length > 0 && !(persons && indefinite)) return [...new Set(acting)];
  if (phrase.plural && !persons) return several();
  if (persons) {
    if (BOTH.test(phrase.determiner) && noun !== 'leaders') return several();
    if (noun === 'leaders' && BOTH.test(phrase.determiner)) return lastPersons(scene, 2);
    return [unnamed(scene, phrase, noun, true, nominal.sector, of)];
  }
  if (indefinite) return [];
  const party = latest(scene, (one) => outlook.sides.includes(keyFor(scene, one)));
  return party === null ? [] : [party];
}

/** "the two sides", "the Russian side", "all parties". */
export function sideMeaning(described: Described): readonly Referent[] {
  const { scene, phrase, noun, of, modifying, indefinite, asNamed, several } = described;
  const { outlook } = scene;
  if (/\b(third|ruling|political|own|opposition|hand|communist|socialist)\b/.test(modifying))
    return noun === 'party' && !phrase.plural ? asNamed('party', phrase.coreEnd) : [];
  if (of.length > 0 && !(noun === 'party' && phrase.complement !== null)) return of.flatMap((one) => sideOf(scene, one) ?? []);
  if (noun === 'camp' && !BOTH.test(phrase.determiner) && !RIVAL.test(modifying)) return [];
  if (phrase.plural || BOTH.test(phrase.determiner) || RIVAL.test(modifying)) return indefinite && !phrase.plural ? [] : several();
  if (/^(the )?other$/.test(phrase.determiner) || modifying === 'other') {
    const last = latest(scene, (one) => outlook.sides.includes(keyFor(scene, one)));
    return several().filter((one) => one !== last);
  }
  if (noun === 'party' && !indefinite) {
    const party = latest(scene, (one) => one.kind === 'party' || one.kind === 'armed group');
    return party === null ? [] : [party];
  }
  return [];
}

/** "the Syrian opposition". */
export function oppositionMeaning(described: Described): readonly Referent[] {
  const { scene, phrase, noun, of, indefinite, asNamed } = described;
  const { view, outlook } = scene;
  if (noun !== 'opposition') return asNamed('group', phrase.coreEnd);
  const state = of.find((one) => one.country !== '');
  const party = opposition(scene, state?.country || outlook.home);
  if (phrase.possessor?.nominal.type !== 'pronoun') addName(party, wordsOf(view, phrase.core, phrase.coreEnd), phrase.core);
  return indefinite ? [] : [party];
}

/** "the rebels", "ELN guerrillas", "the movement". */
export function rebelMeaning({ scene, phrase, nominal, of, indefinite }: Described): readonly Referent[] {
  const { view } = scene;
  const { noun, headFirst } = nominal;
  const party = of.find((one) => one.kind === 'armed group' || one.kind === 'party');
  if (party !== undefined) {
    if (party.kind === 'party' && party.sector !== 'OPP') party.kind = 'armed group';
    return [party];
  }
  const words = wordsOf(view, phrase.core, phrase.coreEnd);
  if (phrase.plural) {
    const leader = of.find(isPerson);
    if (leader?.of !== null && leader?.of !== undefined) return [leader.of];
    const plain =
      phrase.core === headFirst ||
      of.some((one) => one.kind === 'government') ||
      /^(armed|tamil|hutu|muslim|islamist|leftist|communist|maoist|kurdish|separatist|rebel|main)\b/i.test(words);
    const group = rebels(
      scene,
      plain
        ? scene.outlook.rebels === '' && headFirst > phrase.core && of.length === 0
          ? words.toLowerCase()
          : noun === 'armed group'
            ? 'armed groups'
            : view.tokens[phrase.head]!.lower
        : words.toLowerCase(),
    );
    addName(group, words, phrase.core);
    group.nouns.add(noun);
    return [group];
  }
  if (indefinite)
    return /^(rebel|insurgent|guerrilla|militant|gunman|separatist)$/.test(noun) ? [unnamed(scene, phrase, noun, false, 'REB', of)] : [];
  const same = latest(
    scene,
    (one) => (one.kind === 'armed group' || one.kind === 'party') && (one.nouns.has(noun) || nameHolds(one, noun)),
  );
  const any =
    same ??
    latest(scene, (one) => (one.kind === 'armed group' || one.kind === 'party') && !one.nouns.has('rebels')) ??
    latest(scene, (one) => one.kind === 'armed group' || (one.kind === 'group' && one.nouns.size === 0));
  if (any !== null && phrase.core === headFirst) return [any];
  const referent = namedBy(scene, 'armed group', phrase.core, phrase.coreEnd);
  referent.nouns.add(noun);
  return [referent];
}

/** "the army", "government troops", "Hafter's forces". */
export function forceMeaning(described: Described): readonly Referent[] {
  const { scene, phrase, nominal, noun, of, modifying, indefinite, asNamed } = described;
  const { view, referents } = scene;
  const owner = of[0] === undefined ? homeGovernment(scene) : (sideOf(scene, of[0]) ?? (isPerson(of[0]) ? homeGovernment(scene) : of[0]));
  if (owner !== null && owner.kind !== 'government' && owner.kind !== 'organisation')
    return owner.kind === 'armed group' || owner.kind === 'party' || owner.kind === 'armed force' ? [owner] : asNamed('armed force');
  if ((indefinite && !phrase.plural) || /\d/.test(modifying)) return [];
  const key = `${noun === 'police' ? 'police' : noun === 'peacekeepers' ? 'peacekeepers' : 'army'}:${owner?.country ?? ''}:${owner?.known?.name ?? ''}`;
  const referent = referentOf(referents, keyed('force', key), 'armed force');
  referent.of ??= owner;
  referent.country ||= owner?.country ?? '';
  referent.sector ||= nominal.sector;
  referent.plural ||= phrase.plural;
  addName(
    referent,
    phrase.possessor?.nominal.type === 'pronoun' || phrase.possessor === null
      ? wordsOf(view, phrase.core, phrase.coreEnd)
      : wordsOf(view, phrase.first, phrase.coreEnd),
    phrase.core,
  );
  return [referent];
}
