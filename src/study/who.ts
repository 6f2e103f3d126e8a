// Who is who across reports: one entry for each actor, with every name and where it was used; unnamed voices are never joined to named ones.
import type { Actor } from '../terms/reading.js';
import type { KeptReport } from './kept.js';
import { foldName, type PersonName, personName, samePerson, soundOf } from './names.js';
import { type Origin, originIndex } from './origins.js';

export const WHO_KINDS = ['person', 'voice', 'body', 'place', 'thing'] as const;
export type WhoKind = (typeof WHO_KINDS)[number];

export interface KnownActor {
  /** The name used most, the fuller of two. */
  readonly name: string;
  readonly kind: WhoKind;
  readonly names: readonly { readonly report: string; readonly name: string }[];
  /** The same names, each once. */
  readonly called: ReadonlySet<string>;
}

export interface Who {
  readonly actors: readonly KnownActor[];
  /** The actor that a name or an actor's id means in a report. */
  of(report: string, ref: string): KnownActor;
  /** The same, as it was before anybody was asked for who stands in no list of actors. */
  again(): Who;
}

/** Five kinds out of the free text of a reading: unnamed persons are voices, what is neither person, place nor thing is a body. */
export function whoKind(kind: string): WhoKind {
  if (/unnamed|anonymous|voice/i.test(kind)) return 'voice';
  if (/^person|^people$/i.test(kind)) return 'person';
  if (/place|city|country|region|river/i.test(kind)) return 'place';
  if (/text|document|process|gathering|event|agreement|thing/i.test(kind)) return 'thing';
  return 'body';
}

interface Cluster {
  kind: WhoKind;
  members: { report: string; actor: Actor }[];
  folded: Set<string>;
  first: Set<string>;
  person: PersonName | null;
  /** The id that each report gives it, and the origins of these reports. */
  ids: Map<string, string>;
  origins: Set<number>;
}

/** An actor of one report by its names, as it is compared. */
interface Named {
  readonly kind: WhoKind;
  readonly folded: ReadonlySet<string>;
  readonly first: string;
  readonly person: PersonName | null;
  /** Where candidates for it are looked up. */
  readonly keys: readonly string[];
}

/** "besieged Old City of Homs", "centre of Homs" and "city of Homs" are Homs; suburbs, a province or a countryside are places of their own. */
const PART_OF_TOWN = /^(?:\p{Ll}+ )*(?:(?:old|inner|whole) )?(?:city|town|village|port|centre|center|capital|heart) of (?=\p{Lu})/iu;
const placeName = (name: string): string =>
  name
    .replace(/^the /i, '')
    .replace(PART_OF_TOWN, '')
    .replace(/^(?:besieged|embattled|divided|rebel-held|government-held|central|war-torn) /i, '');

/** Kept for as long as the reading that the actor stands in: names are folded once, whatever day is looked at. */
const named = new WeakMap<Actor, Named>();

function namedOf(actor: Actor): Named {
  const known = named.get(actor);
  if (known !== undefined) return known;
  const kind = whoKind(actor.kind);
  const fold = kind === 'place' ? (name: string): string => foldName(placeName(name)) : foldName;
  const person = kind === 'person' ? personName(actor.names[0] as string) : null;
  const folded = new Set(actor.names.map(fold));
  const keys = [...[...folded].map((name) => `${kind} ${name}`), ...(person ? [`sound ${soundOf(person.surname)}`] : [])];
  const made = { kind, folded, first: fold(actor.names[0] as string), person, keys };
  named.set(actor, made);
  return made;
}

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const x of b) if (a.has(x)) return true;
  return false;
};

/** How surely an actor of a report is one with a cluster: 0 for no sign of it. The same full name beats any shared name, which beats a sound. */
function likeness(a: Cluster, b: Named, origin: number): number {
  if (a.kind !== b.kind) return 0;
  // An official quoted twice may be two: only copies of one dispatch speak of the same one.
  if (a.kind === 'voice') return a.origins.has(origin) && meets(a.folded, b.folded) ? 3 : 0;
  if (a.first.has(b.first)) return 3;
  if (a.person && b.person) return samePerson(a.person, b.person) ? 2 : 0;
  return meets(a.folded, b.folded) ? 1 : 0;
}

/** True when joining would make one of two actors that a single report keeps apart. A reader may list one town twice, as "Homs" and "Old City of Homs". */
const keptApart = (a: Cluster, report: string, id: string): boolean => a.kind !== 'place' && a.ids.has(report) && a.ids.get(report) !== id;

function nameOf(cluster: Cluster): string {
  const counts = new Map<string, number>();
  for (const { actor } of cluster.members) {
    const first = actor.names[0] as string;
    const name = cluster.kind === 'place' ? placeName(first) : first;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))[0]?.[0] as string;
}

/** Joins the actors of all reports. Candidates are looked up by name and sound, not pair by pair. */
export function whoIn(reports: readonly KeptReport[], origins: readonly Origin[]): Who {
  const originOf = originIndex(origins);
  const clusters: Cluster[] = [];
  const folds = new Map<string, string>();
  const foldOnce = (name: string): string => {
    const folded = folds.get(name) ?? foldName(name);
    folds.set(name, folded);
    return folded;
  };
  const byKey = new Map<string, Set<Cluster>>();
  const byMerge = new Map<string, Cluster>();
  for (const report of reports) {
    for (const actor of report.reading.actors) {
      const mine = namedOf(actor);
      const origin = originOf(report.id);
      const merged = report.merged?.[actor.id];
      // What a person has merged is one, whatever the names say.
      let best: Cluster | undefined = merged === undefined ? undefined : byMerge.get(merged);
      let bestScore = best === undefined ? 0 : Number.POSITIVE_INFINITY;
      for (const key of mine.keys) {
        // Nothing is surer than the same full name.
        if (bestScore >= 3) break;
        for (const candidate of byKey.get(key) ?? []) {
          const score = likeness(candidate, mine, origin);
          if (score > bestScore && !keptApart(candidate, report.id, actor.id)) {
            best = candidate;
            bestScore = score;
            if (score >= 3) break;
          }
        }
      }
      if (best === undefined) {
        best = {
          kind: mine.kind,
          members: [],
          folded: new Set(),
          first: new Set(),
          person: mine.person,
          ids: new Map(),
          origins: new Set(),
        };
        clusters.push(best);
      } else if (best.person?.given === undefined && mine.person?.given !== undefined) best.person = mine.person;
      best.members.push({ report: report.id, actor });
      best.ids.set(report.id, actor.id);
      best.origins.add(origin);
      for (const name of mine.folded) best.folded.add(name);
      best.first.add(mine.first);
      if (merged !== undefined) byMerge.set(merged, best);
      for (const key of mine.keys) {
        const at = byKey.get(key);
        if (at === undefined) byKey.set(key, new Set([best]));
        else at.add(best);
      }
    }
  }

  /** By report: what a name or an actor's id means there. */
  const refs = new Map<string, Map<string, KnownActor>>();
  const everywhere = new Map<string, KnownActor>();
  const actors = clusters.map((cluster) => {
    const known: KnownActor = {
      name: nameOf(cluster),
      kind: cluster.kind,
      // Asked for by whoever prints them all, and long.
      get names() {
        return cluster.members.flatMap(({ report, actor }) => actor.names.map((name) => ({ report, name })));
      },
      called: new Set(cluster.members.flatMap(({ actor }) => actor.names)),
    };
    for (const { report, actor } of cluster.members) {
      const here = refs.get(report) ?? new Map<string, KnownActor>();
      refs.set(report, here);
      here.set(actor.id, known);
      for (const name of actor.names) {
        const folded = foldOnce(name);
        if (!here.has(folded)) here.set(folded, known);
      }
    }
    for (const name of cluster.folded) if (!everywhere.has(name)) everywhere.set(name, known);
    return known;
  });
  return asking(actors, refs, everywhere, foldOnce);
}

/** Looks names up; one that stands in no list is an actor of its own from the first time it is asked for. */
function asking(
  actors: readonly KnownActor[],
  refs: ReadonlyMap<string, ReadonlyMap<string, KnownActor>>,
  everywhere: ReadonlyMap<string, KnownActor>,
  foldOnce: (name: string) => string,
): Who {
  const unlisted = new Map<string, KnownActor>();
  return {
    actors,
    again: () => asking(actors, refs, everywhere, foldOnce),
    of: (report, ref) => {
      const here = refs.get(report);
      const known = here?.get(ref);
      if (known) return known;
      const folded = foldOnce(ref);
      const anywhere = (name: string): KnownActor | undefined => everywhere.get(name) ?? unlisted.get(name);
      // A place a claim names more narrowly than any actor of its report.
      const found = here?.get(folded) ?? anywhere(folded) ?? anywhere(foldName(placeName(ref)));
      if (found) return found;
      const told: KnownActor = { name: ref, kind: 'body', names: [{ report, name: ref }], called: new Set([ref]) };
      unlisted.set(folded, told);
      return told;
    },
  };
}
