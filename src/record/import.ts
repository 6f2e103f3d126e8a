// Takes in what an export wrote: processes and reports with their readings and reviews, each kept with the days and names it had.
import { ParleyError } from '../terms/errors.js';
import type { Claim, Reading, Statement } from '../terms/reading.js';
import type { Exported, Imported, Process, ReportPage } from '../terms/record.js';
import { hashOf, keepReading, keepText } from './content.js';
import { isClaim, lineIn } from './edits.js';
import { checkReading, checkText } from './keeping.js';
import type { Store } from './store.js';

/** A process that is here already, by its id, stays as it is. Throws `process-exists` where its name is another's. */
async function importProcess(store: Store, { id, name, asOf, demo, created }: Process): Promise<boolean> {
  return store.restore(async (tx, make) => {
    const taken = await tx.selectFrom('process').select(['id', 'name_key']).execute();
    if (taken.some((one) => one.id === id)) return false;
    if (taken.some((one) => one.name_key === name.toLowerCase())) throw new ParleyError('process-exists', JSON.stringify(name));
    await make({ what: 'process-made', data: { process: id, name, asOf: null, demo } }, created, 'local');
    if (asOf !== null) await make({ what: 'process-day-set', data: { process: id, asOf } }, created, 'local');
    return true;
  });
}

/** The reading as the reader made it, from the one with what people have put in its place. */
function asRead(reading: Reading, edits: ReportPage['edits']): Reading {
  const read = new Map(edits.map(({ line, read: version }) => [line.slice(reading.id.length + 1), version]));
  const statements = reading.statements.flatMap((line): Statement[] => {
    const version = read.get(line.id);
    return version === undefined ? [line] : version === null || isClaim(version) ? [] : [version];
  });
  const claims = reading.claims.flatMap((line): Claim[] => {
    const version = read.get(line.id);
    return version === undefined ? [line] : version !== null && isClaim(version) ? [version] : [];
  });
  return { ...reading, statements, claims };
}

/** That what an export says of a report fits together: lines that are there, each once, their words in the text. Throws `bad-archive`, `bad-reading`. */
function checkPage({ summary, report, reading, edits, reviews }: ReportPage): void {
  checkText(report);
  if (reading !== null) {
    checkReading({ ...reading, text: report.text });
    checkReading({ ...asRead(reading, edits), text: report.text });
  }
  for (const { line } of [...reviews, ...edits]) {
    const local = line.startsWith(`${summary.id}:`) ? line.slice(summary.id.length + 1) : null;
    if (local === null || reading === null || lineIn(reading, local) === null)
      throw new ParleyError('bad-archive', `the report ${summary.id} has no line ${line}`);
  }
}

/** A report whose text is here already stays as it is. Throws `conflict` where its id is another text's. */
async function importReport(store: Store, page: ReportPage): Promise<boolean> {
  checkPage(page);
  const { summary, report, reading, edits, reviews, sightings } = page;
  const { id, added, by, mark, grade, processes } = summary;
  const { text, ...kept } = report;
  return store.restore(async (tx, make) => {
    const same = await tx
      .selectFrom('report')
      .select(['id', 'content'])
      .where(({ or, eb }) => or([eb('id', '=', id), eb('content', '=', hashOf(text))]))
      .execute();
    if (same.some((one) => one.content === hashOf(text))) return false;
    if (same.length > 0) throw new ParleyError('conflict', `the id ${id} is that of a report with another text`);
    const content = await keepText(tx, text);
    const readingId = reading === null ? null : await keepReading(tx, content, asRead(reading, edits));
    await make({ what: 'report-added', data: { report: id, content, kept: { ...kept, id }, reading: readingId, mark } }, added, by);
    for (const { at, ...seen } of sightings) await make({ what: 'report-seen', data: { report: id, ...seen } }, at, by);
    if (grade !== null) await make({ what: 'report-graded', data: { report: id, grade } }, added, by);
    for (const process of new Set(processes)) {
      const there = await tx.selectFrom('process').select('id').where('id', '=', process).executeTakeFirst();
      if (!there) throw new ParleyError('bad-archive', `the report ${id} belongs to a process ${process} that is not there`);
    }
    for (const process of new Set(processes)) await make({ what: 'report-filed', data: { report: id, process } }, added, by);
    const decided = new Map(reviews.map((review) => [review.line, review]));
    for (const line of new Set([...decided.keys(), ...edits.map((edit) => edit.line)])) {
      const review = decided.get(line);
      const [when, who, local] = [review?.at ?? added, review?.by ?? by, line.slice(id.length + 1)];
      const version = reading !== null && edits.some((edit) => edit.line === line) ? lineIn(reading, local) : null;
      const stands = review ? { state: review.state, by: who, at: when, reason: review.reason ?? null } : null;
      await make({ what: 'line-imported', data: { report: id, line: local, review: stands, version } }, when, who);
    }
    return true;
  });
}

/** Each report is on the disk, whole, before the next is looked at. */
export async function importAll(store: Store, items: AsyncIterable<Exported>): Promise<Imported> {
  let [processes, reports, known] = [0, 0, 0];
  for await (const item of items) {
    const isNew = item.type === 'process' ? await importProcess(store, item.process) : await importReport(store, item.page);
    if (!isNew) known++;
    else if (item.type === 'process') processes++;
    else reports++;
  }
  return { processes, reports, known };
}
