// Reads a report that is kept unread, and keeps its reading; whoever comes second finds it done.
import { keepReading } from '../record/content.js';
import type { Store } from '../record/store.js';
import { reportSchema } from '../terms/report.js';
import type { Readers } from './readers.js';

const keptSchema = reportSchema.omit({ text: true });

/** Nothing happens to a report that was removed, or read by another. Throws what reading and the store throw. */
export async function readKept(store: Store, readers: Readers, id: string): Promise<void> {
  const row = await store.read
    .selectFrom('report')
    .innerJoin('content', 'content.hash', 'report.content')
    .select(['report.json', 'report.content', 'report.reading', 'report.added_by', 'content.text'])
    .where('report.id', '=', id)
    .executeTakeFirst();
  if (!row || row.reading !== null) return;
  const { parts, publisher, published, dateline } = keptSchema.parse(JSON.parse(row.json));
  const reading = await readers.read({ id, text: row.text, parts, publisher, published, dateline });
  await store.change(row.added_by, async (tx, make) => {
    const now = await tx.selectFrom('report').select(['reading', 'content']).where('id', '=', id).executeTakeFirst();
    if (!now || now.reading !== null || now.content !== row.content) return;
    await make({ what: 'report-read', data: { report: id, reading: await keepReading(tx, row.content, reading) } });
  });
}
