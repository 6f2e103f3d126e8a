// `parley export`: the whole record, or one process, as a stream.
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type AddCommand, define, type Everywhere } from './command.js';
import { openToWrite } from './files.js';
import { write } from './shell.js';
import { withParley } from './with-parley.js';

interface ExportFlags extends Everywhere {
  readonly process?: string;
  readonly json?: boolean;
  readonly out?: string;
}

export const addExport: AddCommand = (program, { shell }) => {
  define(program, {
    name: 'export',
    summary: 'write out all that is kept: processes, then reports with their readings and reviews',
    examples: ['export --json > record.jsonl', 'export --json --process syria-talks --out talks.jsonl'],
  })
    .option('--json', 'a JSON object a line (also where no format is named)')
    .option('--process <name>', 'only one process, by id or name')
    .option('--out <file>', 'write to a file instead of the output')
    .action(async ({ process, out, ...options }: ExportFlags) => {
      const target = out === undefined ? null : await openToWrite(resolve(shell.cwd, out));
      await withParley(options, async (parley) => {
        const lines = async function* (): AsyncGenerator<string> {
          for await (const item of parley.export({ process })) yield `${JSON.stringify(item)}\n`;
        };
        if (target) return pipeline(Readable.from(lines()), target);
        for await (const line of lines()) await write(shell.stdout, line);
      });
    });
};
