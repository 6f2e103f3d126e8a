// What a reader may do: only where their role is enough, so that every change goes through what is left of their sight.
import { ParleyError } from '../terms/errors.js';
import { isEnough, type ReaderOf, type Role, roleEverywhere } from '../terms/marks.js';

/** The same reader where their role is enough, and nowhere else. Throws `not-allowed` where that is nowhere. */
export function acting(who: ReaderOf, takes: Role): ReaderOf {
  const everywhere = isEnough(roleEverywhere(who), takes);
  const grants = (who.grants ?? []).filter(({ role }) => isEnough(role, takes));
  if (!everywhere && grants.length === 0) throw new ParleyError('not-allowed', `it takes the role of ${takes}`);
  return { ...who, clearance: everywhere ? who.clearance : null, role: everywhere ? who.role : null, grants };
}

/** Throws `not-allowed` where somebody's role is not enough in every process. */
export function demand(who: ReaderOf, takes: Role): void {
  if (!isEnough(roleEverywhere(who), takes)) throw new ParleyError('not-allowed', `it takes the role of ${takes} in every process`);
}

const NOT_FOUND: ReadonlySet<string> = new Set(['unknown-report', 'unknown-line', 'unknown-process', 'unknown-watch']);

/**
 * Does what takes a role for somebody. Where the role is theirs in some processes only, what lies outside them is `not-allowed`, whether it is
 * there or not.
 */
export async function actAs<T>(who: ReaderOf, takes: Role, work: (able: ReaderOf) => Promise<T>): Promise<T> {
  const able = acting(who, takes);
  try {
    return await work(able);
  } catch (error) {
    if (able.clearance !== null || !(error instanceof ParleyError) || !NOT_FOUND.has(error.code)) throw error;
    throw new ParleyError('not-allowed', `it takes the role of ${takes} for ${error.value}`, { cause: error });
  }
}
