// Trains the dependency parser on UD English treebanks, with tags guessed by taggers that did not see the sentence.
import type { FactTable, WordFacts } from '../src/reading/facts.js';
import type { Model } from '../src/reading/model.js';
import { PARSE_FEATURES, type Parser, ParseWords, parseFeatureMark, parseFeatures, parserOf, tagKinds } from '../src/reading/parser.js';
import { type Tagger, taggerOf } from '../src/reading/tagger.js';
import { LEFT, ParseState, REDUCE, RIGHT, SHIFT } from '../src/reading/transitions.js';
import { readTreebank, type TreebankSentence } from './conllu.js';
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
  rounds: 8,
  explore: 0.9,
  fewest: 2,
  most: 2_000_000,
  seed: 11,
  slowing: true,
  margin: 2,
  drop: 0.4,
};
const FOLDS = 5;
const FOLD_ROUNDS = 4;

export interface ParseSample {
  readonly words: readonly WordFacts[];
  readonly tags: readonly number[];
  readonly gold: GoldTree;
}

/** Tags of all sentences, each guessed by a tagger trained on the other folds. */
export function foldedTags(sentences: readonly TreebankSentence[], facts: FactTable, labels: readonly string[]): number[][] {
  const tags: number[][] = Array.from(sentences, () => []);
  const indexOf = new Map(labels.map((label, i) => [label, i]));
  for (let fold = 0; fold < FOLDS; fold++) {
    const parts = trainTagger(
      sentences.filter((_, i) => i % FOLDS !== fold),
      facts,
      { ...TAGGER_SETTINGS, rounds: FOLD_ROUNDS },
    );
    const tagger = taggerOf(asModel(parts));
    sentences.forEach(({ tokens }, i) => {
      if (i % FOLDS !== fold) return;
      tags[i] = [...tagger.tag(tokens.map(({ form }) => facts.of(form)))].map((tag) => indexOf.get(tagger.labels[tag]!) ?? 0);
    });
  }
  return tags;
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
    for (const { words: facts, tags: guessed, gold } of shuffle(samples, random)) {
      words.fill(facts, guessed, kinds);
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
    labels: { relation: relations, move: moves },
    tables: [weights.quantised('move', { fewest: settings.fewest, most: settings.most, share: 0.0005 })],
  };
}

/** A trained parser's parts as an open model, for use without a file. */
export const asParserModel = ({ labels, tables }: Pick<NewModel, 'labels' | 'tables'>): Model => ({
  header: { name: 'parser', version: 1, features: 0, labels: {}, numbers: {}, tables: [], checksum: 0 },
  table: () => tables[0]!,
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
    const parts = trainParser(sentences, tags, facts, tagger.labels, SETTINGS, (r, wrong) =>
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
        method: 'greedy arc-eager transitions, averaged perceptron over hashed features, dynamic oracle, tags guessed in five folds',
        scores,
        command: commandFor('parser'),
      },
    );
    console.log(scores);
  },
};
