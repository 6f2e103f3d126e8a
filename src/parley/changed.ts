// What reports added since a moment changed of a process: the study of all of them beside that of those there were.
import { getProcess } from '../record/processes.js';
import type { Store } from '../record/store.js';
import { changesBetween } from '../study/changes.js';
import type { ReaderOf } from '../terms/marks.js';
import type { Changed } from '../terms/record.js';
import { reportsFor, studyOfReports } from './studied.js';

export interface ChangedAsked {
  readonly who: ReaderOf;
  /** Id of the process. */
  readonly process: string;
  /** ISO 8601 in UTC. */
  readonly since: string;
  readonly day: string;
}

const refsOf = (claims: readonly { readonly ref: string }[]): string[] => [...new Set(claims.map(({ ref }) => ref))];

/** Throws `unknown-process`. */
export async function changedFor(store: Store, { who, process: id, since, day }: ChangedAsked): Promise<Changed> {
  const process = await getProcess(store, who, id);
  const all = await reportsFor(store, who, process.id, day);
  const fresh = await store.read
    .selectFrom('report')
    .innerJoin('filing', 'filing.report', 'report.id')
    .select('report.id')
    .where('filing.process', '=', process.id)
    .where('report.added', '>', since)
    .execute();
  const added = new Set(fresh.map(({ id: report }) => report));
  const news = all.filter(({ id: report }) => added.has(report)).length;
  if (news === 0) return { since, reports: 0, items: [] };
  const now = studyOfReports(store, day, all);
  const changes = changesBetween(
    studyOfReports(
      store,
      day,
      all.filter(({ id: report }) => !added.has(report)),
    ),
    now,
  );
  return {
    since,
    reports: news,
    items: [
      ...changes.rounds.map(({ before, now: round }) => ({
        of: 'round' as const,
        about: `Round ${round.id}`,
        before: before?.status ?? null,
        now: [round.status, round.start].filter((part) => part !== null).join(', '),
        evidence: refsOf(round.claims).reverse(),
      })),
      ...changes.standing.map(({ before, now: cell }) => ({
        of: 'standing' as const,
        about: cell.party,
        before: before?.standing ?? null,
        now: cell.standing,
        evidence: refsOf(cell.evidence),
      })),
      ...changes.steps.map(({ place, step }) => ({
        of: 'access' as const,
        about: `${place}, ${step.form}`,
        before: null,
        now: step.step,
        evidence: refsOf(step.claims),
      })),
      ...changes.commitments.map(({ before, now: { by, what, state, claims } }) => ({
        of: 'commitment' as const,
        about: by.length > 0 ? `${by.join(', ')}: ${what}` : what,
        before: before?.state ?? null,
        now: state,
        evidence: refsOf(claims).reverse(),
      })),
      ...changes.lines.map(({ line, fresh: claims }) => ({
        of: 'line' as const,
        about: line.about,
        before: null,
        now: line.kind,
        evidence: refsOf(claims),
      })),
    ],
  };
}
