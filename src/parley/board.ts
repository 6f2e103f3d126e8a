// The board of a process as it is given out: what the study says of it, each line with its citation.
import { citedLines } from '../record/citations.js';
import { getProcess } from '../record/processes.js';
import type { Store } from '../record/store.js';
import { type BoardRound, boardOf } from '../study/board.js';
import type { Board, Round } from '../terms/board.js';
import type { ReaderOf } from '../terms/marks.js';
import type { Citation } from '../terms/record.js';
import { studyFor } from './tell.js';

const refs = (claims: readonly { readonly ref: string }[]): string[] => [...new Set(claims.map(({ ref }) => ref))];

export interface BoardAsked {
  readonly who: ReaderOf;
  /** Id of the process. */
  readonly process: string;
  /** YYYY-MM-DD; null: today. */
  readonly asOf: string | null;
  /** The day it is. */
  readonly today: string;
}

/** The board as of a day. Throws `unknown-process`. */
export async function boardFor(store: Store, { who, process: id, asOf, today }: BoardAsked): Promise<Board> {
  const process = await getProcess(store, who, id);
  const study = await studyFor(store, who, process.id, asOf ?? today);
  const found = boardOf(study);
  const lines = new Set<string>(found.words.map(({ ref }) => ref));
  for (const { round, cells } of found.rounds)
    for (const ref of refs([...round.claims, ...cells.flatMap(({ evidence }) => evidence)])) lines.add(ref);
  for (const { step } of found.stalled) for (const ref of refs(step.claims)) lines.add(ref);
  for (const { commitment } of found.commitments) for (const ref of refs(commitment.claims)) lines.add(ref);
  for (const { claims } of found.blame) for (const ref of refs(claims)) lines.add(ref);
  const cited = await citedLines(store.read, who, [...lines]);
  const cite = (claims: readonly { readonly ref: string }[]): Citation[] => refs(claims).flatMap((ref) => cited.get(ref)?.citation ?? []);
  const roundOf = ({ round, cells }: BoardRound): Round => ({
    id: round.id,
    status: round.status,
    start: round.start,
    end: round.end,
    venue: [...round.venue],
    convener: round.convener,
    outcome: round.outcome,
    evidence: cite(round.claims),
    standing: cells.map(({ party, standing, since, condition, evidence }) => ({
      party,
      standing,
      since,
      ...(condition !== null && { condition }),
      evidence: cite(evidence),
    })),
  });
  return {
    process,
    asOf,
    reports: study.reports.length,
    next: found.next && roundOf(found.next),
    rounds: found.rounds.map(roundOf),
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
        evidence: cite(step.claims),
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
        evidence: cite(commitment.claims),
      })),
    ],
    blame: found.blame.map(({ from, on, for: matter, claims }) => ({ from, on, for: matter, evidence: cite(claims) })),
    words: found.words.flatMap(({ ref, speaker, act, said }) => {
      const citation = cited.get(ref)?.citation;
      return citation ? [{ speaker, act, said, citation }] : [];
    }),
  };
}
