// Takes in what an export wrote: processes and reports with their readings and reviews, each kept with the days and names it had.
import { ParleyError } from '../terms/errors.js';
import type { Exported, Imported, Process, ReportPage } from '../terms/record.js';
import { hashOf, keepReading, keepText } from './content.js';
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

/** A report whose text is here already stays as it is. Throws `conflict` where its id is another text's. */
async function importReport(store: Store, { summary, report, reading, reviews, sightings }: ReportPage): Promise<boolean> {
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
    const readingId = reading === null ? null : await keepReading(tx, content, reading);
    await make({ what: 'report-added', data: { report: id, content, kept: { ...kept, id }, reading: readingId, mark } }, added, by);
    for (const { at, ...seen } of sightings) await make({ what: 'report-seen', data: { report: id, ...seen } }, at, by);
    if (grade !== null) await make({ what: 'report-graded', data: { report: id, grade } }, added, by);
    for (const process of processes) await make({ what: 'report-filed', data: { report: id, process } }, added, by);
    for (const review of reviews) {
      const data = { report: id, line: review.line.slice(id.length + 1), state: review.state, reason: review.reason ?? null };
      await make({ what: 'line-reviewed', data }, review.at ?? added, review.by ?? by);
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
