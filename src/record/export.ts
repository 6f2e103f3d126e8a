// Everything of a home that a reader may see, one thing after the other, so that a large record never stands in memory whole.
import { setImmediate as turn } from 'node:timers/promises';
import type { ReaderOf } from '../terms/marks.js';
import { type Exported, exportedSchema } from '../terms/record.js';
import { listProcesses, processIdOf } from './processes.js';
import { findReport } from './reports.js';
import { seenBy } from './sight.js';
import type { Store } from './store.js';

const AT_ONCE = 200;

/** Processes by name, then reports by id. */
export async function* exported(store: Store, who: ReaderOf, filter: { readonly process?: string | undefined }): AsyncIterable<Exported> {
  const only = filter.process === undefined ? null : await processIdOf(store.read, who, filter.process);
  for (const process of await listProcesses(store, who)) if (only === null || process.id === only) yield { type: 'process', process };
  for (let after = '', ids: string[] = ['']; ids.length > 0; after = ids.at(-1) ?? after) {
    let next = store.read.selectFrom('report').select('id').where(seenBy(who)).where('id', '>', after);
    if (only !== null)
      next = next.where('id', 'in', (eb) => eb.selectFrom('filing').select('filing.report').where('filing.process', '=', only));
    ids = (await next.orderBy('id').limit(AT_ONCE).execute()).map(({ id }) => id);
    for (const id of ids) {
      // Removed since the ids were listed, it is no part of the record any more.
      const page = await findReport(store, who, id);
      // Keys in the order of the schema: the same record is the same bytes, whoever asked for it.
      if (page) yield exportedSchema.parse({ type: 'report', page });
      // The store answers at once, without waiting for the event loop; others must come to their turn between two reports.
      await turn();
    }
  }
}
