// Blame: who holds whom responsible for what.
import { ALONE, type Candidate } from '../candidate.js';
import { NOBODY, namesOf } from '../fill.js';
import { doers, targets } from '../guesses.js';
import type { Match } from '../match.js';
import { candidateOf, choices, proposalOf, waysToFill } from '../propose.js';
import { textOf } from '../texts.js';
import type { ClaimView } from '../view.js';

const RECIPROCAL = new Set(['other', 'another', "another's"]);

/** The two sides of "each accuses the other": the actors of the subject, or those of the last two named sides. */
function bothSides(view: ClaimView, match: Match, actors: readonly string[]): readonly string[] {
  if (actors.length === 2) return actors;
  const sentence = view.sentenceOf(match.head);
  const names: string[] = [];
  for (const mention of view.mentionsIn(sentence.first, sentence.last))
    for (const name of namesOf(view, mention)) if (!names.includes(name)) names.push(name);
  if (names.length >= 2) return names.slice(0, 2);
  return view.facts.sides.flatMap((id) => view.actors.get(id)?.names[0] ?? []);
}

export function proposeBlame(view: ClaimView, match: Match): Candidate[] {
  const proposal = proposalOf(view, match);
  if (!proposal.worth) return [];
  const { trigger, last } = match;
  if (trigger.value === 'deed' && proposal.statement === null) return [];
  const sentence = view.sentenceOf(match.head);
  const mutual =
    trigger.value === 'mutual' ||
    view.tokens
      .slice(match.first, Math.min(last + 8, sentence.last))
      .some(({ lower, index }) => RECIPROCAL.has(lower) && ['each', 'the', 'one'].includes(view.tokens[index - 1]?.lower ?? ''));
  const told = waysToFill(proposal, { name: 'from', one: false, open: true });
  const from = [...told.filter(({ actors }) => actors.length > 0), ...doers(view, proposal.statement, told), NOBODY];
  const what = textOf(proposal, 'what');
  const out: Candidate[] = [];
  if (mutual) {
    for (const by of from.slice(0, 2)) {
      const sides = bothSides(view, match, by.actors);
      if (sides.length !== 2) continue;
      const [one = '', other = ''] = sides;
      for (const [a, b] of [
        [one, other],
        [other, one],
      ] as const) {
        const fields = { from: [a], on: [b], for: what };
        out.push(
          candidateOf(
            'blame',
            proposal,
            'mutual',
            fields,
            { from: { ...by, actors: [a] }, on: { ...by, actors: [b] } },
            { group: 'mutual', item: a },
            ['mutual'],
          ),
        );
      }
    }
    return out;
  }
  const toldOn = waysToFill(proposal, { name: 'on', one: false, open: false });
  const on = [...toldOn, ...targets(view, proposal.statement, toldOn, from)];
  for (const [by = NOBODY, to = NOBODY] of choices([from, on])) {
    if (to.actors.length === 0 || by.actors.some((name) => to.actors.includes(name))) continue;
    out.push(candidateOf('blame', proposal, trigger.value, { from: by.actors, on: to.actors, for: what }, { from: by, on: to }, ALONE));
  }
  return out;
}
