// What the steps of the reader build up from a text, piece by piece; each step declares which pieces it needs and gives.
import type { Actor, Attribution, Claim, PloverEvent, Statement, TimeExpression } from '../terms/reading.js';
import type { Part } from '../terms/report.js';
import type { Span } from '../terms/span.js';
import type { Reported } from './attribution/reported.js';

/** What is given to the reader beside its resources. */
export interface ReadingInput {
  readonly id: string;
  readonly text: string;
  readonly process?: string | undefined;
  readonly publisher?: string | undefined;
  /** EDTF day of publication; without it relative dates stay unknown. */
  readonly published?: string | undefined;
  readonly dateline?: string | undefined;
  /** BCP 47; decides only what dates in figures mean ("1/2/2014"). */
  readonly locale?: string | undefined;
  /** Which stretches are headline, caption, boilerplate and so on; what is in none is body. */
  readonly parts?: readonly Part[] | undefined;
}

/** A word or a punctuation mark. Heads and indexes count tokens from the start of the report. */
export interface Token {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly sentence: number;
  /** Penn Treebank tag (the XPOS of UD English). */
  tag: string;
  lemma: string;
  /** Index of the head token, or -1 for the root of its sentence and for tokens that were not parsed. */
  head: number;
  /** Universal Dependencies v2 relation, '' where not parsed. */
  relation: string;
}

/** Tokens `first` to `last` (half-open) and the span they stand in. A sentence never crosses a paragraph. */
export interface Sentence {
  readonly index: number;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly part: Part['kind'];
}

/** One stretch in quotation marks, marks included; `closed` is false where it runs on into the next paragraph or is never closed. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
}

export const NAME_TYPES = ['person', 'organisation', 'place', 'people', 'other'] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** A proper name: tokens `first` to `last`, half-open. `people` are nationals and peoples ("Syrian", "Kurds"). */
export interface Name {
  readonly first: number;
  readonly last: number;
  readonly type: NameType;
  readonly probability: number;
}

/** A place name and what the gazetteer takes it for. */
export interface PlaceMention {
  readonly span: Span;
  /** The name as the report has it, with what narrows it ("suburbs of Damascus"). */
  readonly name: string;
  /** The bare name, without what narrows it. */
  readonly base?: string | undefined;
  /** Whether it is a country, a region or a town. */
  readonly kind?: 'country' | 'region' | 'town' | undefined;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

/** One place in the text where an actor is meant. Tokens `first` to `last` half-open; `actors` are ids: more than one for "the two sides". */
export interface Mention {
  readonly first: number;
  readonly last: number;
  /** The token that carries the meaning: "envoys" in "Assad's envoys". */
  readonly head: number;
  readonly form: 'name' | 'description' | 'pronoun';
  readonly actors: readonly string[];
}

/** What is known of the actors of a report beside their names, by their ids. */
export interface ActorFacts {
  /** Whom a person or a part acts for: "French President X" the French government, a spokesman his movement. */
  readonly of: ReadonlyMap<string, string>;
  /** Who issued a text. */
  readonly issuer: ReadonlyMap<string, string>;
  /** Offices and other head nouns said of an actor ("foreign minister", "envoy"). */
  readonly nouns: ReadonlyMap<string, readonly string[]>;
  /** The two sides to the talks, a government first; fewer where the report does not tell. */
  readonly sides: readonly string[];
  /** The talks as an actor of kind process, or null. */
  readonly talks: string | null;
  /** ISO 3166-1 alpha-3 of the country the report is about, or null. */
  readonly home: string | null;
  /** PLOVER codes: the country or IGO, NGO and the like, and the sector. */
  readonly codes: ReadonlyMap<string, { readonly code: string; readonly sector?: string }>;
}

/** What explains a claim: which lexicon entry and which weights made it. */
export interface Why {
  readonly claim: string;
  readonly entry: string;
  readonly weights: readonly { readonly feature: string; readonly weight: number }[];
}

/** All pieces a reading can have. A step sees only those it needs. */
export interface Draft {
  readonly input: ReadingInput;
  readonly paragraphs: readonly { readonly start: number; readonly end: number; readonly part: Part['kind'] }[];
  readonly language: string;
  readonly quotes: readonly Quote[];
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** Tokens carry `tag` and `lemma` once this piece is given. */
  readonly tags: true;
  /** Tokens of sentences that may hold something carry `head` and `relation` once this piece is given. */
  readonly parse: true;
  readonly names: readonly Name[];
  readonly times: readonly TimeExpression[];
  readonly places: readonly PlaceMention[];
  readonly attributions: readonly Attribution[];
  /** What the attribution models found and saw, for the statements. */
  readonly reported: Reported;
  readonly actors: readonly Actor[];
  readonly mentions: readonly Mention[];
  readonly actorFacts: ActorFacts;
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
  readonly events: readonly PloverEvent[];
}
export type Piece = keyof Draft;
