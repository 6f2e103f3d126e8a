// `parley read`: reads a file, an address or the input once and shows what it says, keeping nothing.
import { basename, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { ParleyError } from '../../terms/errors.js';
import type { Report } from '../../terms/report.js';
import { type AddCommand, define, type Everywhere, seconds, size, type Tools } from './command.js';
import { openToRead } from './files.js';
import { sayError } from './say-error.js';
import { write } from './shell.js';

interface ReadOptions extends Everywhere {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly published?: string;
  readonly publisher?: string;
  readonly dateline?: string;
  readonly process?: string;
  readonly why?: boolean;
  readonly maxSize?: number;
  readonly timeout?: number;
  readonly allowPrivate?: boolean;
}

export const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);

/** All bytes of a stream. Throws `too-large`. */
export async function bytesOf(stream: Readable, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of stream) {
    const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    total += bytes.length;
    if (total > most) throw new ParleyError('too-large', 'the input');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

interface Opened {
  readonly reports: readonly Report[];
  readonly refused: readonly { readonly error: ParleyError }[];
  /** The lines of the file that the text came from, where it was plain text. */
  readonly raw: string | null;
}

async function open(source: string, options: ReadOptions, { shell }: Tools): Promise<Opened> {
  const { decodeText, MAX_BYTES, openFile, openSource, bytesOfFile } = await import('../../parley/read.js');
  const given = { published: options.published, publisher: options.publisher, dateline: options.dateline };
  const maxBytes = options.maxSize ?? MAX_BYTES;
  if (isAddress(source)) {
    const { fetchReports } = await import('../../parley/fetch.js');
    const fetched = await fetchReports(source, { given, maxBytes, timeoutMs: options.timeout, allowPrivate: options.allowPrivate });
    return { ...fetched, raw: null };
  }
  if (source === '-') {
    const bytes = await bytesOf(shell.stdin, maxBytes);
    const opened = await openSource({ bytes, name: 'the input', given, maxBytes });
    return { ...opened, raw: opened.reports[0]?.format === 'text' ? decodeText(bytes) : null };
  }
  const path = resolve(shell.cwd, source);
  const opened = await openFile(path, { given, maxBytes });
  return { ...opened, raw: opened.reports[0]?.format === 'text' ? decodeText(await bytesOfFile(path, maxBytes)) : null };
}

async function readStream(source: string, options: ReadOptions, tools: Tools): Promise<void> {
  const { MAX_BYTES, openReader, reportAsIs } = await import('../../parley/read.js');
  const { readLines } = await import('./read-lines.js');
  const path = resolve(tools.shell.cwd, source);
  const input = source === '-' ? tools.shell.stdin : await openToRead(path);
  await readLines(input, { reader: openReader(), asReport: reportAsIs }, tools, {
    given: { published: options.published, publisher: options.publisher, dateline: options.dateline },
    process: options.process,
    mostBytes: options.maxSize ?? MAX_BYTES,
  });
}

async function readOne(source: string, options: ReadOptions, tools: Tools): Promise<void> {
  const { shell, paint, exit } = tools;
  const [{ reports, refused, raw }, { isReadable, linesInFile, openReader }] = await Promise.all([
    open(source, options, tools),
    import('../../parley/read.js'),
  ]);
  const reader = openReader();
  const called = source === '-' ? 'input' : isAddress(source) ? undefined : basename(source);
  for (const report of reports) {
    if (!isReadable(report)) {
      const error = new ParleyError('unread-language', report.language ?? '');
      exit(error.exit);
      await write(shell.stderr, sayError(error, paint));
      if (!options.json) continue;
    }
    const { reading, why } = options.why
      ? reader.explain(report, options.process)
      : { reading: reader.read(report, options.process), why: [] };
    if (options.json) {
      await write(shell.stdout, `${JSON.stringify(reading, null, shell.columns === null ? undefined : 2)}\n`);
      continue;
    }
    const lineOf = linesInFile(raw ?? report.text, report.text);
    const [{ sayReading }, { sayWhy }] = await Promise.all([import('./say-reading.js'), import('./say-why.js')]);
    const notes = new Map(why.map((one) => [one.claim, sayWhy(one)]));
    await write(
      shell.stdout,
      sayReading({
        reading,
        title: report.title,
        credit: report.credit,
        days: report.published === undefined ? report.publishedFound?.candidates : undefined,
        placeOf: (offset) => `${called ?? report.id}:${lineOf(offset)}`,
        columns: shell.columns,
        paint,
        note: ({ id }) => notes.get(id) ?? null,
      }),
    );
  }
  for (const { error } of refused) {
    exit(error.exit);
    await write(shell.stderr, sayError(error, paint));
  }
}

export const addRead: AddCommand = (program, tools) => {
  define(program, {
    name: 'read',
    takes: '[source]',
    summary: 'read a file, an address or the input (-) and show who said what and what is claimed; nothing is kept',
    examples: [
      'read report.txt',
      'read https://wire.example/2014/02/01/talks --published 2014-02-01',
      'read - --publisher "Example Desk" < pasted.txt',
      'read report.html --json',
      'read --jsonl < reports.jsonl > readings.jsonl',
    ],
  })
    .option('--json', 'one JSON object in the shape of a reading (docs/reading.md)')
    .option(
      '--jsonl',
      'read a stream of {"id", "text", "published"?, "publisher"?} lines and write a reading a line, in the same order; texts are taken as they are',
    )
    .option('--published <date>', 'the day of publication (EDTF: 2014-02-01, 2014-02); wins over one found')
    .option('--publisher <name>', 'who published it; wins over one found')
    .option('--dateline <place>', 'where it was filed; wins over one found')
    .option('--process <name>', 'the process to name in the reading')
    .option('--why', 'below each claim, the lexicon entry that made it and what spoke for and against it')
    .option('--max-size <size>', 'largest input, or largest line with --jsonl (50M; 20M where nothing is said)', size)
    .option('--timeout <seconds>', 'how long to wait for an address (20)', seconds)
    .option('--allow-private', 'let an address on a private network be asked')
    .action(async (source: string | undefined, options: ReadOptions) => {
      if (options.why && (options.json || options.jsonl)) throw new ParleyError('usage', '--why is for the page, not for JSON');
      if (options.json && options.jsonl) throw new ParleyError('usage', '--json and --jsonl together');
      if (source === undefined && tools.shell.stdin.isTTY)
        throw new ParleyError('usage', 'read needs a file, an address or - for the input');
      await (options.jsonl ? readStream : readOne)(source ?? '-', options, tools);
    });
};
