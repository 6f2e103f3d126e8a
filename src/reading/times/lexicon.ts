// The words of time, opened from data/compiled/times.json (sources: data/times/words.yaml and verbs.yaml).
import { z } from 'zod';
import type { Unit } from './meaning.js';

const entrySchema = z.object({
  month: z.number().optional(),
  /** An abbreviation of a month or weekday. */
  short: z.literal(1).optional(),
  /** A month that is also a given name or a common word. */
  alsoName: z.literal(1).optional(),
  weekday: z.number().optional(),
  plural: z.literal(1).optional(),
  season: z.number().optional(),
  unfixed: z.literal(1).optional(),
  term: z.literal(1).optional(),
  termWord: z.literal(1).optional(),
  unit: z.string().optional(),
  closed: z.string().optional(),
  number: z.number().optional(),
  ordinal: z.number().optional(),
  vague: z.literal(1).optional(),
  decade: z.number().optional(),
  about: z.literal(1).optional(),
  limit: z.literal(1).optional(),
  more: z.literal(1).optional(),
  point: z.literal(1).optional(),
  dayPart: z.literal(1).optional(),
  zone: z.literal(1).optional(),
  adverb: z.literal(1).optional(),
  times: z.number().optional(),
});
const fileSchema = z.object({
  words: z.record(z.string(), entrySchema),
  feasts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  sets: z.record(z.string(), z.array(z.string())),
});

/** What a word can be in a time expression. */
export type Entry = Omit<z.infer<typeof entrySchema>, 'unit' | 'closed'> & {
  readonly unit?: Unit;
  readonly closed?: Unit;
  /** Feasts whose first word it is, the longest name first. */
  readonly feasts?: readonly FeastName[];
};
export interface FeastName {
  /** The words after the first, marks alone. */
  readonly words: readonly string[];
  /** MM-DD, days from Easter, or null where no day is certain. */
  readonly day: string | number | null;
}
export type WordSet =
  | 'heads'
  | 'smallHeads'
  | 'firsts'
  | 'numbered'
  | 'modals'
  | 'plan'
  | 'putoff'
  | 'object'
  | 'demand'
  | 'implicative'
  | 'saying'
  | 'coming'
  | 'past'
  | 'participles'
  | 'negation'
  | 'begin'
  | 'end'
  | 'over'
  | 'happen';

export interface TimesLexicon {
  readonly words: ReadonlyMap<string, Entry>;
  readonly sets: Readonly<Record<WordSet, ReadonlySet<string>>>;
}

/** Opens the compiled lexicon. */
export function openTimesLexicon(bytes: Uint8Array): TimesLexicon {
  const file = fileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const words = new Map(Object.entries(file.words)) as Map<string, Entry>;
  const feasts = new Map<string, FeastName[]>();
  for (const [name, day] of Object.entries(file.feasts)) {
    const [first = '', ...rest] = name.match(/[\p{L}]+|\d+|[^\s]/gu) ?? [];
    feasts.set(first, [...(feasts.get(first) ?? []), { words: rest, day }]);
  }
  for (const [first, list] of feasts)
    words.set(first, { ...words.get(first), feasts: list.sort((a, b) => b.words.length - a.words.length) });
  const set = (name: WordSet): ReadonlySet<string> => new Set(file.sets[name]);
  return {
    words,
    sets: {
      heads: set('heads'),
      smallHeads: set('smallHeads'),
      firsts: set('firsts'),
      numbered: set('numbered'),
      modals: set('modals'),
      plan: set('plan'),
      putoff: set('putoff'),
      object: set('object'),
      demand: set('demand'),
      implicative: set('implicative'),
      saying: set('saying'),
      coming: set('coming'),
      past: set('past'),
      participles: set('participles'),
      negation: set('negation'),
      begin: set('begin'),
      end: set('end'),
      over: set('over'),
      happen: set('happen'),
    },
  };
}
