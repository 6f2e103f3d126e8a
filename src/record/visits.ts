// When somebody last looked at a process: a visit lasts while they keep looking, and what came since the one before is news to them.
import type { ReaderOf } from '../terms/marks.js';
import type { Visit } from '../terms/record.js';
import { lastSeq } from './line-before.js';
import { processIdOf } from './processes.js';
import type { Store } from './store.js';

/** Milliseconds without a look after which a visit is over. */
const PAUSE = 30 * 60 * 1000;

/** Notes that somebody looks at a process now (ISO 8601 in UTC), and gives when their visit before this one ended. No change of the record. Throws `unknown-process`. */
export function visitProcess(store: Store, who: ReaderOf, idOrName: string, at: string): Promise<Visit> {
  const { reader } = who;
  return store.change(reader, async (tx) => {
    const process = await processIdOf(tx, who, idOrName);
    const last = await tx.selectFrom('visit').selectAll().where('reader', '=', reader).where('process', '=', process).executeTakeFirst();
    const seq = await lastSeq(tx);
    const over = last !== undefined && Date.parse(at) - Date.parse(last.at) > PAUSE;
    const before = over
      ? { before_at: last.at, before_seq: last.seq }
      : { before_at: last?.before_at ?? null, before_seq: last?.before_seq ?? null };
    await tx
      .insertInto('visit')
      .values({ reader, process, at, seq, ...before })
      .onConflict((on) => on.columns(['reader', 'process']).doUpdateSet({ at, seq, ...before }))
      .execute();
    return { since: before.before_at };
  });
}
