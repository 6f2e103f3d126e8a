// Standing: how a party stands towards a round of talks.
import type { Candidate } from '../candidate.js';
import { type Context, isTurned } from '../context.js';
import type { Match } from '../match.js';
import { candidateOf, proposalOf, waysToFill } from '../propose.js';
import type { ClaimView } from '../view.js';
import { dateFor } from '../when.js';

/** What the sentence may make of a standing. */
function standings(given: string, { negated, turn, tense, conditional, conditioned }: Context): readonly string[] {
  const out = new Set([given]);
  const turned = negated || turn.startsWith('refusal') || turn.endsWith('-not') || turn === 'failure';
  if (given === 'coming' || given === 'attending') {
    if (turned) out.add('refused').add('silent').add('conditional');
    if (turn === 'readiness' || turn === 'promise' || turn === 'plan' || tense === 'will' || tense === 'would')
      out.add('coming').add('attending');
    if (turn === 'doubt' || turn === 'pending') out.add('silent');
  }
  if (given === 'invited' && turned) out.add('excluded');
  if (given === 'refused' && turned) out.add('coming');
  if (conditional || conditioned || turn === 'threat' || turn === 'condition') out.add('conditional');
  return [...out];
}

export function proposeStanding(view: ClaimView, match: Match): Candidate[] {
  const proposal = proposalOf(view, match);
  if (!proposal.worth) return [];
  if (match.trigger.turned && !isTurned(proposal.context)) return [];
  const round = dateFor(view, proposal.anchor, proposal.evidence);
  const out: Candidate[] = [];
  for (const party of waysToFill(proposal, { name: 'party', one: true, open: false })) {
    const [name = ''] = party.actors;
    for (const standing of standings(match.trigger.value, proposal.context)) {
      out.push(
        candidateOf(
          'standing',
          proposal,
          standing,
          { party: name, standing, ...(round !== null && { round: round.edtf }) },
          { party },
          { group: party.path, item: name },
        ),
      );
    }
  }
  return out;
}
