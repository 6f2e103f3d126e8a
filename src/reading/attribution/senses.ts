// Words of saying, thinking and feeling: the senses of verbs and nouns, the act a verb of speech does, and the nouns that speak.
import { z } from 'zod';
import { STATEMENT_ACTS } from '../../terms/reading.js';

const NAMES = [
  'communication',
  'cognition',
  'emotion',
  'perception',
  'social',
  'that',
  'someone-to',
  'to',
  'whether',
  'gerund',
  'adjective',
  'main',
];
const BITS = new Map(NAMES.map((name, i) => [name, 1 << i]));
/** Bits of the senses, as they are tested. */
export const SENSE = { communication: 1, cognition: 2, emotion: 4, perception: 8, social: 16, takesThat: 32, main: 1 << 11 } as const;

/** Voices that a noun alone gives. */
export const VOICE_NOUNS = ['document', 'media'] as const;

/** Bits of a line of data/lexicons/cue-senses.tsv: its rank, its classes and the frames it takes. */
export function cueSenseBits(rank: string, classes: string, frames: string): number {
  let bits = 0;
  for (const name of [rank, ...classes.split(' '), ...frames.split(' ')]) bits |= BITS.get(name) ?? 0;
  return bits;
}

const shape = z.object({
  verbs: z.record(z.string(), z.number()),
  nouns: z.record(z.string(), z.number()),
  acts: z.record(z.string(), z.enum(STATEMENT_ACTS)),
  voices: z.record(z.string(), z.enum(VOICE_NOUNS)),
});

export interface SpeechLexicon {
  /** Bits of the senses of `lemma` under a Penn tag; 0 where it names none. */
  senses(lemma: string, tag: string): number;
  /** What is done by saying so with this verb. */
  act(lemma: string): (typeof STATEMENT_ACTS)[number] | undefined;
  voice(lemma: string): (typeof VOICE_NOUNS)[number] | undefined;
}

/** Opens data/compiled/speech.json. */
export function openSpeechLexicon(bytes: Uint8Array): SpeechLexicon {
  const { verbs, nouns, acts, voices } = shape.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const maps = {
    verbs: new Map(Object.entries(verbs)),
    nouns: new Map(Object.entries(nouns)),
    acts: new Map(Object.entries(acts)),
    voices: new Map(Object.entries(voices)),
  };
  return {
    senses: (lemma, tag) => (tag.startsWith('V') ? maps.verbs.get(lemma) : tag.startsWith('N') ? maps.nouns.get(lemma) : undefined) ?? 0,
    act: (lemma) => maps.acts.get(lemma),
    voice: (lemma) => maps.voices.get(lemma),
  };
}
