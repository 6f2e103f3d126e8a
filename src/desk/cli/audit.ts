// `parley audit`: who saw and changed what is marked above GREEN, and who let whom in.
import type { AuditEntry } from '../../terms/people.js';
import { type AddCommand, day, define, type Everywhere, whole } from './command.js';
import { harmless } from './paint.js';
import { write } from './shell.js';
import { table } from './table.js';
import { withParley } from './with-parley.js';

interface Flags extends Everywhere {
  readonly by?: string;
  readonly did?: string;
  readonly report?: string;
  readonly since?: string;
  readonly until?: string;
  readonly limit: number;
  readonly json?: boolean;
}

const rowOf = ({ at, by, did, what, report, process, mark, reports }: AuditEntry): string[] =>
  [
    at.slice(0, 19).replace('T', ' '),
    by,
    did,
    [what, report, process === null ? null : `in ${process}`, reports === null ? null : `(${reports} reports)`]
      .filter((part) => part !== null)
      .join(' '),
    mark ?? '',
  ].map(harmless);

export const addAudit: AddCommand = (program, { shell }) => {
  define(program, {
    name: 'audit',
    summary: 'who saw and changed what is marked above GREEN, and who let whom in, newest first; times in UTC',
    examples: ['audit', 'audit --report r-0123456789abcdef', 'audit --by anna --since 2014-02-01 --json'],
  })
    .option('--by <name>', 'what one person did')
    .option('--did <what>', 'one kind of doing ("saw", "changed", "signed in", "sign-in refused")')
    .option('--report <id>', 'who saw and changed one report')
    .option('--since <day>', 'from this day on', day)
    .option('--until <day>', 'until this day', day)
    .option('--limit <n>', 'how many lines', whole(1), 50)
    .option('--json', 'as JSON')
    .action(async ({ json, home, quiet: _, ...filter }: Flags) => {
      const { items } = await withParley({ ...(home !== undefined && { home }) }, (parley) => parley.audit(filter));
      if (json) return write(shell.stdout, `${JSON.stringify(items)}\n`);
      return write(
        shell.stdout,
        items.length === 0 && shell.columns !== null ? 'Nothing is noted.\n' : table(items.map(rowOf), shell.columns),
      );
    });
};
