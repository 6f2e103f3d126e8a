// Gold reports read up to where claims are looked for: their candidates, each with its grade.
import type { Candidate } from '../../src/reading/claims/candidate.js';
import { candidatesOf } from '../../src/reading/claims/claims.js';
import type { Features } from '../../src/reading/claims/tell.js';
import type { ClaimView } from '../../src/reading/claims/view.js';
import { STEPS } from '../../src/reading/reader.js';
import type { Resources } from '../../src/reading/resources.js';
import { runSteps } from '../../src/reading/step.js';
import type { ClaimKind } from '../../src/terms/reading.js';
import { type GoldReport, gradeOf, type Names, namesOf } from './gold.js';

export interface ReadReport {
  readonly gold: GoldReport;
  readonly names: Names;
  readonly view: ClaimView;
  readonly candidates: readonly Candidate[];
  /** Of what it is asked whether there is a claim of the kind. */
  readonly asked: readonly (readonly [ClaimKind, Features])[];
  readonly grades: readonly (0 | 1 | 2)[];
}

/** The steps before the one that gives claims. */
const BEFORE = STEPS.slice(
  0,
  STEPS.findIndex(({ gives }) => gives.includes('claims')),
);

/** Reads one gold report. */
export function readForTraining(gold: GoldReport, resources: Resources): ReadReport {
  const draft = runSteps(
    BEFORE,
    { id: gold.id, text: gold.text, published: gold.published, dateline: gold.dateline ?? undefined },
    resources,
  );
  const asked: [ClaimKind, Features][] = [];
  const { view, candidates } = candidatesOf(draft, resources, (...one) => asked.push(one) > 0);
  const names = namesOf(gold);
  return { gold, names, view, candidates, asked, grades: candidates.map((candidate) => gradeOf(candidate, gold.claims, names)) };
}
