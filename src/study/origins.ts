// Which reports are copies or light rewrites of one dispatch: a story counts once, however many outlets carry it.
import type { KeptReport } from './kept.js';
import { runsOf, sharedRuns } from './runs.js';

/** Share of the shorter report's runs that also stand in the longer one, from which both are one origin. */
const SHARED = 0.3;
/** A run that stands in more reports than this is a phrase of the trade, not a sign of copying. */
const COMMON = 50;

export interface Origin {
  /** Ids of its reports, oldest first. */
  readonly reports: readonly string[];
}

/** All that is compared of a report. */
export interface Printed {
  readonly id: string;
  readonly reading: Pick<KeptReport['reading'], 'text'>;
}

/** Groups reports by origin; each report stands in one. Linear in the text but for runs that many reports share, which are passed over. */
export function originsOf(reports: readonly Printed[]): Origin[] {
  const runs = reports.map(({ reading }) => runsOf(reading));
  const leader = reports.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (leader[at] !== at) at = leader[at] as number;
    return at;
  };
  sharedRuns(runs, COMMON, (later, earlier, shared) => {
    if (shared < SHARED * Math.min((runs[later] as Uint32Array).length, (runs[earlier] as Uint32Array).length)) return;
    const [a, b] = [find(later), find(earlier)];
    leader[Math.max(a, b)] = Math.min(a, b);
  });
  const origins = new Map<number, string[]>();
  reports.forEach((report, index) => {
    const at = find(index);
    const known = origins.get(at);
    if (known === undefined) origins.set(at, [report.id]);
    else known.push(report.id);
  });
  return [...origins.values()].map((ids) => ({ reports: ids }));
}

/** From a report's id to the number of its origin. */
export function originIndex(origins: readonly Origin[]): (report: string) => number {
  const index = new Map(origins.flatMap(({ reports }, at) => reports.map((id) => [id, at] as const)));
  return (report) => index.get(report) ?? -1;
}
