// What a description means: "the government", "rebel negotiators", "a Western diplomat", "the two sides", "Turkey's foreign ministry".
import { isLabel } from './naming.js';
import { knownMeaning, personNamed, placeNamed } from './names.js';
import type { Phrase } from './phrases.js';
import { addName, isCollective, isPerson, type Kind, keyed, type Referent, referentOf } from './referents.js';
import { roleOf } from './roles.js';
import { governmentOfCountry, homeGovernment, latest, namedBy, type Scene, sideOf, sidesOf } from './scene.js';
import { keyOf, wordsOf } from './view.js';

type Description = Extract<Phrase['nominal'], { readonly type: 'description' }>;

const INDEFINITE = /^(a|an|another|some|one|several|many|no|any|few|most|such)( |$)/;
const BOTH = /(^| )(two|both|each|either|neither|all|every)( |$)/;
const RIVAL = /^(warring|rival|opposing|two|both|contending|belligerent|hostile|conflicting|negotiating)$/;

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
    const common = lexicon.heads.get(tokens[at]!.lower);
    const opening = common !== undefined && /^(government|opposition|rebels)$/.test(common.class) && view.sentences[tokens[at]!.sentence]?.first === at;
    let end = at;
    while (!opening && end < last && (view.inName[end] === 1 || (end > at && tokens[end]!.text === '-' && view.inName[end + 1] === 1))) end++;
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
      const key = keyOf(wordsOf(view, at, end));
      const kind = scene.naming.kindOf(key);
      if (kind === 'person') push(at, end, [personNamed(scene, key, at)]);
      else if (kind === 'place') push(at, end, [placeNamed(scene, wordsOf(view, at, end), wordsOf(view, at, end), at, '')]);
      else if (kind !== null) push(at, end, [bodyNamed(scene, key, kind, at, end)]);
      at = end - 1;
      continue;
    }
    const noun = lexicon.heads.get(tokens[at]!.lower);
    if (noun === undefined) continue;
    if (noun.class === 'government') {
      const home = homeGovernment(scene);
      if (home !== null) push(at, at + 1, [home]);
    } else if (noun.class === 'opposition') push(at, at + 1, [opposition(scene)]);
    else if (noun.class === 'rebels') push(at, at + 1, [rebels(scene, noun.plural ? view.tokens[at]!.lower : pluralOf(noun.lemma))]);
  }
  return found;
}

const pluralOf = (noun: string): string =>
  /man$/.test(noun) ? noun.replace(/man$/, 'men') : /y$/.test(noun) ? noun.replace(/y$/, 'ies') : `${noun}s`;

function knownAt(
  scene: Scene,
  at: number,
  last: number,
): { readonly known: Parameters<typeof knownMeaning>[2]; readonly last: number } | null {
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

const unnamed = (scene: Scene, phrase: Phrase, noun: string, plural: boolean, sector: string, of: readonly Referent[]): Referent => {
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

/** How the report itself mostly calls it: a person by the surname. */
const shortName = (referent: Referent): string => {
  if (referent.kind !== 'person') return displayName(referent);
  const [used] = [...referent.names].sort(([a, x], [b, y]) => a.split(' ').length - b.split(' ').length || y.count - x.count);
  return used?.[0] ?? displayName(referent);
};

export const displayName = (referent: Referent): string => referent.filed || ([...referent.names.keys()][0] ?? '');

/** The person who holds an office: the noun must fit an office said of them, the side must not contradict. */
export function holderOf(scene: Scene, noun: string, of: readonly Referent[], phrase: Phrase): Referent | null {
  let best: Referent | null = null;
  let bestScore = 1.9;
  const lastSeen = new Map<Referent, number>();
  for (let at = scene.seen.length - 1; at >= Math.max(0, scene.seen.length - 80); at--) {
    for (const referent of scene.seen[at]!.referents) if (!lastSeen.has(referent)) lastSeen.set(referent, at);
  }
  for (const referent of scene.referents.list) {
    if (referent.kind !== 'person' && referent.kind !== 'unnamed person') continue;
    const fit = officeFit(noun, referent.nouns);
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

/** What a description means; an empty list where it means no actor. */
export function describe(scene: Scene, phrase: Phrase, nominal: Description): readonly Referent[] {
  const { view, outlook, referents } = scene;
  const { noun, headFirst } = nominal;
  const of = affiliates(scene, phrase, phrase.core, headFirst);
  const modifying = wordsOf(view, phrase.core, headFirst).toLowerCase();
  const indefinite = INDEFINITE.test(phrase.determiner);
  const words = (): string => wordsOf(view, phrase.core, phrase.last);
  const asNamed = (kind: Kind, last = phrase.last): Referent[] => {
    const referent = namedBy(scene, kind, phrase.core, last);
    referent.plural = phrase.plural;
    referent.nouns.add(noun);
    referent.sector ||= nominal.sector;
    referent.of ??= of[0] ?? null;
    return [referent];
  };
  const several = (): readonly Referent[] => (outlook.sides.length === 2 ? sidesOf(scene) : []);
  switch (nominal.class) {
    case 'government': {
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
    case 'delegation': {
      const persons = /^(envoys|negotiators|representatives|delegates|leaders)$/.test(noun);
      // "Guatemala's guerrilla leadership": the nearer word tells whose.
      const nearer = phrase.possessor === null ? [] : modifiers(view, scene, phrase, phrase.core, headFirst).filter((one) => one.kind !== 'place');
      const acting = (nearer.length > 0 ? nearer : of).flatMap((one) => sideOf(scene, one) ?? (isPerson(one) ? [homeGovernment(scene) ?? one] : []))
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
    case 'side': {
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
    case 'opposition': {
      if (noun !== 'opposition') return asNamed('group', phrase.coreEnd);
      const state = of.find((one) => one.country !== '');
      const party = opposition(scene, state?.country || outlook.home);
      if (phrase.possessor?.nominal.type !== 'pronoun') addName(party, wordsOf(view, phrase.core, phrase.coreEnd), phrase.core);
      return indefinite ? [] : [party];
    }
    case 'rebels':
      return rebelMeaning(scene, phrase, nominal, of, indefinite);
    case 'force': {
      const owner =
        of[0] === undefined ? homeGovernment(scene) : (sideOf(scene, of[0]) ?? (isPerson(of[0]) ? homeGovernment(scene) : of[0]));
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
    case 'office':
      return officeMeaning(scene, phrase, nominal, of, indefinite);
    case 'person':
    case 'voice': {
      if (isLabel(view, phrase)) return [];
      if (phrase.plural) {
        if (
          /^(people|workers|soldiers|fighters|civilians|students|refugees|families)$/.test(noun) &&
          roleOf(view, phrase).role !== 'subject'
        )
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
      const voice = /^(man|woman|person|official|source|diplomat|officer)$/.test(noun) ? latest(scene, (one) => one.kind === 'unnamed person')
        : null;
      return [voice ?? unnamed(scene, phrase, noun, false, nominal.sector, of)];
    }
    case 'body': {
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
    case 'organisation':
    case 'bloc': {
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
    case 'group': {
      if (!phrase.plural) {
        if (indefinite) return phrase.complement === null ? [] : asNamed('group');
        const same = latest(scene, (one) => isCollective(one) && one.kind !== 'government' && one.kind !== 'outlet');
        return phrase.core === headFirst && same !== null ? [same] : asNamed('group', phrase.coreEnd);
      }
      if (phrase.core === headFirst && phrase.complement === null && phrase.determiner !== '' && !indefinite) {
        const same = latest(scene, (one) => one.plural && one.nouns.has(noun));
        if (same !== null) return [same];
      }
      if (phrase.possessor !== null && phrase.core === headFirst && /^(men|women|fighters|people|forces|troops|followers|supporters)$/.test(noun) && of[0]?.kind === 'person' && of[0].of !== null) return [of[0].of];
      if (phrase.possessor !== null) return ownGroup(scene, phrase, noun);
      return asNamed('group');
    }
    case 'place': {
      const hung = phrase.complement === null ? undefined : scene.meanings.get(phrase.complement.index);
      if (
        phrase.preposition === 'of' &&
        hung !== undefined &&
        hung[0]?.kind === 'place' &&
        /^(city|town|village|port|province|region|district|governorate|island|enclave|territory)$/.test(noun)
      ) {
        addName(hung[0], wordsOf(view, phrase.core, phrase.last), phrase.core);
        return [hung[0]];
      }
      if (phrase.core === headFirst && phrase.complement === null && phrase.possessor === null && !indefinite && !phrase.plural) {
        const same = latest(
          scene,
          (one) =>
            one.kind === 'place' &&
            !view.lexicon.countries.has(
              one.country === '' || one.filed !== view.lexicon.countries.get(one.country)?.name ? '' : one.country,
            ),
        );
        return same === null ? [] : [same];
      }
      if (indefinite) return [];
      return [placeNamed(scene, words(), words(), phrase.core, '')];
    }
    case 'outlet': {
      const own =
        phrase.possessor !== null && phrase.possessor.nominal.type !== 'pronoun'
          ? wordsOf(view, phrase.first, phrase.coreEnd)
          : wordsOf(view, phrase.core, phrase.coreEnd);
      const same =
        phrase.core === headFirst ? latest(scene, (one) => one.kind === 'outlet' && (one.known !== null || one.nouns.has(noun))) : null;
      if (same !== null && !/^(media|press)$/.test(noun)) return [same];
      const referent = referentOf(referents, keyed('outlet', keyOf(own)), 'outlet');
      referent.sector = 'MED';
      referent.nouns.add(noun);
      referent.country ||= of[0]?.country ?? '';
      addName(referent, own, phrase.core);
      return [referent];
    }
    case 'text': {
      const same =
        phrase.core === headFirst && !indefinite && phrase.possessor === null
          ? latest(scene, (one) => one.kind === 'text' && (one.nouns.has(noun) || noun === 'document' || noun === 'text'))
          : null;
      const referent =
        same ??
        referentOf(
          referents,
          keyed('text', indefinite ? `${noun}:${phrase.index}` : keyOf(wordsOf(view, phrase.core, phrase.coreEnd))),
          'text',
        );
      referent.nouns.add(noun);
      addName(referent, wordsOf(view, phrase.core, phrase.coreEnd), phrase.core);
      if (ISSUED.test(noun)) referent.issuer ??= issuerOf(scene, phrase);
      referent.issuer ??=
        of[0] !== undefined &&
        phrase.preposition !== 'of' &&
        (isCollective(of[0]) || isPerson(of[0])) &&
        !/^(agreement|accord|deal|treaty|pact|truce|ceasefire|cease-fire|resolution|plan|draft)$/.test(noun)
          ? of[0]
          : null;
      return [referent];
    }
    case 'process': {
      if (/^(process|round|exchange|mediation|negotiation)$/.test(noun) && !/peace|political/.test(modifying)) return [];
      const referent = referentOf(referents, keyed('process', ''), 'process');
      referent.plural = true;
      addName(referent, noun, headFirst);
      if (!/\b(round|days|week|more|further|new|first|second|direct|last|next)\b/.test(modifying))
        addName(referent, wordsOf(view, phrase.core, phrase.coreEnd), phrase.core);
      return [referent];
    }
    case 'gathering': {
      if (indefinite && phrase.complement === null) return [];
      const referent = referentOf(referents, keyed('gathering', noun), 'gathering');
      addName(referent, wordsOf(view, phrase.core, phrase.coreEnd), phrase.core);
      return [referent];
    }
  }
}

const ISSUED = /^(statement|communique|communiqué|declaration|letter|message|text|report|notice|bulletin|tweet|post|memo|note|article)$/;
const ISSUES = /^(issue|release|publish|send|adopt|circulate|post|put|reply|respond|say|write|announce|declare|read|hand|add|state|warn|deny|accuse|blame|call|condemn|confirm|insist|welcome|reject|pledge|urge|voice|charge|lament|complain)$/;

/** Who issued a text: the subject of the verb it stands with ("said in a statement", "a statement it issued", "issued by the Kremlin"). */
function issuerOf(scene: Scene, phrase: Phrase): Referent | null {
  const { view, phrases, seen } = scene;
  const { tokens } = view;
  const role = roleOf(view, phrase);
  const sentence = tokens[phrase.head]!.sentence;
  const after = tokens[phrase.last];
  for (const next of phrases.slice(phrase.index + 1, phrase.index + 6)) {
    if (tokens[next.head]!.sentence !== sentence || next.first > phrase.last + 8) break;
    const before = tokens[next.first - 1];
    const byAgent = before?.lower === 'by' || before?.lower === 'from';
    if ((byAgent && next.first <= phrase.last + 7) || (next.first === phrase.last && ISSUES.test(roleOf(view, next).verb))) {
      const found = scene.early(next)[0];
      if (found !== undefined && found.kind !== 'place' && found.kind !== 'text') return found;
    }
  }
  if (after?.lower === 'of') return null;
  const inText = role.preposition === 'in' || role.preposition === 'by' || role.preposition === 'through';
  if (!inText && !(role.role === 'object' && ISSUES.test(role.verb))) return null;
  for (let at = seen.length - 1; at >= Math.max(0, seen.length - 12); at--) {
    const sighting = seen[at]!;
    if (sighting.sentence !== sentence) break;
    const [one] = sighting.referents;
    if (sighting.role.role === 'subject' && one !== undefined && one.kind !== 'text' && one.kind !== 'place' && ISSUES.test(sighting.role.verb)) return one;
  }
  return null;
}

const nameHolds = (referent: Referent, noun: string): boolean => {
  for (const name of [...referent.names.keys(), referent.filed])
    if (name.toLowerCase().endsWith(noun) || name.toLowerCase().startsWith(`${noun} `)) return true;
  return false;
};

const adjectiveOf = (scene: Scene, government: Referent | null): string =>
  scene.view.lexicon.countries.get(government?.country ?? '')?.adjective ?? '';

export function keyFor(scene: Scene, referent: Referent): string {
  for (const key of scene.outlook.sides) if (scene.referents.byKey.get(key) === referent) return key;
  return '';
}

export function lastPersons(scene: Scene, count: number): Referent[] {
  const found: Referent[] = [];
  for (let at = scene.seen.length - 1; at >= Math.max(0, scene.seen.length - 40) && found.length < count; at--) {
    for (const referent of scene.seen[at]!.referents) if (referent.kind === 'person' && !found.includes(referent)) found.push(referent);
  }
  return found.slice(0, count).toReversed();
}

/** "its allies", "his senior aides": a group of its own, named for its owner. */
function ownGroup(scene: Scene, phrase: Phrase, noun: string): readonly Referent[] {
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

/** "the veteran diplomat", "the retired major": the named person spoken of last, where the words only describe anew. */
function variedPerson(scene: Scene, phrase: Phrase, of: readonly Referent[]): Referent | null {
  if (phrase.determiner !== 'the' || phrase.complement !== null || phrase.possessor !== null) return null;
  const { seen, view } = scene;
  const sentence = view.tokens[phrase.head]!.sentence;
  const quoted = view.quoteOf[phrase.head]! >= 0;
  for (let at = seen.length - 1; at >= Math.max(0, seen.length - 25); at--) {
    const sighting = seen[at]!;
    if (!quoted && view.quoteOf[sighting.phrase.head]! >= 0) continue;
    if (sighting.sentence < sentence - 2) return null;
    const [person] = sighting.referents;
    if (sighting.role.role !== 'subject' || person?.kind !== 'person' || sighting.referents.length > 1) continue;
    if (of.length > 0 && person.of !== null && !of.includes(person.of) && person.of.known?.sector !== 'IGO') continue;
    return person;
  }
  return null;
}

function rebelMeaning(
  scene: Scene,
  phrase: Phrase,
  nominal: Description,
  of: readonly Referent[],
  indefinite: boolean,
): readonly Referent[] {
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
    latest(scene, (one) => one.kind === 'armed group' || one.kind === 'group');
  if (any !== null && phrase.core === headFirst) return [any];
  const referent = namedBy(scene, 'armed group', phrase.core, phrase.coreEnd);
  referent.nouns.add(noun);
  return [referent];
}

function officeMeaning(
  scene: Scene,
  phrase: Phrase,
  nominal: Description,
  of: readonly Referent[],
  indefinite: boolean,
): readonly Referent[] {
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
