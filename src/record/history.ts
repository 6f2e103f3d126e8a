// The history as it is looked at: who changed what, when.
import { z } from 'zod';
import type { ReaderOf } from '../terms/marks.js';
import { type Change, changeSchema } from '../terms/record.js';
import { type Listed, type Paging, pageOf } from './reports.js';
import { seenBy, seesProcess } from './sight.js';
import type { Store } from './store.js';

export interface HistoryFilter extends Paging {
  /** A process, report or line; a report's history holds that of its lines. */
  readonly about?: string | undefined;
  /** A kind of change. */
  readonly what?: string | undefined;
}

/** The data of a change without the process of a filing that the reader may not know of. */
const withoutOthers = <T>(who: ReaderOf, data: Readonly<Record<string, T>>): Record<string, T | null> =>
  typeof data.process === 'string' && !seesProcess(who, data.process) ? { ...data, process: null } : { ...data };

/** Newest first. Of reports that are gone, only somebody cleared for everything sees what was. */
export async function listChanges(store: Store, who: ReaderOf, filter: HistoryFilter): Promise<Listed<Change>> {
  const { limit, offset } = pageOf(filter);
  let found = store.read.selectFrom('change');
  if (who.clearance !== 'RED')
    found = found.where(({ or, and, eb, lit, selectFrom }) => {
      const granted = (who.grants ?? []).map(({ process }) => process);
      const ofProcess = who.clearance !== null ? lit(true) : granted.length > 0 ? eb('about', 'in', granted) : lit(false);
      return or([
        // Merges name actors, who may stand in reports the reader may not see; what else is about no report is about a process.
        and([eb('change.report', 'is', null), eb('what', 'not in', ['actors-merged', 'actors-split']), ofProcess]),
        eb('change.report', 'in', selectFrom('report').select('report.id').where(seenBy(who))),
      ]);
    });
  const { about, what } = filter;
  if (what !== undefined) found = found.where('what', '=', what);
  if (about !== undefined) found = found.where(({ or, eb }) => or([eb('about', '=', about), eb('change.report', '=', about)]));
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found.selectAll().orderBy('seq', 'desc').limit(limit).offset(offset).execute();
  const items = rows.map(({ seq, at, who: by, what: kind, about: subject, data }) =>
    changeSchema.parse({
      seq,
      at,
      by,
      what: kind,
      about: subject,
      data: withoutOthers(who, z.record(z.string(), z.json()).parse(JSON.parse(data))),
    }),
  );
  return { items, total };
}
