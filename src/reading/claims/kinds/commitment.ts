// Commitments: what is undertaken or agreed, by whom, and how it fares.
import type { TimeExpression } from '../../../terms/reading.js';
import { ALONE, type Candidate } from '../candidate.js';
import { type Context, isTurned } from '../context.js';
import { fillings } from '../fill.js';
import { tellPick } from '../guesses.js';
import type { Match } from '../match.js';
import { candidateOf, type Proposal, proposalOf, waysToFill } from '../propose.js';
import { textOf } from '../texts.js';
import type { ClaimView } from '../view.js';
import { dateFor } from '../when.js';

/** What the sentence may make of how a commitment fares. */
function outcomes(given: string, { negated, turn, tense, conditional, conditioned }: Context): readonly string[] {
  const out = new Set([given]);
  if (negated || turn === 'failure' || turn === 'pending' || turn.endsWith('-not')) {
    if (given === 'kept' || given === 'agreed' || given === 'under-way') out.add('stalled').add('broken');
    if (given === 'broken') out.add('kept');
  }
  if (turn === 'promise' && given !== 'agreed') out.add('agreed');
  if (turn === 'readiness' || conditional || conditioned || tense === 'could') out.add('offered');
  return [...out];
}

const BY_WHEN = new Set(['by', 'before', 'within', 'until', 'till', 'on', 'from', 'next', 'in', 'inside', 'as']);

/** By when it is to be done: a date of the clause that is no date of the promise itself. */
function dueOf({ view, anchor, evidence }: Proposal): TimeExpression | null {
  const { published } = view.input;
  return dateFor(view, anchor, evidence, ({ edtf, span }) => {
    const marker = view.tokens[view.tokenAt(span[0]) - 1]?.lower ?? '';
    if (marker === 'by' || marker === 'within' || marker === 'before') return true;
    return published === undefined ? BY_WHEN.has(marker) : (edtf ?? '') >= published;
  });
}

export function proposeCommitment(view: ClaimView, match: Match): Candidate[] {
  const proposal = proposalOf(view, match);
  if (!proposal.worth) return [];
  if (match.trigger.turned && !isTurned(proposal.context)) return [];
  const what = textOf(proposal, 'what');
  const [to] = fillings(view, match, 'to', null, 1);
  const due = dueOf(proposal);
  const out: Candidate[] = [];
  const found = waysToFill(proposal, { name: 'by', one: false, open: true });
  for (const by of found) {
    const receivers = (to?.actors ?? []).filter((name) => !by.actors.includes(name));
    for (const standing of outcomes(match.trigger.value, proposal.context)) {
      const fields = {
        by: by.actors,
        ...(receivers.length > 0 && { to: receivers }),
        what,
        standing,
        ...(due !== null && { due: due.edtf }),
      };
      out.push(candidateOf('commitment', proposal, standing, fields, { by }, ALONE, (tell) => tellPick('by', found, by, tell)));
    }
  }
  return out;
}
