// The first page of a process: the next round and who is coming, what is stalled, who blames whom, the latest words; each with the lines it rests on.
import { boundsOf } from '../terms/edtf.js';
import type { BlameArrow, LadderStep } from './access.js';
import type { Commitment } from './commitments.js';
import type { KeptReport } from './kept.js';
import type { Round } from './rounds.js';
import type { StandingCell } from './standing.js';
import type { Study } from './study.js';

export interface BoardRound {
  readonly round: Round;
  readonly cells: readonly StandingCell[];
}
export interface StalledAccess {
  readonly place: string | null;
  readonly step: LadderStep;
  /** Whole days from its day to the board's, null where its day is not known to the day. */
  readonly days: number | null;
}
export interface LatestWords {
  /** `report:statement`. */
  readonly ref: string;
  readonly speaker: string | null;
  readonly act: KeptReport['reading']['statements'][number]['act'];
  /** When it was said, else when it was reported; EDTF. */
  readonly said: string | null;
}
export interface BoardStudy {
  /** Of the rounds that are not over the one that is held, else the nearest to come. */
  readonly next: BoardRound | null;
  readonly rounds: readonly BoardRound[];
  readonly stalled: readonly StalledAccess[];
  readonly commitments: readonly { readonly commitment: Commitment; readonly days: number | null }[];
  readonly blame: readonly BlameArrow[];
  readonly words: readonly LatestWords[];
}

const OVER = new Set(['ended', 'called-off']);
const HELD = new Set(['opened', 'under-way']);
/** Steps at which people or aid do not get through. */
const STUCK = new Set(['stalled', 'denied', 'attacked', 'besieged']);

const dayOf = (date: string | null): number | null => {
  const bounds = date ? boundsOf(date) : null;
  return bounds && Number.isFinite(bounds.first) && bounds.first === bounds.last ? bounds.first : null;
};

const daysBetween = (from: string | null, to: string): number | null => {
  const first = dayOf(from);
  const last = dayOf(to);
  return first === null || last === null || first > last ? null : last - first;
};

/** How soon a round is a desk's business: one that is held, then the nearest to come, then one without a day, then one whose day has passed. */
function soon({ round }: BoardRound, day: string): number {
  if (round.status !== null && HELD.has(round.status)) return -1;
  const last = round.start === null ? null : boundsOf(round.start)?.last;
  const today = dayOf(day);
  if (last === null || last === undefined || today === null) return 100_000;
  return last >= today ? last - today : 200_000 + today - last;
}

function nextOf(rounds: readonly BoardRound[], day: string): BoardRound | null {
  const open = rounds.filter(({ round }) => round.status === null || !OVER.has(round.status));
  return open.reduce<BoardRound | null>((best, one) => (best === null || soon(one, day) < soon(best, day) ? one : best), null);
}

/** What stands last on each ladder of a place and form, where it stands still; the longest first. */
function stalledOf({ access, day }: Study): StalledAccess[] {
  const stalled = access.flatMap(({ place, steps }) => {
    const last = new Map<string, LadderStep>();
    for (const step of steps) last.set(step.form, step);
    return [...last.values()].filter(({ step }) => STUCK.has(step)).map((step) => ({ place, step, days: daysBetween(step.date, day) }));
  });
  return stalled.sort((a, b) => (b.days ?? -1) - (a.days ?? -1));
}

/** The newest words first; of copies of one dispatch only those of the first. */
function latestWords({ reports, who, origins }: Study, limit: number): LatestWords[] {
  const copies = new Set(origins.flatMap((origin) => origin.reports.slice(1)));
  const said = reports
    .filter(({ id }) => !copies.has(id))
    .flatMap((report, order) =>
      report.reading.statements
        .filter(({ content, speaker }) => content.length > 0 && speaker !== null)
        .map((statement, position) => {
          const date = statement.said_on ?? report.published ?? null;
          const bounds = date === null ? null : boundsOf(date);
          const speaker = statement.speaker === null ? null : who.of(report.id, statement.speaker).name;
          return {
            ref: `${report.id}:${statement.id}`,
            speaker,
            act: statement.act,
            said: date,
            day: bounds?.last ?? -Infinity,
            order,
            position,
          };
        }),
    );
  return said
    .sort((a, b) => b.day - a.day || b.order - a.order || a.position - b.position)
    .slice(0, limit)
    .map(({ ref, speaker, act, said: on }) => ({ ref, speaker, act, said: on }));
}

/** The board of a study; `words` is how many of the latest words it shows. */
export function boardOf(study: Study, words = 8): BoardStudy {
  const rounds = study.rounds.rounds.map((round) => ({ round, cells: study.standing.filter((cell) => cell.round === round.id) }));
  const newest = (arrow: BlameArrow): number => Math.max(...arrow.claims.map(({ order }) => order));
  return {
    next: nextOf(rounds, study.day),
    rounds,
    stalled: stalledOf(study),
    commitments: study.commitments
      .filter(({ state }) => state === 'stalled' || state === 'broken')
      .map((commitment) => ({ commitment, days: daysBetween(commitment.lastWord, study.day) })),
    blame: study.access.flatMap(({ blame }) => blame).sort((a, b) => newest(b) - newest(a)),
    words: latestWords(study, words),
  };
}
