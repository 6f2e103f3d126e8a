// Learns to label tokens from left to right, each choice made with the two guesses before it, as it will be made when reading.
import type { Random } from './random.js';
import { shuffle } from './random.js';
import { SparseWeights, thin } from './sparse-weights.js';

/** How such a labeller is trained. */
export interface LabellerSettings {
  readonly bits: number;
  readonly rounds: number;
  /** By how much the right label must win, in weights. */
  readonly margin: number;
  /** Share of the features left out at each step while learning, so that none is leant on too much. */
  readonly drop: number;
  /** Cells moved fewer times are left out of the table; of the rest the largest are kept. */
  readonly fewest: number;
  readonly most: number;
}

export interface LabelledSequence {
  readonly length: number;
  /** Index of each token's label. */
  readonly labels: readonly number[];
  /** Fills `ids` with the features of token `i`, given the labels guessed for the one and the two before. */
  features(i: number, label1: number, label2: number, ids: Int32Array): number;
}

/** Hinge loss with AdaGrad's steps, averaged. `room` is the most features a token has. */
export function learnLeftToRight(
  sequences: readonly LabelledSequence[],
  labels: number,
  room: number,
  settings: LabellerSettings,
  random: Random,
): SparseWeights {
  const weights = new SparseWeights(settings.bits, labels, true);
  const ids = new Int32Array(room);
  const scores = new Int32Array(labels);
  const ordered = [...sequences];
  const margin = weights.unitsOf(settings.margin);
  for (let round = 0; round < settings.rounds; round++) {
    for (const sequence of shuffle(ordered, random)) {
      let label1 = -1;
      let label2 = -1;
      for (let i = 0; i < sequence.length; i++) {
        const count = thin(ids, sequence.features(i, label1, label2, ids), settings.drop, random);
        weights.score(ids, count, scores);
        const gold = sequence.labels[i]!;
        let rival = gold === 0 ? 1 : 0;
        for (let c = 0; c < labels; c++) if (c !== gold && scores[c]! > scores[rival]!) rival = c;
        weights.tick();
        if (scores[rival]! + margin > scores[gold]!) {
          weights.move(ids, count, gold, 1);
          weights.move(ids, count, rival, -1);
        }
        label2 = label1;
        label1 = scores[rival]! > scores[gold]! ? rival : gold;
      }
    }
  }
  return weights;
}
