// Learns all attribution models: cue tagger and arguments on every article, and the weighing on sites found by models that had not seen the article.
import { type AttributionModels, findSites, firstSurroundings, makeFindWork } from '../../src/reading/attribution/find.js';
import type { WeightTable } from '../../src/reading/attribution/weights.js';
import type { Example } from './articles.js';
import { learnArguments } from './learn-arguments.js';
import { learnCues } from './learn-cues.js';
import { type FoundSites, learnRerank } from './learn-rerank.js';

export interface Recipe {
  readonly folds: number;
  readonly cueBits: number;
  readonly cueRounds: number;
  readonly argumentBits: number;
  readonly edgeBits: number;
  readonly argumentRounds: number;
  /** Share of the features of arguments left out at each step. */
  readonly argumentDrop: number;
  readonly rerankBits: number;
  readonly rerankRounds: number;
  readonly rate: number;
  readonly rerankRate: number;
}

export const RECIPE: Recipe = {
  folds: 3,
  cueBits: 19,
  cueRounds: 5,
  argumentBits: 18,
  edgeBits: 17,
  argumentRounds: 5,
  argumentDrop: 0.2,
  rerankBits: 18,
  rerankRounds: 5,
  rate: 0.05,
  rerankRate: 0.06,
};

function learnFirst(examples: readonly Example[], recipe: Recipe): Pick<AttributionModels<WeightTable>, 'cue' | 'arguments'> {
  const { rate } = recipe;
  return {
    cue: learnCues(examples, { bits: recipe.cueBits, rounds: recipe.cueRounds, rate }),
    arguments: learnArguments(examples, {
      bits: recipe.argumentBits,
      rounds: recipe.argumentRounds,
      rate,
      edgeBits: recipe.edgeBits,
      drop: recipe.argumentDrop,
    }),
  };
}

/** Sites of every article as found by models learnt from the other folds; article i is of fold i modulo the number of folds. */
export function crossFind(examples: readonly Example[], recipe: Recipe, log: (line: string) => void): FoundSites[] {
  const work = makeFindWork();
  const found = new Map<Example, FoundSites>();
  for (let fold = 0; fold < recipe.folds; fold++) {
    const models = learnFirst(
      examples.filter((_, i) => i % recipe.folds !== fold),
      recipe,
    );
    for (let i = fold; i < examples.length; i += recipe.folds) {
      const example = examples[i]!;
      const sites = findSites(example.facts, models.cue, models.arguments, work);
      found.set(example, { example, sites, around: firstSurroundings(example.facts, sites) });
    }
    log(`fold ${fold + 1} of ${recipe.folds} found`);
  }
  return examples.map((example) => found.get(example)!);
}

export interface Learnt {
  readonly models: AttributionModels<WeightTable>;
  /** The sites from which the weighing was learnt, in the order of the examples. */
  readonly sites: readonly FoundSites[];
}

/** Deterministic: the same examples and recipe give the same weights. */
export function learnAttribution(examples: readonly Example[], recipe: Recipe, log: (line: string) => void): Learnt {
  const sites = crossFind(examples, recipe, log);
  const rerank = learnRerank(sites, { bits: recipe.rerankBits, rounds: recipe.rerankRounds, rate: recipe.rerankRate });
  log('weighing learnt');
  const first = learnFirst(examples, recipe);
  log('cues and arguments learnt');
  return { models: { ...first, rerank }, sites };
}
