// Learns the labelling of a cue's source and content, by gradient steps on the log likelihood of the gold labelling of each gold cue's window.
import {
  ARGUMENT_LABELS,
  type ArgumentModel,
  CONTENT,
  constrain,
  cueFacts,
  cueHead,
  makeArgumentWork,
  SOURCE,
  visitWindow,
} from '../../src/reading/attribution/arguments.js';
import { marginal, pairMarginal, resetChain, sumOver } from '../../src/reading/attribution/chain.js';
import type { Facts } from '../../src/reading/attribution/facts.js';
import { addRows, type WeightTable } from '../../src/reading/attribution/weights.js';
import { type Window, windowOf } from '../../src/reading/attribution/window.js';
import { seeded } from '../random.js';
import { thin } from '../sparse-weights.js';
import { averaged, descend, FeatureTape, learntTable, remember, shuffled } from './adagrad.js';
import type { Example, TokenAttribution } from './articles.js';
import type { Learning } from './learn-cues.js';

/** Gradients smaller than this in every cell are not followed. */
const LEAST = 0.005;
const SEED = 11;

/** Labels of the window's tokens; what lies outside the window is lost. */
export function argumentLabels(facts: Facts, gold: TokenAttribution, window: Window): Uint8Array {
  const labels = new Uint8Array(window.last - window.first);
  const put = (runs: TokenAttribution['source'], label: number): void => {
    for (const [first, last] of runs)
      for (let i = Math.max(first, window.first); i < Math.min(last, window.last); i++)
        if (i < gold.cueFirst || i >= gold.cueLast) labels[i - window.first] = label;
  };
  put(gold.content, CONTENT);
  put(gold.source, SOURCE);
  snapToQuotes(labels, facts, gold, window);
  return labels;
}

export function learnArguments(
  examples: readonly Example[],
  { bits, rounds, rate, edgeBits, drop }: Learning & { readonly edgeBits: number; readonly drop: number },
): ArgumentModel<WeightTable> {
  const unary = learntTable(bits, ARGUMENT_LABELS);
  const edge = learntTable(edgeBits, ARGUMENT_LABELS * ARGUMENT_LABELS);
  const cases = examples.flatMap((example) =>
    example.gold.map((gold) => {
      const window = windowOf(example.facts, gold.cueFirst, gold.cueLast);
      return { example, gold, window, labels: argumentLabels(example.facts, gold, window) };
    }),
  );
  const random = seeded(SEED);
  const work = makeArgumentWork();
  const tape = new FeatureTape();
  const places: number[] = [];
  const L = ARGUMENT_LABELS;
  const gradient = new Float64Array(L * L);
  for (let round = 0; round < rounds; round++) {
    const step = rate / (1 + 0.3 * round);
    for (const at of shuffled(cases.length, round + 1)) {
      const { example, gold, window, labels } = cases[at]!;
      const { facts } = example;
      const cue = cueFacts(facts, gold.cueFirst, gold.cueLast);
      const { chain, lattice } = work;
      resetChain(chain, window.last - window.first);
      tape.clear();
      places.length = 0;
      visitWindow(facts, cue, window, work, {
        unary: (p, features) => {
          features.count = thin(features.ids, features.count, drop, random);
          addRows(unary.table, features.ids, features.count, chain.unary, p * L);
          places.push(p, 0, tape.add(features));
        },
        edge: (p, features) => {
          features.count = thin(features.ids, features.count, drop, random);
          addRows(edge.table, features.ids, features.count, chain.edge, p * L * L);
          places.push(p, 1, tape.add(features));
        },
      });
      constrain(facts, chain, cue, window);
      sumOver(chain, lattice);
      for (let k = 0; k < places.length; k += 3) {
        const p = places[k]!;
        const isEdge = places[k + 1] === 1;
        const at = places[k + 2]!;
        let far = 0;
        if (isEdge) {
          for (let x = 0; x < L; x++)
            for (let y = 0; y < L; y++) {
              const g = pairMarginal(chain, lattice, p, x, y) - (labels[p - 1] === x && labels[p] === y ? 1 : 0);
              gradient[x * L + y] = g;
              far = Math.max(far, Math.abs(g));
            }
        } else
          for (let y = 0; y < L; y++) {
            gradient[y] = marginal(chain, lattice, p, y) - (labels[p] === y ? 1 : 0);
            far = Math.max(far, Math.abs(gradient[y]!));
          }
        if (far > LEAST) descend(isEdge ? edge : unary, tape.ids, tape.starts[at]!, tape.starts[at + 1]!, gradient, step);
      }
    }
    if (round >= Math.min(2, rounds - 1)) {
      remember(unary);
      remember(edge);
    }
  }
  return { unary: shrunk(averaged(unary), 1 - drop), edge: shrunk(averaged(edge), 1 - drop) };
}

/** Weights for when no feature is left out: smaller by the share that was seen. */
const shrunk = (table: WeightTable, share: number): WeightTable => ({
  ...table,
  values: Float32Array.from(table.values, (w) => w * share),
});

/** Gives a quotation that is all of one label the one that most of its tokens have. */
function snapToQuotes(labels: Uint8Array, facts: Facts, gold: TokenAttribution, window: Window): void {
  const own = facts.quote[cueHead(facts, gold.cueFirst, gold.cueLast)]!;
  for (let first = window.first; first < window.last; ) {
    let last = first + 1;
    while (last < window.last && facts.joined[last] === 1) last++;
    if (last > first + 1 && facts.quote[first] !== own) {
      const counts = [0, 0, 0];
      for (let i = first; i < last; i++) counts[labels[i - window.first]!]!++;
      labels.fill(counts.indexOf(Math.max(...counts)), first - window.first, last - window.first);
    }
    first = last;
  }
}
