// Those who may sign in, what they may do and see, the tokens of their programs, and the log of who saw and changed what.
import { z } from 'zod';
import { grantSchema, markSchema, type ReaderOf, roleSchema } from './marks.js';

/** How a user is called: what the history names them by, for ever. `local` is the owner of the home. */
export const userNameSchema = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}._@ -]{0,58}[\p{L}\p{N}])?$/u, 'a name is up to 60 letters, digits, spaces and . _ - @')
  .refine((name) => name.toLowerCase() !== 'local', 'the owner of the home is called local');

const rights = {
  /** In every process; null, both: only what the grants say. */
  role: roleSchema.nullable(),
  clearance: markSchema.nullable(),
  grants: z.array(grantSchema).max(1000),
};
const subject = z.string().min(3).max(600).nullable();

export const userSchema = z.object({
  name: z.string(),
  ...rights,
  /** True where they can sign in by a password. */
  password: z.boolean(),
  /** Issuer and subject of OpenID Connect, with a space between them, by which they can sign in. */
  subject,
  /** ISO 8601 in UTC, like all times here. */
  added: z.string(),
  addedBy: z.string(),
  /** When they last signed in. */
  seen: z.string().nullable(),
});
export type User = z.infer<typeof userSchema>;

const bothOrNone = ({ role, clearance }: { role?: unknown; clearance?: unknown }): boolean => (role === null) === (clearance === null);
export const newUserSchema = z
  .object({
    name: userNameSchema,
    role: rights.role.default(null),
    clearance: rights.clearance.default(null),
    grants: rights.grants.default([]),
    subject: subject.default(null),
  })
  .refine(bothOrNone, 'a role and a clearance are given together');
export type NewUser = z.input<typeof newUserSchema>;

/** What is to be otherwise; what is left out stays. */
export const userChangeSchema = z.object({ ...rights, subject }).partial();
export type UserChange = z.infer<typeof userChangeSchema>;

/** How much work a password is (scrypt): memory is 128 · `n` · `r` bytes, done `p` times over. */
export interface PasswordCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** From 12 to 200 characters; any. */
export const passwordSchema = z.string().min(12, 'a password has at least 12 characters').max(200, 'a password has at most 200 characters');

export const tokenSchema = z.object({
  id: z.string(),
  user: z.string(),
  /** What it is for. */
  label: z.string(),
  /** At most this, and never more than its user. */
  role: roleSchema,
  clearance: markSchema,
  made: z.string(),
  until: z.string().nullable(),
  /** When it was last used, give or take some minutes. */
  used: z.string().nullable(),
});
export type Token = z.infer<typeof tokenSchema>;
export const newTokenSchema = z.object({
  /** Whose it is: by default that of whoever makes it. */
  user: z.string().optional(),
  label: z.string().trim().min(1).max(100),
  role: roleSchema.default('viewer'),
  clearance: markSchema.default('GREEN'),
  /** Days until it ends; null: it does not by itself. */
  days: z.number().int().min(1).max(3650).nullable().default(365),
});
export type NewToken = z.input<typeof newTokenSchema>;
/** `secret` is what a program sends; it is shown this once. */
export const madeTokenSchema = tokenSchema.extend({ secret: z.string() });
export type MadeToken = z.infer<typeof madeTokenSchema>;

/** A line of the log; it is only ever added to. */
export const auditEntrySchema = z.object({
  seq: z.number().int(),
  at: z.string(),
  by: z.string(),
  /** "saw" and "changed" are of what is marked above GREEN; the others are of people. */
  did: z.string(),
  /** What was looked at or done, or whom it is about. */
  what: z.string(),
  report: z.string().nullable(),
  process: z.string().nullable(),
  /** The highest mark of what was seen. */
  mark: markSchema.nullable(),
  /** How many reports marked above GREEN a sheet or file drew on. */
  reports: z.number().int().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** A sign-in that went well: what the browser keeps, and for whom. */
export interface SignedIn {
  readonly session: string;
  readonly reader: ReaderOf;
}
