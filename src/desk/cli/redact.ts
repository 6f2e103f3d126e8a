// `parley redact`: removes a report or a name for good, from the history as well; tells first what that would be.

import type { RedactedHome } from '../../parley/redacting.js';
import { ParleyError } from '../../terms/errors.js';
import { type AddCommand, define, type Everywhere, gather } from './command.js';
import { write } from './shell.js';

interface Flags extends Everywhere {
  readonly name?: readonly string[];
  readonly report?: string;
  readonly why?: string;
  readonly by: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const many = (n: number, one: string, several = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : several}`;

function* saying(done: RedactedHome): Generator<string> {
  const { of, reports, places, changes, label, proof, unwatched, otherNames, held } = done;
  const will = done.done ? 'Removed' : 'Would remove';
  if (of === 'name')
    yield `${will}: ${many(places, 'place')} in ${many(reports.length, 'report')} and ${many(changes, 'change')} of the history. In its place ${done.done ? 'stands' : 'would stand'} ${label}.`;
  else yield `${will}: the report with its text, its lines and all that was decided on them, ${many(changes, 'change')} of the history.`;
  for (const { id, now, title } of reports)
    yield `  ${id}${now === null ? '' : ` → ${now}`}${title === null || done.done ? '' : `  ${title}`}`;
  if (unwatched.length > 0) {
    yield `No longer watched, because ${unwatched.length === 1 ? 'it, or a file in it, is' : 'they, or files in them, are'} called so:`;
    for (const place of unwatched) yield `  ${place}`;
  }
  if (otherNames.length > 0) {
    yield 'The same actors are also called as follows, and that stays; give each that must go by another --name:';
    for (const { name, reports: n } of otherNames) yield `  ${name} (${many(n, 'report')})`;
  }
  if (held.length > 0) {
    yield done.done ? 'Still held by:' : 'Held also by:';
    for (const { file, state, at } of held)
      yield `  ${file}${at === null ? '' : ` (backup of ${at.slice(0, 10)})`}${state === 'unknown' ? ', which could not be looked into' : ''}`;
    yield 'Delete these, or take new backups in their place. A restored backup brings back what it holds.';
  }
  yield 'What was exported, sent or copied elsewhere, and watched sources that still have it, are not reached.';
  yield done.done ? `The proof is change ${proof ?? 0} of the history.` : 'Nothing was changed. To remove it for good, say --yes.';
}

export const addRedact: AddCommand = (program, { shell }) => {
  define(program, {
    name: 'redact',
    summary: 'remove a report or a name for good, from the history too; stop the desk first. Without --yes only tells what would go',
    examples: [
      'redact --name "Jane Doe" --name "Ms. Doe" --why "asked by the person" --dry-run',
      'redact --name "Jane Doe" --why "asked by the person" --yes',
      'redact --report r-44d7e6954f87cfda --why "sent to us in error" --yes',
    ],
  })
    .option('--name <name>', 'the name, in each way it is written; case, accents and signs between its words make no difference', gather)
    .option('--report <id>', 'the report, also one that was removed before')
    .option('--why <words>', 'the reason, which stays in the history; it must not hold the name')
    .option('--by <who>', 'who does it', 'local')
    .option('--dry-run', 'only tell what would go')
    .option('--yes', 'remove it; nothing brings it back')
    .option('--json', 'as JSON')
    .action(async ({ name = [], report, why = '', by, dryRun, yes, json, ...options }: Flags) => {
      if (name.length > 0 === (report !== undefined)) throw new ParleyError('usage', 'redact takes either --name or --report');
      if (dryRun && yes) throw new ParleyError('usage', '--dry-run and --yes');
      if (why.trim() === '') throw new ParleyError('usage', '--why is missing');
      const { placeOf } = await import('../../parley/home.js');
      const { redactHome } = await import('../../parley/redacting.js');
      const asked = { report: report ?? null, names: name, why: why.trim() };
      const done = await redactHome(placeOf(options.home), asked, by, yes ?? false);
      if (json) return write(shell.stdout, `${JSON.stringify(done)}\n`);
      if (!options.quiet) await write(shell.stdout, `${[...saying(done)].join('\n')}\n`);
    });
};
