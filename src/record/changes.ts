// The kinds of change that the history holds, each with all that doing it again needs.
import { z } from 'zod';
import { gradeSchema, markSchema } from '../terms/marks.js';
import { REVIEW_STATES } from '../terms/record.js';
import { reportSchema } from '../terms/report.js';

/** A report without its text, which is kept once, by its hash. */
const keptReportSchema = reportSchema.omit({ text: true });

const report = z.string();
const process = z.string();
const text = z.string().nullable();
const kind = <K extends string, D extends z.ZodRawShape>(what: K, data: D) => z.object({ what: z.literal(what), data: z.object(data) });

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
  kind('line-reviewed', { report, line: z.string(), state: z.enum(REVIEW_STATES), reason: text }),
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
  const { data } = change;
  if (!('report' in data)) return { about: data.process, report: null };
  return { about: change.what === 'line-reviewed' ? `${data.report}:${change.data.line}` : data.report, report: data.report };
}
