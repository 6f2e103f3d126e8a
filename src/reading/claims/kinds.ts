// The nine kinds of claim and the finder of each.
import type { ClaimKind } from '../../terms/reading.js';
import type { Candidate } from './candidate.js';
import { proposeAccess } from './kinds/access.js';
import { proposeAct } from './kinds/act.js';
import { proposeBelonging } from './kinds/belonging.js';
import { proposeBlame } from './kinds/blame.js';
import { proposeCommitment } from './kinds/commitment.js';
import { proposeCompounds } from './kinds/compound.js';
import { proposePosition } from './kinds/position.js';
import { proposePressure } from './kinds/pressure.js';
import { proposeSaid } from './kinds/said.js';
import { proposeStanding } from './kinds/standing.js';
import { proposeTalks } from './kinds/talks.js';
import { proposeTie } from './kinds/tie.js';
import { proposeTitles } from './kinds/title.js';
import { type Match, matchTriggers } from './match.js';
import type { ClaimView } from './view.js';

const BY_MATCH: { readonly [K in ClaimKind]: (view: ClaimView, match: Match) => Candidate[] } = {
  talks: proposeTalks,
  standing: proposeStanding,
  commitment: proposeCommitment,
  position: proposePosition,
  pressure: proposePressure,
  access: proposeAccess,
  blame: proposeBlame,
  tie: proposeTie,
  act: proposeAct,
};

const BY_REPORT: readonly ((view: ClaimView) => Candidate[])[] = [proposeTitles, proposeCompounds, proposeBelonging, proposeSaid];

/** Everything that may be a claim, far more than are. */
export function proposeAll(view: ClaimView): Candidate[] {
  const unread = (token: number): boolean => view.sentenceOf(token).part === 'boilerplate';
  const matches = matchTriggers(view);
  return [
    ...matches.flatMap((match) => (unread(match.head) ? [] : BY_MATCH[match.trigger.kind](view, match))),
    ...BY_REPORT.flatMap((propose) => propose(view)),
  ];
}
