// Learns which attributions are statements, and what is done by them, on the claims gold; writes models/statements.bin.
import { readFileSync } from 'node:fs';
import type { Found } from '../../src/reading/attribution/find.js';
import { attributionMark } from '../../src/reading/attribution/mark.js';
import type { Reported } from '../../src/reading/attribution/reported.js';
import type { ValuedFeatures } from '../../src/reading/attribution/rerank.js';
import { spanOf } from '../../src/reading/attribution/step.js';
import type { Token } from '../../src/reading/draft.js';
import type { Resources } from '../../src/reading/resources.js';
import { actFeatures } from '../../src/reading/statements/act.js';
import { decisionFeatures } from '../../src/reading/statements/decide.js';
import { STATEMENT_ACTS } from '../../src/terms/reading.js';
import { clipAt, quantise, writeModel } from '../model-file.js';
import { commandFor, ROOT } from '../trainer.js';
import { averaged, type LearntTable, learntTable, remember, shuffled } from './adagrad.js';

type Pair = readonly [number, number];
interface GoldStatement {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
  readonly act: (typeof STATEMENT_ACTS)[number];
}
export interface GoldReport {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly process?: string;
  readonly statements: readonly GoldStatement[];
}
interface Case {
  readonly report: number;
  readonly features: ValuedFeatures;
  readonly right: boolean;
  readonly act: number;
  readonly actFeatures: ValuedFeatures;
}

const DECISION_BITS = 14;
const ACT_BITS = 14;
const ROUNDS = 12;
const FOLDS = 6;

export const readReports = (file: string): GoldReport[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldReport);

/** Characters in common over the characters of both, doubled; and the share of the gold that is found. */
function overlap(a: readonly Pair[], gold: readonly Pair[]): { readonly dice: number; readonly found: number } {
  let common = 0;
  for (const [x, y] of a) for (const [u, v] of gold) common += Math.max(0, Math.min(y, v) - Math.max(x, u));
  const size = (list: readonly Pair[]): number => list.reduce((sum, [x, y]) => sum + y - x, 0);
  return { dice: (2 * common) / Math.max(1, size(a) + size(gold)), found: common / Math.max(1, size(gold)) };
}

/** Every find of a report with whether the gold has it as a statement: half its words found, Dice 0.4 or more, as the scorer asks. */
function casesOf(report: GoldReport, index: number, tokens: readonly Token[], reported: Reported, resources: Resources): Case[] {
  const used = new Set<GoldStatement>();
  const goldOf = (found: Found): GoldStatement | undefined => {
    const content = found.candidate.content.map((run) => spanOf(tokens, run));
    const matching = report.statements
      .map((gold) => ({ gold, ...overlap(content, gold.content) }))
      .filter(({ dice, found, gold }) => found >= 0.5 && dice >= 0.4 && !used.has(gold))
      .sort((a, b) => b.dice - a.dice);
    const best = matching[0]?.gold;
    if (best) used.add(best);
    return best;
  };
  return reported.found.map((found) => {
    const gold = goldOf(found);
    return {
      report: index,
      features: decisionFeatures(reported.facts, tokens, resources.speech, found),
      right: gold !== undefined,
      act: gold === undefined ? -1 : STATEMENT_ACTS.indexOf(gold.act),
      actFeatures: actFeatures(reported.facts, tokens, resources.speech, found.candidate),
    };
  });
}

/** Sum over features into one score a column. */
function scoresOf({ table }: LearntTable, { ids, values }: ValuedFeatures): Float64Array {
  const scores = new Float64Array(table.columns);
  const mask = (1 << table.bits) - 1;
  ids.forEach((id, i) => {
    const row = ((id ^ (id >>> 16)) & mask) * table.columns;
    for (let c = 0; c < table.columns; c++) scores[c]! += table.values[row + c]! * values[i]!;
  });
  return scores;
}

/** `shrink` is the share of every weight that is lost at each step, so that rare features stay small (L2). */
function follow(
  { table, squares }: LearntTable,
  { ids, values }: ValuedFeatures,
  gradient: Float64Array,
  rate: number,
  shrink: number,
): void {
  const mask = (1 << table.bits) - 1;
  ids.forEach((id, i) => {
    const row = ((id ^ (id >>> 16)) & mask) * table.columns;
    for (let c = 0; c < table.columns; c++) {
      const g = gradient[c]! * values[i]! + shrink * table.values[row + c]!;
      squares[row + c]! += g * g;
      table.values[row + c]! -= (rate * g) / Math.sqrt(squares[row + c]! + 1);
    }
  });
}
const DECISION_SHRINK = 0.01;
const ACT_SHRINK = 0.1;

function learnDecision(cases: readonly Case[]): LearntTable {
  const learnt = learntTable(DECISION_BITS, 1);
  const gradient = new Float64Array(1);
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of shuffled(cases.length, round + 1)) {
      const { features, right } = cases[at]!;
      gradient[0] = 1 / (1 + Math.exp(-scoresOf(learnt, features)[0]!)) - (right ? 1 : 0);
      follow(learnt, features, gradient, 0.1 / (1 + 0.2 * round), DECISION_SHRINK);
    }
    if (round >= 3) remember(learnt);
  }
  return learnt;
}

function learnActs(cases: readonly Case[]): LearntTable {
  const learnt = learntTable(ACT_BITS, STATEMENT_ACTS.length);
  const told = cases.filter(({ act }) => act >= 0);
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of shuffled(told.length, round + 1)) {
      const { actFeatures: features, act } = told[at]!;
      const scores = scoresOf(learnt, features);
      const most = Math.max(...scores);
      let total = 0;
      for (let y = 0; y < scores.length; y++) total += Math.exp(scores[y]! - most);
      const gradient = scores.map((s, y) => Math.exp(s - most) / total - (y === act ? 1 : 0));
      follow(learnt, features, gradient, 0.1 / (1 + 0.2 * round), ACT_SHRINK);
    }
    if (round >= 3) remember(learnt);
  }
  return learnt;
}

const chanceOf = (learnt: LearntTable, features: ValuedFeatures): number => 1 / (1 + Math.exp(-scoresOf(learnt, features)[0]!));

/** The average of the remembered weights, as a table that scores. */
const settled = (learnt: LearntTable): LearntTable => ({
  ...learnt,
  table: { ...learnt.table, values: Float32Array.from(averaged(learnt).values) },
});

interface Judged {
  readonly p: number;
  readonly right: boolean;
}

interface JudgedSet {
  readonly judged: readonly Judged[];
  readonly gold: number;
}

/** Lenient F1 in per cent of the finds whose probability is `least` or more. */
function scoreAt({ judged, gold }: JudgedSet, least: number): number {
  const given = judged.filter(({ p }) => p >= least);
  return (200 * given.filter(({ right }) => right).length) / Math.max(1, given.length + gold);
}

/** Thresholds whose mean F1 is less than this below the best, in per cent, are told apart by chance only. */
const CHANCE = 0.5;

/** The threshold in the middle of those, in hundredths, whose mean F1 over the sets cannot be told from the best. */
function middleLeast(sets: readonly JudgedSet[]): number {
  const thresholds = Array.from({ length: 90 }, (_, i) => (i + 5) / 100);
  const means = thresholds.map((least) => sets.reduce((sum, set) => sum + scoreAt(set, least), 0) / sets.length);
  const most = Math.max(...means);
  const good = thresholds.filter((_, i) => means[i]! > most - CHANCE);
  return Math.round(50 * (good[0]! + good.at(-1)!)) / 100;
}

/** Every find of every report judged by a model that has not seen the report. */
function crossJudged(cases: readonly Case[]): Judged[] {
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = settled(learnDecision(cases.filter(({ report }) => report % FOLDS !== fold)));
    for (const { report, features, right } of cases) if (report % FOLDS === fold) judged.push({ p: chanceOf(model, features), right });
  }
  return judged;
}

/** A report with its tokens and what models that had not seen it found in it. */
export interface ReadReport {
  readonly report: GoldReport;
  readonly tokens: readonly Token[];
  readonly reported: Reported;
}

/** Learns the models and writes them with their card. */
export function writeStatements(reports: readonly ReadReport[], dev: readonly ReadReport[], resources: Resources): void {
  const casesIn = (list: readonly ReadReport[]): Case[] =>
    list.flatMap(({ report, tokens, reported }, index) => casesOf(report, index, tokens, reported, resources));
  const goldIn = (list: readonly ReadReport[]): number => list.reduce((sum, { report }) => sum + report.statements.length, 0);
  const cases = casesIn(reports);
  const gold = goldIn(reports);
  const crossed: JudgedSet = { judged: crossJudged(cases), gold };
  const decision = learnDecision(cases);
  const model = settled(decision);
  const fresh: JudgedSet = {
    judged: casesIn(dev).map(({ features, right }) => ({ p: chanceOf(model, features), right })),
    gold: goldIn(dev),
  };
  const least = middleLeast([crossed, fresh]);
  const f = scoreAt(crossed, least);
  const pack = (name: string, learnt: LearntTable) => {
    const { bits, columns, values } = averaged(learnt);
    return quantise(name, bits, columns, values, { clip: clipAt(Float32Array.from(values)), least: 0.01 });
  };
  const found = cases.filter(({ right }) => right).length;
  console.log({ finds: cases.length, found, gold, f, least });
  writeModel(
    ROOT,
    {
      name: 'statements',
      version: 1,
      features: attributionMark(resources.facts, resources.speech),
      labels: { act: STATEMENT_ACTS },
      numbers: { least },
      tables: [pack('decision', decision), pack('act', learnActs(cases))],
    },
    {
      what: 'Which attributions are statements, and the act of each.',
      data: [
        {
          name: 'claims gold, train',
          licence: 'reports composed from public facts for this purpose',
          from: 'not published; any reports annotated in the shape of docs/reading.md serve',
          size: `${reports.length} reports, ${gold} statements`,
        },
      ],
      method:
        'logistic and log-linear models over hashed features of finds by models that had not seen the report, AdaGrad with L2, averaged; threshold chosen on dev and by six-fold cross-validation',
      scores: { 'statements found, of gold': `${found} of ${gold}`, 'lenient F1, cross-validated': Math.round(f * 10) / 10 },
      command: commandFor('attribution'),
    },
  );
}
