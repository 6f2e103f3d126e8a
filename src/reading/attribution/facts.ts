// What the attribution models ask of every token, as columns of integers: words, tags, tree, quotes, senses.
import type { Draft } from '../draft.js';
import type { FactTable } from '../facts.js';
import { hashText } from '../hashing.js';
import { SENSE, type SpeechLexicon } from './senses.js';

/** One column an attribute; row i is token i. Spans of tokens are half-open. */
export interface Facts {
  readonly count: number;
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  /** Fine and broad class of the word, see classes.ts. */
  readonly fine: Int32Array;
  readonly broad: Int32Array;
  readonly tag: Int32Array;
  /** First letter of the Penn tag, hashed: all verbs alike. */
  readonly coarse: Int32Array;
  readonly shape: Int32Array;
  readonly prefix: Int32Array;
  readonly suffix: Int32Array;
  readonly relation: Int32Array;
  readonly head: Int32Array;
  /** First and one past the last token of the token's subtree. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly depth: Int32Array;
  /** Which relations the children bear: a bit for each of the telling ones. */
  readonly children: Int32Array;
  /** Index of the quote a token stands in, or -1. */
  readonly quote: Int32Array;
  /** 1 where this token and the one before stand in one quotation that is told whole: it is all of one label. */
  readonly joined: Uint8Array;
  /** 1 where the token is so far inside such a quotation that nothing is read off it. */
  readonly deep: Uint8Array;
  /** Bits: 1 opens a quote, 2 closes it, 4 is a quotation mark. */
  readonly marks: Uint8Array;
  readonly sentence: Int32Array;
  /** Bits of the word's senses, see senses.ts. */
  readonly sense: Int32Array;
  /** Bits: 1 punctuation, 2 ends a sentence, 4 verb, 8 noun or pronoun, 16 finite verb, 32 comma, 64 colon, 128 capital. */
  readonly flags: Int32Array;
  /** At the first token of a sentence, how many of its words outside quotes are verbs of saying, up to 3. */
  readonly reports: Uint8Array;
  readonly sentenceFirst: Int32Array;
  readonly sentenceLast: Int32Array;
  readonly paragraph: Int32Array;
  /** The highest token whose subtree begins here, and the highest whose subtree ends here; -1 where none does. */
  readonly begins: Int32Array;
  readonly ends: Int32Array;
}

export type FactPieces = Pick<Draft, 'tokens' | 'sentences' | 'quotes'>;

const CHILD_BITS = new Map(
  [
    'nsubj', 'nsubj:pass', 'obj', 'iobj', 'ccomp', 'xcomp', 'mark', 'aux', 'aux:pass', 'cop', 'advcl', 'obl', 'parataxis', 'advmod', 'neg', 'nmod:poss',
    'acl', 'acl:relcl', 'case', 'compound:prt', 'csubj', 'expl', 'conj', 'nmod',
  ].map((relation, i) => [relation, 1 << i] as const),
); // biome-ignore format: one list

/** How many tokens at each end of a quotation are looked at. */
const SHALLOW = 6;

export const BOUNDARY = hashText('(outside)');

/** Hash of a word as the facts have it, for templates that name one. */
export const wordHash = (word: string): number => hashText(word);

/** Reads the columns off a draft; linear in its tokens. */
export function readFacts({ tokens, sentences, quotes }: FactPieces, speech: SpeechLexicon, words: FactTable): Facts {
  const n = tokens.length;
  const column = (): Int32Array => new Int32Array(n);
  const facts = {
    count: n,
    word: column(), lemma: column(), fine: column(), broad: column(), tag: column(), coarse: column(), shape: column(), prefix: column(), suffix: column(), relation: column(),
    head: column(), left: column(), right: column(), depth: column(), children: column(), quote: column().fill(-1), marks: new Uint8Array(n), joined: new Uint8Array(n),
    deep: new Uint8Array(n), reports: new Uint8Array(n),
    sentence: column(), sense: column(), flags: column(), sentenceFirst: column(), sentenceLast: column(), paragraph: column(),
    begins: column().fill(-1), ends: column().fill(-1),
  }; // biome-ignore format: one column after another
  for (const sentence of sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      facts.sentenceFirst[i] = sentence.first;
      facts.sentenceLast[i] = sentence.last;
      facts.paragraph[i] = sentence.paragraph;
      facts.sentence[i] = sentence.index;
    }
  }
  const known = new Map<string, number>();
  const hashOf = (text: string): number => {
    let hash = known.get(text);
    if (hash === undefined) {
      hash = hashText(text);
      known.set(text, hash);
    }
    return hash;
  };
  for (let i = 0; i < n; i++) {
    const token = tokens[i]!;
    const { lower, tag, lemma, text } = token;
    const made = words.of(text);
    facts.word[i] = made.lower;
    facts.lemma[i] = hashOf(lemma || lower);
    facts.fine[i] = made.fine;
    facts.broad[i] = made.broad;
    facts.tag[i] = hashOf(tag);
    facts.coarse[i] = hashOf(tag.slice(0, 1));
    facts.shape[i] = made.shape;
    facts.prefix[i] = hashOf(lower.slice(0, 4));
    facts.suffix[i] = made.suffix3;
    facts.relation[i] = hashOf(token.relation);
    facts.head[i] = token.head;
    facts.left[i] = i;
    facts.right[i] = i + 1;
    facts.sense[i] = speech.senses(lemma || lower, tag);
    const first = text.charCodeAt(0);
    const isPunctuation = !/[\p{L}\p{N}$%]/u.test(text);
    facts.flags[i] =
      (isPunctuation ? 1 : 0) |
      (text === '.' || text === '!' || text === '?' ? 2 : 0) |
      (tag.startsWith('V') ? 4 : 0) |
      (tag.startsWith('N') || tag.startsWith('PRP') || tag.startsWith('W') ? 8 : 0) |
      (tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD' ? 16 : 0) |
      (text === ',' ? 32 : 0) |
      (text === ':' ? 64 : 0) |
      (first >= 65 && first <= 90 ? 128 : 0);
  }
  readTree(tokens, facts);
  readEdges(facts);
  let at = 0;
  quotes.forEach((quote, q) => {
    while (at < n && tokens[at]!.end <= quote.start) at++;
    const from = at;
    while (at < n && tokens[at]!.start < quote.end) facts.quote[at++] = q;
    if (from < at) {
      if (quote.closed || beginsQuoted(tokens, quotes, at, q)) {
        facts.joined.fill(1, from + 1, at);
        if (at - from > 2 * SHALLOW) facts.deep.fill(1, from + SHALLOW, at - SHALLOW);
      }
      facts.marks[from]! |= 1;
      facts.marks[at - 1]! |= 2;
      for (const i of [from, at - 1]) if (/^(["“”«»]|``|'')$/.test(tokens[i]!.text)) facts.marks[i]! |= 4;
    }
  });
  for (let i = 0; i < n; i++) {
    const first = facts.sentenceFirst[i]!;
    const says =
      (facts.flags[i]! & 4) !== 0 &&
      facts.quote[i]! < 0 &&
      (facts.sense[i]! & SENSE.communication) !== 0 &&
      (facts.sense[i]! & SENSE.main) !== 0;
    if (says && facts.reports[first]! < 3) facts.reports[first]!++;
  }
  return facts;
}

/** Depth at which the walk up ends. */
const DEEPEST = 64;

function readTree(tokens: FactPieces['tokens'], facts: { [K in 'left' | 'right' | 'depth' | 'children']: Int32Array }): void {
  const n = tokens.length;
  // Depth by walking up with memory; a cycle cannot stand in a parse, and a step limit keeps a broken one harmless.
  for (let i = 0; i < n; i++) {
    let steps = 0;
    let at = i;
    while (at >= 0 && steps < DEEPEST) {
      at = tokens[at]!.head;
      steps++;
    }
    facts.depth[i] = steps;
    const head = tokens[i]!.head;
    if (head >= 0) facts.children[head]! |= CHILD_BITS.get(tokens[i]!.relation) ?? 0;
  }
  for (const i of deepestFirst(facts.depth, n)) {
    const head = tokens[i]!.head;
    if (head < 0) continue;
    if (facts.left[i]! < facts.left[head]!) facts.left[head] = facts.left[i]!;
    if (facts.right[i]! > facts.right[head]!) facts.right[head] = facts.right[i]!;
  }
}

/** Tokens by depth, the deepest first, those of one depth in their order: counted, since depths are few. */
function deepestFirst(depth: Int32Array, n: number): Int32Array {
  const from = new Int32Array(DEEPEST + 2);
  for (let i = 0; i < n; i++) from[DEEPEST - depth[i]! + 1]!++;
  for (let d = 1; d < from.length; d++) from[d]! += from[d - 1]!;
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[from[DEEPEST - depth[i]!]!++] = i;
  return order;
}

/** Of the subtrees that begin (or end) at a token, the one whose top stands highest. */
function readEdges(
  facts: Pick<Facts, 'count' | 'left' | 'right' | 'depth'> & { readonly begins: Int32Array; readonly ends: Int32Array },
): void {
  for (let i = 0; i < facts.count; i++) {
    const first = facts.left[i]!;
    const last = facts.right[i]! - 1;
    const begun = facts.begins[first]!;
    const ended = facts.ends[last]!;
    if (begun < 0 || facts.depth[i]! < facts.depth[begun]!) facts.begins[first] = i;
    if (ended < 0 || facts.depth[i]! < facts.depth[ended]!) facts.ends[last] = i;
  }
}

/** True where the next quote opens the token after this one: an open quotation that goes on in the next paragraph. */
const beginsQuoted = (tokens: FactPieces['tokens'], quotes: FactPieces['quotes'], at: number, q: number): boolean =>
  tokens[at] !== undefined && quotes[q + 1]?.start === tokens[at]?.start;
