// Positions: where an actor stands on an issue.
import type { Candidate } from '../candidate.js';
import { type Context, isTurned } from '../context.js';
import type { Match } from '../match.js';
import { candidateOf, proposalOf, waysToFill } from '../propose.js';
import { textOf } from '../texts.js';
import type { ClaimView } from '../view.js';

/** What a negation, refusal or readiness may make of a stance. */
function stances(given: string, { negated, turn, tense }: Context): readonly string[] {
  const turned = negated || turn.startsWith('refusal') || turn.endsWith('-not') || turn === 'denial';
  const out = new Set([given]);
  if (turned) {
    if (given === 'opposes') out.add('open').add('supports');
    else out.add('opposes');
  } else if (turn === 'readiness') out.add('open');
  else if (turn === 'wish' || turn === 'request') out.add('demands');
  if (tense === 'could' || tense === 'may' || tense === 'would') out.add('open');
  return [...out];
}

export function proposePosition(view: ClaimView, match: Match): Candidate[] {
  const proposal = proposalOf(view, match);
  if (!proposal.worth) return [];
  if (match.trigger.turned && !isTurned(proposal.context)) return [];
  const issue = textOf(proposal, 'issue');
  const out: Candidate[] = [];
  for (const actor of waysToFill(proposal, { name: 'actor', one: true, open: false })) {
    const [name = ''] = actor.actors;
    for (const stance of stances(match.trigger.value, proposal.context)) {
      out.push(candidateOf('position', proposal, stance, { actor: name, issue, stance }, { actor }, { group: actor.path, item: name }));
    }
  }
  return out;
}
