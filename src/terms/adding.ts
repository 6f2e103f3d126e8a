// Adding reports: what can be given, how far it has come, and what became of each.
import { z } from 'zod';
import type { ErrorCode } from './errors.js';
import { markSchema } from './marks.js';

/** One thing to add. Paths are absolute. Bytes come from an upload. A feed or folder holds many reports. */
export type AddInput =
  | { readonly kind: 'text'; readonly text: string; readonly name?: string | undefined; readonly id?: string | undefined }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'feed'; readonly url: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly name: string; readonly type?: string | undefined };

/** What holds for everything in one call. Given values win over those found in the report. */
export const addOptionsSchema = z.object({
  /** Ids or names of processes that the reports belong to, beside any they belong to already. */
  processes: z.array(z.string()).optional(),
  publisher: z.string().optional(),
  /** EDTF. */
  published: z.string().optional(),
  dateline: z.string().optional(),
  title: z.string().optional(),
  url: z.string().optional(),
  mark: markSchema.optional(),
  /** Largest size of one input in bytes. */
  maxBytes: z.number().int().positive().optional(),
  /** Milliseconds to wait for an address. */
  timeoutMs: z.number().int().positive().optional(),
  /** Whether addresses on private networks may be asked. */
  allowPrivate: z.boolean().optional(),
});
export type AddOptions = z.infer<typeof addOptionsSchema>;

export const OUTCOMES_OF_ADDING = ['new', 'known', 'refused'] as const;
/** What became of one report: kept as new, known before, or refused and why (the error of the table). */
export const addResultSchema = z.object({
  outcome: z.enum(OUTCOMES_OF_ADDING),
  /** The file, address or name it came from. */
  from: z.string(),
  id: z.string().optional(),
  title: z.string().optional(),
  /** True where it is kept but was not read, being in another language than English. */
  unread: z.boolean().optional(),
  error: z
    .object({ code: z.custom<ErrorCode>((code) => typeof code === 'string'), value: z.string(), message: z.string(), next: z.string() })
    .optional(),
});
export type AddResult = z.infer<typeof addResultSchema>;

export const addProgressSchema = z.object({
  /** Reports dealt with, and how many there are so far as is known yet (a feed or folder is counted once it is opened). */
  done: z.number().int(),
  total: z.number().int(),
  new: z.number().int(),
  known: z.number().int(),
  refused: z.number().int(),
  /** Reports a second since the start, and seconds left at that rate (null before the first). */
  rate: z.number(),
  left: z.number().nullable(),
});
export type AddProgress = z.infer<typeof addProgressSchema>;

/** An adding that runs or has run in this process. */
export const addRunSchema = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  progress: addProgressSchema,
  /** In the order given, as far as it has come. */
  results: z.array(addResultSchema),
  /** Why it failed as a whole: the disk is full, the store is damaged. What `results` reports as kept is kept. */
  error: addResultSchema.shape.error,
  /** Seconds from start to end, or to now. */
  seconds: z.number(),
});
export type AddRun = z.infer<typeof addRunSchema>;
