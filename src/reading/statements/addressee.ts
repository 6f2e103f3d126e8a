// Whom a statement is addressed to: the object of its cue where that means somebody ("told the envoys", "called on Moscow").
import type { ActorQuery } from '../actors/query.js';
import type { Candidate } from '../attribution/candidates.js';
import type { Token } from '../draft.js';

const PLACES = new Set(['place', 'text', 'process', 'gathering']);
const ADDRESSED = /^(obj|iobj|obl|obl:.*|nmod)$/;
const PREPOSITIONS = new Set(['to', 'on', 'upon', 'with']);
/** Objects of these are what is said, not who is told. */
const BLAMING = new Set(['accuses', 'welcomes', 'states', 'denies', 'refuses']);
const TELLING = new Set([
  'tell',
  'inform',
  'assure',
  'remind',
  'brief',
  'promise',
  'warn',
  'notify',
  'convince',
  'persuade',
  'reassure',
  'ask',
]);

/** Canonical names, in the order of the text; empty where nobody is named. */
export function addresseesOf(
  tokens: readonly Token[],
  query: ActorQuery,
  { cue, facts, source, content }: Candidate,
  act: string,
): string[] {
  const { head } = facts;
  if (BLAMING.has(act) && !TELLING.has(tokens[head]!.lemma)) return [];
  const within = (i: number): boolean => [...source, ...content].some(([a, b]) => i >= a && i < b);
  const names: string[] = [];
  const stop = Math.min(tokens.length, cue.last + 12, ...content.map(([a]) => (a >= cue.last ? a : tokens.length)));
  for (let i = cue.first; i < stop; i++) {
    const { relation, head: on, sentence } = tokens[i]!;
    if (sentence !== tokens[head]!.sentence) break;
    if (within(i) || !ADDRESSED.test(relation) || on < cue.first || on >= cue.last) continue;
    const mention = query.mentionAt(i, i + 1);
    if (mention === null || mention.head !== i) continue;
    const before = tokens[mention.first - 1]?.lower ?? '';
    if (relation.startsWith('obl') && !PREPOSITIONS.has(before)) continue;
    for (const id of query.actorsAt(mention.first, mention.last)) {
      if (PLACES.has(query.actor(id)?.kind ?? '')) continue;
      const name = query.canonicalName(id);
      if (name !== null && !names.includes(name)) names.push(name);
    }
  }
  return names;
}
