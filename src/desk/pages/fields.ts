// The fields of a form as it was sent.
import { ParleyError } from '../../terms/errors.js';

/** A field as trimmed text; undefined where it is missing, empty or a file. */
export function field(form: Record<string, unknown>, name: string): string | undefined {
  const value = form[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Throws `bad-request` where the box that says yes was not ticked. */
export function sure(form: Record<string, unknown>): void {
  if (field(form, 'sure') !== 'yes') throw new ParleyError('bad-request', 'the box that says yes was not ticked');
}
