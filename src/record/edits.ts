// What people have put in the place of what the reader found, and lines they made by hand: laid over the reading wherever it is looked at.
import type { Reading } from '../terms/reading.js';
import { type LineVersion, lineVersionSchema } from '../terms/record.js';
import type { Db, Tx } from './engine.js';

/** Reports asked for at once, well below what any engine takes. */
const AT_ONCE = 500;

export interface Edit {
  readonly report: string;
  /** Id of the line in the report. */
  readonly line: string;
  readonly version: LineVersion;
}

export const isClaim = (version: LineVersion): version is Extract<LineVersion, { kind: string }> => 'kind' in version;

const withRow = (found: Map<string, Edit[]>, { report, line, json }: { report: string; line: string; json: string }): void => {
  const edits = found.get(report) ?? [];
  edits.push({ report, line, version: lineVersionSchema.parse(JSON.parse(json)) });
  found.set(report, edits);
};

/** The edited and handmade lines of all reports, by report, in the order of their ids. */
export async function allEdits(db: Db): Promise<ReadonlyMap<string, readonly Edit[]>> {
  const found = new Map<string, Edit[]>();
  const rows = await db.selectFrom('edit').select(['report', 'line', 'json']).orderBy('report').orderBy('line').execute();
  for (const row of rows) withRow(found, row);
  return found;
}

/** The edited and handmade lines of the reports, by report, in the order of their ids. */
export async function editsOf(db: Db | Tx, reports: readonly string[]): Promise<ReadonlyMap<string, readonly Edit[]>> {
  const found = new Map<string, Edit[]>();
  for (let at = 0; at < reports.length; at += AT_ONCE) {
    const rows = await db
      .selectFrom('edit')
      .select(['report', 'line', 'json'])
      .where('report', 'in', reports.slice(at, at + AT_ONCE))
      .orderBy('report')
      .orderBy('line')
      .execute();
    for (const row of rows) withRow(found, row);
  }
  return found;
}

function laidOver<T extends { readonly id: string }>(lines: readonly T[], versions: readonly T[]): T[] {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const found = new Set(lines.map(({ id }) => id));
  return [...lines.map((line) => byId.get(line.id) ?? line), ...versions.filter(({ id }) => !found.has(id))];
}

/** The reading as it stands: edited lines in the place of the reader's, handmade ones after them. */
export function withEdits(reading: Reading, edits: readonly Edit[]): Reading {
  if (edits.length === 0) return reading;
  const versions = edits.map(({ version }) => version);
  return {
    ...reading,
    statements: laidOver(
      reading.statements,
      versions.flatMap((version) => (isClaim(version) ? [] : [version])),
    ),
    claims: laidOver(reading.claims, versions.filter(isClaim)),
  };
}

/** The line of a reading by its id, or null. */
export const lineIn = (reading: Reading, id: string): LineVersion | null =>
  reading.claims.find((claim) => claim.id === id) ?? reading.statements.find((statement) => statement.id === id) ?? null;
