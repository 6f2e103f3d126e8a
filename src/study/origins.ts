// Which reports are copies or light rewrites of one dispatch: a story counts once, however many outlets carry it.
import type { KeptReport } from './kept.js';

/** Words in a row that are compared; five seldom stand in two reports that were written apart. */
const RUN = 5;
/** Share of the shorter report's runs that also stand in the longer one, from which both are one origin. */
const SHARED = 0.3;
/** A run that stands in more reports than this is a phrase of the trade, not a sign of copying. */
const COMMON = 50;

/** Hashes of the runs of words in a text (FNV-1a over folded words), each once. */
function runsOf(text: string): Set<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<number>();
  for (let i = 0; i + RUN <= words.length; i++) {
    let hash = 0x811c9dc5;
    for (const word of words.slice(i, i + RUN)) {
      for (let j = 0; j < word.length; j++) hash = Math.imul(hash ^ word.charCodeAt(j), 0x01000193);
      hash = Math.imul(hash ^ 32, 0x01000193);
    }
    runs.add(hash >>> 0);
  }
  return runs;
}

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
  const runs = reports.map((report) => runsOf(report.reading.text));
  const holders = new Map<number, number[]>();
  runs.forEach((set, index) => {
    for (const run of set) {
      const at = holders.get(run);
      if (at === undefined) holders.set(run, [index]);
      else at.push(index);
    }
  });
  const leader = reports.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (leader[at] !== at) at = leader[at] as number;
    return at;
  };
  runs.forEach((set, index) => {
    const shared = new Map<number, number>();
    for (const run of set) {
      const at = holders.get(run) as number[];
      if (at.length > COMMON) continue;
      for (const other of at) if (other < index) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      if (count >= SHARED * Math.min(set.size, (runs[other] as Set<number>).size))
        leader[Math.max(find(index), find(other))] = Math.min(find(index), find(other));
    }
  });
  const origins = new Map<number, string[]>();
  reports.forEach((report, index) => {
    const at = find(index);
    origins.set(at, [...(origins.get(at) ?? []), report.id]);
  });
  return [...origins.values()].map((ids) => ({ reports: ids }));
}

/** From a report's id to the number of its origin. */
export function originIndex(origins: readonly Origin[]): (report: string) => number {
  const index = new Map(origins.flatMap(({ reports }, at) => reports.map((id) => [id, at] as const)));
  return (report) => index.get(report) ?? -1;
}
