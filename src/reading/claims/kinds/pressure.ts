// Pressure: someone tries to move someone, sometimes through a third.
import { tellAbout } from '../about.js';
import { ALONE, type Candidate } from '../candidate.js';
import { fillingOf, NOBODY } from '../fill.js';
import { doers, ownSide, targets } from '../guesses.js';
import type { Match } from '../match.js';
import { candidateOf, choices, proposalOf, waysToFill } from '../propose.js';
import { kidsBy, objectsOf } from '../syntax.js';
import { textOf } from '../texts.js';
import type { ClaimView } from '../view.js';

/** Verbs that make somebody else do it: what stands under them is meant for their object ("to press its ally to sign"). */
const THROUGH = new Set(['press', 'pressure', 'push', 'make', 'get', 'hold', 'persuade', 'use', 'urge', 'help', 'ensure', 'bring']);

/** The one in whose hands it is to move the one on whom: "urged Oslo to press the rebels" is through Oslo, on the rebels. */
function beyond(view: ClaimView, match: Match): ReturnType<typeof fillingOf> {
  for (const verb of kidsBy(view, match.head, 'xcomp', 'ccomp', 'advcl')) {
    if (!THROUGH.has(view.tokens[verb]!.lemma)) continue;
    const found = fillingOf(view, objectsOf(view, verb), 'beyond');
    if (found !== null && found.actors.length > 0) return found;
  }
  return null;
}

export function proposePressure(view: ClaimView, match: Match): Candidate[] {
  const proposal = proposalOf(view, match, (tell) => tellAbout(view, match, tell));
  if (!proposal.worth) return [];
  const { value } = match.trigger;
  const told = waysToFill(proposal, { name: 'from', one: false, open: true });
  const from = [...doers(view, proposal.statement, told), ...told];
  const toldOn = waysToFill(proposal, { name: 'on', one: false, open: false });
  const on = [...toldOn, ...targets(view, proposal.statement, toldOn, from)];
  const target = beyond(view, match);
  const what = textOf(proposal, 'what');
  return choices([from, on])
    .filter(([by = NOBODY, to = NOBODY]) => by.actors.length === 0 || by.actors.join() !== to.actors.join())
    .map(([by = NOBODY, to = NOBODY]) => {
      const through = target !== null && target.actors.join() !== to.actors.join();
      const fields = {
        from: by.actors,
        on: through ? target.actors : to.actors,
        ...(through && { through: to.actors }),
        for: what,
        means: value,
      };
      return candidateOf('pressure', proposal, value, fields, { from: by, on: to }, ALONE, (tell) => {
        tell`+own=${ownSide(view, by, to)}`;
        if (through) tell`through`;
      });
    });
}
