// The report as the steps about actors look at it: tokens with their sentence, quotation and kind of letters, read once.
import type { Draft, Name, PlaceMention, Token } from '../draft.js';
import type { ActorLexicon } from './lexicon.js';

export interface View {
  /** Typed names by their first token, and places by the offset they start at. */
  readonly nameAt: ReadonlyMap<number, Name>;
  readonly placeAt: ReadonlyMap<number, PlaceMention>;
  /** The text with every apostrophe as ' (same length). */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: Draft['sentences'];
  readonly lexicon: ActorLexicon;
  /** For each token the index of the quotation it stands in, or -1. */
  readonly quoteOf: Int32Array;
  /** For each token: 1 where its first letter is a capital. */
  readonly capital: Uint8Array;
  /** For each token: 1 where it is part of a proper name, filled in when names are found. */
  readonly inName: Uint8Array;
  readonly paragraphOf: (token: number) => number;
}

/** Reads tokens, sentences and quotations into one view. */
export function viewOf(draft: Pick<Draft, 'input' | 'tokens' | 'sentences' | 'quotes' | 'names' | 'places'>, lexicon: ActorLexicon): View {
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
    nameAt: new Map(draft.names.map((name) => [name.first, name])),
    placeAt: new Map(draft.places.map((place) => [place.span[0], place])),
    text: draft.input.text.replace(/[\u2019\u2018\u02bc]/g, "'"),
    tokens,
    sentences,
    lexicon,
    quoteOf,
    capital,
    inName: new Uint8Array(tokens.length),
    paragraphOf: (token) => sentences[tokens[token]?.sentence ?? -1]?.paragraph ?? -1,
  };
}

/** Tags of verbs that make a clause. */
const FINITE = /^(VBD|VBZ|VBP|MD)$/;

const PAST = /^(told|said|let|put|set|cut|hit|saw|met|led|held|left|felt|meant|read|sent|spoke|wrote|went|came|took|gave|made|had)$/;

/** The lemma of a word read as a verb that the lexicon knows, with its form: "s" for calls, "" for call, "ed" for called; null where it knows none. */
function asVerb(lower: string, lexicon: ActorLexicon): { readonly lemma: string; readonly form: 's' | '' | 'ed' } | null {
  if (lexicon.verbs.has(lower)) return { lemma: lower, form: '' };
  const stems = (ending: string, ...replaced: string[]): string | undefined =>
    lower.endsWith(ending) ? replaced.map((by) => lower.slice(0, -ending.length) + by).find((stem) => lexicon.verbs.has(stem)) : undefined;
  const s = stems('s', '') ?? stems('es', '') ?? stems('ies', 'y');
  if (s !== undefined) return { lemma: s, form: 's' };
  const ed = stems('ed', '', 'e') ?? stems('ied', 'y');
  if (ed !== undefined) return { lemma: ed, form: 'ed' };
  return null;
}

/**
 * The tokens, with verbs after a name or an actor's noun that were tagged as nouns tagged as the verbs they are: number tells a verb ("the ministry
 * regards", "delegates report") from the end of a compound ("government demands", "rebel attack").
 */
function corrected(tokens: readonly Token[], lexicon: ActorLexicon): readonly Token[] {
  return tokens.map((token, at) => {
    const before = tokens[at - 1];
    const next = tokens[at + 1];
    if (!/^(NN|NNS|JJ)$/.test(token.tag) || before === undefined || before.sentence !== token.sentence || !/^\p{Ll}+$/u.test(token.text))
      return token;
    const name = /^NNPS?$/.test(before.tag) && /^\p{Lu}/u.test(before.text);
    const noun = lexicon.heads.get(before.lower);
    if ((!name && noun === undefined) || (noun !== undefined && !name && !/^NNS?$|^JJ$/.test(before.tag))) return token;
    if (next !== undefined && next.sentence === token.sentence && (FINITE.test(next.tag) || next.lower === 'of')) return token;
    const plural = name ? before.tag === 'NNPS' : before.tag === 'NNS';
    const past = PAST.test(token.lower);
    const verb = asVerb(token.lower, lexicon);
    if (!past && verb === null) return token;
    const agrees = past || verb?.form === 'ed' || (verb?.form === 's' ? !plural && token.tag === 'NNS' : plural && token.tag === 'NN');
    const actor = lexicon.heads.get(token.lower);
    if (!agrees || (actor !== undefined && actor.class !== 'text' && actor.class !== 'side' && actor.class !== 'process')) return token;
    let opens = at - 1;
    while (opens > 0 && tokens[opens - 1]!.sentence === token.sentence && /^(NN|JJ|DT|POS|CD|HYPH|PRP\$)/.test(tokens[opens - 1]!.tag))
      opens--;
    const earlier = tokens[opens - 1];
    if (
      verb?.form === 's' &&
      earlier?.sentence === token.sentence &&
      /^(VB|IN|TO)/.test(earlier.tag) &&
      !/^(that|as|while|but|because|after|if|where|when|whether|how|although|though|since|until|before)$/.test(earlier.lower)
    )
      return token;
    return {
      ...token,
      tag: past || verb?.form === 'ed' ? 'VBD' : verb?.form === 's' ? 'VBZ' : 'VBP',
      lemma: past ? token.lemma : (verb?.lemma ?? token.lemma),
    };
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
