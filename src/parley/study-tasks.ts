// What is done in the thread that studies: it reads the store by itself, beside the one that writes.
import { type Answer, answer } from '../jobs/answer.js';
import { type Place, readPlace } from '../record/place.js';
import type { Store } from '../record/store.js';
import { boardFor } from './board.js';
import { briefFor } from './brief.js';
import { changedFor } from './changed.js';
import { decidingFor } from './deciding.js';
import { openFor } from './open-questions.js';
import { tellFor } from './tell.js';
import { writtenFor } from './written.js';

const stores = new Map<string, Store>();

/** The store of a place, opened once a thread; only ever read here. */
function storeOf(place: Place): Store {
  const known = stores.get(place) ?? readPlace(place);
  stores.set(place, known);
  return known;
}

/** What was made, and the milliseconds that it took here: the thread may have had to be started first. */
export interface Made<T> {
  readonly made: T;
  readonly took: number;
}
const task =
  <A, T>(work: (store: Store, asked: A) => Promise<T>) =>
  ({ place, asked }: { readonly place: Place; readonly asked: A }): Promise<Answer<Made<T>>> =>
    answer(async () => {
      const started = performance.now();
      const made = await work(storeOf(place), asked);
      return { made, took: performance.now() - started };
    });

export const board = task(boardFor);
export const open = task(openFor);
export const tell = task(tellFor);
export const brief = task(briefFor);
export const deciding = task(decidingFor);
export const changed = task(changedFor);
export const write = task(writtenFor);
