// `parley token`: what programs are let in by, in the name of a user.
import type { Token } from '../../terms/people.js';
import { type AddCommand, define, type Everywhere, whole } from './command.js';
import { type RightsFlags, withRights } from './rights.js';
import { write } from './shell.js';
import { table } from './table.js';
import { withParley } from './with-parley.js';

const rowOf = ({ id, user, label, role, clearance, until, used }: Token): string[] => [
  id,
  user,
  label,
  `${role}, ${clearance}`,
  until === null ? 'without end' : `until ${until.slice(0, 10)}`,
  used === null ? 'not used yet' : `last used ${used.slice(0, 10)}`,
];

export const addToken: AddCommand = (program, { shell }) => {
  const group = program.command('token').description('let programs in, in the name of a user');
  group.addHelpText(
    'after',
    '\nExamples:\n  $ parley token add anna "nightly export" --role viewer --clearance GREEN\n  $ parley token list\n  $ parley token revoke t-1a2b3c4d5e6f',
  );

  withRights(
    define(group, {
      name: 'add',
      takes: '<user> <label>',
      summary: 'make a token and show it this once; it may what its user may, and no more than is said here (viewer, GREEN)',
      examples: ['token add anna "nightly export"', 'token add anna feeds --role editor --clearance AMBER --days 30'],
    }),
  )
    .option('--days <n>', 'for how long', whole(1), 365)
    .option('--no-end', 'it does not end by itself')
    .option('--json', 'as JSON')
    .action(
      async (
        user: string,
        label: string,
        { days, end, json, role, clearance, ...options }: Everywhere & RightsFlags & { days: number; end: boolean; json?: boolean },
      ) => {
        const made = await withParley(options, (parley) =>
          parley.tokens.make({
            user,
            label,
            days: end ? days : null,
            ...(role !== undefined && { role }),
            ...(clearance !== undefined && { clearance }),
          }),
        );
        await write(shell.stdout, json ? `${JSON.stringify(made)}\n` : `${made.secret}\n`);
        if (!options.quiet && !json)
          await write(
            shell.stderr,
            `This is shown once. Send it as: Authorization: Bearer TOKEN. End it with: parley token revoke ${made.id}\n`,
          );
      },
    );

  define(group, {
    name: 'list',
    takes: '[user]',
    summary: 'list the tokens of all users or of one: id, user, label, what it may, until when, last used',
    examples: ['token list', 'token list anna --json'],
  })
    .option('--json', 'as JSON')
    .action(async (user: string | undefined, options: Everywhere & { readonly json?: boolean }) => {
      const tokens = await withParley(options, (parley) => parley.tokens.list(user));
      if (options.json) return write(shell.stdout, `${JSON.stringify(tokens)}\n`);
      return write(
        shell.stdout,
        tokens.length === 0 && shell.columns !== null ? 'There is no token.\n' : table(tokens.map(rowOf), shell.columns),
      );
    });

  define(group, {
    name: 'revoke',
    takes: '<id>',
    summary: 'end a token: whoever sends it is let in no more',
    examples: ['token revoke t-1a2b3c4d5e6f'],
  }).action(async (id: string, options: Everywhere) => {
    await withParley(options, (parley) => parley.tokens.revoke(id));
    if (!options.quiet) await write(shell.stdout, `${id} lets nobody in any more.\n`);
  });
};
