// Opens the home for a command: through the desk where one is serving it, else the store itself.
import type { Parley } from '../../parley/contract.js';
import { ParleyError } from '../../terms/errors.js';
import type { Everywhere } from './command.js';

/** How long a desk may take to say that it is there, in milliseconds. */
const PATIENCE = 5000;

/** The running desk of a home, or null. A file left behind by a desk that was killed leads to none. */
async function deskOf(home: string): Promise<Parley | null> {
  const { isAlive, readDeskFile } = await import('../desk-file.js');
  const desk = readDeskFile(home);
  if (!desk || !isAlive(desk.pid)) return null;
  const { clientOf } = await import('../client/client.js');
  const parley = clientOf(home, desk);
  const late = AbortSignal.timeout(PATIENCE);
  try {
    await Promise.race([parley.processes.list(), new Promise((_, reject) => late.addEventListener('abort', () => reject(late.reason)))]);
    return parley;
  } catch (error) {
    // Another program has the number of a desk that is gone.
    if (error instanceof ParleyError && error.code === 'fetch-failed') return null;
    if (late.aborted) throw new ParleyError('fetch-timeout', desk.url, { cause: error });
    throw error;
  }
}

/** Opens the home, does the work and closes the home again, whatever happens. */
export async function withParley<T>({ home: given }: Everywhere, work: (parley: Parley) => Promise<T>): Promise<T> {
  const { isDatabase, placeOf } = await import('../../parley/home.js');
  const place = placeOf(given);
  // A database is open to everybody at once.
  const desk = isDatabase(place) ? null : await deskOf(place);
  const parley = desk ?? (await (await import('../../parley/local.js')).openParley({ home: place }));
  try {
    return await work(parley);
  } finally {
    await parley.close();
  }
}
