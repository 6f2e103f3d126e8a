// The word lists of the tokenizer and the sentence splitter, opened from data/compiled/tokens.json (source: data/lexicons/tokens.yaml).
import { z } from 'zod';

const words = z.array(z.string());
const fileSchema = z.object({
  'before-name': words,
  'may-end': words,
  'before-number': words,
  prefixes: words,
  particles: words,
  'second-parts': words,
  openers: words,
  'speech-verbs': words,
  contractions: words,
});

export interface WordLists {
  /** Abbreviations that never end a sentence, without their full stop. */
  readonly beforeName: ReadonlySet<string>;
  /** Abbreviations that may end one. */
  readonly mayEnd: ReadonlySet<string>;
  /** Abbreviations only where a digit follows. */
  readonly beforeNumber: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly secondParts: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly speechVerbs: ReadonlySet<string>;
  /** Words of two tokens without an apostrophe, with the length of the first ("cannot": 3). */
  readonly contractions: ReadonlyMap<string, number>;
}

/** Opens the compiled lists. */
export function openWordLists(bytes: Uint8Array): WordLists {
  const file = fileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return {
    beforeName: new Set(file['before-name']),
    mayEnd: new Set(file['may-end']),
    beforeNumber: new Set(file['before-number']),
    prefixes: new Set(file.prefixes),
    particles: new Set(file.particles),
    secondParts: new Set(file['second-parts']),
    openers: new Set(file.openers),
    speechVerbs: new Set(file['speech-verbs']),
    contractions: new Map(file.contractions.map((word) => [word.replace('|', ''), word.indexOf('|')])),
  };
}
