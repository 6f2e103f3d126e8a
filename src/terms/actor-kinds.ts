// The five kinds of actor that the record tells apart, whatever finer words a reading uses.

export const ACTOR_KINDS = ['person', 'voice', 'body', 'place', 'thing'] as const;
/** `voice`: an unnamed person or persons; `body`: any government, party, armed group, organisation, outlet; `thing`: a text, process or gathering. */
export type ActorKind = (typeof ACTOR_KINDS)[number];

const THINGS: ReadonlySet<string> = new Set(['thing', 'text', 'document', 'process', 'gathering', 'event', 'agreement', 'talks']);
const PLACES: ReadonlySet<string> = new Set(['place', 'city', 'town', 'region', 'district']);

/** The kind of an actor in the record from its kind in a reading, which is free text. */
export function actorKindOf(kind: string): ActorKind {
  const word = kind.trim().toLowerCase();
  if (word === 'person') return 'person';
  if (word === 'voice' || /^(unnamed|anonymous)\b/.test(word)) return 'voice';
  if (PLACES.has(word)) return 'place';
  return THINGS.has(word) ? 'thing' : 'body';
}
