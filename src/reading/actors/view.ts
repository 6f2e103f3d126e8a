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
  const { sentences, quotes } = draft;
  const tokens = corrected(draft.tokens, lexicon);
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

const FINITE = /^(VBD|VBZ|VBP|MD)$/;

/** The tokens, with a verb in -s after a name or an actor's noun that was tagged as a plural noun tagged as the verb it is ("Moscow reports", "govt scoffs"). */
function corrected(tokens: readonly Token[], lexicon: ActorLexicon): readonly Token[] {
  return tokens.map((token, at) => {
    const before = tokens[at - 1];
    const next = tokens[at + 1];
    if (token.tag !== 'NNS' || before === undefined || before.sentence !== token.sentence || !/^\p{Ll}+s$/u.test(token.text)) return token;
    const name = /^NNP$/.test(before.tag) && /^\p{Lu}/u.test(before.text);
    const noun = lexicon.heads.get(before.lower);
    if (!name && (noun === undefined || noun.plural || before.tag !== 'NN')) return token;
    if (next !== undefined && FINITE.test(next.tag)) return token;
    const lemma = [token.lower.slice(0, -1), token.lower.slice(0, -2)].find((stem) => lexicon.verbs.has(stem)) ?? token.lower.slice(0, -1);
    const plural = lexicon.heads.get(token.lower);
    if (plural !== undefined && !(plural.class === 'text' && lexicon.verbs.has(lemma))) return token;
    const objectAhead =
      next !== undefined &&
      next.sentence === token.sentence &&
      /^(DT|PRP|PRP\$|TO|IN|NNP|CD|RP|RB|JJ)$/.test(next.tag) &&
      next.lower !== 'of';
    if (!lexicon.verbs.has(lemma) && !objectAhead) return token;
    let opens = at - 1;
    while (opens > 0 && tokens[opens - 1]!.sentence === token.sentence && /^(NN|JJ|DT|POS|CD|HYPH|PRP\$)/.test(tokens[opens - 1]!.tag))
      opens--;
    const earlier = tokens[opens - 1];
    if (
      earlier !== undefined &&
      earlier.sentence === token.sentence &&
      /^(VB|IN|TO)/.test(earlier.tag) &&
      !/^(that|as|while|but|because|after|if)$/.test(earlier.lower)
    )
      return token;
    return { ...token, tag: 'VBZ', lemma };
  });
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
