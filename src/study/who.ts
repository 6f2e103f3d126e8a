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
}

export interface Who {
  readonly actors: readonly KnownActor[];
  /** The actor that a name or an actor's id means in a report. */
  of(report: string, ref: string): KnownActor;
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
}

/** "besieged Old City of Homs", "centre of Homs" and "city of Homs" are Homs; suburbs, a province or a countryside are places of their own. */
const PART_OF_TOWN = /^(?:\p{Ll}+ )*(?:(?:old|inner|whole) )?(?:city|town|village|port|centre|center|capital|heart) of (?=\p{Lu})/iu;
const placeName = (name: string): string =>
  name
    .replace(/^the /i, '')
    .replace(PART_OF_TOWN, '')
    .replace(/^(?:besieged|embattled|divided|rebel-held|government-held|central|war-torn) /i, '');

const alone = (report: string, actor: Actor): Cluster => {
  const kind = whoKind(actor.kind);
  const fold = kind === 'place' ? (name: string): string => foldName(placeName(name)) : foldName;
  return {
    kind,
    members: [{ report, actor }],
    folded: new Set(actor.names.map(fold)),
    first: new Set([fold(actor.names[0] as string)]),
    person: kind === 'person' ? personName(actor.names[0] as string) : null,
  };
};

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((x) => b.has(x));

/** How surely two clusters are one actor: 0 for no sign of it. The same full name beats any shared name, which beats a sound. */
function likeness(a: Cluster, b: Cluster, originOf: (report: string) => number): number {
  if (a.kind !== b.kind) return 0;
  if (a.kind === 'voice') {
    // An official quoted twice may be two: only copies of one dispatch speak of the same one.
    const origins = new Set(a.members.map(({ report }) => originOf(report)));
    return b.members.some(({ report }) => origins.has(originOf(report))) && meets(a.folded, b.folded) ? 3 : 0;
  }
  if (meets(a.first, b.first)) return 3;
  if (a.person && b.person) return samePerson(a.person, b.person) ? 2 : 0;
  return meets(a.folded, b.folded) ? 1 : 0;
}

/** True when joining would make one of two actors that a single report keeps apart. */
function keptApart(a: Cluster, b: Cluster): boolean {
  // A reader may list one town twice, as "Homs" and "Old City of Homs".
  if (a.kind === 'place') return false;
  const ids = new Map(a.members.map(({ report, actor }) => [report, actor.id]));
  return b.members.some(({ report, actor }) => ids.has(report) && ids.get(report) !== actor.id);
}

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
  const byKey = new Map<string, Set<Cluster>>();
  const byMerge = new Map<string, Cluster>();
  const keysOf = (cluster: Cluster): string[] => [
    ...[...cluster.folded].map((name) => `${cluster.kind} ${name}`),
    ...(cluster.person ? [`sound ${soundOf(cluster.person.surname)}`] : []),
  ];
  for (const report of reports) {
    for (const actor of report.reading.actors) {
      const mine = alone(report.id, actor);
      const merged = report.merged?.[actor.id];
      const candidates = new Set(keysOf(mine).flatMap((key) => [...(byKey.get(key) ?? [])]));
      // What a person has merged is one, whatever the names say.
      let best: Cluster | undefined = merged === undefined ? undefined : byMerge.get(merged);
      let bestScore = best === undefined ? 0 : Number.POSITIVE_INFINITY;
      for (const candidate of candidates) {
        const score = likeness(candidate, mine, originOf);
        if (score > bestScore && !keptApart(candidate, mine)) {
          best = candidate;
          bestScore = score;
        }
      }
      if (best === undefined) {
        clusters.push(mine);
        best = mine;
      } else {
        best.members.push(...mine.members);
        for (const name of mine.folded) best.folded.add(name);
        for (const name of mine.first) best.first.add(name);
        if (best.person?.given === undefined && mine.person?.given !== undefined) best.person = mine.person;
      }
      if (merged !== undefined) byMerge.set(merged, best);
      for (const key of keysOf(mine)) {
        const at = byKey.get(key);
        if (at === undefined) byKey.set(key, new Set([best]));
        else at.add(best);
      }
    }
  }

  const refs = new Map<string, KnownActor>();
  const everywhere = new Map<string, KnownActor>();
  const actors = clusters.map((cluster) => {
    const known: KnownActor = {
      name: nameOf(cluster),
      kind: cluster.kind,
      names: cluster.members.flatMap(({ report, actor }) => actor.names.map((name) => ({ report, name }))),
    };
    for (const { report, actor } of cluster.members) {
      refs.set(`${report} ${actor.id}`, known);
      for (const name of actor.names) if (!refs.has(`${report} ${foldName(name)}`)) refs.set(`${report} ${foldName(name)}`, known);
    }
    for (const name of cluster.folded) if (!everywhere.has(name)) everywhere.set(name, known);
    return known;
  });
  return {
    actors,
    of: (report, ref) => {
      const found =
        refs.get(`${report} ${ref}`) ??
        refs.get(`${report} ${foldName(ref)}`) ??
        everywhere.get(foldName(ref)) ??
        // A place a claim names more narrowly than any actor of its report.
        everywhere.get(foldName(placeName(ref)));
      if (found) return found;
      const named: KnownActor = { name: ref, kind: 'body', names: [{ report, name: ref }] };
      everywhere.set(foldName(ref), named);
      return named;
    },
  };
}
