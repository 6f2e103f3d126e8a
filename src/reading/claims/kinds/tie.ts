// Ties by verbs and nouns: who leads, backs, controls, hosts, represents or belongs to whom. Titles and hyphened adjectives have files of their own.
import type { Candidate } from '../candidate.js';
import { nounClass } from '../features.js';
import { type Filling, fillingOf, headsIn, NOBODY } from '../fill.js';
import type { Match } from '../match.js';
import { candidateOf, choices, type Proposal, proposalOf } from '../propose.js';
import type { ClaimView } from '../view.js';
import { talksName } from '../whose.js';

/** Each actor of a role by itself; talks, deals and places count where the relation takes them. */
function each(proposal: Proposal, role: 'from' | 'to'): Filling[] {
  const { view, match } = proposal;
  const { value } = match.trigger;
  const out: Filling[] = [];
  for (const slot of match.trigger.frame.get(role) ?? []) {
    const heads = headsIn(view, match, slot);
    const filling = fillingOf(view, heads, slot);
    for (const actor of filling?.actors ?? []) out.push({ ...filling!, actors: [actor] });
    if (role === 'from') continue;
    for (const head of heads) {
      const token = view.tokens[head]!;
      const noun = nounClass(view, head);
      if ((value === 'mediates' || value === 'hosts') && noun === 'talks')
        out.push({ actors: [talksName(view)], head, path: `${slot}:talks`, kind: 'talks', form: 'description' });
      else if ((value === 'mediates' || value === 'bound-by') && noun === 'deal')
        out.push({ actors: [token.lower], head, path: `${slot}:deal`, kind: 'deal', form: 'description' });
      if (value === 'controls') {
        const place = view.places.find(({ span }) => span[0] <= token.start && token.end <= span[1]);
        if (place !== undefined) out.push({ actors: [place.name], head, path: `${slot}:place`, kind: 'place', form: 'name' });
      }
    }
  }
  if (role === 'to' && out.length === 0 && (value === 'mediates' || value === 'hosts'))
    out.push({ actors: [talksName(view)], head: -1, path: 'talks', kind: 'talks', form: 'none' });
  return out;
}

export function proposeTie(view: ClaimView, match: Match): Candidate[] {
  const proposal = proposalOf(view, match);
  const { negated, turn } = proposal.context;
  const relation = match.trigger.value;
  const denied = negated || turn === 'denial' || turn.startsWith('refusal');
  const out: Candidate[] = [];
  for (const [from = NOBODY, to = NOBODY] of choices([each(proposal, 'from').slice(0, 4), each(proposal, 'to').slice(0, 4)])) {
    const [a = ''] = from.actors;
    const [b = ''] = to.actors;
    if (a === b) continue;
    const fields = { from: a, to: b, relation, negated: denied };
    out.push(
      candidateOf(
        'tie',
        proposal,
        `${relation}${denied ? '-' : ''}`,
        fields,
        { from, to },
        { group: `${from.path} ${to.path}`, item: `${a} ${b}` },
      ),
    );
  }
  return out;
}
