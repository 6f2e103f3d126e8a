// The report as the finders of claims look at it: tokens with their children in the parse, mentions, statements and times by place, read once.
import type { Actor, ClaimKind, Statement, TimeExpression } from '../../terms/reading.js';
import type { Span } from '../../terms/span.js';
import type { ActorLexicon } from '../actors/lexicon.js';
import type { ActorFacts, Draft, Mention, PlaceMention, Sentence, Token } from '../draft.js';
import type { Lexicon } from '../lexicon.js';
import type { Resources } from '../resources.js';
import type { ClaimLexicon } from './lexicon.js';
import { type Features, type Teller, tellerOf, type Word } from './tell.js';

export type ClaimDraft = Pick<
  Draft,
  'input' | 'tokens' | 'sentences' | 'quotes' | 'times' | 'places' | 'actors' | 'mentions' | 'actorFacts' | 'statements'
>;

export interface ClaimView {
  readonly text: string;
  readonly input: Draft['input'];
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly lexicon: ClaimLexicon;
  readonly classes: Lexicon;
  /** States and bodies the world knows, by their first word. */
  readonly known: ActorLexicon['names'];
  readonly leaders: ActorLexicon['leaders'];
  readonly countries: ActorLexicon['countries'];
  readonly actors: ReadonlyMap<string, Actor>;
  readonly mentions: readonly Mention[];
  /** Whom persons act for, the two sides, the talks, the country the report is about. */
  readonly facts: ActorFacts;
  readonly statements: readonly Statement[];
  readonly times: readonly TimeExpression[];
  readonly places: readonly PlaceMention[];
  /** Indexes of the tokens that hang on a token. */
  readonly kids: (token: number) => readonly number[];
  /** The narrowest mention whose head the token is, or that holds it. */
  readonly mentionAt: (token: number) => Mention | null;
  /** Mentions that begin in tokens `first` to `last`, half-open, in order. */
  readonly mentionsIn: (first: number, last: number) => readonly Mention[];
  /** The statements whose words said hold the place, narrowest first. */
  readonly saidAt: (offset: number) => readonly Statement[];
  /** The statement whose cue the token is part of. */
  readonly cueAt: (token: number) => Statement | null;
  /** The first token that ends after an offset. */
  readonly tokenAt: (offset: number) => number;
  readonly sentenceOf: (token: number) => Sentence;
  /** Whether a claim of a kind can be there at all, by the features that tell it; null lets everything through. */
  readonly gate: Gate | null;
  /** Makes the lists of features. */
  readonly teller: Teller;
  /** What was once looked up of tokens: kinds of noun, undefined before that; base forms; word classes, -1 before that. */
  readonly kept: { readonly nouns: (string | undefined)[]; readonly lemmas: (Word | undefined)[]; readonly classes: Float64Array };
}

export type Gate = (kind: ClaimKind, base: Features) => boolean;

/** The words that the finders of claims know. */
export type ClaimWords = Pick<Resources, 'claimLexicon' | 'lexicon' | 'actorLexicon'>;

const NONE: readonly number[] = [];

/** The first index from which `at(index)` is above `limit`; `at` must not fall. */
function firstAbove(length: number, at: (index: number) => number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Reads a draft into the view. */
export function viewOf(
  draft: ClaimDraft,
  { claimLexicon: lexicon, lexicon: classes, actorLexicon }: ClaimWords,
  gate: Gate | null = null,
  teller: Teller = tellerOf(false),
): ClaimView {
  const { tokens, sentences, statements } = draft;
  const children: number[][] = [];
  for (const { index, head } of tokens) {
    if (head < 0) continue;
    const list = children[head];
    if (list === undefined) children[head] = [index];
    else list.push(index);
  }
  const mentions = [...draft.mentions].filter(({ actors }) => actors.length > 0).sort((a, b) => a.first - b.first || b.last - a.last);
  const byToken: (Mention | undefined)[] = [];
  for (const mention of mentions) {
    for (let i = mention.first; i < mention.last; i++) {
      const kept = byToken[i];
      if (
        kept === undefined ||
        (i === mention.head && kept.head !== i) ||
        (kept.head !== i && mention.last - mention.first <= kept.last - kept.first)
      )
        byToken[i] = mention;
    }
  }
  const tokenAt = (offset: number): number => firstAbove(tokens.length, (i) => tokens[i]!.end, offset);
  const cues: (Statement | undefined)[] = [];
  const said: Statement[][] = [];
  for (const statement of statements) {
    for (const [start, end] of statement.cue)
      for (let i = tokenAt(start); i < tokens.length && tokens[i]!.start < end; i++) cues[i] ??= statement;
    for (const [start, end] of statement.content) {
      for (let i = tokenAt(start); i < tokens.length && tokens[i]!.start < end; i++) {
        const list = said[i];
        if (list === undefined) said[i] = [statement];
        else if (!list.includes(statement)) list.push(statement);
      }
    }
  }
  const lengthOf = ({ content }: Statement): number => content.reduce((n, [start, end]: Span) => n + end - start, 0);
  return {
    text: draft.input.text,
    input: draft.input,
    tokens,
    sentences,
    lexicon,
    classes,
    known: actorLexicon.names,
    leaders: actorLexicon.leaders,
    countries: actorLexicon.countries,
    actors: new Map(draft.actors.map((actor) => [actor.id, actor])),
    mentions,
    facts: draft.actorFacts,
    statements,
    times: draft.times,
    places: draft.places,
    kids: (token) => children[token] ?? NONE,
    mentionAt: (token) => byToken[token] ?? null,
    mentionsIn: (first, last) => {
      const from = firstAbove(mentions.length, (i) => mentions[i]!.first, first - 1);
      const to = firstAbove(mentions.length, (i) => mentions[i]!.first, last - 1);
      return mentions.slice(from, to);
    },
    saidAt: (offset) => [...(said[tokenAt(offset)] ?? [])].sort((a, b) => lengthOf(a) - lengthOf(b)),
    cueAt: (token) => cues[token] ?? null,
    tokenAt,
    gate,
    teller,
    kept: {
      nouns: new Array<string | undefined>(tokens.length),
      lemmas: new Array<Word | undefined>(tokens.length),
      classes: new Float64Array(tokens.length).fill(-1),
    },
    sentenceOf: (token) => sentences[tokens[token]!.sentence]!,
  };
}
