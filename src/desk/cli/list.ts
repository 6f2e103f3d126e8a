// `parley list`: the reports that are kept, newest first.
import { type AddCommand, day, define, type Everywhere, whole } from './command.js';
import { write } from './shell.js';
import { table } from './table.js';
import { withParley } from './with-parley.js';

interface ListFlags extends Everywhere {
  readonly process?: string;
  readonly until?: string;
  readonly limit: number;
  readonly offset: number;
  readonly json?: boolean;
}

export const addList: AddCommand = (program, { shell, paint }) => {
  define(program, {
    name: 'list',
    summary: 'list the reports that are kept, newest first: id, day, lines, publisher, title',
    examples: ['list', 'list --process syria-talks --until 2014-02-05', 'list --json'],
  })
    .option('--process <name>', 'only those of a process, by id or name')
    .option('--until <day>', 'only those published up to a day', day)
    .option('--limit <n>', 'how many', whole(1), 50)
    .option('--offset <n>', 'how many to pass over', whole(0), 0)
    .option('--json', 'as JSON')
    .action(async ({ process, until, limit, offset, json, ...options }: ListFlags) => {
      const { items, total } = await withParley(options, (parley) => parley.reports.list({ process, until, limit, offset }));
      if (json) return write(shell.stdout, `${JSON.stringify({ items, total })}\n`);
      if (total === 0 && shell.columns !== null) return write(shell.stdout, 'No reports yet: parley add FILE\n');
      const rows = items.map((report) => [
        report.id,
        report.published ?? '–',
        `${report.statements + report.claims} lines`,
        report.publisher ?? '–',
        report.title,
      ]);
      await write(shell.stdout, table(rows, shell.columns));
      if (shell.columns !== null && total > offset + items.length)
        await write(shell.stdout, `${paint.faint(`${items.length} of ${total}; more with --offset ${offset + items.length}`)}\n`);
    });
};
