// The commands that print what the study tells: each a sheet of a process as of a day, as JSON or as a page for a person.
import type { Parley, Told } from '../../parley/contract.js';
import { type AddCommand, day, define, type Everywhere, type Tools } from './command.js';
import type { Paint } from './paint.js';
import { sayCitation } from './say-citation.js';
import { write } from './shell.js';
import { withParley } from './with-parley.js';

interface SheetFlags extends Everywhere {
  readonly process?: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** How a page cites: the words in quotation marks, whose, where, and the line they are. */
export interface Citing {
  readonly columns: number | null;
  readonly paint: Paint;
  /** One line for each of the first few references, indented; those that may not be seen are left out. */
  words(refs: readonly string[], most?: number): string;
}

/** Looks up all words of a page at once. */
async function citing(parley: Parley, refs: readonly string[], { shell, paint }: Tools): Promise<Citing> {
  const found = new Map((await parley.lines([...new Set(refs)].slice(0, 5000))).map(({ citation }) => [citation.line, citation]));
  return {
    columns: shell.columns,
    paint,
    words: (wanted, most = 2) => {
      const cited = wanted.flatMap((ref) => found.get(ref) ?? []);
      const rest = cited.length > most ? `    ${paint.faint(`and ${cited.length - most} more`)}\n` : '';
      return `${cited
        .slice(0, most)
        .map((citation) => sayCitation(citation, shell.columns, paint))
        .join('')}${rest}`;
    },
  };
}

interface Sheet<T> {
  readonly what: Told;
  readonly summary: string;
  /** Checks what is told. */
  readonly parse: (told: unknown) => Promise<T>;
  readonly refs: (sheet: T) => readonly string[];
  /** The page, each line with its end. */
  readonly say: (sheet: T, citing: Citing) => string;
  /** What a page without content says. */
  readonly nothing: string;
}

/** A command for a sheet. The process is the one named, else the one that the pages open, else all reports. */
export const sheetCommand =
  <T>({ what, summary, parse, refs, say, nothing }: Sheet<T>): AddCommand =>
  (program, tools) => {
    const { shell } = tools;
    define(program, {
      name: what,
      summary,
      examples: [what, `${what} --as-of 2014-02-05`, `${what} --process syria-talks --json`],
    })
      .option('--process <name>', 'the process, by id or name; the newest where nothing is said')
      .option('--as-of <day>', 'what was known on a day (2014-02-05); the day of the process where nothing is said', day)
      .option('--json', 'as JSON')
      .action(async ({ process, asOf, json, ...options }: SheetFlags) => {
        const { expectedProcess } = await import('../api/scope.js');
        await withParley(options, async (parley) => {
          const of = process ?? expectedProcess(await parley.processes.list())?.id;
          const told = await parley.tell(what, { process: of, asOf });
          if (json) return write(shell.stdout, `${JSON.stringify(told)}\n`);
          const sheet = await parse(told);
          const page = say(sheet, await citing(parley, refs(sheet), tools));
          return write(shell.stdout, page === '' ? `${nothing}\n` : page);
        });
      });
  };
