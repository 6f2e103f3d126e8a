// Watched sources: feeds, folders and mailboxes that are looked at by themselves, and how each fares.
import { z } from 'zod';
import { markSchema } from './marks.js';

export const WATCH_KINDS = ['feed', 'folder', 'mailbox', 'reliefweb'] as const;

export const newWatchSchema = z.object({
  /** A mailbox is a file of mails (mbox), or a folder of such files and of mails (.eml). */
  kind: z.enum(WATCH_KINDS),
  /** The address, the absolute path of the folder or file, or what ReliefWeb is searched for. */
  place: z.string().min(1),
  /** Id or name of the process that its reports belong to. */
  process: z.string().nullable().default(null),
  /** Minutes between two looks. */
  every: z.number().int().min(5).max(43_200).default(60),
  /** The mark of what it brings. */
  mark: markSchema.default('CLEAR'),
  /** Whether it may be on a private network. */
  allowPrivate: z.boolean().default(false),
});
export type NewWatch = z.input<typeof newWatchSchema>;

export const watchSchema = newWatchSchema.extend({
  id: z.string(),
  added: z.string(),
  addedBy: z.string(),
  /** When it was last tried; null: never yet. ISO 8601 in UTC, like all times here. */
  tried: z.string().nullable(),
  due: z.string(),
  /** When it last could be looked at. */
  good: z.string().nullable(),
  /** When it last brought something new. */
  brought: z.string().nullable(),
  /** Tries in a row that failed. */
  failures: z.number().int(),
  /** True while nobody wants it looked at. */
  paused: z.boolean(),
  /** Why the last try failed, or what of it could not be used. */
  error: z.object({ code: z.string(), value: z.string(), message: z.string(), next: z.string() }).nullable(),
});
export type Watch = z.infer<typeof watchSchema>;

/** After so many failed tries in a row a source counts as dead. */
export const DEAD_AFTER = 3;
export const isDead = ({ failures, paused }: Watch): boolean => !paused && failures >= DEAD_AFTER;
