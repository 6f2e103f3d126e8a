// Reads one text of a test up to its candidates or its claims, with the resources of the checkout opened once.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Candidate } from '../../../src/reading/claims/candidate.js';
import { candidatesOf } from '../../../src/reading/claims/claims.js';
import { readReport, STEPS } from '../../../src/reading/reader.js';
import { openResources } from '../../../src/reading/resources.js';
import { runSteps } from '../../../src/reading/step.js';
import type { Claim } from '../../../src/terms/reading.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const resources = openResources((path) => readFileSync(`${root}${path}`));
const BEFORE = STEPS.slice(
  0,
  STEPS.findIndex(({ gives }) => gives.includes('claims')),
);

export interface Case {
  readonly text: string;
  /** Fields that one candidate of the kind must have. */
  readonly expected: Readonly<Record<string, unknown>>;
  readonly why: string;
}

/** The report as the finders look at it, with everything they propose for it. */
export const proposedIn = (text: string): ReturnType<typeof candidatesOf> =>
  candidatesOf(runSteps(BEFORE, { id: 't', text, published: '2021-03-04' }, resources), resources, null);

/** Everything the finders propose for a text. */
export const candidatesIn = (text: string): readonly Candidate[] => proposedIn(text).candidates;

/** The claims that the reader keeps. */
export const claimsIn = (text: string): readonly Claim[] => readReport({ id: 't', text, published: '2021-03-04' }, resources).claims;

/** True where a candidate has all the fields. */
export const has = ({ fields }: Candidate, expected: Case['expected']): boolean =>
  Object.entries(expected).every(([name, value]) => JSON.stringify(fields[name]) === JSON.stringify(value));
