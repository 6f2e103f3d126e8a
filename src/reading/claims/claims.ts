// Claims out of a draft: candidates of every kind, weighed by the model, the chosen ones numbered.
import type { Claim } from '../../terms/reading.js';
import { claimSchema } from '../../terms/reading.js';
import type { Why } from '../draft.js';
import { aboutnessOf, inReport } from './aboutness.js';
import type { Candidate, Weighed } from './candidate.js';
import { figuresOf } from './figures.js';
import { proposeAll } from './kinds.js';
import { type Chosen, selectClaims } from './select.js';
import { type Teller, tellerOf } from './tell.js';
import { type ClaimDraft, type ClaimView, type ClaimWords, type Gate, viewOf } from './view.js';
import { type ClaimModel, contributionsOf, foundBy, probabilityOf } from './weigh.js';

/** Candidates of a draft with their view; `keep` tells which may be claims at all, whoever fills their roles; null leaves none out. */
export function candidatesOf(
  draft: ClaimDraft,
  resources: ClaimWords,
  keep: Gate | null,
  teller: Teller = tellerOf(false),
): { readonly view: ClaimView; readonly candidates: Candidate[] } {
  const view = viewOf(draft, resources, keep, teller);
  return { view, candidates: proposeAll(view) };
}

/** A chosen candidate as a numbered claim. */
function claimOf(view: ClaimView, { candidate, probability, fields, evidence }: Chosen, index: number): Claim {
  const { kind, statement, anchor } = candidate;
  const figures = figuresOf(view, kind, anchor, evidence);
  return claimSchema.parse({
    id: `c${index + 1}`,
    kind,
    ...fields,
    evidence: evidence.map(([start, end]) => [start, end]),
    voice: statement?.id ?? null,
    basis: 'stated',
    probability: Math.round(probability * 1000) / 1000,
    ...(figures.length > 0 && { figures }),
  });
}

/** The claims of a draft before they are numbered, in the order of the text. */
function chosenOf(
  draft: ClaimDraft,
  resources: ClaimWords,
  model: ClaimModel,
  teller: Teller,
): { readonly view: ClaimView; readonly chosen: Chosen[]; readonly aboutness: number } {
  const found = foundBy(model);
  const keep: Gate = (kind, base) => found.of(kind, base) >= model.thresholds[kind];
  const { view, candidates } = candidatesOf(draft, resources, keep, teller);
  const weighed = candidates.map(
    (candidate): Weighed => ({ candidate, probability: probabilityOf(model, found, candidate, model.thresholds[candidate.kind]) }),
  );
  const aboutness = aboutnessOf(found.expected(), view.tokens.length, model.usual);
  const inAll = weighed.map((one) => inReport(one, aboutness));
  return { view, chosen: selectClaims(view, inAll, model.thresholds), aboutness };
}

/** The claims of a draft. */
export function claimsOf(draft: ClaimDraft, resources: ClaimWords, model: ClaimModel): Claim[] {
  const { view, chosen } = chosenOf(draft, resources, model, model.teller);
  return chosen.map((one, index) => claimOf(view, one, index));
}

/** What made each claim of a draft: reads it again, keeping the words of the features. */
export function explainClaims(draft: ClaimDraft, resources: ClaimWords, model: ClaimModel): Why[] {
  const { chosen, aboutness } = chosenOf(draft, resources, model, tellerOf(true));
  return chosen.map(({ candidate }, index) => ({
    claim: `c${index + 1}`,
    entry: candidate.entry,
    weights: contributionsOf(model, candidate, aboutness),
  }));
}
