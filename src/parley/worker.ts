// A worker: reads what desks and commands have put into a database, on this machine or any other.
import { openReaders } from '../jobs/readers.js';
import { readingQueue } from '../jobs/reading-queue.js';
import { Worker } from '../jobs/worker.js';
import { isDatabase, openPlace, type Place, shownPlace } from '../record/place.js';
import { ParleyError } from '../terms/errors.js';
import { programVersion } from './version.js';

export interface WorkerOptions {
  readonly place: Place;
  /** Threads that read. */
  readonly threads?: number | undefined;
  readonly signal: AbortSignal;
  /** Told of what could not be read, and where the database does not answer. */
  readonly failed: (error: unknown) => void;
  readonly started: (told: { readonly threads: number; readonly place: string; readonly waiting: number }) => void;
}

/** Reads until the signal, and finishes what is in hand. Throws `bad-database` for a home, where the desk itself reads, and the errors of a database. */
export async function work({ place, threads, signal, failed, started }: WorkerOptions): Promise<void> {
  if (!isDatabase(place)) throw new ParleyError('bad-database', `${place} is a home, where the desk reads by itself`);
  const store = await openPlace(place, programVersion());
  const queue = readingQueue(place);
  const readers = openReaders(threads, queue);
  const worker = new Worker(store, readers, queue, failed);
  try {
    started({ threads: readers.threads, place: shownPlace(place), waiting: await queue.waiting() });
    const running = worker.start();
    await new Promise<void>((resolve, reject) => {
      running.then(resolve, reject);
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (signal.aborted) resolve();
    });
  } finally {
    await worker.stop();
    await queue.close();
    await readers.close();
    await store.close();
  }
}
