// Takes reports from the queue and reads them, until it is stopped.
import type { Store } from '../record/store.js';
import { readKept } from './read-kept.js';
import type { Readers } from './readers.js';
import type { ReadingQueue } from './reading-queue.js';

export class Worker {
  readonly #store: Store;
  readonly #readers: Readers;
  readonly #queue: ReadingQueue;
  readonly #failed: (error: unknown) => void;
  readonly #stop = new AbortController();
  #running: Promise<void> | null = null;

  /** `failed` is told what could not be read, and where the database does not answer; the work goes on. */
  constructor(store: Store, readers: Readers, queue: ReadingQueue, failed: (error: unknown) => void) {
    this.#store = store;
    this.#readers = readers;
    this.#queue = queue;
    this.#failed = failed;
  }

  /** Works from now on; resolves when it was stopped, or throws what makes working impossible. */
  start(): Promise<void> {
    this.#running ??= this.#queue.work({
      read: (report) => readKept(this.#store, this.#readers, report),
      // One is fetched while another is read.
      atOnce: this.#readers.threads + 1,
      signal: this.#stop.signal,
      failed: this.#failed,
    });
    return this.#running;
  }

  /** Finishes what is in hand. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }
}
