// One look at a watched source: what is new there is added, and how it went is kept.
import { stat } from 'node:fs/promises';
import type { Store } from '../record/store.js';
import { findWatch, isKnownAddress, keepLook, type WatchState } from '../record/watches.js';
import { filesBelow } from '../report/file.js';
import type { ReliefWebAccess } from '../report/reliefweb-access.js';
import type { AddInput, AddResult } from '../terms/adding.js';
import { asParleyError, ParleyError } from '../terms/errors.js';
import type { ReaderOf } from '../terms/marks.js';
import type { NewWatch, Watch } from '../terms/watching.js';
import { addReports } from './adding.js';
import { newMails } from './mailbox.js';
import type { Readers } from './readers.js';
import type { FoundInput, SourceInput } from './sources.js';

/** That a place can be watched at all. Throws `bad-option` for what is no http address, `file-not-found` for what is no folder or mailbox. */
export async function checkPlace({ kind, place }: NewWatch): Promise<void> {
  if (kind === 'reliefweb') return;
  if (kind === 'feed') {
    if (!URL.canParse(place) || !/^https?:$/.test(new URL(place).protocol)) throw new ParleyError('bad-option', place);
    return;
  }
  const about = await found(place);
  if (!about.isDirectory() && !(kind === 'mailbox' && about.isFile())) throw new ParleyError('file-not-found', place);
}

const found = (place: string) =>
  stat(place).catch((error: unknown) => {
    throw new ParleyError('file-not-found', place, { cause: error });
  });

/** Something new, and how far the source is done with once it is kept. */
interface News {
  readonly inputs: readonly (AddInput | FoundInput)[];
  readonly state: WatchState;
}

/** Asks the server only for what is newer than last time. */
async function* newsOfFeed(store: Store, { place, allowPrivate }: Watch, state: WatchState, signal: AbortSignal): AsyncGenerator<News> {
  const { fetchSource } = await import('../report/fetch.js');
  const fetched = await fetchSource(place, {
    allowPrivate,
    signal,
    ...(state.etag !== null && { etag: state.etag }),
    ...(state.lastModified !== null && { lastModified: state.lastModified }),
  });
  const next = { ...state, etag: fetched.etag ?? null, lastModified: fetched.lastModified ?? null };
  if (fetched.unchanged) return yield { inputs: [], state: next };
  yield { inputs: [{ kind: 'fetched', fetched, known: (url) => isKnownAddress(store, url) }], state: next };
}

/** Files that were not there last time, or have changed since. */
async function* newsOfFolder({ place }: Watch, state: WatchState): AsyncGenerator<News> {
  const seen: Record<string, string> = {};
  const inputs: AddInput[] = [];
  for await (const path of filesBelow(place)) {
    const { size, mtimeMs } = await stat(path);
    seen[path] = `${size} ${Math.trunc(mtimeMs)}`;
    if (state.seen[path] !== seen[path]) inputs.push({ kind: 'file', path });
  }
  yield { inputs, state: { ...state, seen } };
}

/** Mails that are files (.eml), and those in mailbox files (.mbox, or the place itself) after the last that was seen. */
async function* newsOfMailbox({ place }: Watch, state: WatchState): AsyncGenerator<News> {
  const isFile = (await found(place)).isFile();
  const boxes: string[] = [];
  const seen: Record<string, string> = {};
  const inputs: AddInput[] = [];
  for await (const path of isFile ? [place] : filesBelow(place)) {
    if (isFile || /\.mbox$/i.test(path)) {
      boxes.push(path);
      if (state.seen[path] !== undefined) seen[path] = state.seen[path];
    }
    if (isFile || !/\.eml$/i.test(path)) continue;
    const { size, mtimeMs } = await stat(path);
    seen[path] = `${size} ${Math.trunc(mtimeMs)}`;
    if (state.seen[path] !== seen[path]) inputs.push({ kind: 'file', path });
  }
  yield { inputs, state: { ...state, seen: { ...seen } } };
  for (const path of boxes)
    for await (const mails of newMails(path, seen[path])) {
      seen[path] = mails.seen;
      yield { inputs: mails.mails, state: { ...state, seen: { ...seen } } };
    }
}

/** What came to ReliefWeb since the last look; of these what is here already is not opened. */
async function* newsOfReliefWeb(
  store: Store,
  { place, allowPrivate }: Watch,
  state: WatchState,
  signal: AbortSignal,
  access: ReliefWebAccess,
): AsyncGenerator<News> {
  const { askReliefWeb } = await import('../report/reliefweb.js');
  for (let since = state.lastModified, more = true; more; ) {
    const { sources, until, more: further } = await askReliefWeb(access, place, since, { allowPrivate, signal });
    const inputs: SourceInput[] = [];
    for (const source of sources) if (!(await isKnownAddress(store, source.url))) inputs.push({ kind: 'source', source });
    yield { inputs, state: { ...state, lastModified: until } };
    [since, more] = [until, further];
  }
}

function newsOf(store: Store, watch: Watch, state: WatchState, signal: AbortSignal, access: ReliefWebAccess): AsyncGenerator<News> {
  switch (watch.kind) {
    case 'feed':
      return newsOfFeed(store, watch, state, signal);
    case 'folder':
      return newsOfFolder(watch, state);
    case 'mailbox':
      return newsOfMailbox(watch, state);
    case 'reliefweb':
      return newsOfReliefWeb(store, watch, state, signal, access);
  }
}

export interface Looking {
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly reliefWeb: ReliefWebAccess;
}

/**
 * Looks at a source (by id or place) and gives how it fares now. What goes wrong at the source is kept with it, not thrown; throws
 * `unknown-watch`, and what is wrong with the store. Reports that were kept before a look was stopped stay, and the rest is looked at again.
 */
export async function look(store: Store, readers: Readers, who: ReaderOf, id: string, { now, signal, reliefWeb }: Looking): Promise<Watch> {
  const { watch, state: before } = await findWatch(store, who, id);
  const at = now();
  const results: AddResult[] = [];
  let state = before;
  try {
    const options = { mark: watch.mark, allowPrivate: watch.allowPrivate, ...(watch.process !== null && { processes: [watch.process] }) };
    for await (const news of newsOf(store, watch, state, signal, reliefWeb)) {
      if (news.inputs.length > 0)
        await addReports(store, readers, who, news.inputs, options, { signal, onResult: (result) => results.push(result) }, () => {});
      if (signal.aborted) return watch;
      state = news.state;
    }
    const refused = results.find(({ error }) => error !== undefined)?.error ?? null;
    // A feed of which nothing can be used is none; a folder may hold anything.
    const failed = watch.kind === 'feed' && results.length > 0 && results.every(({ outcome }) => outcome === 'refused');
    const brought = results.some(({ outcome }) => outcome === 'new');
    await keepLook(store, watch, { at, failed, brought, error: refused, state: failed ? before : state });
  } catch (error) {
    if (signal.aborted) return watch;
    const told = asParleyError(error);
    const brought = results.some(({ outcome }) => outcome === 'new');
    await keepLook(store, watch, { at, failed: true, brought, error: told.toJSON().error, state });
  }
  return (await findWatch(store, who, watch.id)).watch;
}
