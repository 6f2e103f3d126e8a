// Acts: any other thing done, by its PLOVER type.
import { tellAbout } from '../about.js';
import { ALONE, type Candidate } from '../candidate.js';
import { isUndone } from '../context.js';
import { fillings, NOBODY } from '../fill.js';
import { doers } from '../guesses.js';
import type { Match } from '../match.js';
import { candidateOf, proposalOf, waysToFill } from '../propose.js';
import { textOf } from '../texts.js';
import type { ClaimView } from '../view.js';
import { dateFor, venueFor } from '../when.js';

export function proposeAct(view: ClaimView, match: Match): Candidate[] {
  const proposal = proposalOf(view, match, (tell) => tellAbout(view, match, tell));
  if (isUndone(proposal.context) || !proposal.worth) return [];
  const type = match.trigger.value;
  const what = textOf(proposal, 'what');
  const [to] = fillings(view, match, 'to', null, 1);
  const date = dateFor(view, proposal.anchor, proposal.evidence);
  const place = venueFor(view, proposal.anchor, proposal.evidence);
  const found = waysToFill(proposal, { name: 'from', one: false, open: true });
  return [...doers(view, null, found), ...found].map((from) => {
    const receivers = (to?.actors ?? []).filter((name) => !from.actors.includes(name));
    const fields = {
      type,
      what,
      from: from.actors,
      ...(receivers.length > 0 && { to: receivers }),
      ...(place !== null && { place: place.name }),
      ...(date !== null && { date: date.edtf }),
    };
    return candidateOf(
      'act',
      proposal,
      type,
      fields,
      { from, to: to ?? NOBODY },
      ALONE,
      (tell) => tell`to.n=${Math.min(2, receivers.length)}`,
    );
  });
}
