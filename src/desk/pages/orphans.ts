// Which lines of a report are orphans: a newer text of its address no longer has their words at their place.
import type { Parley } from '../../parley.js';
import type { ReportPage } from '../../terms/record.js';

export interface Orphans {
  /** The report with the newer text. */
  readonly by: string;
  /** Ids of the lines in the report. */
  readonly lines: ReadonlySet<string>;
}

export async function orphansOf(parley: Parley, { summary, report, reading }: ReportPage): Promise<Orphans | null> {
  if (report.url === undefined || reading === null) return null;
  const ids = [...reading.statements, ...reading.claims].map(({ id }) => id);
  const cited = await parley.lines(ids.map((id) => `${summary.id}:${id}`));
  const orphaned = cited.flatMap(({ citation: { line, orphanedBy } }) => (orphanedBy === undefined ? [] : [{ line, by: orphanedBy }]));
  const [first] = orphaned;
  if (first === undefined) return null;
  return { by: first.by, lines: new Set(orphaned.map(({ line }) => line.slice(summary.id.length + 1))) };
}
