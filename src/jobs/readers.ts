// The threads that open and read reports, so that the desk answers while they work.
import { availableParallelism } from 'node:os';
import type { ReadingInput } from '../reading/draft.js';
import type { Source } from '../report/open.js';
import type { Given } from '../report/report.js';
import type { Reading, TimeExpression } from '../terms/reading.js';
import type { ReadingQueue } from './reading-queue.js';
import { openThreads } from './threads.js';
import type { OpenedSent } from './worker-tasks.js';

const TASKS = new URL('./worker-tasks.js', import.meta.url);

/** Threads where nothing else is said: one a core less one for the desk, at least one. */
const usualThreads = (): number => Math.max(1, availableParallelism() - 1);

export interface Readers {
  readonly threads: number;
  /** Where reports wait to be read by any worker; null: they are read before they are kept, by the threads of this process. */
  readonly queue: ReadingQueue | null;
  /** Throws what `openSource` throws. */
  open(source: Source): Promise<OpenedSent>;
  paste(text: string, given: Given, name: string): Promise<OpenedSent>;
  read(input: ReadingInput): Promise<Reading>;
  /** Only its dates and times. */
  times(input: ReadingInput): Promise<readonly TimeExpression[]>;
  close(): Promise<void>;
}

/** Starts no thread before the first task. */
export function openReaders(threads = usualThreads(), queue: ReadingQueue | null = null): Readers {
  const { ask, close } = openThreads(TASKS, threads);
  return {
    threads,
    queue,
    open: (source) => ask('open', source),
    paste: (text, given, name) => ask('paste', { text, given, name }),
    read: (input) => ask('read', input),
    times: (input) => ask('times', input),
    close,
  };
}
