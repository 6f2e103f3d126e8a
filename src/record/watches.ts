// The watched sources as they are kept: what to look at, when next, and how the last look ended.
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { ParleyError } from '../terms/errors.js';
import { marksUpTo, type ReaderOf } from '../terms/marks.js';
import { type NewWatch, newWatchSchema, type Watch, watchSchema } from '../terms/watching.js';
import { hashOf } from './content.js';
import { processIdOf } from './processes.js';
import type { WatchTable } from './schema.js';
import type { Store } from './store.js';

/** What a look leaves behind for the next. */
export interface WatchState {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Files by path, with size and time of change. */
  readonly seen: Readonly<Record<string, string>>;
}
export interface Look {
  /** When the look began. */
  readonly at: Date;
  readonly failed: boolean;
  readonly brought: boolean;
  readonly error: Watch['error'];
  readonly state: WatchState;
}

/** Longest time between two tries of a source that fails, in minutes. */
const DAY = 1440;

/** When a source is tried next: twice the time later after each failure, a day at most. */
export function nextLook(at: Date, every: number, failures: number): Date {
  const minutes = failures === 0 ? every : Math.max(every, Math.min(every * 2 ** Math.min(failures, 12), DAY));
  return new Date(at.getTime() + minutes * 60_000);
}

const watchOf = (row: Selectable<WatchTable>): Watch =>
  watchSchema.parse({
    ...row,
    allowPrivate: row.allow_private === 1,
    paused: row.paused === 1,
    addedBy: row.added_by,
    error: row.error === null ? null : JSON.parse(row.error),
  });

/** Keeps a new one, due at once; one of the same place is known already. Throws `unknown-process`, `conflict`. */
export async function addWatch(store: Store, who: ReaderOf, given: NewWatch, now: Date): Promise<Watch> {
  const { kind, place, process, every, mark, allowPrivate } = newWatchSchema.parse(given);
  const row = {
    id: `w-${hashOf(place).slice(0, 8)}`,
    kind,
    place,
    process: process === null ? null : await processIdOf(store.read, who, process),
    every,
    mark,
    allow_private: allowPrivate ? 1 : 0,
    added: now.toISOString(),
    added_by: who.reader,
    tried: null,
    due: now.toISOString(),
    good: null,
    brought: null,
    failures: 0,
    paused: 0,
    error: null,
    etag: null,
    last_modified: null,
    seen: '{}',
  };
  await store.engine.change(
    async (tx) => {
      const there = await tx.selectFrom('watch').select('id').where('id', '=', row.id).executeTakeFirst();
      if (there) throw new ParleyError('conflict', `${place} is watched already`);
      await tx.insertInto('watch').values(row).execute();
    },
    async (tx) => (await tx.selectFrom('watch').select('id').where('id', '=', row.id).executeTakeFirst()) !== undefined,
  );
  return watchOf(row);
}

/** True where somebody may see what the source brings. */
const seesWatch = ({ clearance, grants = [] }: ReaderOf, { mark, process }: Watch): boolean =>
  marksUpTo(clearance).includes(mark) || grants.some((grant) => grant.process === process && marksUpTo(grant.clearance).includes(mark));

/** Those whose mark the reader may see, by place. */
export async function listWatches(store: Store, who: ReaderOf): Promise<readonly Watch[]> {
  const rows = await store.read.selectFrom('watch').selectAll().orderBy('place').execute();
  return rows.map(watchOf).filter((watch) => seesWatch(who, watch));
}

/** By id or place. Throws `unknown-watch`. */
export async function findWatch(
  store: Store,
  who: ReaderOf,
  watch: string,
): Promise<{ readonly watch: Watch; readonly state: WatchState }> {
  const row = await store.read
    .selectFrom('watch')
    .selectAll()
    .where((eb) => eb.or([eb('id', '=', watch), eb('place', '=', watch)]))
    .executeTakeFirst();
  if (!row || !seesWatch(who, watchOf(row))) throw new ParleyError('unknown-watch', watch);
  const seen = z.record(z.string(), z.string()).parse(JSON.parse(row.seen));
  return { watch: watchOf(row), state: { etag: row.etag, lastModified: row.last_modified, seen } };
}

/** Throws `unknown-watch`. */
export async function removeWatch(store: Store, who: ReaderOf, watch: string): Promise<void> {
  const { id } = (await findWatch(store, who, watch)).watch;
  await store.engine.write.deleteFrom('watch').where('id', '=', id).execute();
}

/** Looks at a source no more until it is resumed, and then at once. Throws `unknown-watch`. */
export async function pauseWatch(store: Store, who: ReaderOf, watch: string, paused: boolean, now: Date): Promise<Watch> {
  const { id } = (await findWatch(store, who, watch)).watch;
  const set = paused ? { paused: 1 } : { paused: 0, failures: 0, due: now.toISOString() };
  await store.engine.write.updateTable('watch').set(set).where('id', '=', id).execute();
  return (await findWatch(store, who, id)).watch;
}

/** Ids of those that are to be looked at now, the longest due first. */
export async function dueWatches(store: Store, now: Date): Promise<readonly string[]> {
  const rows = await store.read
    .selectFrom('watch')
    .select('id')
    .where('paused', '=', 0)
    // Tried at a time that has not come yet: the clock was set back since.
    .where(({ or, eb }) => or([eb('due', '<=', now.toISOString()), eb('tried', '>', now.toISOString())]))
    .orderBy('due')
    .execute();
  return rows.map(({ id }) => id);
}

/** Milliseconds after which a look that never came to its end may be made by somebody else. */
const LOOK_MS = 5 * 60_000;

/** Takes a due source for a look; false where another desk over the same record has taken it. */
export async function takeWatch(store: Store, id: string, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const due = new Date(now.getTime() + LOOK_MS).toISOString();
  const taken = await store.engine.write.updateTable('watch').set({ due }).where('id', '=', id).where('due', '<=', at).executeTakeFirst();
  if (taken.numUpdatedRows > 0n) return true;
  // Tried in what is the future now: from here on that is now, so that nobody else takes it for the same reason.
  const again = await store.engine.write
    .updateTable('watch')
    .set({ due, tried: at })
    .where('id', '=', id)
    .where('tried', '>', at)
    .executeTakeFirst();
  return again.numUpdatedRows > 0n;
}

/** Keeps how a look ended; one of a source that was removed meanwhile is of no interest. */
export async function keepLook(store: Store, { id, every, failures: before, good, brought }: Watch, look: Look): Promise<void> {
  const at = look.at.toISOString();
  const failures = look.failed ? before + 1 : 0;
  await store.engine.write
    .updateTable('watch')
    .set({
      tried: at,
      due: nextLook(look.at, every, failures).toISOString(),
      good: look.failed ? good : at,
      brought: look.brought ? at : brought,
      failures,
      error: look.error === null ? null : JSON.stringify(look.error),
      etag: look.state.etag,
      last_modified: look.state.lastModified,
      seen: JSON.stringify(look.state.seen),
    })
    .where('id', '=', id)
    .execute();
}

/** True where a report came from this address. */
export async function isKnownAddress(store: Store, url: string): Promise<boolean> {
  const report = await store.read.selectFrom('report').select('id').where('url', '=', url).executeTakeFirst();
  return (
    report !== undefined ||
    (await store.read.selectFrom('sighting').select('report').where('url', '=', url).executeTakeFirst()) !== undefined
  );
}
