// Trains the dependency parser on UD English treebanks, with tags guessed by taggers that did not see the sentence.
import type { FactTable, WordFacts } from '../src/reading/facts.js';
import type { ByteTable, Model } from '../src/reading/model.js';
import { PARSE_FEATURES, type Parser, ParseWords, parseFeatureMark, parseFeatures, parserOf, tagKinds } from '../src/reading/parser.js';
import { packRows } from '../src/reading/sparse.js';
import { guessSupertags, SUPERTAG_FEATURES, supertagFeatures, supertagOf } from '../src/reading/supertags.js';
import { type Tagger, taggerOf } from '../src/reading/tagger.js';
import { LEFT, ParseState, REDUCE, RIGHT, SHIFT } from '../src/reading/transitions.js';
import { readTreebank, type TreebankSentence } from './conllu.js';
import { type LabelledSequence, type LabellerSettings, learnLeftToRight } from './left-to-right.js';
import { type NewModel, writeModel } from './model-file.js';
import { costOf, type GoldTree, goldTree } from './oracle.js';
import { seeded, shuffle } from './random.js';
import { SparseWeights, thin } from './sparse-weights.js';
import { asModel, TAGGER_SETTINGS, trainTagger } from './tagger.js';
import { commandFor, openHere, ROOT, type Trainer } from './trainer.js';
import { round, treebankName, treebankSource } from './treebanks.js';

/** Every setting of the training, so that trials can vary them. */
export interface ParserSettings {
  readonly bits: number;
  readonly rounds: number;
  /** How often the parser follows its own choice, right or wrong, after the first round. */
  readonly explore: number;
  /** Cells moved fewer times are left out; of the rest the largest are kept. */
  readonly fewest: number;
  readonly most: number;
  readonly seed: number;
  /** Whether later moves of a weight are shorter. */
  readonly slowing: boolean;
  /** By how much the right move must win, in weights. */
  readonly margin: number;
  /** Share of the features left out at each step while learning, so that none is leant on too much. */
  readonly drop: number;
}

export const SETTINGS: ParserSettings = {
  bits: 20,
  rounds: 7,
  explore: 0.9,
  fewest: 2,
  most: 1_100_000,
  seed: 11,
  slowing: true,
  margin: 3,
  drop: 0.35,
};
/** Sentences are tagged, and their supertags guessed, by models that learnt from the other folds. */
const FOLDS = 4;
const FOLD_ROUNDS = 4;
const SUPERTAG_SETTINGS: LabellerSettings = { bits: 18, rounds: 6, margin: 2, drop: 0.25, fewest: 2, most: 550_000 };

export interface ParseSample {
  readonly words: readonly WordFacts[];
  readonly tags: readonly number[];
  readonly supertags: ArrayLike<number>;
  readonly gold: GoldTree;
}

/** Tags of all sentences, each guessed by a tagger trained on the other folds. */
export function foldedTags(sentences: readonly TreebankSentence[], facts: FactTable, labels: readonly string[]): number[][] {
  const indexOf = new Map(labels.map((label, i) => [label, i]));
  return folded(sentences, (others) => {
    const parts = trainTagger(
      others.map((i) => sentences[i]!),
      facts,
      { ...TAGGER_SETTINGS, rounds: FOLD_ROUNDS },
    );
    const tagger = taggerOf(asModel(parts));
    return (i) =>
      [...tagger.tag(sentences[i]!.tokens.map(({ form }) => facts.of(form)))].map((tag) => indexOf.get(tagger.labels[tag]!) ?? 0);
  });
}

/** For each fold, learns from the other folds and guesses the sentences of this one. */
function folded(sentences: readonly TreebankSentence[], learn: (others: readonly number[]) => (sentence: number) => number[]): number[][] {
  const guesses: number[][] = Array.from(sentences, () => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const guess = learn(sentences.flatMap((_, i) => (i % FOLDS === fold ? [] : [i])));
    for (let i = fold; i < sentences.length; i += FOLDS) guesses[i] = guess(i);
  }
  return guesses;
}

interface SupertagParts {
  readonly supertags: readonly string[];
  readonly table: ByteTable;
  /** Supertags of the training sentences as models that did not see them guess. */
  readonly guesses: readonly (readonly number[])[];
}

/** Learns to guess supertags, once from all sentences and once for each fold. */
export function trainSupertags(
  sentences: readonly TreebankSentence[],
  tags: readonly (readonly number[])[],
  facts: FactTable,
): SupertagParts {
  const gold = sentences.map(({ tokens }) => tokens.map(({ head, relation }, i) => supertagOf(i, head, relation)));
  const supertags = [...new Set(gold.flat())].sort();
  const indexOf = new Map(supertags.map((supertag, i) => [supertag, i]));
  const sequences = sentences.map(({ tokens }, s): LabelledSequence => {
    const words = tokens.map(({ form }) => facts.of(form));
    return {
      length: words.length,
      labels: gold[s]!.map((supertag) => indexOf.get(supertag) ?? 0),
      features: (i, supertag1, supertag2, ids) => supertagFeatures(words, tags[s]!, i, supertag1, supertag2, ids),
    };
  });
  const learn = (from: readonly LabelledSequence[], rounds: number): ByteTable =>
    learnLeftToRight(from, supertags.length, SUPERTAG_FEATURES, { ...SUPERTAG_SETTINGS, rounds }, seeded(3)).quantised('supertag', {
      fewest: SUPERTAG_SETTINGS.fewest,
      most: SUPERTAG_SETTINGS.most,
      share: 0.0005,
    });
  const guesses = folded(sentences, (others) => {
    const table = packRows(
      learn(
        others.map((i) => sequences[i]!),
        FOLD_ROUNDS,
      ),
    );
    return (i) => [
      ...guessSupertags(
        table,
        sentences[i]!.tokens.map(({ form }) => facts.of(form)),
        tags[i]!,
      ),
    ];
  });
  return { supertags, table: learn(sequences, SUPERTAG_SETTINGS.rounds), guesses };
}

/** Relations and moves that the trees need; a move is "shift", "reduce", or "left" or "right" and a relation. */
function movesOf(sentences: readonly TreebankSentence[]): { readonly relations: string[]; readonly moves: string[] } {
  const relations = new Set<string>(['root', 'parataxis']);
  const arcs = new Set<string>();
  for (const { tokens } of sentences) {
    tokens.forEach(({ head, relation }, i) => {
      relations.add(relation);
      if (head >= 0) arcs.add(`${head > i ? 'left' : 'right'} ${relation}`);
    });
  }
  return { relations: [...relations].sort(), moves: ['shift', 'reduce', ...[...arcs].sort()] };
}

const KINDS: readonly string[] = ['shift', 'reduce', 'left', 'right'];

/** Learns moves, following its own guesses as the dynamic oracle allows. */
export function trainParser(
  sentences: readonly TreebankSentence[],
  tags: readonly (readonly number[])[],
  facts: FactTable,
  tagLabels: readonly string[],
  supertags: SupertagParts,
  settings: ParserSettings,
  log: (round: number, wrong: number) => void,
): Pick<NewModel, 'labels' | 'tables'> {
  const { relations, moves } = movesOf(sentences);
  const relationIndex = new Map(relations.map((relation, i) => [relation, i]));
  const kindOf = moves.map((move) => KINDS.indexOf(move.split(' ')[0] ?? ''));
  const labelOf = moves.map((move) => relationIndex.get(move.split(' ')[1] ?? '') ?? 0);
  const samples: ParseSample[] = sentences.map(({ tokens }, i) => ({
    words: tokens.map(({ form }) => facts.of(form)),
    tags: tags[i]!,
    supertags: supertags.guesses[i]!,
    gold: goldTree(
      tokens.map(({ head }) => head),
      tokens.map(({ relation }) => relationIndex.get(relation) ?? 0),
    ),
  }));
  const weights = new SparseWeights(settings.bits, moves.length, settings.slowing);
  const kinds = tagKinds(tagLabels);
  const random = seeded(settings.seed);
  const state = new ParseState();
  const words = new ParseWords();
  const ids = new Int32Array(PARSE_FEATURES);
  const scores = new Int32Array(moves.length);
  const costs = new Int32Array(4);
  for (let r = 0; r < settings.rounds; r++) {
    let wrong = 0;
    for (const { words: facts, tags: guessed, supertags: guessedSupertags, gold } of shuffle(samples, random)) {
      words.fill(facts, guessed, guessedSupertags, kinds);
      state.start(facts.length);
      while (!state.done) {
        const possible = state.possible();
        if (state.next >= state.length) {
          state.apply((possible & (1 << REDUCE)) !== 0 ? REDUCE : LEFT, 0);
          continue;
        }
        if (possible === 1 << SHIFT) {
          state.apply(SHIFT, 0);
          continue;
        }
        const count = thin(ids, parseFeatures(state, words, ids), settings.drop, random);
        weights.score(ids, count, scores);
        for (let kind = 0; kind < 4; kind++) costs[kind] = (possible & (1 << kind)) !== 0 ? costOf(kind, state, gold) : 1000;
        let guess = -1;
        let target = -1;
        // The best of the moves that lose something.
        let rival = -1;
        for (let m = 0; m < moves.length; m++) {
          const kind = kindOf[m]!;
          if (costs[kind] === 1000) continue;
          if (guess < 0 || scores[m]! > scores[guess]!) guess = m;
          const right =
            costs[kind]! === 0 &&
            !(kind === LEFT && gold.heads[state.top] === state.next && gold.labels[state.top] !== labelOf[m]) &&
            !(kind === RIGHT && gold.heads[state.next] === state.top && gold.labels[state.next] !== labelOf[m]);
          if (right) {
            if (target < 0 || scores[m]! > scores[target]!) target = m;
          } else if (rival < 0 || scores[m]! > scores[rival]!) rival = m;
        }
        weights.tick();
        let follow = guess;
        if (target >= 0 && rival >= 0 && scores[rival]! + weights.unitsOf(settings.margin) > scores[target]!) {
          weights.move(ids, count, target, 1);
          weights.move(ids, count, rival, -1);
        }
        if (target >= 0 && guess !== target) {
          wrong++;
          if (r === 0 || random() > settings.explore) follow = target;
        }
        state.apply(kindOf[follow]!, labelOf[follow]!);
      }
    }
    log(r, wrong);
  }
  return {
    labels: { relation: relations, move: moves, supertag: supertags.supertags },
    tables: [supertags.table, weights.quantised('move', { fewest: settings.fewest, most: settings.most, share: 0.0005 })],
  };
}

/** A trained parser's parts as an open model, for use without a file. */
export const asParserModel = ({ labels, tables }: Pick<NewModel, 'labels' | 'tables'>): Model => ({
  header: { name: 'parser', version: 1, features: 0, labels: {}, numbers: {}, tables: [], checksum: 0 },
  table: (name) => tables.find((table) => table.name === name)!,
  rows: (name) => packRows(tables.find((table) => table.name === name)!),
  labels: (key) => labels[key] ?? [],
  number: () => 0,
});

/** Unlabelled and labelled attachment in per cent, over all tokens, with the tagger's own tags. */
export function attachment(
  tagger: Tagger,
  parser: Parser,
  facts: FactTable,
  sentences: readonly TreebankSentence[],
): { readonly uas: number; readonly las: number } {
  let all = 0;
  let heads = 0;
  let both = 0;
  for (const { tokens } of sentences) {
    const words = tokens.map(({ form }) => facts.of(form));
    const parse = parser.parse(words, tagger.tag(words));
    tokens.forEach(({ head, relation }, i) => {
      all++;
      if (parse.heads[i] !== (head < 0 ? tokens.length : head)) return;
      heads++;
      if (parser.relations[parse.labels[i]!] === relation) both++;
    });
  }
  return { uas: (100 * heads) / all, las: (100 * both) / all };
}

export const parserTrainer: Trainer = {
  name: 'parser',
  train({ treebanks }) {
    const { lexicon, facts, tagger } = openHere();
    const sentences = treebanks.flatMap((folder) => readTreebank(folder, 'train'));
    const tags = foldedTags(sentences, facts, tagger.labels);
    const supertags = trainSupertags(sentences, tags, facts);
    const parts = trainParser(sentences, tags, facts, tagger.labels, supertags, SETTINGS, (r, wrong) =>
      console.log(`round ${r + 1}: ${wrong} wrong moves`),
    );
    const parser = parserOf(asParserModel(parts), tagger.labels);
    const scores: Record<string, number> = {};
    for (const folder of treebanks) {
      const { uas, las } = attachment(tagger, parser, facts, readTreebank(folder, 'dev'));
      scores[`UAS on ${treebankName(folder)} dev, gold tokens, own tags`] = round(uas);
      scores[`LAS on ${treebankName(folder)} dev, gold tokens, own tags`] = round(las);
    }
    writeModel(
      ROOT,
      { name: 'parser', version: 1, features: parseFeatureMark(lexicon), ...parts },
      {
        what: 'Heads and Universal Dependencies relations of tokens.',
        data: treebanks.map(treebankSource),
        method:
          'greedy arc-eager transitions with a dynamic oracle; linear over hashed features and guessed supertags; hinge loss, AdaGrad, features left out by chance, averaged; tags and supertags guessed in folds',
        scores,
        command: commandFor('parser'),
      },
    );
    console.log(scores);
  },
};
