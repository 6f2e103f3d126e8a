// Everything the study tells of a process on a day, computed once from the reports known on that day.
import { accessOf, arrowsOf, type PlaceSheet } from './access.js';
import { type Commitment, commitmentsOf } from './commitments.js';
import { type Contradiction, contradictionsOf } from './contradictions.js';
import { asOf, claimsOf, type KeptClaim, type KeptReport, ofKind } from './kept.js';
import { commitmentLines, type Line, linesOf } from './lines.js';
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

/** Does the work at the first call and gives its result at all. */
function once<T>(work: () => T): () => T {
  let done: { readonly result: T } | null = null;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}

/** Studies the reports as of a day (`YYYY-MM-DD`). Pure: the same reports and day give the same study.
 * `whole` is a study of the same reports on the same day with more of their claims: origins and who is who are the same.
 * Rounds and standing are made at once, the rest, which takes longer, when the first of it is asked for. */
export function studyOn(day: string, reports: readonly KeptReport[], whole: Study | null = null): Study {
  const known = asOf(reports, day);
  const origins = whole?.origins ?? originsOf(known);
  const originOf = originIndex(origins);
  const who = whole?.who.again() ?? whoIn(known, origins);
  const publishedOf = new Map(known.map(({ id, published }) => [id, published]));
  const firstOf = new Map(origins.map(({ reports: ids }, index) => [index, publishedOf.get(ids[0] ?? '')]));
  const claims = claimsOf(known, ({ id }) => firstOf.get(originOf(id)));
  const rounds = roundsOf(known, claims, who);
  const standing = standingBoard(claims, rounds, who);
  const later = once(() => {
    const undertakings = commitmentLines(ofKind(claims, 'commitment'), who, originOf);
    const arrows = arrowsOf(ofKind(claims, 'blame'), who, originOf);
    const lines = linesOf(claims, { who, rounds, originOf, arrows, undertakings });
    const commitments = commitmentsOf(claims, who, undertakings);
    const access = accessOf(claims, who, originOf, arrows);
    const contradictions = contradictionsOf(known, claims, lines, who);
    return { lines, commitments, access, contradictions, silence: silenceOn(day, commitments, rounds, standing) };
  });
  return {
    day,
    reports: known,
    origins,
    originOf,
    who,
    claims,
    rounds,
    standing,
    get access() {
      return later().access;
    },
    get lines() {
      return later().lines;
    },
    get contradictions() {
      return later().contradictions;
    },
    get commitments() {
      return later().commitments;
    },
    get silence() {
      return later().silence;
    },
  };
}
