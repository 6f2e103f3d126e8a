// Where names can stand, and the features that tell their kind: stretches of capitalised words with the small words that names are made with.
import { isUpper } from './characters.js';
import type { Sentence, Token } from './draft.js';
import type { FactTable, WordFacts } from './facts.js';
import { mix } from './hashing.js';
import { type KnownWords, LAST_BIT } from './known-words.js';

/** Room for the features of one token. */
export const NAME_FEATURES = 72;

/** Small words and marks inside names; they count only between two capitalised words. */
const LINKS = new Set([
  'of',
  'the',
  'for',
  'and',
  '&',
  '-',
  '–',
  "'s",
  '’s',
  "'",
  '’',
  'de',
  'la',
  'le',
  'du',
  'del',
  'da',
  'dos',
  'di',
  'van',
  'von',
  'der',
  'bin',
  'ibn',
  'bint',
  'al',
  'el',
  'ul',
  'y',
  'e',
  'in',
  'on',
  'to',
  'ould',
  '.',
  '/',
  'des',
  'ben',
  'wad',
]);
/** How many links may follow each other. */
const MOST_LINKS = 3;
const PARTICLE = /^(?:al|el|as|an|ash|ad|ar|at|az|es|ez|ul|ur)-\p{Lu}/u;

/** True where a token is capitalised as names are. */
export const isCapital = (text: string): boolean => isUpper(text[0]!) || PARTICLE.test(text);

/** The stretches of a sentence in which names can stand: tokens, half-open, in order. */
export function stretchesOf(tokens: readonly Token[], { first, last }: Sentence): (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  for (let i = first; i < last; i++) {
    if (!isCapital(tokens[i]!.text)) continue;
    let end = i + 1;
    for (let j = end; j < last && j - end <= MOST_LINKS; j++) {
      if (isCapital(tokens[j]!.text)) end = j + 1;
      else if (!LINKS.has(tokens[j]!.lower)) break;
    }
    stretches.push([i, end]);
    i = end - 1;
  }
  return stretches;
}

/** Words of a whole report, once in small letters and once capitalised in the midst of a sentence: what opens a sentence is judged by them. */
export interface WordUse {
  readonly small: ReadonlySet<string>;
  readonly capital: ReadonlySet<string>;
}

export function wordUse(tokens: readonly Token[], sentences: readonly Sentence[]): WordUse {
  const small = new Set<string>();
  const capital = new Set<string>();
  for (const { first, last } of sentences) {
    for (let i = first; i < last; i++) {
      const { text, lower } = tokens[i]!;
      if (text === lower) small.add(lower);
      else if (i > first && isCapital(text)) capital.add(lower);
    }
  }
  return { small, capital };
}

/** One sentence made ready for `nameFeatures`. */
export interface NameSentence {
  readonly first: number;
  readonly words: readonly WordFacts[];
  readonly tags: Int32Array;
  readonly flags: Int32Array;
  readonly use: Int32Array;
  readonly capitals: boolean;
}

/** Gathers what the features of a sentence need; `tagIndex` numbers the tags. */
export function nameSentence(
  tokens: readonly Token[],
  { first, last }: Sentence,
  facts: FactTable,
  knownWords: KnownWords,
  tagIndex: ReadonlyMap<string, number>,
  use: WordUse,
): NameSentence {
  const length = last - first;
  const flags = new Int32Array(length);
  knownWords.mark(tokens, first, last, flags);
  const words: WordFacts[] = [];
  const tags = new Int32Array(length);
  const uses = new Int32Array(length);
  let capitals = 0;
  for (let i = 0; i < length; i++) {
    const { text, lower, tag } = tokens[first + i]!;
    words.push(facts.of(text));
    tags[i] = tagIndex.get(tag) ?? 63;
    uses[i] = (use.small.has(lower) ? 1 : 0) | (use.capital.has(lower) ? 2 : 0) | (i === 0 ? 4 : 0);
    if (isCapital(text)) capitals++;
  }
  return { first, words, tags, flags, use: uses, capitals: capitals * 2 > length + 2 };
}

const EDGE = { lower: 3, form: 3, suffix3: 3, shape: 3, letters: 7, fine: 0, broad: 0 } as const;

/** Fills `ids` with the features of word `i` of the sentence and returns how many. */
export function nameFeatures({ words, tags, flags, use, capitals }: NameSentence, i: number, ids: Int32Array): number {
  const w = words[i]!;
  const p1 = words[i - 1] ?? EDGE;
  const p2 = words[i - 2] ?? EDGE;
  const n1 = words[i + 1] ?? EDGE;
  const n2 = words[i + 2] ?? EDGE;
  const t = tags[i]!;
  const tp = i > 0 ? tags[i - 1]! : 64;
  const tn = i + 1 < words.length ? tags[i + 1]! : 65;
  const g = flags[i]!;
  const gp = i > 0 ? flags[i - 1]! : 0;
  const gn = i + 1 < words.length ? flags[i + 1]! : 0;
  const letters = w.letters * 16 + use[i]! * 2 + (capitals ? 1 : 0);
  let k = 0;
  ids[k++] = mix(1, w.lower);
  ids[k++] = mix(2, w.suffix3);
  ids[k++] = mix(3, w.suffix2);
  ids[k++] = mix(4, w.prefix3);
  ids[k++] = mix(5, w.shape);
  ids[k++] = mix(6, letters);
  ids[k++] = mix(7, w.fine);
  ids[k++] = mix(8, w.broad);
  ids[k++] = mix(9, t);
  ids[k++] = mix(mix(10, t), letters);
  ids[k++] = mix(mix(11, w.senses), letters);
  ids[k++] = mix(12, p1.lower);
  ids[k++] = mix(13, n1.lower);
  ids[k++] = mix(14, p2.lower);
  ids[k++] = mix(15, n2.lower);
  ids[k++] = mix(16, p1.fine);
  ids[k++] = mix(17, n1.fine);
  ids[k++] = mix(18, p1.broad * 128 + n1.broad);
  ids[k++] = mix(mix(19, tp * 128 + t), tn);
  ids[k++] = mix(20, tp * 128 + t);
  ids[k++] = mix(21, t * 128 + tn);
  ids[k++] = mix(22, g);
  ids[k++] = mix(mix(23, g), gp);
  ids[k++] = mix(mix(24, g), gn);
  ids[k++] = mix(mix(25, g), t);
  ids[k++] = mix(26, gp);
  ids[k++] = mix(27, gn);
  ids[k++] = mix(28, p1.letters * 64 + w.letters * 8 + n1.letters);
  ids[k++] = mix(mix(29, p1.lower), w.lower);
  ids[k++] = mix(mix(30, w.lower), n1.lower);
  ids[k++] = mix(mix(31, p1.lower), n1.lower);
  ids[k++] = mix(mix(32, n1.suffix3), n1.letters);
  ids[k++] = mix(mix(33, p1.suffix3), p1.letters);
  ids[k++] = mix(mix(34, n1.broad), tn);
  ids[k++] = mix(mix(35, p1.broad), tp);
  ids[k++] = mix(mix(36, w.broad), n1.broad);
  for (let bit = 1; bit <= LAST_BIT; bit *= 2) {
    if ((g & bit) !== 0) ids[k++] = mix(37, bit);
    if ((gn & bit) !== 0) ids[k++] = mix(38, bit);
  }
  ids[k++] = 39;
  return k;
}
