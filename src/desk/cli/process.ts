// `parley process`: makes, lists and removes processes, and moves the day that their boards look at.
import { sayDate } from '../pages/day.js';
import { type AddCommand, day, define, type Everywhere } from './command.js';
import { write } from './shell.js';
import { table } from './table.js';
import { withParley } from './with-parley.js';

type Json = Everywhere & { readonly json?: boolean };

export const addProcess: AddCommand = (program, { shell }) => {
  const group = program.command('process').description('make, list and remove processes, and move the day they are looked at');
  group.addHelpText(
    'after',
    '\nExamples:\n  $ parley process new "Syria talks"\n  $ parley process as-of syria-talks 2014-02-05\n  $ parley process list',
  );
  const say = async (options: Everywhere, text: string): Promise<void> => {
    if (!options.quiet) await write(shell.stdout, text);
  };

  define(group, {
    name: 'new',
    takes: '<name>',
    summary: 'make a process',
    examples: ['process new "Syria talks"', 'process new "Syria talks" --as-of 2014-02-05'],
  })
    .option('--as-of <day>', 'the day its boards look at (2014-02-05); now where nothing is said', day)
    .action(async (name: string, options: Everywhere & { asOf?: string }) => {
      const made = await withParley(options, (parley) => parley.processes.create(name, { asOf: options.asOf }));
      await say(options, `${made.id}\n`);
    });

  define(group, {
    name: 'list',
    summary: 'list the processes: id, reports, day looked at, name',
    examples: ['process list', 'process list --json'],
  })
    .option('--json', 'as JSON')
    .action(async (options: Json) => {
      const processes = await withParley(options, (parley) => parley.processes.list());
      if (options.json) return write(shell.stdout, `${JSON.stringify(processes)}\n`);
      const rows = processes.map(({ id, reports, asOf, name, demo }) => [
        id,
        `${reports} reports`,
        asOf === null ? 'now' : sayDate(asOf),
        demo ? `${name} (demo)` : name,
      ]);
      return write(
        shell.stdout,
        rows.length === 0 && shell.columns !== null ? 'No process yet: parley process new NAME\n' : table(rows, shell.columns),
      );
    });

  define(group, {
    name: 'remove',
    takes: '<process>',
    summary: 'remove a process by id or name; its reports stay unless asked otherwise',
    examples: ['process remove syria-talks', 'process remove "Syria talks" --reports'],
  })
    .option('--reports', 'remove also its reports that are in no other process')
    .action(async (process: string, options: Everywhere & { reports?: boolean }) => {
      const { reports } = await withParley(options, (parley) => parley.processes.remove(process, { reports: options.reports }));
      await say(options, `Removed ${process}${options.reports ? ` and ${reports} reports` : '; its reports stay'}.\n`);
    });

  define(group, {
    name: 'as-of',
    takes: '<process> <day>',
    summary: 'move the day that the boards of a process look at; "now" follows the clock',
    examples: ['process as-of syria-talks 2014-02-05', 'process as-of syria-talks now'],
  }).action(async (process: string, wanted: string, options: Everywhere) => {
    const asOf = wanted === 'now' ? null : day(wanted);
    const changed = await withParley(options, (parley) => parley.processes.setAsOf(process, asOf));
    await say(options, `${changed.name} is looked at as of ${changed.asOf === null ? 'now' : sayDate(changed.asOf)}.\n`);
  });
};
