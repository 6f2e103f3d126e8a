// The step that finds the time expressions of a report and resolves them: words, finders, refiners, values.
import type { TimeExpression } from '../../terms/reading.js';
import type { Sentence, Token } from '../draft.js';
import { step } from '../step.js';
import type { TimesLexicon } from './lexicon.js';
import type { Found } from './meaning.js';
import { joinClocks } from './refine/clock.js';
import { dropNames } from './refine/names.js';
import { joinRanges } from './refine/ranges.js';
import { publishedDay, resolveAll } from './resolve.js';
import type { Resolved } from './resolved.js';
import { scan } from './scan.js';
import { cutWords, type Word } from './words.js';

export interface TimesInput {
  readonly text: string;
  readonly published?: string | undefined;
  /** BCP 47; it decides dates in figures ("1/2/2014"). */
  readonly locale?: string | undefined;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
}

export interface ReadTimes {
  readonly words: readonly Word[];
  readonly resolved: readonly Resolved[];
}

/** Gives each word its sentence and the tag of the token it stands in: one pass over both. */
function place(words: readonly Word[], sentences: readonly Sentence[], tokens: readonly Token[]): void {
  let sentence = 0;
  let token = 0;
  for (const word of words) {
    while (sentence + 1 < sentences.length && (sentences[sentence + 1]?.start ?? 0) <= word.start) sentence++;
    word.sentence = sentence;
    while (token < tokens.length && (tokens[token]?.end ?? 0) <= word.start) token++;
    const over = tokens[token];
    if (over && over.start <= word.start) word.tag = over.tag;
  }
}

/** Finds and resolves; offsets are UTF-16. Linear in the length of the text. */
export function readTimes({ text, published, locale, sentences, tokens }: TimesInput, lexicon: TimesLexicon): ReadTimes {
  const words = cutWords(text, lexicon);
  place(words, sentences, tokens);
  const found: readonly Found[] = joinRanges(words, joinClocks(words, dropNames(words, scan(words), lexicon)), lexicon);
  return { words, resolved: resolveAll(words, found, { published: publishedDay(published), locale }, lexicon) };
}

export function timeOf(words: readonly Word[], { found, kind, edtf, basis }: Resolved): TimeExpression {
  return { span: [words[found.first]?.start ?? 0, words[found.last - 1]?.end ?? 0], kind, edtf, basis };
}

/** The pieces it needs are the tokens with their tags, for the tense. */
export const timesStep = step({
  name: 'times',
  needs: ['input', 'tokens', 'sentences', 'tags'],
  gives: ['times'],
  run: ({ input, tokens, sentences }, resources) => {
    const { words, resolved } = readTimes(
      { text: input.text, published: input.published, locale: input.locale, sentences, tokens },
      resources.times,
    );
    return { times: resolved.map((one) => timeOf(words, one)) };
  },
});
