// Trains models/attribution.bin (cues, arguments, the weighing of attributions) on PolNeAR's articles and the statements of the claims gold, and from the same run models/statements.bin.

import { readFacts } from '../../src/reading/attribution/facts.js';
import { type AttributionModels, choose, findSites, firstSurroundings, makeFindWork } from '../../src/reading/attribution/find.js';
import { attributionMark } from '../../src/reading/attribution/mark.js';
import type { Reported } from '../../src/reading/attribution/reported.js';
import { weighSite } from '../../src/reading/attribution/rerank.js';
import { calibrated } from '../../src/reading/attribution/step.js';
import { packTable, type WeightTable } from '../../src/reading/attribution/weights.js';
import type { Token } from '../../src/reading/draft.js';
import type { ByteTable } from '../../src/reading/model.js';
import type { Resources } from '../../src/reading/resources.js';
import { clipAt, quantise, writeModel } from '../model-file.js';
import { commandFor, openHere, ROOT, type Trainer } from '../trainer.js';
import { type Example, exampleOf, readArticles } from './articles.js';
import { draftBefore } from './drafts.js';
import { learnAttribution, RECIPE } from './learn.js';
import { dice, type FoundSites, sameRuns } from './learn-rerank.js';
import { type GoldReport, readReports, writeStatements } from './statements.js';

/** Finds below this are dropped; between it and the next they serve the statements alone. */
export const LEAST_FOUND = 0.1;
/** Weights smaller than this are left out of the file. */
const LEAST_WEIGHT = 0.02;
/** Share of the weights that may be clipped: the few large ones carry what is ruled out, and must stay large. */
const CLIPPED = 0.00002;

/** Every article of a file with its facts and gold. */
export function readExamples(file: string, resources: Resources): Example[] {
  return readArticles(file).map((article) => {
    const draft = draftBefore(
      'attributions',
      { id: article.id, text: article.text, published: article.date, publisher: article.publisher },
      resources,
    );
    return exampleOf(article, draft, readFacts(draft, resources.speech, resources.facts));
  });
}

const bytesOf = (name: string, { bits, columns, values }: WeightTable): ByteTable =>
  quantise(name, bits, columns, values, { clip: clipAt(Float32Array.from(values), CLIPPED), least: LEAST_WEIGHT });

interface Score {
  readonly threshold: number;
  readonly whole: number;
  readonly slope: number;
  readonly offset: number;
}

/** Slope and offset of a logistic curve from log odds to whether there is an attribution, by gradient descent. */
function calibrate(finds: readonly { readonly any: number; readonly there: boolean }[]): {
  readonly slope: number;
  readonly offset: number;
} {
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 400; round++) {
    let bySlope = 0;
    let byOffset = 0;
    for (const { any, there } of finds) {
      const error = calibrated(any, slope, offset) - (there ? 1 : 0);
      const p = Math.max(0.001, Math.min(0.999, any));
      bySlope += error * Math.log(p / (1 - p));
      byOffset += error;
    }
    slope -= (0.3 * bySlope) / finds.length;
    offset -= (0.3 * byOffset) / finds.length;
  }
  return { slope: Math.round(slope * 1000) / 1000, offset: Math.round(offset * 1000) / 1000 };
}

/**
 * The threshold that gives the best mean of the exact F1 of cue, source and content and the F1 of the words of content, the exact F1 of the whole there in
 * per cent, and the calibration.
 */
export function bestThreshold(examples: readonly Example[], models: AttributionModels): Score {
  const work = makeFindWork();
  let gold = 0;
  const finds: { readonly any: number; readonly there: boolean; readonly right: number; readonly whole: boolean }[] = [];
  for (const example of examples) {
    gold += example.gold.length;
    const sites = findSites(example.facts, models.cue, models.arguments, work);
    const around = firstSurroundings(example.facts, sites);
    const weighed = sites.map((site, s) => weighSite(example.facts, site, around[s]!, models.rerank));
    for (const { candidate, any } of choose(example.facts, sites, weighed, example.labelled, LEAST_FOUND)) {
      const { cue, source, content } = candidate;
      if (example.ignored[cue.first] === 1) continue;
      const there = example.gold.find(({ cueFirst, cueLast }) => cueFirst < cue.last && cueLast > cue.first);
      if (there === undefined) {
        finds.push({ any, there: false, right: 0, whole: false });
        continue;
      }
      const rights = [
        there.cueFirst === cue.first && there.cueLast === cue.last,
        sameRuns(there.source, source),
        sameRuns(there.content, content),
      ].filter(Boolean).length;
      finds.push({ any, there: true, right: rights + dice(there.content, content), whole: rights === 3 });
    }
  }
  finds.sort((a, b) => b.any - a.any);
  let best = { threshold: 0.5, whole: 0 };
  let most = 0;
  let right = 0;
  let wholes = 0;
  finds.forEach(({ right: here, whole, any }, i) => {
    right += here;
    if (whole) wholes++;
    const mean = right / (i + 1 + gold);
    if (mean <= most) return;
    most = mean;
    best = { threshold: any, whole: (200 * wholes) / (i + 1 + gold) };
  });
  return { ...best, ...calibrate(finds) };
}

/** The models as bytes, as they will be read. */
export function packed(learnt: AttributionModels<WeightTable>): {
  readonly models: AttributionModels;
  readonly tables: readonly ByteTable[];
} {
  const cue = bytesOf('cue', learnt.cue.weights);
  const unary = bytesOf('unary', learnt.arguments.unary);
  const edge = bytesOf('edge', learnt.arguments.edge);
  const rerank = bytesOf('rerank', learnt.rerank.weights);
  return {
    models: {
      cue: { weights: packTable(cue) },
      arguments: { unary: packTable(unary), edge: packTable(edge) },
      rerank: { weights: rerank },
    },
    tables: [cue, unary, edge, rerank],
  };
}

/** Chooses the threshold on dev and writes the model with its card. */
export function writeAttribution(
  learnt: AttributionModels<WeightTable>,
  train: readonly Example[],
  dev: readonly Example[],
  resources: Resources,
): void {
  const { models, tables } = packed(learnt);
  const { threshold, whole, slope, offset } = bestThreshold(dev, models);
  const leastGiven = Math.round(threshold * 100) / 100;
  writeModel(
    ROOT,
    {
      name: 'attribution',
      version: 1,
      features: attributionMark(resources.facts, resources.speech),
      labels: {},
      numbers: { leastFound: LEAST_FOUND, leastGiven, slope, offset },
      tables,
    },
    {
      what: 'Who says, believes or wants what: cues, the source and content of each, and the weighing of candidates.',
      data: [
        {
          name: 'PolNeAR 1.0.0, months 1 to 10',
          licence: 'none stated for the corpus; texts remain their publishers’; no text is in the weights',
          from: 'github.com/networkdynamics/PolNeAR',
          size: `${train.length} articles, ${train.reduce((sum, { gold }) => sum + gold.length, 0)} attributions`,
        },
        {
          name: 'claims gold, train: the statements',
          licence: 'reports composed from public facts for this purpose',
          from: 'not published; any reports annotated in the shape of docs/reading.md serve',
          size: '42 reports',
        },
      ],
      method:
        'two linear-chain conditional random fields (cues; source and content of each cue) and a log-linear choice among their best readings, learnt on sites found by models that had not seen the article; AdaGrad, averaged',
      scores: { 'whole exact F1 on dev, by tokens': Math.round(whole * 10) / 10, threshold: leastGiven },
      command: commandFor('attribution'),
    },
  );
}

/** A report of the claims gold as an example: only its statements are annotated. */
export function readStatementExamples(
  file: string,
  resources: Resources,
): { readonly report: GoldReport; readonly tokens: readonly Token[]; readonly example: Example }[] {
  return readReports(file).map((report) => {
    const { id, text, published, publisher, process, statements } = report;
    const draft = draftBefore('attributions', { id, text, published, publisher, process }, resources);
    const facts = readFacts(draft, resources.speech, resources.facts);
    return { report, tokens: draft.tokens, example: exampleOf({ id, text, attributions: statements }, draft, facts, true) };
  });
}

/** What the weighing finds at sites that were found by models that had not seen the report. */
export function reportedOf({ example, sites, around }: FoundSites, models: AttributionModels): Reported {
  const weighed = sites.map((site, s) => weighSite(example.facts, site, around[s]!, models.rerank));
  return { facts: example.facts, found: choose(example.facts, sites, weighed, example.labelled, LEAST_FOUND) };
}

export const attributionTrainer: Trainer = {
  name: 'attribution',
  train({ attributions, claims }) {
    const resources = openHere();
    const articles = readExamples(`${attributions}/train.jsonl`, resources);
    const reports = readStatementExamples(`${claims}/train.jsonl`, resources);
    const { models, sites } = learnAttribution([...articles, ...reports.map(({ example }) => example)], RECIPE, console.log);
    writeAttribution(models, articles, readExamples(`${attributions}/dev.jsonl`, resources), resources);
    const dev = readStatementExamples(`${claims}/dev.jsonl`, resources);
    const { models: bytes } = packed(models);
    writeStatements(
      reports.map(({ report, tokens }, i) => ({ report, tokens, reported: reportedOf(sites[articles.length + i]!, bytes) })),
      dev.map(({ report, tokens, example }) => ({ report, tokens, reported: reportedOf(freshSites(example, bytes), bytes) })),
      resources,
    );
  },
};

/** The sites of an example as the models find them. */
export function freshSites(example: Example, models: AttributionModels): FoundSites {
  const sites = findSites(example.facts, models.cue, models.arguments, makeFindWork());
  return { example, sites, around: firstSurroundings(example.facts, sites) };
}
