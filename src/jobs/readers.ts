// The worker threads that open and read reports, so that the desk answers while they work.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { ReadingInput } from '../reading/draft.js';
import type { Source } from '../report/open.js';
import type { Given } from '../report/report.js';
import { ParleyError } from '../terms/errors.js';
import type { Reading } from '../terms/reading.js';
import type { Answer, OpenedSent } from './worker-tasks.js';

/** Milliseconds that an idle thread is kept, with its models, for the next report. */
const IDLE_MS = 60_000;
// In a checkout run by tsx the tasks are TypeScript, which a thread has to be taught first.
const TASKS = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../scripts/typescript-worker.mjs' : './worker-tasks.js', import.meta.url),
);

/** Threads where nothing else is said: one a core less one for the desk, at least one. */
export const usualThreads = (): number => Math.max(1, availableParallelism() - 1);

export interface Readers {
  readonly threads: number;
  /** Throws what `openSource` throws. */
  open(source: Source): Promise<OpenedSent>;
  paste(text: string, given: Given, name: string): Promise<OpenedSent>;
  read(input: ReadingInput): Promise<Reading>;
  close(): Promise<void>;
}

/** Starts no thread before the first task. */
export function openReaders(threads = usualThreads()): Readers {
  let pool: Piscina | null = null;
  let broken: unknown = null;
  const started = (): Piscina => {
    const made = new Piscina({ filename: TASKS, minThreads: 0, maxThreads: threads, idleTimeout: IDLE_MS, atomics: 'disabled' });
    // A thread that cannot even start would be started again for ever.
    made.on('error', (error) => {
      broken = error;
      void made.destroy();
    });
    return made;
  };
  const ask = async <T>(name: string, task: unknown): Promise<T> => {
    pool ??= started();
    let answer: Answer<T>;
    try {
      answer = await pool.run(task, { name });
    } catch (error) {
      throw new ParleyError('fault', broken instanceof Error ? broken.message : String(error), { cause: broken ?? error });
    }
    if ('error' in answer) throw new ParleyError(answer.error.code, answer.error.value);
    return answer.given;
  };
  return {
    threads,
    open: (source) => ask('open', source),
    paste: (text, given, name) => ask('paste', { text, given, name }),
    read: (input) => ask('read', input),
    async close() {
      await pool?.destroy();
      pool = null;
    },
  };
}
