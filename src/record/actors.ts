// Which actor of the record each actor of a reading is: the same canonical name and kind is the same actor.
import { createHash } from 'node:crypto';
import { ACTOR_KINDS, type ActorKind, actorKindOf } from '../terms/actor-kinds.js';
import { partsOf } from '../terms/claim-parts.js';
import type { Reading } from '../terms/reading.js';
import type { JoinedInto } from './joins.js';

/** An actor of a reading as the record knows it; `refs` are what the reading's lines may call it by. */
export interface ResolvedActor {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  /** How the reading refers to it. */
  readonly ref: string;
  readonly names: readonly string[];
}

/** A name without case, accents and punctuation, for comparing. */
export function nameKey(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded === '' ? name : folded;
}

const idOf = (...parts: readonly string[]): string =>
  `a-${createHash('sha256').update(parts.join('\n'), 'utf8').digest('hex').slice(0, 16)}`;

function resolve(report: string, ref: string, kind: ActorKind, names: readonly string[], country: string | null): ResolvedActor {
  const name = names[0] ?? ref;
  const key = nameKey(name);
  // An unnamed voice is nobody's but its report's: two "senior officials" may be two people.
  const id = kind === 'voice' ? idOf(kind, key, report, ref) : idOf(kind, key);
  return { id, name, key, kind, country, ref, names };
}

const knownKind = (kind: string): ActorKind => ACTOR_KINDS.find((known) => known === kind) ?? 'body';

/** All actors of a reading, also those that only a claim or statement names, with a look-up by id or name. */
export function resolveActors(
  reading: Reading,
  report: string,
  joins: ReadonlyMap<string, JoinedInto> = new Map(),
): { readonly actors: readonly ResolvedActor[]; readonly of: (ref: string) => string } {
  const actors: ResolvedActor[] = [];
  const byRef = new Map<string, string>();
  const take = (found: ResolvedActor): void => {
    const into = joins.get(found.id);
    const actor =
      into === undefined
        ? found
        : { ...found, id: into.id, name: into.name, key: nameKey(into.name), kind: knownKind(into.kind), country: into.country };
    actors.push(actor);
    for (const ref of [actor.ref, ...actor.names]) if (!byRef.has(ref)) byRef.set(ref, actor.id);
  };
  for (const { id, kind, names, country } of reading.actors) take(resolve(report, id, actorKindOf(kind), names, country ?? null));
  const mention = (ref: string, place: boolean): void => {
    if (!byRef.has(ref)) take(resolve(report, ref, place ? 'place' : 'body', [ref], null));
  };
  for (const { speaker, to } of reading.statements)
    for (const ref of [...(speaker === null ? [] : [speaker]), ...(to ?? [])]) mention(ref, false);
  for (const claim of reading.claims) for (const { ref, place } of partsOf(claim)) mention(ref, place);
  return {
    actors,
    of(ref) {
      const id = byRef.get(ref);
      if (id === undefined) throw new Error(`no actor of the reading is called ${ref}`);
      return id;
    },
  };
}
