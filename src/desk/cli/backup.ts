// `parley backup`, `parley restore` and `parley check`: a second copy of the record, its way back, and whether all of it is sound.
import { resolve } from 'node:path';
import { ParleyError } from '../../terms/errors.js';
import { type AddCommand, define, type Everywhere } from './command.js';
import { write } from './shell.js';

type Json = Everywhere & { readonly json?: boolean };

const placeFor = async ({ home }: Everywhere): Promise<string> => (await import('../../parley/home.js')).placeOf(home);

const many = (n: number, one: string, several = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : several}`;

/** A size as people say it. */
function saySize(bytes: number): string {
  const [unit, by] = bytes >= 1e9 ? ['GB', 1e9] : bytes >= 1e6 ? ['MB', 1e6] : ['kB', 1e3];
  return `${(bytes / by).toFixed(1)} ${unit}`;
}

/** "parley-2014-02-01-093005.db", in UTC. */
const nameNow = (): string => `parley-${new Date().toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')}.db`;

export const addBackup: AddCommand = (program, { shell }) => {
  define(program, {
    name: 'backup',
    takes: '[file]',
    summary: 'copy the whole record into one new file, also while a desk runs; without a name, one of the day and time',
    examples: ['backup', 'backup /media/stick/talks.db', 'backup talks.db --home ./talks'],
  })
    .option('--json', 'as JSON')
    .action(async (file: string | undefined, options: Json) => {
      const { backUpHome } = await import('../../parley/safekeeping.js');
      const made = await backUpHome(await placeFor(options), resolve(shell.cwd, file ?? nameNow()));
      if (options.json) return write(shell.stdout, `${JSON.stringify(made)}\n`);
      if (!made.noted)
        await write(shell.stderr, 'The record could not be written to and does not know of this backup: parley redact will not name it.\n');
      if (!options.quiet)
        await write(
          shell.stdout,
          `${made.file}: ${saySize(made.bytes)}, ${many(made.reports, 'report')}, ${many(made.changes, 'change')}, ${many(made.rows, 'row')}\n`,
        );
    });
};

export const addRestore: AddCommand = (program, { shell }) => {
  define(program, {
    name: 'restore',
    takes: '<file>',
    summary: 'check a backup and put it into an empty home; stop the desk of that home first',
    examples: ['restore talks.db', 'restore talks.db --home ./again', 'restore talks.db --force'],
  })
    .option('--force', 'replace the record that the home holds')
    .action(async (file: string, options: Everywhere & { readonly force?: boolean }) => {
      const [{ restoreHome }, { shownPlace }] = await Promise.all([import('../../parley/safekeeping.js'), import('../../parley/home.js')]);
      const home = await placeFor(options);
      const { reports, changes, aside } = await restoreHome(home, resolve(shell.cwd, file), options.force ?? false);
      if (options.quiet) return;
      await write(shell.stdout, `Restored into ${shownPlace(home)}: ${many(reports, 'report')}, ${many(changes, 'change')}.\n`);
      if (aside !== null) await write(shell.stdout, `The damaged record that stood there is set aside as ${aside}.\n`);
    });
};

export const addCheck: AddCommand = (program, { shell }) => {
  define(program, {
    name: 'check',
    summary: 'check that all that is kept is sound: the file, texts, evidence, the search, and the history done again on a copy',
    examples: ['check', 'check --home ./talks --json'],
  })
    .option('--json', 'as JSON')
    .action(async (options: Json) => {
      const [{ checkHome }, { shownPlace }] = await Promise.all([import('../../parley/safekeeping.js'), import('../../parley/home.js')]);
      const home = await placeFor(options);
      const checked = await checkHome(home);
      const { faults, reports, changes, rows } = checked;
      if (options.json) await write(shell.stdout, `${JSON.stringify(checked)}\n`);
      else for (const fault of faults) await write(shell.stdout, `${fault}\n`);
      if (faults.length > 0) throw new ParleyError('store-damaged', `${many(faults.length, 'fault')} in ${shownPlace(home)}`);
      if (!options.json && !options.quiet)
        await write(shell.stdout, `Sound: ${many(reports, 'report')}, ${many(changes, 'change')}, ${many(rows, 'row')}.\n`);
    });
};

export const addMove: AddCommand = (program, { shell }) => {
  define(program, {
    name: 'move',
    summary: 'copy the record into a PostgreSQL database, or from one into a home, and compare the two; stop desks and workers first',
    examples: [
      'move --to postgres://parley:secret@db.example.org/parley',
      'move --home ./talks --to postgres://parley:secret@db.example.org/parley',
      'move --to ./talks',
    ],
  })
    .requiredOption('--to <place>', 'the address of a database, or the folder of a home; there must be no record in it')
    .option('--json', 'as JSON')
    .action(async ({ to, ...options }: Json & { readonly to: string }) => {
      const [{ moveHome }, { isDatabase, shownPlace }] = await Promise.all([
        import('../../parley/safekeeping.js'),
        import('../../parley/home.js'),
      ]);
      const [from, target] = [await placeFor(options), isDatabase(to) ? to : resolve(shell.cwd, to)];
      const moved = await moveHome(from, target);
      if (options.json) return write(shell.stdout, `${JSON.stringify(moved)}\n`);
      if (options.quiet) return;
      const { reports, changes, rows } = moved;
      const counts = `${many(reports, 'report')}, ${many(changes, 'change')}, ${many(rows, 'row')}`;
      const next = isDatabase(target)
        ? 'Set PARLEY_DATABASE_URL to its address from now on.'
        : `Unset PARLEY_DATABASE_URL, and use --home ${target} or PARLEY_HOME from now on.`;
      await write(
        shell.stdout,
        `Moved to ${shownPlace(target)}: ${counts}.\nThe history was done again there, and every row agrees. ${next}\nThe record at ${shownPlace(from)} is as it was; nothing goes into it by itself any more.\n`,
      );
    });
};
