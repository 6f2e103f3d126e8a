// `parley import`: takes in what `parley export` wrote, here or elsewhere.
import { resolve } from 'node:path';
import { ParleyError } from '../../terms/errors.js';
import { itemsIn } from '../api/items-in.js';
import { type AddCommand, define, type Everywhere, size } from './command.js';
import { openToRead } from './files.js';
import { linesIn } from './lines-in.js';
import { write } from './shell.js';
import { withParley } from './with-parley.js';

/** A report with its reading and reviews is some thirty times as long as its text. */
const LONGEST_LINE = 1024 ** 3;

export const addImport: AddCommand = (program, { shell }) => {
  define(program, {
    name: 'import',
    takes: '<file>',
    summary:
      'take in what parley export wrote (- for the input): processes, reports, readings and reviews with their days and names; what is here already stays as it is',
    examples: ['import record.jsonl', 'export --home old | parley import - --home new'],
  })
    .option('--max-size <size>', 'longest line (1G)', size)
    .option('--json', 'how much came in, as JSON')
    .action(async (file: string, { maxSize, json, ...options }: Everywhere & { maxSize?: number; json?: boolean }) => {
      const stream = file === '-' ? shell.stdin : await openToRead(resolve(shell.cwd, file));
      const lines = async function* (): AsyncGenerator<string> {
        for await (const { number, bytes } of linesIn(stream, maxSize ?? LONGEST_LINE)) {
          if (bytes === null) throw new ParleyError('too-large', `line ${number}`);
          yield new TextDecoder().decode(bytes);
        }
      };
      const took = await withParley(options, (parley) => parley.import(itemsIn(lines())));
      if (json) return write(shell.stdout, `${JSON.stringify(took)}\n`);
      const { processes, reports, known } = took;
      if (!options.quiet)
        await write(
          shell.stdout,
          `${processes} new ${processes === 1 ? 'process' : 'processes'}, ${reports} new ${reports === 1 ? 'report' : 'reports'}, ${known} known\n`,
        );
    });
};
