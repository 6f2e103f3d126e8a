// Ties by verbs and nouns: who leads, backs, controls, hosts, represents or belongs to whom. Titles and hyphened adjectives have files of their own.
import type { Candidate } from '../candidate.js';
import { nounClass } from '../features.js';
import { type Filling, fillingOf, headsIn, NOBODY, neighbours } from '../fill.js';
import type { Match } from '../match.js';
import { candidateOf, choices, type Proposal, proposalOf } from '../propose.js';
import type { ClaimView } from '../view.js';
import { placeAround } from '../when.js';
import { talksName } from '../whose.js';

/** Relations that talks or their place stand in. */
const OF_TALKS = new Set(['mediates', 'hosts']);
/** Words for those who negotiate: who heads them represents somebody. */
const TEAM = new Set(['delegation', 'team', 'panel', 'negotiator', 'delegate', 'side', 'representative']);

/** Each actor of a role by itself; talks, deals and places count where the relation takes them; the nearest actor where the frame finds none. */
function each(proposal: Proposal, role: 'from' | 'to', relation: string): Filling[] {
  const { view, match } = proposal;
  const value = relation;
  const out: Filling[] = [];
  for (const slot of match.trigger.frame.get(role) ?? []) {
    const heads = headsIn(view, match, slot);
    const filling = fillingOf(view, heads, slot);
    if (role === 'to' && OF_TALKS.has(value) && (filling?.kind === 'process' || heads.some((head) => nounClass(view, head) === 'talks'))) {
      const name = talksName(view);
      const own: Filling = { actors: [name], head: heads[0] ?? -1, path: `${slot}:talks`, kind: 'talks', form: 'description' };
      out.push(own);
      const word = heads.map((head) => view.tokens[head]!).find(({ index }) => nounClass(view, index) === 'talks')?.lower;
      if (word !== undefined && word !== name) out.push({ ...own, actors: [word], path: `${slot}:talks:word` });
      continue;
    }
    if (role === 'from' && (filling?.kind === 'process' || filling?.kind === 'gathering')) continue;
    for (const actor of filling?.actors ?? []) out.push({ ...filling!, actors: [actor] });
    if (role === 'from') continue;
    for (const head of heads) {
      const token = view.tokens[head]!;
      if ((value === 'mediates' || value === 'bound-by') && nounClass(view, head) === 'deal')
        out.push({ actors: [token.lower], head, path: `${slot}:deal`, kind: 'deal', form: 'description' });
      if (value === 'controls') {
        const place = placeAround(view, token.start, token.end);
        if (place !== undefined) out.push({ actors: [place.name], head, path: `${slot}:place`, kind: 'place', form: 'name' });
      }
    }
  }
  if (out.length === 0) {
    const { before, after } = neighbours(view, match);
    const slots = match.trigger.frame.get(role) ?? [];
    const { relation: link, head } = view.tokens[match.head]!;
    if (slots.includes('obj') && link === 'acl:relcl' && head >= 0) {
      const meant = fillingOf(view, [head], 'relative');
      for (const actor of meant?.actors ?? []) out.push({ ...meant!, actors: [actor] });
    }
    const near = slots.includes('subj') ? before : after;
    for (const actor of near?.actors ?? []) out.push({ ...near!, actors: [actor] });
  }
  if (role === 'to' && OF_TALKS.has(value) && !out.some(({ kind }) => kind === 'talks'))
    out.push({ actors: [talksName(view)], head: -1, path: 'talks', kind: 'talks', form: 'none' });
  return out;
}

/** What else a relation may be in its sentence: to head a team is to represent, to lead talks to mediate. */
function relationsOf({ view, match }: Proposal): readonly string[] {
  const { value, frame } = match.trigger;
  if (value !== 'leads') return [value];
  const heads = (frame.get('to') ?? []).flatMap((slot) => headsIn(view, match, slot));
  if (heads.some((head) => TEAM.has(view.tokens[head]!.lemma))) return ['leads', 'represents'];
  return heads.some((head) => nounClass(view, head) === 'talks') ? ['leads', 'mediates'] : ['leads'];
}

export function proposeTie(view: ClaimView, match: Match): Candidate[] {
  const proposal = proposalOf(view, match);
  if (!proposal.worth) return [];
  const { negated, turn } = proposal.context;
  const denied = negated || turn === 'denial' || turn.startsWith('refusal');
  const out: Candidate[] = [];
  for (const relation of relationsOf(proposal)) {
    for (const [from = NOBODY, to = NOBODY] of choices([
      each(proposal, 'from', relation).slice(0, 4),
      each(proposal, 'to', relation).slice(0, 4),
    ])) {
      const [a = ''] = from.actors;
      const [b = ''] = to.actors;
      if (a === b) continue;
      const fields = { from: a, to: b, relation, negated: denied };
      const value = `${relation}${denied ? '-' : ''}`;
      out.push(
        candidateOf(
          'tie',
          proposal,
          value,
          fields,
          { from, to },
          { group: `${relation} ${from.path} ${to.path}`, item: `${a} ${b}` },
          (tell) => {
            tell`from=${from.path}&to=${to.path}`;
            tell`to.kind=${to.kind}&v=${relation}`;
            tell`from.kind=${from.kind}&v=${relation}`;
          },
        ),
      );
    }
  }
  return out;
}
