// The store: opened once, changed in whole transactions that write their own history, looked at beside the writer.

import type { Selectable } from 'kysely';
import { applyChange } from './apply.js';
import { type AnyChange, changeSchema, subjectOf } from './changes.js';
import type { Db, Engine, Tx } from './engine.js';
import { makeHome, makePrivate, storeFile } from './home.js';
import { migrate } from './migrations.js';
import { checkAddress } from './postgres/address.js';
import { postgresEngine } from './postgres/engine.js';
import type { ChangeTable } from './schema.js';
import { scrubWherePossible } from './scrubbing.js';
import { sqliteEngine } from './sqlite/engine.js';

/** Writes a change to the history and does it. */
export type Do = (change: AnyChange) => Promise<void>;

export interface Store {
  readonly engine: Engine;
  readonly read: Db;
  /**
   * One transaction in the name of somebody: all of its changes are kept, or none. Resolves once they are on the disk.
   * `work` must wait for nothing but the store, and may be done again from its start where the connection to a database breaks.
   */
  change<T>(by: string, work: (tx: Tx, make: Do) => Promise<T>): Promise<T>;
  /** The same for changes made elsewhere, each kept with the time and the name it had there. */
  restore<T>(work: (tx: Tx, make: (change: AnyChange, at: string, by: string) => Promise<void>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The time now, ISO 8601 in UTC. */
export type Clock = () => string;
const systemClock: Clock = () => new Date().toISOString();

/** A store over an engine whose tables are made. */
export function storeOver(engine: Engine, now: Clock = systemClock): Store {
  const make = async (tx: Tx, change: AnyChange, at: string, by: string): Promise<Written> => {
    const checked = changeSchema.parse(change);
    const { about, report } = subjectOf(checked);
    const row = { at, who: by, what: checked.what, about, report, data: JSON.stringify(checked.data) };
    const { seq } = await tx
      .insertInto('change')
      .values(engine.nextSeq === null ? row : { seq: engine.nextSeq, ...row })
      .returning('seq')
      .executeTakeFirstOrThrow();
    await applyChange(engine, tx, checked, { seq, at, by });
    return { seq, ...row };
  };
  const restore: Store['restore'] = (work) => {
    let last: Written | null = null;
    return engine.change(
      (tx) => {
        last = null;
        return work(tx, async (change, at, by) => {
          last = await make(tx, change, at, by);
        });
      },
      async (tx) => last !== null && (await isWritten(tx, last)),
    );
  };
  return {
    engine,
    read: engine.read,
    change: (by, work) =>
      restore((tx, made) => {
        const at = now();
        return work(tx, (change) => made(change, at, by));
      }),
    restore,
    close: () => engine.close(),
  };
}

type Written = Selectable<ChangeTable>;

/** True where this very change is in the history. */
async function isWritten(tx: Tx, { seq, at, who, what, about, data }: Written): Promise<boolean> {
  const row = await tx.selectFrom('change').selectAll().where('seq', '=', seq).executeTakeFirst();
  return row !== undefined && row.at === at && row.who === who && row.what === what && row.about === about && row.data === data;
}

/**
 * Opens the store of a home, which is made where it is missing.
 * Throws `home-not-writable`, `store-newer`, `store-damaged`, `store-full` or `store-busy`. `program` is the version of Parley.
 */
export async function openStore(home: string, program: string, now: Clock = systemClock): Promise<Store> {
  makeHome(home);
  return openStoreFile(storeFile(home), program, now);
}

/** The store in a PostgreSQL database. Throws `bad-database`, `database-unreachable`, `database-refused`, `database-too-old`, `store-newer`. */
export const openDatabase = async (address: string, program: string, now: Clock = systemClock): Promise<Store> =>
  opened(postgresEngine(checkAddress(address)), program, now);

/** The same for a file wherever it is. */
export async function openStoreFile(file: string, program: string, now: Clock = systemClock): Promise<Store> {
  makePrivate(file);
  return opened(sqliteEngine(file), program, now);
}

async function opened(engine: Engine, program: string, now: Clock): Promise<Store> {
  try {
    await migrate(engine, now(), program);
    await scrubWherePossible(engine);
    return storeOver(engine, now);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** The tables that the history alone fills, each before those that it points into. */
export const RECORD_TABLES = [
  'review',
  'edit',
  'joining',
  'actor_tally',
  'name_tally',
  'claim_actor',
  'actor_name',
  'claim',
  'statement',
  'sighting',
  'filing',
  'report',
  'process',
  'actor',
] as const;

/** Empties all that the history fills. */
export async function emptyRecord(engine: Engine, tx: Tx): Promise<void> {
  await engine.emptySearch(tx);
  for (const table of RECORD_TABLES) await tx.deleteFrom(table).execute();
}

/** Changes taken from the history at once. */
const AT_ONCE = 500;

/** Does the history over an emptied record, and gives how many changes that were. */
export async function doAgain(engine: Engine, tx: Tx): Promise<number> {
  let [last, done] = [0, 0];
  for (let more = true; more; ) {
    const rows = await tx.selectFrom('change').selectAll().where('seq', '>', last).orderBy('seq').limit(AT_ONCE).execute();
    for (const { seq, at, who, what, data } of rows)
      await applyChange(engine, tx, changeSchema.parse({ what, data: JSON.parse(data) }), { seq, at, by: who });
    last = rows.at(-1)?.seq ?? last;
    done += rows.length;
    more = rows.length === AT_ONCE;
  }
  return done;
}

/** Does the whole history again over an emptied record; what stands afterwards is what stood before. */
export const replay = ({ engine }: Store): Promise<number> =>
  engine.change(
    async (tx) => {
      await emptyRecord(engine, tx);
      return doAgain(engine, tx);
    },
    async () => false,
  );
