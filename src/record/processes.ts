// Processes: the talks that reports are gathered for.

import { boundsOf } from '../terms/edtf.js';
import { ParleyError } from '../terms/errors.js';
import type { ReaderOf } from '../terms/marks.js';
import type { Process } from '../terms/record.js';
import type { Db, Tx } from './engine.js';
import { seenBy, seesProcess } from './sight.js';
import type { Store } from './store.js';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Throws `bad-date` where a day is no YYYY-MM-DD of the calendar. */
export function checkDay(day: string): string {
  if (!ISO_DAY.test(day) || boundsOf(day) === null) throw new ParleyError('bad-date', JSON.stringify(day));
  return day;
}

/** A short word from a name: letters and digits without accents, joined by hyphens. */
function wordOf(name: string): string {
  const word = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return word === '' ? 'process' : word;
}

async function rowsOf(db: Db | Tx, who: ReaderOf, id: string | null): Promise<readonly Process[]> {
  const counted = db
    .selectFrom('process')
    .select((eb) => [
      'process.id',
      'process.name',
      'process.as_of',
      'process.demo',
      'process.created',
      eb
        .selectFrom('filing')
        .innerJoin('report', 'report.id', 'filing.report')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('filing.process', '=', 'process.id')
        .where(seenBy(who))
        .as('reports'),
    ])
    .orderBy('process.name_key');
  const rows = await (id === null ? counted : counted.where('process.id', '=', id)).execute();
  const seen = rows.filter((row) => seesProcess(who, row.id));
  return seen.map(({ id: key, name, as_of, demo, created, reports }) => ({
    id: key,
    name,
    asOf: as_of,
    demo: demo === 1,
    created,
    reports: reports ?? 0,
  }));
}

/** Id of a process given by id or name; throws `unknown-process`, also where the reader may not know of it. */
export async function processIdOf(db: Db | Tx, who: ReaderOf, idOrName: string): Promise<string> {
  const key = idOrName.trim();
  const rows = await db
    .selectFrom('process')
    .select('id')
    .where(({ or, eb }) => or([eb('id', '=', key), eb('name_key', '=', key.toLowerCase())]))
    .execute();
  const found = rows.find(({ id }) => id === key) ?? rows[0];
  if (!found || !seesProcess(who, found.id)) throw new ParleyError('unknown-process', JSON.stringify(idOrName));
  return found.id;
}

export const listProcesses = (store: Store, who: ReaderOf): Promise<readonly Process[]> => rowsOf(store.read, who, null);

export async function getProcess(store: Store, who: ReaderOf, idOrName: string): Promise<Process> {
  const id = await processIdOf(store.read, who, idOrName);
  const [found] = await rowsOf(store.read, who, id);
  if (!found) throw new ParleyError('unknown-process', JSON.stringify(idOrName));
  return found;
}

export interface NewProcess {
  readonly asOf?: string | null | undefined;
  readonly demo?: boolean | undefined;
}

/** Makes a process. Throws `process-exists`, `bad-date`, or `bad-option` for an empty name. */
export async function createProcess(
  store: Store,
  who: ReaderOf,
  given: string,
  { asOf = null, demo = false }: NewProcess = {},
): Promise<Process> {
  const name = given.trim().replace(/\s+/gu, ' ');
  if (name === '') throw new ParleyError('bad-option', JSON.stringify(given));
  if (asOf !== null) checkDay(asOf);
  const id = await store.change(who.reader, async (tx, make) => {
    const taken = await tx.selectFrom('process').select(['id', 'name_key']).execute();
    const word = wordOf(name);
    // The name must not be another's id either: both find a process.
    if (taken.some((one) => one.name_key === name.toLowerCase() || one.id === name))
      throw new ParleyError('process-exists', JSON.stringify(name));
    const ids = new Set(taken.flatMap((one) => [one.id, one.name_key]));
    let process = word;
    for (let n = 2; ids.has(process) && process !== name.toLowerCase(); n++) process = `${word}-${n}`;
    await make({ what: 'process-made', data: { process, name, asOf, demo } });
    return process;
  });
  return getProcess(store, who, id);
}

export async function setProcessDay(store: Store, who: ReaderOf, idOrName: string, asOf: string | null): Promise<Process> {
  if (asOf !== null) checkDay(asOf);
  const id = await store.change(who.reader, async (tx, make) => {
    const process = await processIdOf(tx, who, idOrName);
    await make({ what: 'process-day-set', data: { process, asOf } });
    return process;
  });
  return getProcess(store, who, id);
}

/** Removes a process and, where asked, the reports that are in no other; gives how many reports went. */
export async function removeProcess(
  store: Store,
  who: ReaderOf,
  idOrName: string,
  withReports: boolean,
): Promise<{ readonly reports: number }> {
  return store.change(who.reader, async (tx, make) => {
    const process = await processIdOf(tx, who, idOrName);
    const own = withReports
      ? await tx
          .selectFrom('filing as mine')
          .innerJoin('report', 'report.id', 'mine.report')
          .select('mine.report')
          .where('mine.process', '=', process)
          .where(seenBy(who))
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('filing as other')
                  .select('other.process')
                  .whereRef('other.report', '=', 'mine.report')
                  .where('other.process', '<>', process),
              ),
            ),
          )
          .orderBy('mine.report')
          .execute()
      : [];
    for (const { report } of own) await make({ what: 'report-removed', data: { report } });
    // A later process may come by the same id, and is another.
    await tx.deleteFrom('account_grant').where('process', '=', process).execute();
    await make({ what: 'process-removed', data: { process } });
    return { reports: own.length };
  });
}
