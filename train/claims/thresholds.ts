// Chooses the probability from which a candidate is kept: the best F over reports weighed by models that never saw their process.
import { aboutnessOf, inReport } from '../../src/reading/claims/aboutness.js';
import type { Weighed } from '../../src/reading/claims/candidate.js';
import { type Chosen, selectClaims } from '../../src/reading/claims/select.js';
import { claimModelOf, foundBy, probabilityOf, type Thresholds } from '../../src/reading/claims/weigh.js';
import { CLAIM_KINDS, type ClaimKind } from '../../src/terms/reading.js';
import { gradeOf } from './gold.js';
import { type Example, exampleOf, learn } from './learn.js';
import type { ReadReport } from './readings.js';

export interface WeighedReport {
  readonly report: ReadReport;
  readonly weighed: readonly Weighed[];
  /** How many claims the model expects in it. */
  readonly expected: number;
}

const FOLDS = 5;
/** Weight of recall against precision, squared: a desk forgives what is missed sooner than what is made up. */
const BETA_SQUARED = 0.5;
/** Thresholds on either side whose F is averaged in: the curve is noisy. */
const AROUND = 2;

export const examplesOf = ({ candidates, grades }: ReadReport): Example[] =>
  candidates.map((candidate, i) => exampleOf(candidate, grades[i]!));

export const allAt = (value: number): Thresholds =>
  Object.fromEntries(CLAIM_KINDS.map((kind) => [kind, value])) as Record<ClaimKind, number>;

export const weigh = (report: ReadReport, weights: Float32Array): WeighedReport => {
  const model = claimModelOf(weights, 1, allAt(0), 0);
  const found = foundBy(model);
  for (const [kind, base] of report.asked) found.of(kind, base);
  const weighed = report.candidates.map((candidate) => ({ candidate, probability: probabilityOf(model, found, candidate) }));
  return { report, weighed, expected: found.expected() };
};

/** Share of the reports that may have fewer claims than usual. */
const FEWER = 0.1;

/** Claims by 1,000 tokens that nearly all of the reports reach, as models that never saw their process expect them. */
export function usualOf(weighed: readonly WeighedReport[]): number {
  const all = weighed.map(({ report, expected }) => (1000 * expected) / report.view.tokens.length).sort((a, b) => a - b);
  return Math.round(10 * (all[Math.floor(FEWER * all.length)] ?? 0)) / 10;
}

/** The same, each candidate weighed in the light of its report. */
export const inLightOf = ({ report, weighed, expected }: WeighedReport, usual: number): WeighedReport => {
  const aboutness = aboutnessOf(expected, report.view.tokens.length, usual);
  return { report, weighed: weighed.map((one) => inReport(one, aboutness)), expected };
};

/** Every report weighed by a model learned from the other processes, and from those that are `always` learned from. */
export function crossWeigh(reports: readonly ReadReport[], always: readonly ReadReport[]): WeighedReport[] {
  const processes = [...new Set(reports.map(({ gold }) => gold.process))];
  const foldOf = ({ gold }: ReadReport): number => processes.indexOf(gold.process) % FOLDS;
  const examples = new Map(reports.map((report) => [report, examplesOf(report)]));
  const more = always.flatMap(examplesOf);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const own = reports.filter((report) => foldOf(report) !== fold).flatMap((report) => examples.get(report) ?? []);
    const weights = learn([...own, ...more]);
    return reports.filter((report) => foldOf(report) === fold).map((report) => weigh(report, weights));
  }).flat();
}

/** How many of the chosen claims of a kind are strictly right, each gold claim counted once. */
export function hitsOf({ gold, names }: ReadReport, chosen: readonly Chosen[], kind: ClaimKind): number {
  const left = gold.claims.filter((claim) => claim.kind === kind);
  let hits = 0;
  for (const { candidate, fields } of chosen) {
    if (candidate.kind !== kind) continue;
    const at = left.findIndex((claim) => gradeOf({ ...candidate, fields }, [claim], names) === 2);
    if (at < 0) continue;
    left.splice(at, 1);
    hits++;
  }
  return hits;
}

/** The threshold, one for all kinds, that serves best over the weighed reports: a kind by itself has too few gold claims to choose by. */
export function chooseThresholds(weighed: readonly WeighedReport[]): Thresholds {
  const gold = weighed.reduce((n, { report }) => n + report.gold.claims.length, 0);
  const tried: { readonly threshold: number; readonly f: number }[] = [];
  for (let threshold = 0.06; threshold < 0.92; threshold += 0.02) {
    let hits = 0;
    let given = 0;
    for (const { report, weighed: candidates } of weighed) {
      const claims = selectClaims(report.view, candidates, allAt(threshold));
      for (const kind of CLAIM_KINDS) hits += hitsOf(report, claims, kind);
      given += claims.length;
    }
    tried.push({ threshold, f: ((1 + BETA_SQUARED) * hits) / (BETA_SQUARED * gold + given || 1) });
  }
  const smooth = (at: number): number => {
    const near = tried.slice(Math.max(0, at - AROUND), at + AROUND + 1);
    return near.reduce((sum, { f }) => sum + f, 0) / near.length;
  };
  const top = Math.max(...tried.map((_, at) => smooth(at)));
  const best = tried.find((_, at) => smooth(at) === top)?.threshold ?? 0.5;
  return allAt(Math.round(best * 100) / 100);
}

/** Strict precision, recall and F1 over all kinds, in per cent. */
export function strictOf(
  weighed: readonly WeighedReport[],
  thresholds: Thresholds,
): { readonly precision: number; readonly recall: number; readonly f: number } {
  let hits = 0;
  let given = 0;
  let gold = 0;
  for (const { report, weighed: candidates } of weighed) {
    const claims = selectClaims(report.view, candidates, thresholds);
    for (const kind of CLAIM_KINDS) hits += hitsOf(report, claims, kind);
    given += claims.length;
    gold += report.gold.claims.length;
  }
  const inTenths = (value: number): number => Math.round(1000 * value) / 10;
  return { precision: inTenths(hits / (given || 1)), recall: inTenths(hits / (gold || 1)), f: inTenths((2 * hits) / (given + gold || 1)) };
}
