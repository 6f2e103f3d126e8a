// Who asks, how widely a report may be shared (TLP 2.0) and how far its source is trusted (Admiralty code).
import { z } from 'zod';

/** Sharing marks of the Traffic Light Protocol 2.0 (FIRST, 2022), from the widest to the narrowest. */
export const MARKS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type Mark = (typeof MARKS)[number];
export const markSchema = z.enum(MARKS);

/** The marks that somebody cleared for `clearance` may see; none for nobody's (null). */
export const marksUpTo = (clearance: Mark | null): readonly Mark[] =>
  clearance === null ? [] : MARKS.slice(0, MARKS.indexOf(clearance) + 1);

/** Reliability of the source, A (completely reliable) to F (cannot be judged), and credibility of the information, 1 (confirmed) to 6 (cannot be judged). */
export const gradeSchema = z.object({ reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']), credibility: z.number().int().min(1).max(6) });
export type Grade = z.infer<typeof gradeSchema>;

/** What somebody may do, each more than the one before: look; decide on lines; add and file reports; let others in. */
export const ROLES = ['viewer', 'reviewer', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export const roleSchema = z.enum(ROLES);

/** True where somebody of role `has` may do what takes role `takes`. */
export const isEnough = (has: Role | null, takes: Role): boolean => has !== null && ROLES.indexOf(has) >= ROLES.indexOf(takes);

/** What somebody may do and see in one process, beside what they may everywhere. */
export const grantSchema = z.object({ process: z.string().min(1), role: roleSchema, clearance: markSchema });
export type Grant = z.infer<typeof grantSchema>;

/** Who makes a call and what they may do and see; every call of the record is made for somebody. */
export interface ReaderOf {
  readonly reader: string;
  /** The highest mark that they may see in every process; null: only what `grants` let them see. */
  readonly clearance: Mark | null;
  /** What they may do in every process; nothing but look where none is said. Null with a clearance of null. */
  readonly role?: Role | null | undefined;
  /** What they may in some processes beside. Nothing in one process takes away what they may in every one. */
  readonly grants?: readonly Grant[] | undefined;
}

/** What somebody may do in every process; null: nothing. Of whom nothing is said may look. */
export const roleEverywhere = ({ role, clearance }: ReaderOf): Role | null => (clearance === null ? null : (role ?? 'viewer'));

/** The highest role that somebody has anywhere; null: none. */
export const highestRole = (who: ReaderOf): Role | null =>
  [roleEverywhere(who), ...(who.grants ?? []).map(({ role }) => role)].reduce<Role | null>(
    (best, role) => (role !== null && (best === null || isEnough(role, best)) ? role : best),
    null,
  );

/** The one user of a home without accounts, and the owner of one with them. */
export const LOCAL_READER: ReaderOf = { reader: 'local', clearance: 'RED', role: 'admin' };
