// Trains the part-of-speech tagger on UD English treebanks.
import type { FactTable, WordFacts } from '../src/reading/facts.js';
import type { ByteTable, Model } from '../src/reading/model.js';
import { packRows } from '../src/reading/sparse.js';
import { inCapitals, TAG_FEATURES, type Tagger, tagFeatureMark, tagFeatures, taggerOf } from '../src/reading/tagger.js';
import { readTreebank, type TreebankSentence } from './conllu.js';
import { type LabellerSettings, learnLeftToRight } from './left-to-right.js';
import { writeModel } from './model-file.js';
import { seeded } from './random.js';
import { commandFor, openHere, ROOT, type Trainer } from './trainer.js';
import { round, treebankName, treebankSource } from './treebanks.js';

export const TAGGER_SETTINGS: LabellerSettings = { bits: 18, rounds: 8, margin: 2, drop: 0.2, fewest: 1, most: 650_000 };

export interface TaggerParts {
  readonly labels: readonly string[];
  readonly table: ByteTable;
}

/** Learns tags from sentences, each choice made with the tags guessed before it, as it will be made when reading. */
export function trainTagger(sentences: readonly TreebankSentence[], facts: FactTable, settings: LabellerSettings): TaggerParts {
  const labels = [...new Set(sentences.flatMap(({ tokens }) => tokens.map(({ xpos }) => xpos)))].sort();
  const indexOf = new Map(labels.map((label, i) => [label, i]));
  const sequences = sentences.map(({ tokens }) => {
    const words = tokens.map(({ form }): WordFacts => facts.of(form));
    const capitals = inCapitals(words);
    return {
      length: words.length,
      labels: tokens.map(({ xpos }) => indexOf.get(xpos) ?? 0),
      features: (i: number, tag1: number, tag2: number, ids: Int32Array) => tagFeatures(words, i, tag1, tag2, capitals, ids),
    };
  });
  const weights = learnLeftToRight(sequences, labels.length, TAG_FEATURES, settings, seeded(7));
  return { labels, table: weights.quantised('tag', { fewest: settings.fewest, most: settings.most, share: 0.0005 }) };
}

/** A tagger's parts as an open model, for use without a file. */
export const asModel = ({ labels, table }: TaggerParts): Model => ({
  header: { name: 'tagger', version: 1, features: 0, labels: { tag: [...labels] }, numbers: {}, tables: [], checksum: 0 },
  table: () => table,
  rows: () => packRows(table),
  labels: () => labels,
  number: () => 0,
});

/** Share of tokens with the right tag, in per cent. */
export function tagAccuracy(tagger: Tagger, facts: FactTable, sentences: readonly TreebankSentence[]): number {
  let right = 0;
  let all = 0;
  for (const { tokens } of sentences) {
    const tags = tagger.tag(tokens.map(({ form }) => facts.of(form)));
    tokens.forEach(({ xpos }, i) => {
      all++;
      if (tagger.labels[tags[i]!] === xpos) right++;
    });
  }
  return (100 * right) / all;
}

export const taggerTrainer: Trainer = {
  name: 'tagger',
  train({ treebanks }) {
    const { lexicon, facts } = openHere();
    const sentences = treebanks.flatMap((folder) => readTreebank(folder, 'train'));
    const parts = trainTagger(sentences, facts, TAGGER_SETTINGS);
    const model = { name: 'tagger', version: 1, features: tagFeatureMark(lexicon), labels: { tag: parts.labels }, tables: [parts.table] };
    const tagger = taggerOf(asModel(parts));
    const scores = Object.fromEntries(
      treebanks.map((folder) => [
        `XPOS on ${treebankName(folder)} dev, gold tokens`,
        round(tagAccuracy(tagger, facts, readTreebank(folder, 'dev'))),
      ]),
    );
    writeModel(ROOT, model, {
      what: 'Penn Treebank tags of tokens.',
      data: treebanks.map(treebankSource),
      method:
        'linear, left to right, hashed features; hinge loss, AdaGrad, features left out by chance, averaged; word classes from GloVe and parts of speech from WordNet as features',
      scores,
      command: commandFor('tagger'),
    });
    console.log(scores);
  },
};
