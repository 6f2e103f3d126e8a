// What a later study tells that an earlier one did not: the difference of two days of a process.
import type { LadderStep } from './access.js';
import type { Commitment } from './commitments.js';
import type { Line } from './lines.js';
import type { Round } from './rounds.js';
import type { StandingCell } from './standing.js';
import type { Study } from './study.js';

export interface Changes {
  /** Rounds that are new, or whose status, start or end is another. */
  readonly rounds: readonly { readonly before: Round | null; readonly now: Round }[];
  readonly standing: readonly { readonly before: StandingCell | null; readonly now: StandingCell }[];
  readonly steps: readonly { readonly place: string; readonly step: LadderStep }[];
  readonly commitments: readonly { readonly before: Commitment | null; readonly now: Commitment }[];
  /** Lines that have claims from new reports, and that the lists above do not hold. */
  readonly lines: readonly { readonly line: Line; readonly fresh: Line['claims'] }[];
}

const TOLD_ABOVE = new Set(['talks', 'standing', 'access', 'commitment', 'tie']);

/** Compares two studies of the same process. Things are matched by what they are about, rounds by the claims they share. */
export function changesBetween(before: Study, now: Study): Changes {
  const known = new Set(before.claims.map(({ ref }) => ref));
  const startsOf = ({ rounds }: Study): ReadonlyMap<string, string | null> => new Map(rounds.rounds.map(({ id, start }) => [id, start]));
  const [oldStarts, starts] = [startsOf(before), startsOf(now)];
  const cellKey = ({ party, round }: StandingCell, of: ReadonlyMap<string, string | null>): string => `${party} ${of.get(round) ?? round}`;
  const oldCells = new Map(before.standing.map((cell) => [cellKey(cell, oldStarts), cell]));
  /** The first of the old rounds that holds a claim. */
  const oldRounds = new Map<string, number>();
  before.rounds.rounds.forEach(({ claims }, place) => {
    for (const { ref } of claims) if (!oldRounds.has(ref)) oldRounds.set(ref, place);
  });
  const sameRound = (round: Round): Round | null => {
    const places = round.claims.flatMap(({ ref }) => oldRounds.get(ref) ?? []);
    return places.length === 0 ? null : (before.rounds.rounds[places.reduce((a, b) => Math.min(a, b))] ?? null);
  };
  const first = (claims: readonly { readonly ref: string }[]): string => claims[0]?.ref ?? '';
  const oldCommitments = new Map(before.commitments.map((commitment) => [first(commitment.claims), commitment]));
  return {
    rounds: now.rounds.rounds
      .map((round) => ({ before: sameRound(round), now: round }))
      .filter(
        ({ before: old, now: round }) => old === null || old.status !== round.status || old.start !== round.start || old.end !== round.end,
      ),
    standing: now.standing
      .map((cell) => ({ before: oldCells.get(cellKey(cell, starts)) ?? null, now: cell }))
      .filter(({ before: old, now: cell }) => cell.standing !== 'not-heard' && cell.standing !== (old?.standing ?? 'not-heard')),
    steps: now.access.flatMap(({ place, steps }) =>
      place === null ? [] : steps.filter(({ claims }) => claims.every(({ ref }) => !known.has(ref))).map((step) => ({ place, step })),
    ),
    commitments: now.commitments
      .map((commitment) => ({ before: oldCommitments.get(first(commitment.claims)) ?? null, now: commitment }))
      .filter(({ before: old, now: commitment }) => old === null || old.state !== commitment.state),
    lines: now.lines
      .filter(({ kind }) => !TOLD_ABOVE.has(kind))
      .map((line) => ({ line, fresh: line.claims.filter(({ ref }) => !known.has(ref)) }))
      .filter(({ fresh }) => fresh.length > 0),
  };
}
