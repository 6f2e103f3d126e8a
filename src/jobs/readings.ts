// Readings made elsewhere, a JSON object a line: kept with the text, the id and every offset as they are.

import { processIdsOf } from '../record/keeping.js';
import { createProcess } from '../record/processes.js';
import type { Store } from '../record/store.js';
import { MAX_BYTES } from '../report/open.js';
import { reportAsIs } from '../report/report.js';
import type { AddOptions } from '../terms/adding.js';
import { ParleyError } from '../terms/errors.js';
import type { ReaderOf } from '../terms/marks.js';
import { type Reading, readingSchema } from '../terms/reading.js';
import { type AddingCall, keepAll, Progress, type Ready, refusal } from './adding.js';
import type { Readers } from './readers.js';

/** The reading of one line. Throws `too-large`, `bad-line`, `bad-reading`. */
function readingOfLine(line: string, maxBytes: number): Reading {
  // A reading of a text holds it and some spans for every few words.
  if (line.length > maxBytes * 4) throw new ParleyError('too-large', `${line.slice(0, 80)}…`);
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    throw new ParleyError('bad-line', line.length > 80 ? `${line.slice(0, 80)}…` : line, { cause: error });
  }
  const parsed = readingSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ParleyError('bad-reading', issue ? `${issue.path.join('.')}: ${issue.message}` : 'unknown');
}

/** The process a line names, made where there is none by that name. */
async function processNamed(store: Store, who: ReaderOf, name: string): Promise<string> {
  try {
    return (await processIdsOf(store, who, [name]))[0] ?? name;
  } catch (error) {
    if (!(error instanceof ParleyError) || error.code !== 'unknown-process') throw error;
    return (await createProcess(store, who, name)).id;
  }
}

/** A reading with the dates of its text, by which the study knows when things took place: those it brings along, else the reader's. */
async function withTimes(readers: Readers, reading: Reading): Promise<Reading> {
  if (reading.times !== undefined || (reading.language ?? 'en') !== 'en') return reading;
  const { id, text, published, publisher } = reading;
  return { ...reading, times: [...(await readers.times({ id, text, published, publisher }))] };
}

/**
 * Keeps reports with their readings; one without times gets the reader's. Without processes in the options each is filed where its line says; a text known before gets the new
 * reading. Throws `unknown-process` before anything, and what is fatal.
 */
export async function addReadings(
  store: Store,
  readers: Readers,
  who: ReaderOf,
  lines: AsyncIterable<string> | Iterable<string>,
  options: AddOptions,
  call: AddingCall,
  progressed: (progress: Progress) => void,
): Promise<void> {
  const processes = options.processes === undefined ? null : await processIdsOf(store, who, options.processes);
  const progress = new Progress(0);
  progressed(progress);
  async function* ready(): AsyncGenerator<Ready> {
    let number = 0;
    for await (const line of lines) {
      number++;
      if (line.trim() === '') continue;
      progress.expect(1);
      const from = `line ${number}`;
      try {
        const reading = readingOfLine(line, options.maxBytes ?? MAX_BYTES);
        const { publisher = options.publisher, published = options.published, dateline = options.dateline } = reading;
        const report = reportAsIs(reading.id, reading.text, { publisher, published, dateline: dateline ?? undefined });
        const own = reading.process === undefined ? [] : [await processNamed(store, who, reading.process)];
        yield { from, report, reading: await withTimes(readers, reading), processes: processes ?? own, readingWins: true };
      } catch (error) {
        if (!(error instanceof ParleyError)) throw error;
        yield { result: refusal(from, error) };
      }
    }
  }
  await keepAll(store, who, ready(), options.mark ?? 'CLEAR', progress, call);
}
