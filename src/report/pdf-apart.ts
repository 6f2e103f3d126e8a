// Reads PDFs in a thread of their own, with a limit of time and memory: a file made to hang, to eat all memory or to crash its reader does none of it to Parley.
import { Worker } from 'node:worker_threads';
import { ParleyError } from '../terms/errors.js';
import type { PdfText } from './pdf.js';
import type { PdfAnswer, PdfAsked } from './pdf-thread.js';

/** Milliseconds for one file, and for an idle thread to be kept; megabytes of memory. */
const PATIENCE = 120_000;
const IDLE = 30_000;
const MOST_MEMORY = 1024;

// In a checkout run by tsx the thread is TypeScript, which it has to be taught first.
const IN_TYPESCRIPT = import.meta.url.endsWith('.ts');
const ENTRY = IN_TYPESCRIPT
  ? new URL('../../scripts/typescript-pdf-thread.mjs', import.meta.url)
  : new URL('./pdf-thread.js', import.meta.url);

interface Resting {
  readonly worker: Worker;
  readonly until: NodeJS.Timeout;
}
/** Threads that wait for the next file; they keep no program alive. */
const resting: Resting[] = [];

function takeWorker(): Worker {
  const rested = resting.pop();
  if (rested === undefined) return new Worker(ENTRY, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY }, execArgv: [] });
  clearTimeout(rested.until);
  rested.worker.ref();
  return rested.worker;
}

function rest(worker: Worker): void {
  worker.unref();
  const until = setTimeout(() => {
    resting.splice(
      resting.findIndex((one) => one.worker === worker),
      1,
    );
    void worker.terminate();
  }, IDLE).unref();
  resting.push({ worker, until });
}

const outOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Throws what `readPdf` throws, `broken-file` for one that its reader breaks over or does not end with, and `too-large` for one that takes too much memory. */
export function readPdfApart(bytes: Uint8Array, name: string, most: number): Promise<PdfText> {
  const worker = takeWorker();
  return new Promise<PdfText>((resolve, reject) => {
    const over = (): void => {
      clearTimeout(late);
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
    };
    const fail = (error: ParleyError): void => {
      over();
      void worker.terminate();
      reject(error);
    };
    const late = setTimeout(() => fail(new ParleyError('broken-file', name)), PATIENCE);
    worker.on('message', (answer: PdfAnswer) => {
      over();
      rest(worker);
      if ('error' in answer) reject(new ParleyError(answer.error.code, answer.error.value));
      else resolve(answer.given);
    });
    worker.on('error', (error: unknown) => fail(new ParleyError(outOfMemory(error) ? 'too-large' : 'broken-file', name, { cause: error })));
    worker.on('exit', () => fail(new ParleyError('broken-file', name)));
    worker.postMessage({ bytes, name, most } satisfies PdfAsked);
  });
}
