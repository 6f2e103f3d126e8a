// `parley read --jsonl`: a stream of reports, a JSON object a line, to a stream of readings in the same order.
import type { Readable } from 'node:stream';
import type { Given, Reader } from '../../parley/read.js';
import { boundsOf } from '../../terms/edtf.js';
import { asParleyError, ParleyError } from '../../terms/errors.js';
import type { Report } from '../../terms/report.js';
import type { Tools } from './command.js';
import { linesIn } from './lines-in.js';
import { write } from './shell.js';

interface LineOptions {
  /** What holds where a line does not say it itself. */
  readonly given: Given;
  readonly process?: string | undefined;
  readonly mostBytes: number;
}
interface Room {
  readonly reader: Reader;
  readonly asReport: (id: string, text: string, given: Given) => Report;
}

const strictly = new TextDecoder('utf-8', { fatal: true });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textField(line: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = line[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new ParleyError('bad-line', `"${name}" is no text`);
  return value;
}

function parse(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(strictly.decode(bytes));
  } catch (error) {
    throw new ParleyError('bad-line', error instanceof TypeError ? 'it is not UTF-8' : 'it is not JSON', { cause: error });
  }
  if (!isObject(value)) throw new ParleyError('bad-line', 'it is no JSON object');
  return value;
}

/** The reading of one line, as a JSON line. Throws `bad-line`, `bad-date`. */
function readLine(line: Readonly<Record<string, unknown>>, { reader, asReport }: Room, { given, process }: LineOptions): string {
  const id = textField(line, 'id');
  const text = textField(line, 'text');
  if (id === undefined || id === '') throw new ParleyError('bad-line', 'it has no "id"');
  if (text === undefined) throw new ParleyError('bad-line', 'it has no "text"');
  const published = textField(line, 'published') ?? given.published;
  if (published !== undefined && boundsOf(published) === null) throw new ParleyError('bad-date', published);
  const report = asReport(id, text, {
    published,
    publisher: textField(line, 'publisher') ?? given.publisher,
    dateline: textField(line, 'dateline') ?? given.dateline,
  });
  return JSON.stringify(reader.read(report, textField(line, 'process') ?? process));
}

/**
 * Reads line by line, holding one report at a time. A line that is no report gives an object with its number and the error in its place and
 * sets the exit code; no line is lost.
 */
export async function readLines(input: Readable, room: Room, { shell, exit }: Tools, options: LineOptions): Promise<void> {
  let first = true;
  for await (const { number, bytes } of linesIn(input, options.mostBytes)) {
    let id: unknown;
    let out: string;
    try {
      if (bytes === null) throw new ParleyError('too-large', `line ${number}`);
      const mark = first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
      const line = parse(bytes.subarray(mark));
      id = line.id;
      out = readLine(line, room, options);
    } catch (thrown) {
      const error = asParleyError(thrown);
      exit(error.exit);
      out = JSON.stringify({ ...(typeof id === 'string' && { id }), line: number, ...error.toJSON() });
    }
    first = false;
    await write(shell.stdout, `${out}\n`);
  }
}
