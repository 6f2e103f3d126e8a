// `parley history`: who changed what in the record, and when.
import { type AddCommand, define, type Everywhere, whole } from './command.js';
import { write } from './shell.js';
import { table } from './table.js';
import { withParley } from './with-parley.js';

interface HistoryFlags extends Everywhere {
  readonly about?: string;
  readonly what?: string;
  readonly limit: number;
  readonly offset: number;
  readonly json?: boolean;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const addHistory: AddCommand = (program, { shell, paint }) => {
  define(program, {
    name: 'history',
    summary: 'what was changed in the record, newest first: number, when, by whom, what, about what',
    examples: ['history', 'history --about syria-talks', 'history --what line-reviewed --json'],
  })
    .option('--about <id>', 'only of a process, a report with its lines, or a line')
    .option('--what <kind>', 'only one kind of change, as in line-reviewed')
    .option('--limit <n>', 'how many', whole(1), 50)
    .option('--offset <n>', 'how many to pass over', whole(0), 0)
    .option('--json', 'as JSON, with all that a change holds')
    .action(async ({ about, what, limit, offset, json, ...options }: HistoryFlags) => {
      const { items, total } = await withParley(options, (parley) => parley.history({ about, what, limit, offset }));
      if (json) return write(shell.stdout, `${JSON.stringify({ items, total })}\n`);
      if (total === 0) return shell.columns === null ? undefined : write(shell.stdout, 'Nothing was changed.\n');
      const rows = items.map(({ seq, at, by, what: kind, about: subject, data }) => [
        String(seq),
        at.replace('T', ' ').slice(0, 16),
        by,
        kind,
        subject,
        [text(data.state), text(data.reason)].filter((part) => part !== '').join(': '),
      ]);
      await write(shell.stdout, table(rows, shell.columns));
      if (shell.columns !== null && total > offset + items.length)
        await write(shell.stdout, `${paint.faint(`${items.length} of ${total}; more with --offset ${offset + items.length}`)}\n`);
    });
};
