// While a desk serves, looks at each watched source when it is due, one after the other.
import type { Store } from '../record/store.js';
import { dueWatches, findWatch, takeWatch } from '../record/watches.js';
import type { ReliefWebAccess } from '../report/reliefweb-access.js';
import { LOCAL_READER, type ReaderOf } from '../terms/marks.js';
import type { Watch } from '../terms/watching.js';
import type { Readers } from './readers.js';
import { look } from './watching.js';

/** Milliseconds between two questions of what is due. */
const TICK = 15_000;

export class Watchers {
  readonly #store: Store;
  readonly #readers: Readers;
  readonly #reliefWeb: ReliefWebAccess;
  readonly #stop = new AbortController();
  readonly #running = new Map<string, Promise<Watch>>();
  #timer: NodeJS.Timeout | null = null;
  #round: Promise<void> = Promise.resolve();

  constructor(store: Store, readers: Readers, reliefWeb: ReliefWebAccess) {
    this.#store = store;
    this.#readers = readers;
    this.#reliefWeb = reliefWeb;
  }

  /** From now on looks by itself; `failed` is told where the store can't be asked, and the next round tries again. */
  start(failed: (error: unknown) => void): void {
    const again = (): void => {
      this.#round = this.#due()
        .catch(failed)
        .finally(() => {
          if (!this.#stop.signal.aborted) this.#timer = setTimeout(again, TICK).unref();
        });
    };
    this.#timer = setTimeout(again, 1000).unref();
  }

  async #due(): Promise<void> {
    for (const id of await dueWatches(this.#store, new Date())) {
      if (this.#stop.signal.aborted) return;
      if (!(await takeWatch(this.#store, id, new Date()))) continue;
      await this.run(LOCAL_READER, id);
    }
  }

  /** Looks at one now; where that is being done already, waits for it. In the name of who added it. Throws `unknown-watch`. */
  async run(who: ReaderOf, id: string): Promise<Watch> {
    const { watch } = await findWatch(this.#store, who, id);
    const by = { ...LOCAL_READER, reader: watch.addedBy };
    const running =
      this.#running.get(watch.id) ??
      look(this.#store, this.#readers, by, watch.id, {
        now: () => new Date(),
        signal: this.#stop.signal,
        reliefWeb: this.#reliefWeb,
      }).finally(() => this.#running.delete(watch.id));
    this.#running.set(watch.id, running);
    return running;
  }

  /** Stops what is being done, and waits for it; whoever asked for it is told how it ended. */
  async close(): Promise<void> {
    this.#stop.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await Promise.allSettled([this.#round, ...this.#running.values()]);
  }
}
