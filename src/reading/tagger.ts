// Gives each token its Penn Treebank tag: a linear model over hashed features, left to right, each choice seen by the next two.
import { FactTable, type WordFacts } from './facts.js';
import { mix } from './hashing.js';
import type { Lexicon } from './lexicon.js';
import { featureMark, type Model, openModel } from './model.js';
import { bestOf, scoreRows } from './sparse.js';

/** Features of one token; more than it has templates. */
export const TAG_FEATURES = 48;

const NO_WORD: WordFacts = {
  form: 1,
  lower: 1,
  suffix1: 1,
  suffix2: 1,
  suffix3: 1,
  suffix4: 1,
  prefix1: 1,
  prefix2: 1,
  prefix3: 1,
  shape: 1,
  letters: 6,
  fine: 0,
  broad: 0,
  senses: 0,
};

/**
 * Fills `ids` with the features of word `i` of a sentence and returns how many; `tag1` and `tag2` are the tags of the one and the two before, -1 before the start.
 * Templates after Toutanova and others (2003), with word classes and WordNet's senses added.
 */
export function tagFeatures(
  words: readonly WordFacts[],
  i: number,
  tag1: number,
  tag2: number,
  capitals: boolean,
  ids: Int32Array,
): number {
  const w = words[i]!;
  const p1 = words[i - 1] ?? NO_WORD;
  const p2 = words[i - 2] ?? NO_WORD;
  const n1 = words[i + 1] ?? NO_WORD;
  const n2 = words[i + 2] ?? NO_WORD;
  const first = i === 0 ? 1 : 0;
  const letters = w.letters * 4 + first * 2 + (capitals ? 1 : 0);
  const tags = (tag1 + 1) * 64 + tag2 + 1;
  const mark = mix(w.senses + 1, w.suffix2);
  let k = 0;
  ids[k++] = mix(1, w.lower);
  ids[k++] = mix(mix(2, w.form), first);
  ids[k++] = mix(3, w.suffix1);
  ids[k++] = mix(4, w.suffix2);
  ids[k++] = mix(5, w.suffix3);
  ids[k++] = mix(6, w.suffix4);
  ids[k++] = mix(7, w.prefix1);
  ids[k++] = mix(8, w.prefix2);
  ids[k++] = mix(9, w.prefix3);
  ids[k++] = mix(mix(10, w.shape), first);
  ids[k++] = mix(11, letters);
  ids[k++] = mix(12, w.fine);
  ids[k++] = mix(13, w.broad);
  ids[k++] = mix(mix(14, w.senses), letters);
  ids[k++] = mix(15, mark);
  ids[k++] = mix(16, p1.lower);
  ids[k++] = mix(17, p2.lower);
  ids[k++] = mix(18, n1.lower);
  ids[k++] = mix(19, n2.lower);
  ids[k++] = mix(20, n1.suffix3);
  ids[k++] = mix(mix(21, n1.letters), letters);
  ids[k++] = mix(22, n1.fine);
  ids[k++] = mix(23, p1.fine);
  ids[k++] = mix(mix(24, n1.senses), w.senses);
  ids[k++] = mix(25, tag1);
  ids[k++] = mix(26, tags);
  ids[k++] = mix(mix(27, tag1), w.lower);
  ids[k++] = mix(mix(28, tag1), w.suffix3);
  ids[k++] = mix(mix(29, tag1), mark);
  ids[k++] = mix(mix(30, tags), w.fine);
  ids[k++] = mix(mix(31, p1.lower), w.lower);
  ids[k++] = mix(mix(32, w.lower), n1.lower);
  ids[k++] = mix(mix(33, tag1), n1.lower);
  ids[k++] = mix(mix(34, tags), w.senses);
  ids[k++] = mix(mix(35, w.broad), n1.broad);
  ids[k++] = mix(mix(36, mix(tag1, w.senses)), n1.senses);
  ids[k++] = mix(mix(37, tag1), mix(w.broad, n1.broad));
  ids[k++] = mix(mix(38, w.senses), mix(n1.broad, p1.broad));
  ids[k++] = mix(mix(39, w.lower), n1.broad);
  ids[k++] = mix(mix(40, p1.lower), w.senses);
  ids[k++] = mix(41, p1.suffix3);
  ids[k++] = 42;
  return k;
}

/** True for a sentence whose words are nearly all in capitals, as headlines can be. */
export function inCapitals(words: readonly WordFacts[]): boolean {
  let capitals = 0;
  let small = 0;
  for (const { letters } of words) {
    if (letters === 0) small++;
    else if (letters === 2) capitals++;
  }
  return capitals > 2 && capitals > 3 * small;
}

/** A mark of the feature code above: what it makes of a fixed sentence. */
export function tagFeatureMark(lexicon: Lexicon): number {
  const facts = new FactTable(lexicon);
  const words = "The 2 envoys of Probeland said on Friday they would n't be going .".split(' ').map((word) => facts.of(word));
  const ids = new Int32Array(TAG_FEATURES);
  const all: number[] = [];
  for (let i = 0; i < words.length; i++) all.push(...ids.subarray(0, tagFeatures(words, i, i, i + 1, false, ids)));
  return featureMark(all);
}

export interface Tagger {
  readonly labels: readonly string[];
  /** Indexes into `labels`, one a word, of one sentence. */
  tag(words: readonly WordFacts[]): Uint8Array;
}

/** The tagger of a model file. Throws ParleyError 'model-damaged'. */
export function openTagger(bytes: Uint8Array, lexicon: Lexicon): Tagger {
  return taggerOf(openModel(bytes, 'tagger', tagFeatureMark(lexicon)));
}

/** The tagger of an open model. */
export function taggerOf(model: Model): Tagger {
  const labels = model.labels('tag');
  const table = model.rows('tag');
  const ids = new Int32Array(TAG_FEATURES);
  const scores = new Int32Array(table.columns);
  return {
    labels,
    tag(words) {
      const tags = new Uint8Array(words.length);
      const capitals = inCapitals(words);
      for (let i = 0; i < words.length; i++) {
        const count = tagFeatures(words, i, i > 0 ? tags[i - 1]! : -1, i > 1 ? tags[i - 2]! : -1, capitals, ids);
        scoreRows(table, ids, count, scores);
        tags[i] = bestOf(scores, table.columns);
      }
      return tags;
    },
  };
}
