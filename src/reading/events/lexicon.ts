// The words that make an event of a PLOVER type, opened from data/compiled/events.json (source: data/events/triggers.tsv).
import { z } from 'zod';
import { PLOVER_TYPES, type PloverEvent } from '../../terms/reading.js';

export type PloverType = PloverEvent['event'];

export interface Trigger {
  readonly type: PloverType;
  readonly strong: boolean;
  /** How many words it has. */
  readonly length: number;
}

/** Triggers by their lemmas, joined by a hyphen; verbs and nouns apart. */
export interface EventLexicon {
  readonly verbs: ReadonlyMap<string, Trigger>;
  readonly nouns: ReadonlyMap<string, Trigger>;
}

const fileSchema = z.array(z.tuple([z.string(), z.enum(['v', 'n']), z.enum(PLOVER_TYPES), z.enum(['strong', 'weak'])]));

/** Opens the compiled triggers; throws where their shape is wrong. */
export function openEventLexicon(bytes: Uint8Array): EventLexicon {
  const verbs = new Map<string, Trigger>();
  const nouns = new Map<string, Trigger>();
  for (const [words, part, type, strength] of fileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))) {
    (part === 'v' ? verbs : nouns).set(words, { type, strong: strength === 'strong', length: words.split('-').length });
  }
  return { verbs, nouns };
}
