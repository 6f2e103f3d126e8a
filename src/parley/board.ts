// The board of a process: what the study says of it by references, and the same as it is given out, each line with its citation.
import { citedLines } from '../record/citations.js';
import type { Store } from '../record/store.js';
import { type BoardRound, boardOf } from '../study/board.js';
import type { Board, Round } from '../terms/board.js';
import type { ReaderOf } from '../terms/marks.js';
import type { Citation, Process } from '../terms/record.js';
import { studyFor } from './studied.js';

/** As many as the first page has use for: references of one thing, things of a kind, and the latest rounds; the sheets tell all. */
const EVIDENCE = 6;
const SHOWN = 50;
const ROUNDS = 6;

/** The same with references in the place of citations, which change with each review. */
type ByReference<T> = T extends Citation
  ? string
  : T extends readonly (infer U)[]
    ? readonly ByReference<U>[]
    : T extends object
      ? { readonly [K in keyof T]: ByReference<T[K]> }
      : T;
export type BoardFound = ByReference<Omit<Board, 'process' | 'asOf'>>;
type RoundFound = ByReference<Round>;

export interface BoardAsked {
  readonly who: ReaderOf;
  /** Id of the process. */
  readonly process: string;
  /** YYYY-MM-DD. */
  readonly day: string;
}

const refs = (claims: readonly { readonly ref: string }[]): string[] => [...new Set(claims.map(({ ref }) => ref))].slice(0, EVIDENCE);

const roundFound = ({ round, cells }: BoardRound): RoundFound => ({
  id: round.id,
  status: round.status,
  start: round.start,
  end: round.end,
  venue: [...round.venue],
  convener: round.convener,
  outcome: round.outcome,
  evidence: refs(round.claims),
  standing: cells.map(({ party, standing, since, condition, evidence }) => ({
    party,
    standing,
    since,
    ...(condition !== null && { condition }),
    evidence: refs(evidence),
  })),
});

/** The board as of a day, by references. */
export async function boardFor(store: Store, { who, process, day }: BoardAsked): Promise<BoardFound> {
  const study = await studyFor(store, who, process, day);
  const found = boardOf(study);
  return {
    reports: study.reports.length,
    next: found.next && roundFound(found.next),
    rounds: found.rounds.slice(-ROUNDS).map(roundFound),
    stalled: [
      ...found.stalled.map(({ place, step, days }) => ({
        of: 'access' as const,
        place,
        form: step.form,
        step: step.step,
        standing: null,
        by: [],
        what: null,
        since: step.date,
        days,
        evidence: refs(step.claims),
      })),
      ...found.commitments.map(({ commitment, days }) => ({
        of: 'commitment' as const,
        place: null,
        form: null,
        step: null,
        standing: commitment.state,
        by: [...commitment.by],
        what: commitment.what,
        since: commitment.lastWord,
        days,
        evidence: refs(commitment.claims),
      })),
    ].slice(0, SHOWN),
    blame: found.blame.slice(0, SHOWN).map(({ from, on, for: matter, claims }) => ({ from, on, for: matter, evidence: refs(claims) })),
    words: found.words.map(({ ref, speaker, act, said }) => ({ speaker, act, said, citation: ref })),
  };
}

/** The board with its citations as they stand now; what the reader may not see any more is left out. */
export async function boardCited(store: Store, who: ReaderOf, process: Process, asOf: string | null, found: BoardFound): Promise<Board> {
  const lines = new Set<string>(found.words.map(({ citation }) => citation));
  const evident = [...found.rounds, ...found.rounds.flatMap(({ standing }) => standing), ...found.stalled, ...found.blame];
  for (const { evidence } of evident) for (const ref of evidence) lines.add(ref);
  const cited = await citedLines(store.read, who, [...lines]);
  const cite = (evidence: readonly string[]): Citation[] => evidence.flatMap((ref) => cited.get(ref)?.citation ?? []);
  const roundOf = (round: RoundFound): Round => ({
    ...round,
    venue: [...round.venue],
    evidence: cite(round.evidence),
    standing: round.standing.map((cell) => ({ ...cell, evidence: cite(cell.evidence) })),
  });
  return {
    process,
    asOf,
    reports: found.reports,
    next: found.next && roundOf(found.next),
    rounds: found.rounds.map(roundOf),
    stalled: found.stalled.map((item) => ({ ...item, by: [...item.by], evidence: cite(item.evidence) })),
    blame: found.blame.map((arrow) => ({ ...arrow, evidence: cite(arrow.evidence) })),
    words: found.words.flatMap(({ citation: ref, ...said }) => {
      const citation = cited.get(ref)?.citation;
      return citation ? [{ ...said, citation }] : [];
    }),
  };
}
