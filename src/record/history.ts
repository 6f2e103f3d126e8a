// The history as it is looked at: who changed what, when.
import { marksUpTo, type ReaderOf } from '../terms/marks.js';
import { type Change, changeSchema } from '../terms/record.js';
import { type Listed, type Paging, pageOf } from './reports.js';
import type { Store } from './store.js';

export interface HistoryFilter extends Paging {
  /** A process, report or line; a report's history holds that of its lines. */
  readonly about?: string | undefined;
  /** A kind of change. */
  readonly what?: string | undefined;
}

/** Newest first. Of reports that are gone, only somebody cleared for everything sees what was. */
export async function listChanges(store: Store, who: ReaderOf, filter: HistoryFilter): Promise<Listed<Change>> {
  const { limit, offset } = pageOf(filter);
  let found = store.read.selectFrom('change');
  if (who.clearance !== 'RED')
    found = found.where(({ or, and, eb, selectFrom }) =>
      or([
        // Merges name actors, who may stand in reports the reader may not see.
        and([eb('change.report', 'is', null), eb('what', 'not in', ['actors-merged', 'actors-split'])]),
        eb('change.report', 'in', selectFrom('report').select('report.id').where('report.mark', 'in', marksUpTo(who.clearance))),
      ]),
    );
  const { about, what } = filter;
  if (what !== undefined) found = found.where('what', '=', what);
  if (about !== undefined) found = found.where(({ or, eb }) => or([eb('about', '=', about), eb('change.report', '=', about)]));
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found.selectAll().orderBy('seq', 'desc').limit(limit).offset(offset).execute();
  const items = rows.map(({ seq, at, who: by, what: kind, about: subject, data }) =>
    changeSchema.parse({ seq, at, by, what: kind, about: subject, data: JSON.parse(data) }),
  );
  return { items, total };
}
