// Standing: how a party stands towards a round of talks.
import type { Candidate } from '../candidate.js';
import { type Context, isTurned } from '../context.js';
import { nounClass } from '../features.js';
import { headsIn } from '../fill.js';
import { doers, tellPick } from '../guesses.js';
import type { Match } from '../match.js';
import { candidateOf, proposalOf, waysToFill } from '../propose.js';
import type { ClaimView } from '../view.js';
import { dateFor, placesIn } from '../when.js';

const DONE = new Set(['past', 'perfect', 'pluperfect', 'present', 'gerund']);

/** What the sentence may make of a standing. */
function standings(given: string, { negated, turn, tense, conditional, conditioned }: Context): readonly string[] {
  const out = new Set([given]);
  const turned = negated || turn.startsWith('refusal') || turn.endsWith('-not') || turn === 'failure';
  if (given === 'coming' || given === 'attending') {
    if (turned) out.add('refused').add('silent').add('conditional');
    if (turn === 'readiness' || turn === 'promise' || turn === 'plan' || tense === 'will' || tense === 'would')
      out.add('coming').add('attending');
    if (turn === 'doubt' || turn === 'pending') out.add('silent');
    if (given === 'attending' && turned) out.add('excluded');
    if (DONE.has(tense)) out.add('attending');
  }
  if (given === 'invited' && turned) out.add('excluded');
  if (given === 'refused' && turned) out.add('coming');
  if (conditional || conditioned || turn === 'threat' || turn === 'condition') out.add('conditional');
  return [...out];
}

/** What a party comes to or stays away from: talks, a place, another kind of noun, or nothing that the frame finds. */
function eventOf(view: ClaimView, match: Match): string {
  let other = 'none';
  for (const slot of match.trigger.frame.get('talks') ?? []) {
    for (const head of headsIn(view, match, slot)) {
      const noun = nounClass(view, head);
      if (noun === 'talks') return 'talks';
      const { start, end } = view.tokens[head]!;
      if (placesIn(view, start, end).length > 0) other = 'place';
      else if (other !== 'place') other = noun === '' ? view.tokens[head]!.tag.slice(0, 2) : noun;
    }
  }
  return other;
}

export function proposeStanding(view: ClaimView, match: Match): Candidate[] {
  const event = view.teller.word(eventOf(view, match));
  const proposal = proposalOf(view, match, (tell) => {
    tell`+event=${event}`;
    tell`+event=${event}&weak=${match.trigger.weak}`;
    tell`event=${event}&given=${match.trigger.value}`;
  });
  if (!proposal.worth) return [];
  if (match.trigger.turned && !isTurned(proposal.context)) return [];
  const round = dateFor(view, proposal.anchor, proposal.evidence);
  const out: Candidate[] = [];
  const found = waysToFill(proposal, { name: 'party', one: true, open: false });
  const guesses = doers(view, proposal.statement, found).flatMap((guess) => guess.actors.map((actor) => ({ ...guess, actors: [actor] })));
  for (const party of [...found, ...guesses.filter(({ actors: [name] }) => !found.some(({ actors }) => actors[0] === name))]) {
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
          (tell) => {
            tellPick('party', found, party, tell);
            tell`event=${event}&v=${standing}`;
          },
        ),
      );
    }
  }
  return out;
}
