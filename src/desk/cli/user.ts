// `parley user`: who may sign in at the desk, and what they may do and see there.
import { ParleyError } from '../../terms/errors.js';
import type { Grant } from '../../terms/marks.js';
import type { User } from '../../terms/people.js';
import { type AddCommand, define, type Everywhere } from './command.js';
import { type RightsFlags, withRights } from './rights.js';
import { askPassword } from './secret.js';
import { write } from './shell.js';
import { table } from './table.js';
import { withParley } from './with-parley.js';

interface UserFlags extends Everywhere, RightsFlags {
  readonly process?: string;
  readonly subject?: string;
}

const sayGrant = ({ process, role, clearance }: Grant): string => `${process}: ${role}, ${clearance}`;
const sayRights = ({ role, clearance, grants }: User): string =>
  [...(role === null ? [] : [`${role}, ${clearance}`]), ...grants.map(sayGrant)].join('; ') || 'nothing';

const rowOf = (user: User): string[] => [
  user.name,
  sayRights(user),
  user.password ? 'password' : 'no password',
  user.seen === null ? 'not signed in yet' : `last in ${user.seen.slice(0, 10)}`,
  user.subject ?? '',
];

/** A role and a clearance of which one is said brings the other with it. */
const both = ({ role, clearance }: RightsFlags): { role: Grant['role']; clearance: Grant['clearance'] } | null =>
  role === undefined && clearance === undefined ? null : { role: role ?? 'viewer', clearance: clearance ?? 'GREEN' };

export const addUser: AddCommand = (program, { shell }) => {
  const group = program.command('user').description('let people sign in at the desk, and say what they may do and see');
  group.addHelpText(
    'after',
    '\nExamples:\n  $ parley user add anna --role admin --clearance RED\n  $ parley user add ben --role reviewer --clearance AMBER --process syria-talks\n  $ parley user list',
  );
  const say = async (options: Everywhere, text: string): Promise<void> => {
    if (!options.quiet) await write(shell.stdout, text);
  };

  withRights(
    define(group, {
      name: 'add',
      takes: '<name>',
      summary:
        'let somebody in; the password is asked for, or read from the first line of the input. The first must be admin with a clearance of RED',
      examples: [
        'user add anna --role admin --clearance RED',
        'user add ben --role reviewer --clearance AMBER --process syria-talks < password.txt',
        'user add carla --role viewer --no-password --subject "https://id.example.org 8c1f"',
      ],
    }),
  )
    .option('--process <name>', 'may so in this process alone, by id or name; else in every one')
    .option('--subject <subject>', 'issuer and subject of OpenID Connect, with a space between, by which they sign in')
    .option('--no-password', 'they sign in elsewhere')
    .action(async (name: string, { process, subject, password: wanted, ...options }: UserFlags & { password: boolean }) => {
      const may = both(options) ?? { role: 'viewer' as const, clearance: 'GREEN' as const };
      const password = wanted ? await askPassword(shell, name) : null;
      const rights = process === undefined ? may : { grants: [{ process, ...may }] };
      const made = await withParley(options, (parley) =>
        parley.people.add({ name, ...rights, ...(subject !== undefined && { subject }) }, password),
      );
      await say(options, `${made.name} may sign in: ${sayRights(made)}.\n`);
    });

  define(group, {
    name: 'list',
    summary: 'list who may sign in: name, what they may, how, and when they last did',
    examples: ['user list', 'user list --json'],
  })
    .option('--json', 'as JSON')
    .action(async (options: Everywhere & { readonly json?: boolean }) => {
      const users = await withParley(options, (parley) => parley.people.list());
      if (options.json) return write(shell.stdout, `${JSON.stringify(users)}\n`);
      const none = users.length === 0 && shell.columns !== null;
      return write(
        shell.stdout,
        none ? 'Nobody has an account: parley user add NAME --role admin --clearance RED\n' : table(users.map(rowOf), shell.columns),
      );
    });

  withRights(
    define(group, {
      name: 'set',
      takes: '<name>',
      summary: 'say anew what somebody may, in every process or in one; it holds from their next request on',
      examples: [
        'user set ben --role editor --clearance AMBER',
        'user set ben --process syria-talks --role admin --clearance RED',
        'user set ben --process syria-talks --nothing',
      ],
    }),
  )
    .option('--process <name>', 'in this process, by id or name; else in every one')
    .option('--nothing', 'take away what they may there')
    .option('--subject <subject>', 'issuer and subject of OpenID Connect, with a space between; "none" takes it away')
    .action(async (name: string, { process, subject, nothing, ...options }: UserFlags & { readonly nothing?: boolean }) => {
      const may = nothing ? null : both(options);
      if (may === null && !nothing && subject === undefined)
        throw new ParleyError('usage', 'user set needs --role, --nothing or --subject');
      const changed = await withParley(options, async (parley) => {
        const user = (await parley.people.list()).find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
        if (!user) throw new ParleyError('unknown-user', JSON.stringify(name));
        const change = subject === undefined ? {} : { subject: subject === 'none' ? null : subject };
        if (may === null && !nothing) return parley.people.set(name, change);
        if (process === undefined) {
          const rights =
            may === null
              ? { role: null, clearance: null }
              : { role: options.role ?? user.role ?? may.role, clearance: options.clearance ?? user.clearance ?? may.clearance };
          return parley.people.set(name, { ...change, ...rights });
        }
        const { id } = await parley.processes.get(process);
        const others = user.grants.filter((grant) => grant.process !== id);
        return parley.people.set(name, { ...change, grants: may === null ? others : [...others, { process: id, ...may }] });
      });
      await say(options, `${changed.name}: ${sayRights(changed)}.\n`);
    });

  define(group, {
    name: 'password',
    takes: '<name>',
    summary: 'set a new password, which is asked for or read from the first line of the input; all sessions of the user end',
    examples: ['user password anna', 'user password anna --none'],
  })
    .option('--none', 'take the password away: they sign in elsewhere, or no more')
    .action(async (name: string, options: Everywhere & { readonly none?: boolean }) => {
      const password = options.none ? null : await askPassword(shell, name);
      await withParley(options, (parley) => parley.people.password(name, password));
      await say(options, `${name} ${password === null ? 'has no password' : 'has a new password'}; open sessions have ended.\n`);
    });

  define(group, {
    name: 'remove',
    takes: '<name>',
    summary: 'let somebody in no more: sessions and tokens end; what they did stays under their name',
    examples: ['user remove ben'],
  }).action(async (name: string, options: Everywhere) => {
    await withParley(options, (parley) => parley.people.remove(name));
    await say(options, `${name} may sign in no more.\n`);
  });
};
