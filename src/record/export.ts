// Everything of a home that a reader may see, one thing after the other, so that a large record never stands in memory whole.
import { marksUpTo, type ReaderOf } from '../terms/marks.js';
import type { Exported } from '../terms/record.js';
import { listProcesses, processIdOf } from './processes.js';
import { getReport } from './reports.js';
import type { Store } from './store.js';

const AT_ONCE = 200;

/** Processes by name, then reports by id. */
export async function* exported(store: Store, who: ReaderOf, filter: { readonly process?: string | undefined }): AsyncIterable<Exported> {
  const only = filter.process === undefined ? null : await processIdOf(store.read, filter.process);
  for (const process of await listProcesses(store, who)) if (only === null || process.id === only) yield { type: 'process', process };
  for (let after = '', ids: string[] = ['']; ids.length > 0; after = ids.at(-1) ?? after) {
    let next = store.read.selectFrom('report').select('id').where('mark', 'in', marksUpTo(who.clearance)).where('id', '>', after);
    if (only !== null)
      next = next.where('id', 'in', (eb) => eb.selectFrom('filing').select('filing.report').where('filing.process', '=', only));
    ids = (await next.orderBy('id').limit(AT_ONCE).execute()).map(({ id }) => id);
    for (const id of ids) yield { type: 'report', page: await getReport(store, who, id) };
  }
}
