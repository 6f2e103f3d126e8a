// Learns the cue tagger: a chain over each sentence, by gradient steps on the log likelihood.

import { marginal, pairMarginal, resetChain, sumOver } from '../../src/reading/attribution/chain.js';
import { CUE_LABELS, type CueModel, cueEdge, cueFeatures, makeCueWork, putEdges } from '../../src/reading/attribution/cue.js';
import { addRows, type WeightTable } from '../../src/reading/attribution/weights.js';
import { averaged, descend, FeatureTape, learntTable, remember, shuffled } from './adagrad.js';
import type { Example } from './articles.js';

export interface Learning {
  readonly bits: number;
  readonly rounds: number;
  readonly rate: number;
}

/** Gradients smaller than this in every cell are not followed. */
const LEAST = 0.005;

/** The cue label of every token. */
export function cueLabels(example: Example): Uint8Array {
  const labels = new Uint8Array(example.facts.count);
  for (const { cueFirst, cueLast } of example.gold) {
    if (labels.subarray(cueFirst, cueLast).some((y) => y !== 0)) continue;
    labels.fill(2, cueFirst, cueLast);
    labels[cueFirst] = 1;
  }
  return labels;
}

export function learnCues(examples: readonly Example[], { bits, rounds, rate }: Learning): CueModel<WeightTable> {
  const learnt = learntTable(bits, CUE_LABELS);
  const sentences = examples.flatMap((example) => {
    const labels = cueLabels(example);
    const list = [];
    for (let first = 0; first < example.facts.count; first = example.facts.sentenceLast[first]!) {
      const last = example.facts.sentenceLast[first]!;
      const told = !example.partial || labels.subarray(first, last).some((y) => y !== 0);
      if (told && !example.ignored.subarray(first, last).every((x) => x === 1)) list.push({ facts: example.facts, labels, first, last });
    }
    return list;
  });
  const work = makeCueWork();
  const model = { weights: learnt.table };
  const gradient = new Float64Array(CUE_LABELS);
  const tape = new FeatureTape();
  for (let round = 0; round < rounds; round++) {
    const step = rate / (1 + 0.3 * round);
    for (const at of shuffled(sentences.length, round + 1)) {
      const { facts, labels, first, last } = sentences[at]!;
      const { chain, lattice, features } = work;
      resetChain(chain, last - first);
      tape.clear();
      putEdges(model, chain);
      for (let i = first; i < last; i++) {
        features.count = 0;
        cueFeatures(facts, i, features);
        addRows(learnt.table, features.ids, features.count, chain.unary, (i - first) * CUE_LABELS);
        tape.add(features);
      }
      chain.unary[2] = -1e9;
      sumOver(chain, lattice);
      for (let i = first; i < last; i++) {
        let far = 0;
        for (let y = 0; y < CUE_LABELS; y++) {
          gradient[y] = marginal(chain, lattice, i - first, y) - (labels[i] === y ? 1 : 0);
          far = Math.max(far, Math.abs(gradient[y]!));
        }
        if (far < LEAST) continue;
        descend(learnt, tape.ids, tape.starts[i - first]!, tape.starts[i - first + 1]!, gradient, step);
        if (i === first) continue;
        for (let x = 0; x < CUE_LABELS; x++) {
          for (let y = 0; y < CUE_LABELS; y++)
            gradient[y] = pairMarginal(chain, lattice, i - first, x, y) - (labels[i - 1] === x && labels[i] === y ? 1 : 0);
          features.count = 0;
          cueEdge(x, features);
          descend(learnt, features.ids, 0, 1, gradient, step);
        }
      }
    }
    if (round >= Math.min(2, rounds - 1)) remember(learnt);
  }
  return { weights: averaged(learnt) };
}
