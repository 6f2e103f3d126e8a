// Errors for a person at a terminal: what happened, and what to do next.
import type { ParleyError } from '../../terms/errors.js';
import { harmless, type Paint } from './paint.js';

/** "parley: There is no file or folder at x.", then the next step below it. A fault of Parley's own also tells where, for the report of it. */
export function sayError(error: ParleyError, paint: Paint): string {
  const trace = error.code === 'fault' && error.cause instanceof Error && error.cause.stack ? `\n${paint.faint(error.cause.stack)}` : '';
  return `${paint.bold('parley:')} ${harmless(error.message)}\n${error.next}${trace}\n`;
}
