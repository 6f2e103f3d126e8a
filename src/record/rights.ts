// What a reader may do: only where their role is enough, so that every change goes through what is left of their sight.
import { ParleyError } from '../terms/errors.js';
import { isEnough, type ReaderOf, type Role } from '../terms/marks.js';

/** Somebody of whom nothing is said may look. */
const roleOf = ({ role, clearance }: ReaderOf): Role | null => (clearance === null ? null : (role ?? 'viewer'));

/** The highest role that somebody has anywhere; null: none. */
export const highestRole = (who: ReaderOf): Role | null =>
  [roleOf(who), ...(who.grants ?? []).map(({ role }) => role)].reduce<Role | null>(
    (best, role) => (role !== null && (best === null || isEnough(role, best)) ? role : best),
    null,
  );

/** The same reader where their role is enough, and nowhere else. Throws `not-allowed` where that is nowhere. */
export function acting(who: ReaderOf, takes: Role): ReaderOf {
  const everywhere = isEnough(roleOf(who), takes);
  const grants = (who.grants ?? []).filter(({ role }) => isEnough(role, takes));
  if (!everywhere && grants.length === 0) throw new ParleyError('not-allowed', `it takes the role of ${takes}`);
  return { ...who, clearance: everywhere ? who.clearance : null, role: everywhere ? who.role : null, grants };
}

/** Throws `not-allowed` where somebody's role is not enough in every process. */
export function demand(who: ReaderOf, takes: Role): void {
  if (!isEnough(roleOf(who), takes)) throw new ParleyError('not-allowed', `it takes the role of ${takes} in every process`);
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
