// Under which names the actors of a report are filed: the one a reader would look for first, then all that were seen.
import type { Actor } from '../../terms/reading.js';
import type { ActorFacts, Mention } from '../draft.js';
import { codeOf } from './codes.js';
import { isMovement } from './lexicon.js';
import { namesOf, type Referent } from './referents.js';
import { type Scene, sidesOf } from './scene.js';
import { keyOf } from './view.js';

/** Names of states that take an article. */
const articled = (name: string): string =>
  /\b(Republic|Kingdom|States|Emirates|Netherlands|Philippines|Maldives|Gambia|Comoros|Bahamas|Islands)$/.test(name) ? `the ${name}` : name;

/** The government of a state: by its short name, or, where the report speaks of "the government", as its government. */
function fileGovernment(scene: Scene, government: Referent): void {
  if (government.nouns.has('named government')) return;
  const country = scene.view.lexicon.countries.get(government.country);
  if (country === undefined) return;
  const names = [...government.names].sort((a, b) => b[1].count - a[1].count);
  const asGovernment = names.filter(([name]) => /\b(government|govt|regime|junta|authorities)\b/i.test(name));
  const full =
    asGovernment.find(([name]) => keyOf(name) === keyOf(`${country.adjective} government`)) ??
    asGovernment.find(([name]) => name.toLowerCase().includes(country.name.toLowerCase()) && /government/i.test(name));
  const peoples = names.find(([name]) => name === country.people);
  if (country.code === 'PSE') government.filed = peoples?.[0] ?? 'Palestinians';
  else if (government.nouns.has('government') || (government.country === scene.outlook.home && civil(scene))) {
    const used = country.adjectives.find((adjective) => new RegExp(`\\b${adjective}\\b`).test(scene.view.text));
    const adjective = used ?? country.adjective;
    // Where the adjective is not said, or is long ("South Sudanese"), reports mostly write "government of South Sudan".
    const long = adjective.includes(' ');
    const owned = full !== undefined && /['’]s /.test(full[0]);
    if (long && !scene.view.text.includes(`${adjective} government`))
      government.filed = full !== undefined && !owned ? full[0] : `Government of ${articled(country.name)}`;
    else government.filed = used !== undefined || owned || full === undefined ? `${adjective} government` : full[0];
  } else government.filed = country.name;
}

/** True where the other side to the talks is no state. */
const civil = ({ outlook }: Scene): boolean => outlook.sides.length === 2 && outlook.sides.some((key) => !key.startsWith('government:'));

/** A movement: by the fullest of the names that the report gives it. */
function fileMovement(movement: Referent): void {
  const names = [...movement.names.keys()].filter((name) => name !== name.toUpperCase());
  movement.filed = names.filter((name) => name.includes(' ')).sort((a, b) => b.length - a.length)[0] ?? '';
}

function fileVoice(referent: Referent): void {
  const names = [...referent.names.keys()].sort((a, b) => b.length - a.length);
  const [longest] = names;
  if (longest !== undefined) referent.filed ||= longest;
}

/** The mentions in order of their first token, the actors they mean, each with its names, and what is known of them. */
export function filed(scene: Scene): { readonly actors: Actor[]; readonly mentions: Mention[]; readonly actorFacts: ActorFacts } {
  const used = new Set<Referent>();
  const mentions: Mention[] = [];
  for (const phrase of scene.phrases) {
    const meant = (scene.meanings.get(phrase.index) ?? []).filter((referent) => referent.names.size > 0 || referent.filed !== '');
    if (meant.length === 0) continue;
    for (const referent of meant) used.add(referent);
    const { nominal } = phrase;
    const form =
      nominal.type === 'pronoun' || nominal.type === 'bare' ? 'pronoun' : nominal.type === 'description' ? 'description' : 'name';
    mentions.push({ first: phrase.first, last: phrase.last, head: phrase.head, form, actors: meant.map(({ id }) => id) });
  }
  const byId = new Map(scene.referents.list.map((referent) => [referent.id, referent]));
  for (const mention of scene.inner.values()) {
    mentions.push(mention);
    for (const id of mention.actors) {
      const referent = byId.get(id);
      if (referent !== undefined) used.add(referent);
    }
  }
  for (const referent of [...used]) for (const other of [referent.of, referent.issuer]) if (other !== null) used.add(other);
  mentions.sort((a, b) => a.first - b.first || b.last - a.last);
  const actors: Actor[] = [];
  for (const referent of scene.referents.list) {
    if (!used.has(referent)) continue;
    if (referent.kind === 'government') fileGovernment(scene, referent);
    else if (referent.known !== null && isMovement(referent.known)) fileMovement(referent);
    if (referent.kind === 'unnamed person' || referent.kind === 'unnamed persons') fileVoice(referent);
    if (referent.kind === 'process')
      referent.filed = ['talks', 'negotiations', 'dialogue', 'consultations'].find((name) => referent.names.has(name)) ?? '';
    const names = namesOf(referent);
    if (names.length === 0) continue;
    const kind = referent.kind === 'unnamed persons' ? 'unnamed person' : referent.kind;
    actors.push({ id: referent.id, kind, names, ...(referent.country !== '' && { country: referent.country }) });
  }
  const kept = new Set(actors.map(({ id }) => id));
  const linked = (get: (referent: Referent) => Referent | null): Map<string, string> =>
    new Map(
      scene.referents.list.flatMap((referent) => {
        const other = get(referent);
        return other !== null && kept.has(referent.id) && kept.has(other.id) ? [[referent.id, other.id] as const] : [];
      }),
    );
  const known = scene.referents.list.filter(({ id }) => kept.has(id));
  const actorFacts: ActorFacts = {
    of: linked(({ of }) => of),
    issuer: linked(({ issuer }) => issuer),
    nouns: new Map(known.filter(({ nouns }) => nouns.size > 0).map(({ id, nouns }) => [id, [...nouns]])),
    sides: sidesOf(scene).flatMap(({ id }) => (kept.has(id) ? [id] : [])),
    talks: known.find(({ kind }) => kind === 'process')?.id ?? null,
    home: scene.outlook.home === '' ? null : scene.outlook.home,
    codes: new Map(
      known.flatMap((referent) => {
        const code = codeOf(referent, scene.view.lexicon.heads);
        return code === null ? [] : [[referent.id, code] as const];
      }),
    ),
  };
  return { actors, mentions: mentions.filter(({ actors: ids }) => ids.every((id) => kept.has(id))), actorFacts };
}
