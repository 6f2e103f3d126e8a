// Everything the study tells of a process on a day, computed once from the reports known on that day.
import { accessOf, type PlaceSheet } from './access.js';
import { type Commitment, commitmentsOf } from './commitments.js';
import { type Contradiction, contradictionsOf } from './contradictions.js';
import { asOf, claimsOf, type KeptClaim, type KeptReport } from './kept.js';
import { type Line, linesOf } from './lines.js';
import { type Origin, originIndex, originsOf } from './origins.js';
import { type Rounds, roundsOf } from './rounds.js';
import { type Silence, silenceOn } from './silence.js';
import { type StandingCell, standingBoard } from './standing.js';
import { type Who, whoIn } from './who.js';

export interface Study {
  /** `YYYY-MM-DD`: with the reports published on or before it. */
  readonly day: string;
  readonly reports: readonly KeptReport[];
  readonly origins: readonly Origin[];
  readonly originOf: (report: string) => number;
  readonly who: Who;
  readonly claims: readonly KeptClaim[];
  readonly rounds: Rounds;
  readonly standing: readonly StandingCell[];
  readonly access: readonly PlaceSheet[];
  readonly lines: readonly Line[];
  readonly contradictions: readonly Contradiction[];
  readonly commitments: readonly Commitment[];
  readonly silence: readonly Silence[];
}

/** Studies the reports as of a day (`YYYY-MM-DD`). Pure: the same reports and day give the same study. */
export function studyOn(day: string, reports: readonly KeptReport[]): Study {
  const known = asOf(reports, day);
  const origins = originsOf(known);
  const originOf = originIndex(origins);
  const who = whoIn(known, origins);
  const firstOf = new Map(origins.map(({ reports: ids }, index) => [index, known.find(({ id }) => id === ids[0])?.published]));
  const claims = claimsOf(known, ({ id }) => firstOf.get(originOf(id)));
  const rounds = roundsOf(known, claims, who);
  const standing = standingBoard(claims, rounds, who);
  const lines = linesOf(claims, who, rounds, originOf);
  const commitments = commitmentsOf(claims, who, originOf);
  return {
    day,
    reports: known,
    origins,
    originOf,
    who,
    claims,
    rounds,
    standing,
    access: accessOf(claims, who, originOf),
    lines,
    contradictions: contradictionsOf(known, claims, lines, who),
    commitments,
    silence: silenceOn(day, commitments, rounds, standing),
  };
}
