// A record copied from one store into another, whatever their engines: the history is done again there, and what stands must be what stands here.
import { type RawBuilder, sql } from 'kysely';
import { ParleyError } from '../terms/errors.js';
import type { Tx } from './engine.js';
import { HISTORY_TABLES, OTHER_TABLES } from './schema.js';
import { doAgain, emptyRecord, RECORD_TABLES, type Store } from './store.js';

export interface Copied {
  readonly reports: number;
  readonly changes: number;
  /** Of all tables that were copied or compared. */
  readonly rows: number;
}

type Row = Readonly<Record<string, string | number | null>>;
type Table = (typeof HISTORY_TABLES)[number] | (typeof OTHER_TABLES)[number] | (typeof RECORD_TABLES)[number];

/** Rows at once: a text may be long, and SQLite takes 32,766 values in one statement. */
const AT_ONCE = 200;

/** What tables without end are walked by; the others are short. */
const WALKED: Readonly<Partial<Record<Table, string>>> = { content: 'hash', reading: 'id', change: 'seq', audit: 'seq', setting: 'name' };

/** Tables that are compared report by report, and the column of its id. */
const OF_REPORTS: Readonly<Partial<Record<Table, string>>> = {
  review: 'report',
  edit: 'report',
  claim_actor: 'report',
  actor_name: 'report',
  claim: 'report',
  statement: 'report',
  sighting: 'report',
  filing: 'report',
  report: 'id',
};

async function* batchesOf(tx: Tx, table: Table): AsyncGenerator<readonly Row[]> {
  const key = WALKED[table];
  if (key === undefined) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(tx);
    for (let at = 0; at < rows.length; at += AT_ONCE) yield rows.slice(at, at + AT_ONCE);
    return;
  }
  for (let last: string | number | null | undefined = null; last !== undefined; ) {
    const beyond: RawBuilder<unknown> = last === null ? sql`1 = 1` : sql`${sql.ref(key)} > ${last}`;
    const { rows }: { rows: Row[] } = await sql<Row>`select * from ${sql.table(table)} where ${beyond}
      order by ${sql.ref(key)} limit ${AT_ONCE}`.execute(tx);
    if (rows.length > 0) yield rows;
    last = rows.at(-1)?.[key];
  }
}

async function putIn(tx: Tx, table: Table, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(tx);
}

const inOrder = (rows: readonly Row[]): readonly string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

/** Throws `copy-differs` where rows are not the same, in whatever order; gives how many they are. */
async function compare(name: string, here: readonly Row[], there: readonly Row[]): Promise<number> {
  const [one, other] = [inOrder(here), inOrder(there)];
  if (one.length !== other.length || one.some((row, i) => row !== other[i]))
    throw new ParleyError('copy-differs', `${name}, ${one.length} rows of which ${other.length} came`);
  return one.length;
}

const rowsAmong = async (tx: Tx, table: string, key: string, ids: readonly string[], what = sql`*`): Promise<readonly Row[]> =>
  (await sql<Row>`select ${what} from ${sql.table(table)} where ${sql.ref(key)} in (${sql.join(ids)})`.execute(tx)).rows;

const FINDS = sql`report, found, line, kind, start, stop`;

/** Compares all that the history fills, the finds of the search included; gives how many rows there are. */
async function compareRecords(here: Tx, there: Tx): Promise<number> {
  let rows = 0;
  for (const table of RECORD_TABLES) {
    if (OF_REPORTS[table] !== undefined) continue;
    const all = async (tx: Tx): Promise<readonly Row[]> => (await sql<Row>`select * from ${sql.table(table)}`.execute(tx)).rows;
    rows += await compare(table, await all(here), await all(there));
  }
  for (let last = '', more = true; more; ) {
    const next = (tx: Tx): Promise<readonly { readonly id: string }[]> =>
      tx.selectFrom('report').select('id').where('id', '>', last).orderBy('id').limit(AT_ONCE).execute();
    const ids = (await next(here)).map(({ id }) => id);
    await compare('report', await next(here), await next(there));
    more = ids.length > 0;
    last = ids.at(-1) ?? last;
    if (!more) break;
    for (const table of RECORD_TABLES) {
      const key = OF_REPORTS[table];
      if (key !== undefined) rows += await compare(table, await rowsAmong(here, table, key, ids), await rowsAmong(there, table, key, ids));
    }
    rows += await compare(
      'the search',
      await rowsAmong(here, 'findable', 'report', ids, FINDS),
      await rowsAmong(there, 'findable', 'report', ids, FINDS),
    );
  }
  return rows;
}

const countOf = async (tx: Tx, table: 'report' | 'change' | 'account'): Promise<number> =>
  Number(
    (
      await tx
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

/** True where somebody has kept something there. */
export const holdsSomething = async (tx: Tx): Promise<boolean> => (await countOf(tx, 'change')) > 0 || (await countOf(tx, 'account')) > 0;

async function emptyAll(to: Store, tx: Tx): Promise<void> {
  await emptyRecord(to.engine, tx);
  for (const table of [...HISTORY_TABLES, ...OTHER_TABLES].reverse()) await sql`delete from ${sql.table(table)}`.execute(tx);
}

export interface Copying {
  readonly from: Store;
  readonly to: Store;
  /** As the target is called where it is not empty. */
  readonly called: string;
  /** Puts the copy in the place of what is there. */
  readonly force?: boolean;
  /** Asked at the end; throws where the copy must not stand. */
  readonly may?: () => Promise<void>;
  /** Tables that stay behind. */
  readonly without?: readonly (typeof OTHER_TABLES)[number][];
}

/**
 * Copies all that is kept, in one transaction of the target: it is there whole, counted and compared, or the target is as it was, however this ends.
 * What others keep meanwhile is not in it. Throws `database-not-empty`, `copy-differs`, and what the stores throw.
 */
export function copyRecord({ from, to, called, force = false, may, without = [] }: Copying): Promise<Copied> {
  return from.engine.snapshot((here) =>
    to.engine.change(
      async (there) => {
        if (!force && (await holdsSomething(there))) throw new ParleyError('database-not-empty', called);
        // What opening a store has put in goes, too.
        await emptyAll(to, there);
        let rows = 0;
        for (const table of [...HISTORY_TABLES, ...OTHER_TABLES]) {
          if (without.some((one) => one === table)) continue;
          for await (const batch of batchesOf(here, table)) {
            await putIn(there, table, batch);
            rows += batch.length;
          }
        }
        await to.engine.renumber(there);
        const changes = await doAgain(to.engine, there);
        const fromChanges = await countOf(here, 'change');
        if (changes !== fromChanges) throw new ParleyError('copy-differs', `${fromChanges} changes of which ${changes} came`);
        rows += await compareRecords(here, there);
        await may?.();
        return { reports: await countOf(there, 'report'), changes, rows };
      },
      (there) => holdsSomething(there),
    ),
  );
}
