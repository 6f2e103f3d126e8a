// Guesses for each token, before the parse, its relation and on which side its head is, from the words and tags around it on both sides ("supertags").
import type { WordFacts } from './facts.js';
import { mix } from './hashing.js';
import { bestOf, type SparseTable, scoreRows } from './sparse.js';

/** Room for the features of one token. */
export const SUPERTAG_FEATURES = 56;

const NO_WORD = { lower: 1, suffix3: 1, fine: 0, broad: 0, letters: 7, senses: 0 } as const;

/** Fills `ids` with the features of token `i` and returns how many; `supertag1` and `supertag2` are the supertags guessed for the one and the two before, -1 before the start. */
export function supertagFeatures(
  words: readonly WordFacts[],
  tags: ArrayLike<number>,
  i: number,
  supertag1: number,
  supertag2: number,
  ids: Int32Array,
): number {
  const { length } = words;
  const w = words[i]!;
  const p1 = words[i - 1] ?? NO_WORD;
  const p2 = words[i - 2] ?? NO_WORD;
  const n1 = words[i + 1] ?? NO_WORD;
  const n2 = words[i + 2] ?? NO_WORD;
  const t = tags[i]!;
  const tp1 = i > 0 ? tags[i - 1]! : 60;
  const tp2 = i > 1 ? tags[i - 2]! : 60;
  const tp3 = i > 2 ? tags[i - 3]! : 60;
  const tn1 = i + 1 < length ? tags[i + 1]! : 61;
  const tn2 = i + 2 < length ? tags[i + 2]! : 61;
  const tn3 = i + 3 < length ? tags[i + 3]! : 61;
  const wt = mix(w.lower, t);
  let k = 0;
  ids[k++] = mix(1, wt);
  ids[k++] = mix(2, t);
  ids[k++] = mix(mix(3, w.suffix3), t);
  ids[k++] = mix(mix(4, w.fine), t);
  ids[k++] = mix(mix(5, w.broad), t);
  ids[k++] = mix(6, t * 128 + tp1);
  ids[k++] = mix(7, t * 128 + tn1);
  ids[k++] = mix(mix(8, t * 128 + tp1), tn1);
  ids[k++] = mix(mix(9, t * 128 + tn1), tn2);
  ids[k++] = mix(mix(10, t * 128 + tp1), tp2);
  ids[k++] = mix(mix(11, t * 128 + tn1), tn2 * 128 + tn3);
  ids[k++] = mix(mix(12, t * 128 + tp1), tp2 * 128 + tp3);
  ids[k++] = mix(mix(13, t * 128 + tp1), tp2 * 128 + tn1);
  ids[k++] = mix(mix(14, t * 128 + tp1), tn1 * 128 + tn2);
  ids[k++] = mix(mix(15, p1.lower), t);
  ids[k++] = mix(mix(16, n1.lower), t);
  ids[k++] = mix(mix(17, p2.lower), t);
  ids[k++] = mix(mix(18, n2.lower), t);
  ids[k++] = mix(mix(19, p1.lower), w.lower);
  ids[k++] = mix(mix(20, w.lower), n1.lower);
  ids[k++] = mix(mix(21, w.lower), tp1);
  ids[k++] = mix(mix(22, w.lower), tn1);
  ids[k++] = mix(mix(23, mix(p1.lower, n1.lower)), t);
  ids[k++] = mix(mix(24, p1.fine), t);
  ids[k++] = mix(mix(25, n1.fine), t);
  ids[k++] = mix(mix(26, p1.broad * 128 + n1.broad), t);
  ids[k++] = mix(mix(27, w.fine), tn1);
  ids[k++] = mix(mix(28, w.fine), tp1);
  ids[k++] = mix(29, supertag1);
  ids[k++] = mix(30, supertag1 * 256 + supertag2);
  ids[k++] = mix(mix(31, supertag1), t * 128 + tn1);
  ids[k++] = mix(mix(32, supertag1), wt);
  ids[k++] = mix(mix(33, supertag1 * 256 + supertag2), t);
  ids[k++] = mix(mix(34, supertag1), mix(t * 128 + tp1, tn1));
  ids[k++] = mix(mix(35, supertag1), p1.lower);
  ids[k++] = mix(mix(36, w.lower), tn1 * 128 + tn2);
  ids[k++] = mix(mix(37, w.lower), tp1 * 128 + tp2);
  ids[k++] = mix(mix(38, n1.lower), t * 128 + tn2);
  ids[k++] = mix(mix(39, p1.lower), t * 128 + tn1);
  ids[k++] = mix(40, Math.min(i, 3) * 8 + Math.min(length - 1 - i, 3));
  ids[k++] = 41;
  return k;
}

/** The supertag of a token by its head (-1 or past the end for the root) and relation, as the labels of the guesser have it: "root", or "<" or ">" for the side of the head. */
export const supertagOf = (index: number, head: number, relation: string): string =>
  relation === 'root' || head < 0 ? 'root' : `${head > index ? '>' : '<'}${relation}`;

/** Guesses supertags from left to right with a packed table; one array a call. */
export function guessSupertags(table: SparseTable, words: readonly WordFacts[], tags: ArrayLike<number>): Uint8Array {
  const ids = new Int32Array(SUPERTAG_FEATURES);
  const scores = new Int32Array(table.columns);
  const supertags = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const count = supertagFeatures(words, tags, i, i > 0 ? supertags[i - 1]! : -1, i > 1 ? supertags[i - 2]! : -1, ids);
    scoreRows(table, ids, count, scores);
    supertags[i] = bestOf(scores, table.columns);
  }
  return supertags;
}
