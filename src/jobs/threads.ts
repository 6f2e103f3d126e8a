// A few threads that do the tasks of one file.
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { ParleyError } from '../terms/errors.js';
import { type Answer, taken } from './answer.js';

/** Milliseconds that an idle thread is kept, with what it has opened, for the next task. */
const IDLE_MS = 60_000;
/** Room for what is made and dropped again in a thread: more would be faster by little and takes memory three times over. */
export const YOUNG_MIB = 8;
// In a checkout run by tsx the tasks are TypeScript, which a thread has to be taught first.
const IN_TYPESCRIPT = import.meta.url.endsWith('.ts');
const TYPESCRIPT = new URL('../../scripts/typescript-worker.mjs', import.meta.url);

export interface Threads {
  /** Has a thread do a task; throws the task's error of the table, or `fault` for any other. */
  ask<T>(name: string, task: unknown): Promise<T>;
  close(): Promise<void>;
}

/** Threads for the tasks that a built file exports; none is started before the first task. `youngMib`: their room for what is made and dropped again. */
export function openThreads(file: URL, most: number, youngMib = YOUNG_MIB): Threads {
  let pool: Piscina | null = null;
  let broken: unknown = null;
  const started = (): Piscina => {
    const made = new Piscina({
      filename: fileURLToPath(IN_TYPESCRIPT ? TYPESCRIPT : file),
      ...(IN_TYPESCRIPT && { argv: [file.href.replace(/\.js$/, '.ts')] }),
      minThreads: 0,
      maxThreads: most,
      idleTimeout: IDLE_MS,
      atomics: 'disabled',
      resourceLimits: { maxYoungGenerationSizeMb: youngMib },
    });
    // A thread that cannot even start would be started again for ever.
    made.on('error', (error) => {
      broken = error;
      void made.destroy();
    });
    return made;
  };
  return {
    async ask<T>(name: string, task: unknown): Promise<T> {
      pool ??= started();
      let got: Answer<T>;
      try {
        got = await pool.run(task, { name });
      } catch (error) {
        throw new ParleyError('fault', broken instanceof Error ? broken.message : String(error), { cause: broken ?? error });
      }
      return taken(got);
    },
    async close() {
      await pool?.destroy();
      pool = null;
    },
  };
}
