// `parley worker`: reads reports that wait in a database; any number of them, on any machines.
import { asParleyError } from '../../terms/errors.js';
import { type AddCommand, define, type Everywhere, whole } from './command.js';
import { write } from './shell.js';

interface WorkerFlags extends Everywhere {
  readonly workers?: number;
}

export const addWorker: AddCommand = (program, { shell }) => {
  define(program, {
    name: 'worker',
    summary: 'read reports that wait in the database of PARLEY_DATABASE_URL, until it is stopped; any number may run, on any machines',
    examples: ['worker', 'worker --workers 4'],
  })
    .option('--workers <n>', 'threads that read reports', whole(1))
    .action(async ({ workers: threads, home, quiet = false }: WorkerFlags) => {
      const [{ placeOf }, { work }] = await Promise.all([import('../../parley/home.js'), import('../../parley/worker.js')]);
      const stop = new AbortController();
      let times = 0;
      const off = shell.onInterrupt(() => {
        if (++times > 1) process.exit(130);
        stop.abort();
      });
      const tell = async (text: string): Promise<void> => {
        if (!quiet) await write(shell.stdout, text);
      };
      try {
        await work({
          place: placeOf(home),
          threads,
          signal: stop.signal,
          failed: (error) => {
            const { message, next } = asParleyError(error);
            void write(shell.stderr, `${new Date().toISOString()} ${message} ${next}\n`);
          },
          started: (told) =>
            void tell(
              `Reads with ${told.threads} ${told.threads === 1 ? 'thread' : 'threads'} what waits in ${told.place}: ${told.waiting} now. Ctrl-C stops it.\n`,
            ),
        });
        await tell('Stopped.\n');
      } finally {
        off();
      }
    });
};
