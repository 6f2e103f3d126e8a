// `parley watch`: feeds, folders and mailboxes that are looked at by themselves while a desk serves, or by `run` from a timer of one's own.
import { resolve } from 'node:path';
import { ParleyError } from '../../terms/errors.js';
import { type Mark, markSchema } from '../../terms/marks.js';
import type { Watch } from '../../terms/watching.js';
import { type AddCommand, define, type Everywhere, whole } from './command.js';
import { write } from './shell.js';
import { table } from './table.js';
import { withParley } from './with-parley.js';

interface AddFlags extends Everywhere {
  readonly process?: string;
  readonly every: number;
  readonly mark?: Mark;
  readonly mailbox?: boolean;
  readonly reliefweb?: boolean;
  readonly allowPrivate?: boolean;
}

function mark(value: string): Mark {
  const read = markSchema.safeParse(value.toUpperCase());
  if (!read.success) throw new ParleyError('bad-option', value);
  return read.data;
}

/** "every 60 min, well" or what went wrong. */
function fares({ tried, failures, error, paused }: Watch): string {
  if (paused) return 'paused';
  if (tried === null) return 'not looked at yet';
  if (failures === 0) return error === null ? 'well' : `well, but: ${error.message}`;
  return `${failures} ${failures === 1 ? 'try' : 'tries'} failed: ${error?.message ?? ''}`;
}

const rowOf = (watch: Watch): string[] => [
  watch.id,
  `${watch.every} min`,
  watch.brought === null ? 'nothing new yet' : `new ${watch.brought.slice(0, 10)}`,
  watch.place,
  fares(watch),
];

export const addWatch: AddCommand = (program, { shell, exit }) => {
  const group = program.command('watch').description('watch feeds, folders and mailboxes: a running desk looks at them by itself');
  group.addHelpText(
    'after',
    '\nExamples:\n  $ parley watch add https://example.org/feed.xml --process syria-talks\n  $ parley watch list\n  $ parley watch run',
  );

  define(group, {
    name: 'add',
    takes: '<source>',
    summary:
      'watch the address of a feed or page, a folder of reports, with --mailbox mails (.eml, .mbox), with --reliefweb a search of ReliefWeb',
    examples: [
      'watch add https://example.org/feed.xml',
      'watch add ./inbox --process syria-talks --every 15',
      'watch add ./mail --mailbox',
      'watch add ./talks.mbox --mailbox',
      'watch add "primary_country:Sudan AND ceasefire" --reliefweb',
    ],
  })
    .option('--process <name>', 'the process its reports belong to, by id or name')
    .option('--every <minutes>', 'how often it is looked at, from 5 up; after failures more seldom', whole(5), 60)
    .option('--mark <mark>', 'the sharing mark of what it brings (TLP 2.0)', mark)
    .option('--mailbox', 'take mails from a mailbox file (mbox), or from a folder of such files and of mails (.eml)')
    .option('--reliefweb', 'search the API of ReliefWeb; PARLEY_RELIEFWEB_APPNAME must hold your appname, where the desk runs')
    .option('--allow-private', 'the address may be on a private network')
    .action(async (source: string, { process, every, mark: wanted, mailbox, reliefweb, allowPrivate, ...options }: AddFlags) => {
      const isAddress = !reliefweb && /^[a-z][a-z0-9+.-]+:\/\//i.test(source);
      if ((isAddress || reliefweb) && mailbox) throw new ParleyError('bad-option', '--mailbox');
      const made = await withParley(options, (parley) =>
        parley.watches.add({
          kind: reliefweb ? 'reliefweb' : isAddress ? 'feed' : mailbox ? 'mailbox' : 'folder',
          place: isAddress || reliefweb ? source : resolve(shell.cwd, source),
          every,
          ...(process !== undefined && { process }),
          ...(wanted !== undefined && { mark: wanted }),
          ...(allowPrivate !== undefined && { allowPrivate }),
        }),
      );
      if (!options.quiet) await write(shell.stdout, `${made.id}\n`);
    });

  define(group, {
    name: 'list',
    summary: 'list what is watched: id, how often, the last new report, the place, and how it fares',
    examples: ['watch list', 'watch list --json'],
  })
    .option('--json', 'as JSON')
    .action(async (options: Everywhere & { readonly json?: boolean }) => {
      const watches = await withParley(options, (parley) => parley.watches.list());
      if (options.json) return write(shell.stdout, `${JSON.stringify(watches)}\n`);
      const none = watches.length === 0 && shell.columns !== null;
      return write(shell.stdout, none ? 'Nothing is watched: parley watch add SOURCE\n' : table(watches.map(rowOf), shell.columns));
    });

  define(group, {
    name: 'remove',
    takes: '<source>',
    summary: 'watch a source no more, by id or place; what it brought stays',
    examples: ['watch remove w-1a2b3c4d', 'watch remove https://example.org/feed.xml'],
  }).action(async (source: string, options: Everywhere) => {
    await withParley(options, (parley) => parley.watches.remove(source));
    if (!options.quiet) await write(shell.stdout, `${source} is watched no more; what it brought stays.\n`);
  });

  for (const [name, paused, summary] of [
    ['pause', true, 'look at a source no more until it is resumed'],
    ['resume', false, 'look at a paused source again, at once'],
  ] as const)
    define(group, { name, takes: '<source>', summary, examples: [`watch ${name} w-1a2b3c4d`] }).action(
      async (source: string, options: Everywhere) => {
        const watch = await withParley(options, (parley) => parley.watches.pause(source, paused));
        if (!options.quiet) await write(shell.stdout, table([rowOf(watch)], shell.columns));
      },
    );

  define(group, {
    name: 'run',
    takes: '[source]',
    summary: 'look now, due or not, at one source or at all; ends with the exit code of the first that failed',
    examples: ['watch run', 'watch run w-1a2b3c4d'],
  }).action(async (source: string | undefined, options: Everywhere) => {
    const { ERRORS } = await import('../../terms/errors.js');
    await withParley(options, async (parley) => {
      const ids = source === undefined ? (await parley.watches.list()).map(({ id }) => id) : [source];
      for (const id of ids) {
        const watch = await parley.watches.run(id);
        if (!options.quiet) await write(shell.stdout, table([rowOf(watch)], shell.columns));
        const failed = Object.entries(ERRORS).find(([code]) => watch.failures > 0 && code === watch.error?.code);
        if (failed) exit(failed[1].exit);
      }
    });
  });
};
