// The thread in which PDF.js works: what it breaks there, breaks nothing else.
import { parentPort } from 'node:worker_threads';
import { ParleyError } from '../terms/errors.js';
import { type PdfText, readPdf } from './pdf.js';

export interface PdfAsked {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Bytes that it may unpack to. */
  readonly most: number;
}
export type PdfAnswer = { readonly given: PdfText } | { readonly error: { readonly code: ParleyError['code']; readonly value: string } };

// PDF.js begins things that it forgets where a damaged file throws in between: their errors come to nobody, and would end the program.
process.on('unhandledRejection', () => {});

async function answer({ bytes, name, most }: PdfAsked): Promise<PdfAnswer> {
  try {
    return { given: await readPdf(bytes, name, most) };
  } catch (error) {
    if (error instanceof ParleyError) return { error: { code: error.code, value: error.value } };
    throw error;
  }
}

parentPort?.on('message', (asked: PdfAsked) => {
  answer(asked).then(
    (given) => parentPort?.postMessage(given),
    // Thrown outside of any promise, it ends the thread, and whoever asked is told.
    (error: unknown) => setImmediate(() => assertNever(error)),
  );
});

function assertNever(error: unknown): never {
  throw error;
}
