// Kept reports for tests, made from a text and claims whose evidence is given by its words.
import type { KeptReport } from '../../src/study/kept.js';
import { readingSchema } from '../../src/terms/reading.js';

type Loose = Record<string, unknown> & { words: string; figures?: { what: string; value: number; words: string }[] };

const spanOf = (text: string, words: string): [number, number] => {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`the text does not hold ${JSON.stringify(words)}`);
  return [at, at + words.length];
};

/** A report whose claims and statements are found by their words; ids are c1, c2 … and s1, s2 …. */
export function made(
  id: string,
  published: string,
  text: string,
  parts: { actors?: { id: string; kind: string; names: string[] }[]; claims?: Loose[]; statements?: Loose[]; publisher?: string } = {},
): KeptReport {
  const reading = readingSchema.parse({
    id,
    published,
    text,
    actors: parts.actors ?? [],
    statements: (parts.statements ?? []).map(({ words, ...rest }, at) => ({
      id: `s${at + 1}`,
      voice: 'named',
      source: [],
      cue: [],
      form: 'indirect',
      act: 'states',
      ...rest,
      content: [spanOf(text, words)],
    })),
    claims: (parts.claims ?? []).map(({ words, figures, ...rest }, at) => ({
      id: `c${at + 1}`,
      voice: null,
      ...rest,
      ...(figures && {
        figures: figures.map(({ words: said, ...figure }) => ({ ...figure, bound: 'exact', evidence: spanOf(text, said) })),
      }),
      evidence: [spanOf(text, words)],
    })),
  });
  return { id, published, publisher: parts.publisher, reading };
}
