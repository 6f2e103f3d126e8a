// Who may be the same actor under another name: shown as candidates, never merged by itself.
import { getActor, namesOfKind } from '../record/people.js';
import type { Store } from '../record/store.js';
import { foldName, personName, samePerson } from '../study/names.js';
import type { ReaderOf } from '../terms/marks.js';
import type { Alike } from '../terms/record.js';

/** Candidates shown. */
const MOST = 12;

/**
 * Actors of the same kind that share a name, or for persons a sound, the most often meant first. Unnamed voices have none. Throws `unknown-actor`.
 */
export async function alikeTo(store: Store, who: ReaderOf, id: string): Promise<readonly Alike[]> {
  const { actor } = await getActor(store, who, id, { limit: 1 });
  if (actor.kind === 'voice') return [];
  const folded = new Set(actor.names.map(foldName));
  const persons = actor.kind === 'person' ? actor.names.flatMap((name) => personName(name) ?? []) : [];
  const found = new Map<string, Alike>();
  for (const other of await namesOfKind(store.read, who, actor.kind)) {
    if (other.id === actor.id || found.has(other.id)) continue;
    const person = persons.length > 0 ? personName(other.called) : null;
    const why = folded.has(foldName(other.called))
      ? ('shared name' as const)
      : person !== null && persons.some((mine) => samePerson(mine, person))
        ? ('same sound' as const)
        : null;
    if (why !== null) found.set(other.id, { id: other.id, name: other.name, called: other.called, why, reports: other.reports });
  }
  return [...found.values()].sort((a, b) => b.reports - a.reports).slice(0, MOST);
}
