// `parley brief`: what changed in a process since a day, each sentence with the words it rests on, to read or to hand on.
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ParleyError } from '../../terms/errors.js';
import { type AddCommand, day, define, type Everywhere } from './command.js';
import { openToWrite } from './files.js';
import { harmless } from './paint.js';
import { write } from './shell.js';
import { withParley } from './with-parley.js';

const FORMATS = ['text', 'html', 'docx', 'pdf', 'json'] as const;
type Format = (typeof FORMATS)[number];

interface BriefFlags extends Everywhere {
  readonly process?: string;
  readonly since: string;
  readonly asOf?: string;
  readonly unreviewed?: boolean;
  readonly all?: boolean;
  readonly format: Format;
  readonly out?: string;
}

function formatOf(value: string): Format {
  const format = FORMATS.find((one) => one === value);
  if (format === undefined) throw new ParleyError('bad-option', value);
  return format;
}

export const addBrief: AddCommand = (program, { shell }) => {
  define(program, {
    name: 'brief',
    summary: 'what changed since a day, slipped, is disputed and is not known; each sentence with the words it rests on',
    examples: [
      'brief --since 2014-01-31',
      'brief --since 2014-01-31 --as-of 2014-02-10 --process syria-talks --unreviewed',
      'brief --since 2014-01-31 --format docx --out brief.docx',
    ],
  })
    .requiredOption('--since <day>', 'what was known on this day is not news', day)
    .option('--as-of <day>', 'what was known on a day; the day of the process where nothing is said', day)
    .option('--process <name>', 'the process, by id or name; the newest where nothing is said')
    .option('--unreviewed', 'also what nobody has reviewed, marked')
    .option('--all', 'all of a long section, not only its weightiest forty sentences')
    .option('--format <format>', `one of ${FORMATS.join(', ')}`, formatOf, 'text')
    .option('--out <file>', 'write to a file instead of the output')
    .action(async ({ process, since, asOf, unreviewed, all, format, out, ...options }: BriefFlags) => {
      const { processFor } = await import('../api/scope.js');
      const brief = await withParley(options, async (parley) =>
        parley.brief((await processFor(parley, process)).id, { since, asOf, unreviewed, all }),
      );
      const files = await import('../../parley/brief-files.js');
      const page = (): string => files.briefHtml(brief, () => null);
      const made: Readonly<Record<Format, () => string | Promise<string | Uint8Array>>> = {
        // What stands in a report could else move the cursor of the terminal.
        text: () => (shell.columns === null ? files.briefText(brief) : harmless(files.briefText(brief))),
        html: page,
        docx: () => files.briefDocx(brief),
        pdf: () => files.briefPdf(page(), shell.env),
        json: () => `${JSON.stringify(brief)}\n`,
      };
      const bytes = await made[format]();
      if (out !== undefined) return pipeline(Readable.from([bytes]), await openToWrite(resolve(shell.cwd, out)));
      if (typeof bytes === 'string') return write(shell.stdout, bytes);
      if (shell.columns !== null) throw new ParleyError('usage', `a ${format} is no text for a terminal: name a file with --out`);
      shell.stdout.write(bytes);
    });
};
