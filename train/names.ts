// Trains the name finder on what the corpora tell of names (train/name-gold.ts).

import type { KnownWords } from '../src/reading/known-words.js';
import type { Model } from '../src/reading/model.js';
import { NAME_FEATURES, type NameSentence, nameFeatures, nameSentence, stretchesOf, wordUse } from '../src/reading/name-features.js';
import { forbidSteps, NAME_LABELS, type NameFinder, nameFeatureMark, nameFinderOf } from '../src/reading/names.js';
import type { Resources } from '../src/reading/resources.js';
import { bestPath, makeStretch, NEVER, resetStretch } from '../src/reading/sequence.js';
import { packRows } from '../src/reading/sparse.js';
import { readTreebank } from './conllu.js';
import { type NewModel, writeModel } from './model-file.js';
import { ANY, actorReports, gumReports, type NamedReport } from './name-gold.js';
import { seeded, shuffle } from './random.js';
import { SparseWeights, thin } from './sparse-weights.js';
import { commandFor, openHere, ROOT, type Trainer } from './trainer.js';
import { round, treebankSource } from './treebanks.js';

const SETTINGS = { bits: 17, rounds: 10, drop: 0.25, fewest: 2, most: 350_000, seed: 5 } as const;
const LABELS = NAME_LABELS.length;
const NAME_UNIT = 4096;

interface StretchSample {
  readonly sentence: NameSentence;
  /** Tokens in the sentence, half-open. */
  readonly from: number;
  readonly to: number;
  readonly labels: Int32Array;
}

function samplesOf(reports: readonly NamedReport[], { facts, tagger }: Resources, knownWords: KnownWords): StretchSample[] {
  const tagIndex = new Map(tagger.labels.map((tag, i) => [tag, i]));
  return reports.flatMap(({ tokens, sentences, labels }) => {
    const use = wordUse(tokens, sentences);
    return sentences.flatMap((sentence) => {
      const stretches = stretchesOf(tokens, sentence);
      if (stretches.length === 0) return [];
      const ready = nameSentence(tokens, sentence, facts, knownWords, tagIndex, use);
      return stretches
        .map(([first, last]) => ({
          sentence: ready,
          from: first - sentence.first,
          to: last - sentence.first,
          labels: labels.slice(first, last),
        }))
        .filter(({ labels: known }) => known.some((label) => label !== ANY));
    });
  });
}

/** Learns by structured perceptron (Collins 2002): the guessed path against the best path that agrees with what is known. */
export function trainNames(
  reports: readonly NamedReport[],
  resources: Resources,
  knownWords: KnownWords,
): Pick<NewModel, 'labels' | 'tables'> {
  const samples = samplesOf(reports, resources, knownWords);
  const weights = new SparseWeights(SETTINGS.bits, LABELS, true);
  // Steps are a table of their own: row x is "after label x", the last row the start.
  const steps = new SparseWeights(4, LABELS, false);
  const random = seeded(SETTINGS.seed);
  const stretch = makeStretch(LABELS);
  const ids = Array.from({ length: 64 }, () => new Int32Array(NAME_FEATURES));
  const counts = new Int32Array(64);
  const scores = new Int32Array(LABELS);
  const row = new Int32Array(1);
  for (let r = 0; r < SETTINGS.rounds; r++) {
    for (const { sentence, from, to, labels } of shuffle(samples, random)) {
      const length = Math.min(to - from, 64);
      resetStretch(stretch, length);
      for (let x = 0; x <= LABELS; x++) {
        row[0] = x;
        steps.score(row, 1, scores);
        stretch.step.set(scores, x * LABELS);
      }
      forbidSteps(stretch);
      for (let i = 0; i < length; i++) {
        counts[i] = thin(ids[i]!, nameFeatures(sentence, from + i, ids[i]!), SETTINGS.drop, random);
        weights.score(ids[i]!, counts[i]!, scores);
        // Every label but the right one starts ahead, so that the right one learns to win by a margin.
        for (let y = 0; y < LABELS; y++) stretch.at[i * LABELS + y] = scores[y]! + (labels[i] !== ANY && labels[i] !== y ? NAME_UNIT : 0);
      }
      const guess = bestPath(stretch).path;
      for (let i = 0; i < length; i++) {
        if (labels[i] === ANY) continue;
        for (let y = 0; y < LABELS; y++) {
          if (y === labels[i]) continue;
          stretch.at[i * LABELS + y] = NEVER;
        }
      }
      const target = bestPath(stretch).path;
      weights.tick();
      steps.tick();
      for (let i = 0; i < length; i++) {
        if (guess[i] !== target[i]) {
          weights.move(ids[i]!, counts[i]!, target[i]!, 1);
          weights.move(ids[i]!, counts[i]!, guess[i]!, -1);
        }
        const x = i === 0 ? LABELS : target[i - 1]!;
        const z = i === 0 ? LABELS : guess[i - 1]!;
        if (x === z && guess[i] === target[i]) continue;
        row[0] = x;
        steps.move(row, 1, target[i]!, 0.1);
        row[0] = z;
        steps.move(row, 1, guess[i]!, -0.1);
      }
    }
  }
  const all = { fewest: 1, most: 1000, share: 0 };
  return {
    labels: { name: NAME_LABELS },
    tables: [weights.quantised('name', { fewest: SETTINGS.fewest, most: SETTINGS.most, share: 0.0005 }), steps.quantised('step', all)],
  };
}

export const asNameModel = ({ labels, tables }: Pick<NewModel, 'labels' | 'tables'>, slope: number): Model => ({
  header: { name: 'names', version: 1, features: 0, labels: {}, numbers: {}, tables: [], checksum: 0 },
  table: (name) => tables.find((table) => table.name === name)!,
  rows: (name) => packRows(tables.find((table) => table.name === name)!),
  labels: (key) => labels[key] ?? [],
  number: () => slope,
});

export interface NameScore {
  readonly recall: number;
  readonly typeRight: number;
  readonly precision: number;
}

/** Of the names that the reports tell of: how many are found with the same ends, how many of these with the right type; and how many found ones contradict nothing. */
export function nameScore(finder: NameFinder, reports: readonly NamedReport[], tags: readonly string[]): NameScore {
  let gold = 0;
  let found = 0;
  let typed = 0;
  let guessed = 0;
  let sound = 0;
  for (const { tokens, sentences, labels } of reports) {
    const names = finder.find(tokens, sentences, tags);
    const at = new Map(names.map((name) => [name.first, name]));
    for (let i = 0; i < labels.length; i++) {
      if (labels[i]! <= 0 || labels[i]! % 2 === 0) continue;
      let last = i + 1;
      while (last < labels.length && labels[last]! === labels[i]! + 1) last++;
      gold++;
      const name = at.get(i);
      if (name === undefined || name.last !== last) continue;
      found++;
      if (NAME_LABELS[labels[i]!] === `B-${name.type}`) typed++;
    }
    for (const { first, last, type } of names) {
      guessed++;
      let fits = true;
      for (let i = first; i < last; i++) fits &&= labels[i] === ANY || NAME_LABELS[labels[i]!] === `${i === first ? 'B' : 'I'}-${type}`;
      if (fits && (labels[last] === undefined || labels[last]! <= 0 || labels[last]! % 2 === 1)) sound++;
    }
  }
  return { recall: (100 * found) / gold, typeRight: (100 * typed) / Math.max(1, found), precision: (100 * sound) / Math.max(1, guessed) };
}

/** The slope at which the stated probabilities of names on dev are right on the whole (logistic regression of one weight, by bisection on its gradient). */
function slopeOf(finderAt: (slope: number) => NameFinder, reports: readonly NamedReport[], tags: readonly string[]): number {
  const leads: { readonly lead: number; readonly right: boolean }[] = [];
  const probe = 0.001;
  for (const { tokens, sentences, labels } of reports) {
    for (const { first, last, type, probability } of finderAt(probe).find(tokens, sentences, tags)) {
      if (labels[first] === ANY) continue;
      let right = true;
      for (let i = first; i < last; i++) right &&= NAME_LABELS[labels[i]!] === `${i === first ? 'B' : 'I'}-${type}`;
      leads.push({ lead: Math.log(probability / (1 - probability)) / probe, right });
    }
  }
  let low = 0;
  let high = 1;
  for (let i = 0; i < 40; i++) {
    const slope = (low + high) / 2;
    const gradient = leads.reduce((sum, { lead, right }) => sum + lead * ((right ? 1 : 0) - 1 / (1 + Math.exp(-slope * lead))), 0);
    if (gradient > 0) low = slope;
    else high = slope;
  }
  return round(low * 1e4) / 1e4;
}

export const namesTrainer: Trainer = {
  name: 'names',
  train({ treebanks, claims }) {
    const resources = openHere();
    const { lexicon, facts, tagger, knownWords } = resources;
    const entities = treebanks.filter((folder) =>
      readTreebank(folder, 'dev').some(({ tokens }) => tokens.some(({ misc }) => misc.includes('Entity='))),
    );
    const train = [
      ...entities.flatMap((folder) => gumReports(readTreebank(folder, 'train'), knownWords)),
      ...actorReports(`${claims}/train.jsonl`, resources, knownWords),
    ];
    const parts = trainNames(train, resources, knownWords);
    const gum = entities.flatMap((folder) => gumReports(readTreebank(folder, 'dev'), knownWords));
    const reports = actorReports(`${claims}/dev.jsonl`, resources, knownWords);
    const slope = slopeOf((at) => nameFinderOf(asNameModel(parts, at), facts, knownWords), [...gum, ...reports], tagger.labels);
    const finder = nameFinderOf(asNameModel(parts, slope), facts, knownWords);
    const scores: Record<string, number> = {};
    for (const [where, list] of [
      ['GUM dev', gum],
      ['claims dev', reports],
    ] as const) {
      const { recall, typeRight, precision } = nameScore(finder, list, tagger.labels);
      scores[`names found, ${where}`] = round(recall);
      scores[`type right of those found, ${where}`] = round(typeRight);
      scores[`found names that fit what is annotated, ${where}`] = round(precision);
    }
    writeModel(
      ROOT,
      { name: 'names', version: 1, features: nameFeatureMark(lexicon), numbers: { slope }, ...parts },
      {
        what: 'Proper names of persons, organisations, places, peoples and others.',
        data: [
          ...entities.map(treebankSource),
          {
            name: 'annotated reports on peace processes',
            licence: 'composed for the project',
            from: '--claims',
            size: `${train.length} reports and documents`,
          },
        ],
        method: 'structured perceptron over stretches of capitalised words, hashed features, known names of the actors lexicon as features',
        scores,
        command: commandFor('names'),
      },
    );
    console.log(scores);
  },
};
