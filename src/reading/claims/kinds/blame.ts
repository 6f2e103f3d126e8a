// Blame: who holds whom responsible for what.
import { ALONE, type Candidate } from '../candidate.js';
import { isUndone } from '../context.js';
import { type Filling, NOBODY, namesOf } from '../fill.js';
import { bothSidesOf, doers, meansAll, ownSide, targets } from '../guesses.js';
import type { Match } from '../match.js';
import { candidateOf, choices, proposalOf, waysToFill } from '../propose.js';
import { textOf } from '../texts.js';
import type { ClaimView } from '../view.js';

const RECIPROCAL = new Set(['other', 'another', "another's"]);

/** The two sides of "each accuses the other": the actors of the subject, or those of the last two named sides. */
function bothSides(view: ClaimView, match: Match, by: Filling): readonly string[] {
  if (by.actors.length === 2) return by.actors;
  if (meansAll(view, by)) return bothSidesOf(view);
  const sentence = view.sentenceOf(match.head);
  const names: string[] = [];
  for (const mention of view.mentionsIn(sentence.first, sentence.last))
    for (const name of namesOf(view, mention)) if (!names.includes(name)) names.push(name);
  if (names.length >= 2) return names.slice(0, 2);
  return bothSidesOf(view);
}

/** "Each other", "one another", or "the other" said of each. */
function isMutual(view: ClaimView, { trigger, first, last, head }: Match): boolean {
  if (trigger.value === 'mutual') return true;
  if (trigger.value === 'deed') return false;
  const sentence = view.sentenceOf(head);
  const each = view.tokens.slice(Math.max(sentence.first, first - 8), first).some(({ lower }) => lower === 'each' || lower === 'both');
  return view.tokens.slice(first, Math.min(last + 8, sentence.last)).some(({ lower, index }) => {
    const before = view.tokens[index - 1]?.lower;
    return RECIPROCAL.has(lower) && (before === 'each' || before === 'one' || (before === 'the' && each));
  });
}

export function proposeBlame(view: ClaimView, match: Match): Candidate[] {
  const { trigger } = match;
  const mutual = isMutual(view, match);
  const proposal = proposalOf(view, match, (tell) => {
    if (!mutual) return;
    tell`+mutual`;
    tell`mutual&value=${trigger.value}`;
  });
  if (!proposal.worth) return [];
  if (trigger.value === 'deed' && (proposal.statement === null || (isUndone(proposal.context) && proposal.context.turn === ''))) return [];
  const told = waysToFill(proposal, { name: 'from', one: false, open: true });
  const from = [...told.filter(({ actors }) => actors.length > 0), ...doers(view, proposal.statement, told), NOBODY];
  const what = textOf(proposal, 'what');
  const out: Candidate[] = [];
  if (mutual) {
    for (const by of from.slice(0, 2)) {
      const sides = bothSides(view, match, by);
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
            (tell) => {
              tell`+mutual`;
              tell`+mutual.path=${by.path}`;
            },
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
    out.push(
      candidateOf(
        'blame',
        proposal,
        trigger.value,
        { from: by.actors, on: to.actors, for: what },
        { from: by, on: to },
        ALONE,
        (tell) => tell`+own=${ownSide(view, by, to)}`,
      ),
    );
  }
  return out;
}
