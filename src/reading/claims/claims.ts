// Claims out of a draft: candidates of every kind, weighed by the model, the chosen ones numbered.
import type { Claim } from '../../terms/reading.js';
import { claimSchema } from '../../terms/reading.js';
import type { Why } from '../draft.js';
import type { Candidate, Weighed } from './candidate.js';
import { proposeAll } from './kinds.js';
import { type Chosen, selectClaims } from './select.js';
import { type ClaimDraft, type ClaimView, type ClaimWords, type Gate, viewOf } from './view.js';
import { type ClaimModel, type Found, probabilityOf, strongest } from './weigh.js';

/** Weights told of each claim. */
const WEIGHTS_SHOWN = 8;

/** Candidates of a draft with their view; `keep` tells which may be claims at all, whoever fills their roles; null leaves none out. */
export function candidatesOf(
  draft: ClaimDraft,
  resources: ClaimWords,
  keep: Gate | null,
): { readonly view: ClaimView; readonly candidates: Candidate[] } {
  const view = viewOf(draft, resources, keep);
  return { view, candidates: proposeAll(view) };
}

/** A chosen candidate as a numbered claim. */
export function claimOf({ candidate, probability, fields, evidence }: Chosen, index: number): Claim {
  const { kind, statement } = candidate;
  return claimSchema.parse({
    id: `c${index + 1}`,
    kind,
    ...fields,
    evidence: evidence.map(([start, end]) => [start, end]),
    voice: statement?.id ?? null,
    basis: 'stated',
    probability: Math.round(probability * 1000) / 1000,
  });
}

/** Claims out of weighed candidates. */
export function disposeOf(
  view: ClaimView,
  candidates: readonly Candidate[],
  model: ClaimModel,
  found: Found,
): { readonly claims: Claim[]; readonly why: Why[] } {
  const weighed = candidates.map(
    (candidate): Weighed => ({ candidate, probability: probabilityOf(model, found, candidate, model.thresholds[candidate.kind]) }),
  );
  const chosen = selectClaims(view, weighed, model.thresholds);
  return {
    claims: chosen.map(claimOf),
    why: chosen.map(({ candidate }, index) => ({
      claim: `c${index + 1}`,
      entry: candidate.entry,
      weights: strongest(model, candidate, WEIGHTS_SHOWN),
    })),
  };
}
