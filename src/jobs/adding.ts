// Adding: opens, reads and keeps reports one after the other in the order given, and tells after each what became of it.
import { setMaxListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import type { Tx } from '../record/engine.js';
import { type Keep, keepReport, processIdsOf, reportWithText } from '../record/keeping.js';
import type { Store } from '../record/store.js';
import type { AddInput, AddOptions, AddProgress, AddResult } from '../terms/adding.js';
import { asParleyError, ParleyError } from '../terms/errors.js';
import type { Mark, ReaderOf } from '../terms/marks.js';
import type { Reading } from '../terms/reading.js';
import type { Report } from '../terms/report.js';
import { inOrder } from './in-order.js';
import type { Readers } from './readers.js';
import type { ReadingQueue } from './reading-queue.js';
import { type Candidate, candidatesOf, type FoundInput, type RefusedInput, type SingleInput, singles } from './sources.js';

/** What stops an adding, because no further report would fare better. */
const FATAL: ReadonlySet<string> = new Set([
  'store-full',
  'store-damaged',
  'store-busy',
  'home-not-writable',
  'model-damaged',
  'database-unreachable',
  'database-refused',
]);

/** Counts what has been done, with the rate since the start. */
export class Progress {
  readonly #started: number;
  readonly #now: () => number;
  #total: number;
  #counts = { new: 0, known: 0, refused: 0 };

  /** `now` gives milliseconds that only go up. */
  constructor(total: number, now: () => number = () => performance.now()) {
    this.#total = total;
    this.#now = now;
    this.#started = now();
  }

  /** A feed of twenty is nineteen more than the one it was counted as. */
  expect(more: number): void {
    this.#total += more;
  }

  count({ outcome }: AddResult): void {
    this.#counts[outcome]++;
  }

  get seconds(): number {
    return (this.#now() - this.#started) / 1000;
  }

  get now(): AddProgress {
    const done = this.#counts.new + this.#counts.known + this.#counts.refused;
    const total = Math.max(this.#total, done);
    const rate = this.seconds > 0 ? done / this.seconds : 0;
    return { done, total, ...this.#counts, rate, left: rate > 0 ? (total - done) / rate : null };
  }
}

/** Something that has been opened and read, ready to be kept, or what became of it already. */
export type Ready =
  | {
      readonly from: string;
      readonly report: Report;
      readonly reading: Reading | null;
      readonly processes: readonly string[];
      readonly readingWins?: boolean;
    }
  | { readonly result: AddResult };

export const refusal = (from: string, error: ParleyError): AddResult => ({ outcome: 'refused', from, error: error.toJSON().error });

/** Keeps what is ready in its order; throws what is fatal. */
export async function keepAll(
  store: Store,
  who: ReaderOf,
  ready: AsyncIterable<Ready>,
  mark: Mark,
  progress: Progress,
  call: AddingCall,
): Promise<void> {
  for await (const one of ready) {
    // What was cut off half way is no result.
    if (call.signal?.aborted) return;
    const result = 'result' in one ? one.result : await kept(store, who, { ...one, mark }, one.from);
    progress.count(result);
    call.onResult(result, progress.now);
    // The store answers at once, without waiting for the event loop; others must come to their turn between two reports.
    await turn();
  }
}

async function kept(store: Store, who: ReaderOf, keep: Keep, from: string, willBeRead = false): Promise<AddResult> {
  try {
    const { outcome, id } = await keepReport(store, who, keep);
    const { title } = keep.report;
    return {
      outcome,
      from,
      id,
      ...(title !== undefined && { title }),
      ...(keep.reading === null && !willBeRead && outcome === 'new' && { unread: true }),
    };
  } catch (error) {
    if (error instanceof ParleyError && !FATAL.has(error.code)) return refusal(from, error);
    throw error;
  }
}

export interface AddingCall {
  /** Told after each report. */
  readonly onResult: (result: AddResult, progress: AddProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** A report in another language than English is kept unread. */
const isRead = ({ language }: Report): boolean => language === undefined || language === 'en';

async function readCandidate(store: Store, readers: Readers, candidate: Candidate, processes: readonly string[]): Promise<Ready> {
  const { from } = candidate;
  if ('error' in candidate) return { result: refusal(from, candidate.error) };
  const { report } = candidate;
  // What is known need not be read again, but may gain a process or an outlet.
  const known = (await reportWithText(store, report.text)) !== null;
  if (known || !isRead(report)) return { from, report, reading: null, processes };
  try {
    const { id, text, parts, publisher, published, dateline } = report;
    const reading: Reading = await readers.read({ id, text, parts, publisher, published, dateline });
    return { from, report, reading, processes };
  } catch (error) {
    // Nothing a report holds may stop the others, not even what makes a thread give up.
    const fault = asParleyError(error);
    if (FATAL.has(fault.code)) throw fault;
    return { result: refusal(from, fault) };
  }
}

/** Reports that are kept and not dealt with: a worker may still be at them. */
const WAITED_FOR = 100;

/** Keeps reports and leaves their reading to whoever takes it from the queue; tells of each once it is read, in the order given. */
async function keepQueued(
  store: Store,
  queue: ReadingQueue,
  who: ReaderOf,
  candidates: AsyncIterable<Candidate>,
  processes: readonly string[],
  mark: Mark,
  progress: Progress,
  call: AddingCall,
): Promise<void> {
  async function* keptOnes(): AsyncGenerator<{ readonly result: AddResult; readonly job: string | null }> {
    for await (const candidate of candidates) {
      if (call.signal?.aborted) return;
      const { from } = candidate;
      if ('error' in candidate) {
        yield { result: refusal(from, candidate.error), job: null };
        continue;
      }
      const { report } = candidate;
      let job: string | null = null;
      const unread = async (tx: Tx, id: string): Promise<void> => {
        job = await queue.send(tx, id);
      };
      const read = isRead(report);
      const keep: Keep = { report, reading: null, processes, mark, ...(read && { unread }) };
      yield { result: await kept(store, who, keep, from, read), job };
    }
  }
  // Each that is waited for listens for the end.
  if (call.signal) setMaxListeners(WAITED_FOR + 10, call.signal);
  const dealtWith = inOrder(keptOnes(), WAITED_FOR, async ({ result, job }) => {
    if (job !== null) await queue.done(job, call.signal);
    return result;
  });
  for await (const result of dealtWith) {
    progress.count(result);
    call.onResult(result, progress.now);
  }
}

async function* flat(groups: AsyncIterable<readonly Candidate[]>, progress: Progress): AsyncGenerator<Candidate> {
  for await (const group of groups) {
    progress.expect(group.length - 1);
    yield* group;
  }
}

/** Adds reports; resolves when all are dealt with or the call was stopped. Throws `unknown-process` before anything, and what is fatal. */
export async function addReports(
  store: Store,
  readers: Readers,
  who: ReaderOf,
  inputs: readonly (AddInput | FoundInput)[],
  options: AddOptions,
  call: AddingCall,
  progressed: (progress: Progress) => void,
): Promise<void> {
  const processes = await processIdsOf(store, who, options.processes ?? []);
  const found = await singles(inputs);
  const progress = new Progress(found.length);
  progressed(progress);
  const atOnce = readers.threads * 2;
  const open = (input: SingleInput | RefusedInput): Promise<readonly Candidate[]> =>
    'error' in input ? Promise.resolve([input]) : candidatesOf(input, readers, options, call.signal);
  const candidates = flat(inOrder(found, atOnce, open), progress);
  const mark = options.mark ?? 'CLEAR';
  if (readers.queue !== null) return keepQueued(store, readers.queue, who, candidates, processes, mark, progress, call);
  const ready = inOrder(candidates, atOnce, (candidate) => readCandidate(store, readers, candidate, processes));
  await keepAll(store, who, ready, mark, progress, call);
}
