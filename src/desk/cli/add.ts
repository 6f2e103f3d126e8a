// `parley add`: keeps reports from files, folders, addresses, feeds or the input, and tells what became of each.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { AddCall } from '../../parley/contract.js';
import type { AddInput, AddResult, AddRun } from '../../terms/adding.js';
import { ERRORS, ParleyError } from '../../terms/errors.js';
import { MARKS, type Mark } from '../../terms/marks.js';
import { type AddCommand, define, type Everywhere, gather, seconds, size, type Tools } from './command.js';
import { openToRead } from './files.js';
import { linesIn } from './lines-in.js';
import { harmless } from './paint.js';
import { progressLine, sayTime } from './progress.js';
import { bytesOf, isAddress } from './read.js';
import { write } from './shell.js';
import { withParley } from './with-parley.js';

interface AddFlags extends Everywhere {
  readonly process?: readonly string[];
  readonly published?: string;
  readonly publisher?: string;
  readonly dateline?: string;
  readonly title?: string;
  readonly mark?: Mark;
  readonly maxSize?: number;
  readonly timeout?: number;
  readonly allowPrivate?: boolean;
  readonly readings?: boolean;
  readonly json?: boolean;
}

/** What shells call a program that Ctrl-C has stopped: 128 and the number of the signal. */
const INTERRUPTED = 130;
/** The largest input from a pipe where nothing else is said, as for files. */
const MOST_BYTES = 20 * 1024 * 1024;

function markOf(value: string): Mark {
  const mark = MARKS.find((one) => one === value.toUpperCase().replace(/^TLP:/, ''));
  if (mark === undefined) throw new ParleyError('bad-option', value);
  return mark;
}

async function inputOf(source: string, { shell }: Tools, maxBytes: number): Promise<AddInput> {
  if (isAddress(source)) return { kind: 'url', url: source };
  if (source === '-') return { kind: 'bytes', bytes: await bytesOf(shell.stdin, maxBytes), name: 'the input' };
  const path = resolve(shell.cwd, source);
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? { kind: 'folder', path } : { kind: 'file', path };
}

async function* textLines(streams: readonly Readable[], maxBytes: number): AsyncGenerator<string> {
  for (const stream of streams) {
    for await (const { number, bytes } of linesIn(stream, maxBytes)) {
      if (bytes === null) throw new ParleyError('too-large', `line ${number}`);
      yield new TextDecoder().decode(bytes);
    }
  }
}

/** "12 new, 3 known, 1 refused in 4 s". */
const saySummary = ({ progress, seconds: taken }: AddRun): string =>
  `${progress.new} new, ${progress.known} known, ${progress.refused} refused in ${sayTime(taken)}`;

const sayRefusal = ({ from, error }: AddResult): string =>
  error === undefined ? '' : `${harmless(from)}: ${harmless(error.message)} ${error.next}\n`;

/** Tells what was refused and why, then the counts; the exit code is that of the first refusal. */
async function report(run: AddRun, options: AddFlags, { shell, exit }: Tools): Promise<void> {
  const refused = run.results.filter((result) => result.outcome === 'refused');
  for (const result of refused) if (result.error) exit(ERRORS[result.error.code].exit);
  if (options.json) await write(shell.stdout, `${JSON.stringify(run)}\n`);
  else {
    await write(shell.stderr, refused.map(sayRefusal).join(''));
    const unread = run.results.filter((result) => result.unread).length;
    if (!options.quiet)
      await write(shell.stdout, `${saySummary(run)}${unread > 0 ? `; ${unread} in another language than English, kept unread` : ''}\n`);
  }
  if (run.error) throw new ParleyError(run.error.code, run.error.value);
  if (run.state !== 'stopped') return;
  exit(INTERRUPTED);
  if (!options.quiet) await write(shell.stderr, 'Stopped. What is counted as new is kept; run the command again for the rest.\n');
}

async function add(sources: readonly string[], options: AddFlags, tools: Tools): Promise<void> {
  const { shell } = tools;
  const maxBytes = options.maxSize ?? MOST_BYTES;
  const stop = new AbortController();
  const line = progressLine(shell, options.quiet ?? false);
  const call: AddCall = {
    processes: options.process && [...options.process],
    published: options.published,
    publisher: options.publisher,
    dateline: options.dateline,
    title: options.title,
    mark: options.mark,
    maxBytes: options.maxSize,
    timeoutMs: options.timeout,
    allowPrivate: options.allowPrivate,
    onResult: (_result, progress) => line.show(progress),
    signal: stop.signal,
  };
  let asked = 0;
  const off = shell.onInterrupt(() => {
    if (++asked > 1) process.exit(INTERRUPTED);
    stop.abort();
  });
  try {
    const run = await withParley(options, async (parley) => {
      if (!options.readings) return parley.add(await Promise.all(sources.map((source) => inputOf(source, tools, maxBytes))), call);
      const streams = await Promise.all(sources.map((source) => (source === '-' ? shell.stdin : openToRead(resolve(shell.cwd, source)))));
      return parley.addReadings(textLines(streams, maxBytes), call);
    });
    line.clear();
    await report(run, options, tools);
  } finally {
    line.clear();
    off();
  }
}

export const addAdd: AddCommand = (program, tools) => {
  define(program, {
    name: 'add',
    takes: '<source...>',
    summary: 'keep reports: files, folders, addresses, feeds, or the input (-); what is known already is not kept twice',
    examples: [
      'add report.pdf',
      'add reports/ --process "Syria talks"',
      'add https://wire.example/feed.xml --process syria-talks',
      'add - --publisher "Example Desk" --published 2014-02-01 < pasted.txt',
      'add --readings readings.jsonl',
    ],
  })
    .option('--process <name>', 'file them under a process, by id or name; may be given several times', gather)
    .option('--published <date>', 'the day of publication (EDTF); wins over one found')
    .option('--publisher <name>', 'who published them; wins over one found')
    .option('--dateline <place>', 'where they were filed; wins over one found')
    .option('--title <words>', 'the title; wins over one found')
    .option('--mark <mark>', `how widely they may be shared: ${MARKS.join(', ')} (TLP 2.0)`, markOf)
    .option('--max-size <size>', 'largest file or page (50M; 20M where nothing is said)', size)
    .option('--timeout <seconds>', 'how long to wait for an address (20)', seconds)
    .option('--allow-private', 'let addresses on private networks be asked')
    .option('--readings', 'the sources hold readings made elsewhere, a JSON object a line')
    .option('--json', 'what became of each, as JSON')
    .action((sources: string[], options: AddFlags) => add(sources, options, tools));
};
