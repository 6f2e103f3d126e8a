// What has had no word: commitments past their day or long unmentioned, parties not heard on a coming round, a coming round without a day.
import { boundsOf, isoOf } from '../terms/edtf.js';
import { type Commitment, isOverdue } from './commitments.js';
import { lastDayOf } from './kept.js';
import type { Rounds } from './rounds.js';
import type { StandingCell } from './standing.js';

/** An open commitment without a day is silent when nobody has spoken of it for this many days. */
const QUIET_DAYS = 7;

export type Silence =
  | { readonly of: 'commitment'; readonly commitment: Commitment; readonly since: string; readonly due: string | null }
  | { readonly of: 'standing'; readonly round: string; readonly party: string }
  | { readonly of: 'round'; readonly round: string };

/** What is silent on a day; commitments, rounds and cells are those known on that day. */
export function silenceOn(day: string, commitments: readonly Commitment[], rounds: Rounds, cells: readonly StandingCell[]): Silence[] {
  const bounds = boundsOf(day);
  if (bounds === null) return [];
  const quiet = isoOf(bounds.last - QUIET_DAYS);
  const silent: Silence[] = [];
  for (const commitment of commitments) {
    if (!['offered', 'agreed', 'under-way'].includes(commitment.state)) continue;
    const overdue = isOverdue(commitment.due, day) && commitment.lastWord <= (lastDayOf(commitment.due) ?? '');
    if (overdue || (commitment.due === null && commitment.lastWord <= quiet))
      silent.push({ of: 'commitment', commitment, since: commitment.lastWord, due: commitment.due });
  }
  const coming = rounds.rounds.filter(
    ({ status }) => status === null || status === 'proposed' || status === 'scheduled' || status === 'postponed',
  );
  for (const round of coming) {
    for (const cell of cells)
      if (cell.round === round.id && cell.standing === 'not-heard') silent.push({ of: 'standing', round: round.id, party: cell.party });
    if (round.start === null) silent.push({ of: 'round', round: round.id });
  }
  return silent;
}
