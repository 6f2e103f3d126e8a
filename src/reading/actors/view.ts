// The report as the steps about actors look at it: tokens with their sentence, quotation and kind of letters, read once.
import type { Draft, Token } from '../draft.js';
import type { ActorLexicon } from './lexicon.js';

export interface View {
  /** The text with every apostrophe as ' (same length). */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: Draft['sentences'];
  readonly lexicon: ActorLexicon;
  /** For each token the index of the quotation it stands in, or -1. */
  readonly quoteOf: Int32Array;
  /** For each token: 1 where its first letter is a capital. */
  readonly capital: Uint8Array;
  readonly paragraphOf: (token: number) => number;
}

/** Reads tokens, sentences and quotations into one view. */
export function viewOf(draft: Pick<Draft, 'input' | 'tokens' | 'sentences' | 'quotes'>, lexicon: ActorLexicon): View {
  const { tokens, sentences, quotes } = draft;
  const quoteOf = new Int32Array(tokens.length).fill(-1);
  const capital = new Uint8Array(tokens.length);
  let quote = 0;
  for (const { index, start, text } of tokens) {
    while (quote < quotes.length && quotes[quote]!.end <= start) quote++;
    if (quote < quotes.length && quotes[quote]!.start <= start) quoteOf[index] = quote;
    if (/^\p{Lu}/u.test(text)) capital[index] = 1;
  }
  return {
    text: draft.input.text.replace(/[\u2019\u2018\u02bc]/g, "'"),
    tokens,
    sentences,
    lexicon,
    quoteOf,
    capital,
    paragraphOf: (token) => sentences[tokens[token]?.sentence ?? -1]?.paragraph ?? -1,
  };
}

/** The words of tokens `first` to `last` as they stand, white space as single spaces. */
export function wordsOf({ text, tokens }: View, first: number, last: number): string {
  const from = tokens[first];
  const to = tokens[last - 1];
  return from === undefined || to === undefined ? '' : text.slice(from.start, to.end).replace(/\s+/g, ' ');
}

/** A name as it is compared: small letters and digits only, without accents. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** True where no white space stands before the token. */
export const glued = ({ tokens }: View, index: number): boolean => index > 0 && tokens[index]?.start === tokens[index - 1]?.end;
