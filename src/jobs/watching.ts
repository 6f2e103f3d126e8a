// One look at a watched source: what is new there is added, and how it went is kept.
import { stat } from 'node:fs/promises';
import type { Store } from '../record/store.js';
import { findWatch, isKnownAddress, keepLook, type WatchState } from '../record/watches.js';
import { filesBelow } from '../report/file.js';
import type { AddInput, AddResult } from '../terms/adding.js';
import { asParleyError, ParleyError } from '../terms/errors.js';
import type { ReaderOf } from '../terms/marks.js';
import type { NewWatch, Watch } from '../terms/watching.js';
import { addReports } from './adding.js';
import type { Readers } from './readers.js';
import type { FetchedInput } from './sources.js';

/** That a place can be watched at all. Throws `bad-option` for what is no http address, `file-not-found` for what is no folder. */
export async function checkPlace({ kind, place }: NewWatch): Promise<void> {
  if (kind === 'feed') {
    if (!URL.canParse(place) || !/^https?:$/.test(new URL(place).protocol)) throw new ParleyError('bad-option', place);
    return;
  }
  const about = await stat(place).catch((error: unknown) => {
    throw new ParleyError('file-not-found', place, { cause: error });
  });
  if (!about.isDirectory()) throw new ParleyError('file-not-found', place);
}

interface News {
  readonly inputs: readonly (AddInput | FetchedInput)[];
  readonly state: WatchState;
}

/** Asks the server only for what is newer than last time. */
async function newsOfFeed(store: Store, { place, allowPrivate }: Watch, state: WatchState, signal: AbortSignal): Promise<News> {
  const { fetchSource } = await import('../report/fetch.js');
  const fetched = await fetchSource(place, {
    allowPrivate,
    signal,
    ...(state.etag !== null && { etag: state.etag }),
    ...(state.lastModified !== null && { lastModified: state.lastModified }),
  });
  const next = { ...state, etag: fetched.etag ?? null, lastModified: fetched.lastModified ?? null };
  if (fetched.unchanged) return { inputs: [], state: next };
  return { inputs: [{ kind: 'fetched', fetched, known: (url) => isKnownAddress(store, url) }], state: next };
}

/** Files that were not there last time, or have changed since. Of a mailbox only mails. */
async function newsOfFolder({ place, kind }: Watch, state: WatchState): Promise<News> {
  const seen: Record<string, string> = {};
  const inputs: AddInput[] = [];
  for await (const path of filesBelow(place)) {
    if (kind === 'mailbox' && !/\.eml$/i.test(path)) continue;
    const { size, mtimeMs } = await stat(path);
    seen[path] = `${size} ${Math.trunc(mtimeMs)}`;
    if (state.seen[path] !== seen[path]) inputs.push({ kind: 'file', path });
  }
  return { inputs, state: { ...state, seen } };
}

/**
 * Looks at a source (by id or place) and gives how it fares now. What goes wrong at the source is kept with it, not thrown; throws
 * `unknown-watch`, and what is wrong with the store. Reports that were kept before a look was stopped stay, and the look is done again.
 */
export async function look(
  store: Store,
  readers: Readers,
  who: ReaderOf,
  id: string,
  now: () => Date,
  signal: AbortSignal,
): Promise<Watch> {
  const { watch, state } = await findWatch(store, who, id);
  const at = now();
  const results: AddResult[] = [];
  try {
    const news = watch.kind === 'feed' ? await newsOfFeed(store, watch, state, signal) : await newsOfFolder(watch, state);
    const options = { mark: watch.mark, allowPrivate: watch.allowPrivate, ...(watch.process !== null && { processes: [watch.process] }) };
    if (news.inputs.length > 0)
      await addReports(store, readers, who, news.inputs, options, { signal, onResult: (result) => results.push(result) }, () => {});
    if (signal.aborted) return watch;
    const refused = results.find(({ error }) => error !== undefined)?.error ?? null;
    // A feed of which nothing can be used is none; a folder may hold anything.
    const failed = watch.kind === 'feed' && results.length > 0 && results.every(({ outcome }) => outcome === 'refused');
    const brought = results.some(({ outcome }) => outcome === 'new');
    await keepLook(store, watch, { at, failed, brought, error: refused, state: failed ? state : news.state });
  } catch (error) {
    if (signal.aborted) return watch;
    const told = asParleyError(error);
    const brought = results.some(({ outcome }) => outcome === 'new');
    await keepLook(store, watch, { at, failed: true, brought, error: told.toJSON().error, state });
  }
  return (await findWatch(store, who, watch.id)).watch;
}
