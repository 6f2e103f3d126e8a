// `parley export`: the whole record, or one process, as a stream; or written for other programs.
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ParleyError } from '../../terms/errors.js';
import { FORMAT_NAMES, type FormatName, isFormat } from '../../terms/formats.js';
import { type AddCommand, day, define, type Everywhere } from './command.js';
import { openToWrite } from './files.js';
import { write } from './shell.js';
import { withParley } from './with-parley.js';

interface ExportFlags extends Everywhere {
  readonly process?: string;
  readonly asOf?: string;
  readonly format: FormatName | 'json';
  readonly json?: boolean;
  readonly out?: string;
}

function formatOf(value: string): FormatName | 'json' {
  if (value !== 'json' && !isFormat(value)) throw new ParleyError('bad-option', value);
  return value;
}

export const addExport: AddCommand = (program, { shell }) => {
  define(program, {
    name: 'export',
    summary: 'write out all that is kept, to be imported elsewhere; or lines, events and dates for other programs',
    examples: [
      'export > record.jsonl',
      'export --process syria-talks --out talks.jsonl',
      'export --format csv --as-of 2014-02-05 --out lines.csv',
      'export --format ics > calendar.ics',
    ],
  })
    .option(
      '--format <format>',
      `json: processes, then reports with their readings and reviews, a JSON object a line; or ${FORMAT_NAMES.join(', ')}`,
      formatOf,
      'json',
    )
    .option('--json', 'the same as --format json')
    .option('--process <name>', 'only one process, by id or name')
    .option('--as-of <day>', 'what was known on a day; not for json and training, which hold every day', day)
    .option('--out <file>', 'write to a file instead of the output')
    .action(async ({ process, asOf, format: wanted, json, out, ...options }: ExportFlags) => {
      const format = json ? 'json' : wanted;
      if (asOf !== undefined && (format === 'json' || format === 'training'))
        throw new ParleyError('usage', `--as-of cannot be used with ${format}, which holds every day`);
      await withParley(options, async (parley) => {
        // Asked for before the file is opened, so that an error leaves a file of that name as it was.
        const of = process === undefined ? undefined : (await parley.processes.get(process)).id;
        const lines = async function* (): AsyncGenerator<string> {
          if (format !== 'json') yield await parley.write(format, { process: of, asOf });
          else for await (const item of parley.export({ process: of })) yield `${JSON.stringify(item)}\n`;
        };
        if (out !== undefined) return pipeline(Readable.from(lines()), await openToWrite(resolve(shell.cwd, out)));
        for await (const line of lines()) await write(shell.stdout, line);
      });
    });
};
