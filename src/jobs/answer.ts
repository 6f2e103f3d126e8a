// What a thread answers: errors of the table travel as values, because an error loses its class on the way from one thread to another.
import { ParleyError } from '../terms/errors.js';

export interface ErrorSent {
  readonly code: ParleyError['code'];
  readonly value: string;
}
export type Answer<T> = { readonly given: T } | { readonly error: ErrorSent };

export const sent = ({ code, value }: ParleyError): ErrorSent => ({ code, value });

/** Does the work of a task in its thread. */
export async function answer<T>(work: () => T | Promise<T>): Promise<Answer<T>> {
  try {
    return { given: await work() };
  } catch (error) {
    if (error instanceof ParleyError) return { error: sent(error) };
    throw error;
  }
}

/** What a thread answered, in the thread that asked. */
export function taken<T>(got: Answer<T>): T {
  if ('error' in got) throw new ParleyError(got.error.code, got.error.value);
  return got.given;
}
