// The kinds of change that the history holds, each with all that doing it again needs.
import { z } from 'zod';
import { gradeSchema, markSchema } from '../terms/marks.js';
import { lineVersionSchema, REVIEW_STATES } from '../terms/record.js';
import { reportSchema } from '../terms/report.js';

/** A report without its text, which is kept once, by its hash. */
const keptReportSchema = reportSchema.omit({ text: true });

const report = z.string();
const line = z.string();
const process = z.string();
const text = z.string().nullable();
const kind = <K extends string, D extends z.ZodRawShape>(what: K, data: D) => z.object({ what: z.literal(what), data: z.object(data) });

/** How a line is reviewed (null: unread), and the version somebody put in the place of the reader's (null: none). */
const lineStandsSchema = z.object({
  review: z.object({ state: z.enum(REVIEW_STATES), by: z.string(), at: z.string(), reason: text }).nullable(),
  version: lineVersionSchema.nullable(),
});
export type LineBefore = z.infer<typeof lineStandsSchema>;

export const changeSchema = z.discriminatedUnion('what', [
  kind('process-made', { process, name: z.string(), asOf: text, demo: z.boolean() }),
  kind('process-removed', { process }),
  kind('process-day-set', { process, asOf: text }),
  kind('report-added', { report, content: z.string(), kept: keptReportSchema, reading: text, mark: markSchema }),
  // The text was read again, by another reader or by a colleague.
  kind('report-read', { report, reading: z.string() }),
  // The same text was met again elsewhere.
  kind('report-seen', { report, publisher: text, published: text, url: text, from: text }),
  kind('report-filed', { report, process }),
  kind('report-unfiled', { report, process }),
  kind('report-removed', { report }),
  kind('report-marked', { report, mark: markSchema }),
  kind('report-graded', { report, grade: gradeSchema.nullable() }),
  // `before` is how the line stood, to which undoing leads back; missing: unread, as the reader has it.
  kind('line-reviewed', { report, line, state: z.enum(REVIEW_STATES), reason: text, before: lineStandsSchema.optional() }),
  kind('line-edited', { report, line, version: lineVersionSchema, before: lineStandsSchema }),
  kind('line-made', { report, line, version: lineVersionSchema }),
  // How the line stood in a record that was taken in.
  kind('line-imported', { report, line, ...lineStandsSchema.shape }),
  // A change of the line (its number) was undone: it stands as it did before.
  kind('line-restored', { report, line, undoes: z.number().int(), ...lineStandsSchema.shape }),
  // Two actors are one, under the name of `into`; and are two again.
  kind('actors-merged', {
    actor: z.string(),
    name: z.string(),
    into: z.object({ id: z.string(), name: z.string(), kind: z.string(), country: text }),
  }),
  kind('actors-split', { actor: z.string() }),
  // A report or a name was removed for good: of all that went nothing is told but how much it was.
  kind('redacted', {
    of: z.enum(['report', 'name']),
    why: z.string(),
    changes: z.number().int(),
    reports: z.number().int(),
    places: z.number().int(),
  }),
  // What stood here was removed for good by the change of that number.
  kind('tombstone', { by: z.number().int() }),
]);
/** A change of some kind with its data. */
export type AnyChange = z.infer<typeof changeSchema>;
type ChangeKind = AnyChange['what'];
export type ChangeData<K extends ChangeKind> = Extract<AnyChange, { what: K }>['data'];

/** When a change was made, by whom, and its place in the history. */
export interface Stamp {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
}

/** The process, report or line that a change is about, and the report it belongs to. */
export function subjectOf(change: AnyChange): { readonly about: string; readonly report: string | null } {
  if (change.what === 'redacted' || change.what === 'tombstone') return { about: change.what, report: null };
  const { data } = change;
  if ('actor' in data) return { about: data.actor, report: null };
  if (!('report' in data)) return { about: data.process, report: null };
  return { about: 'line' in data ? `${data.report}:${data.line}` : data.report, report: data.report };
}
