// Removing a report or a name for good: what is asked, and what came of it.
import { z } from 'zod';

/** A report by its id, or a name in the ways it is written. */
export interface Redaction {
  readonly report: string | null;
  readonly names: readonly string[];
  /** Kept for ever with the proof; must not hold the name. */
  readonly why: string;
}

export const redactedSchema = z.object({
  of: z.enum(['report', 'name']),
  /** False: a dry run, nothing was changed. */
  done: z.boolean(),
  /** Number of the change that is the proof; null in a dry run. */
  proof: z.number().int().nullable(),
  /** What stands in the place of the name. */
  label: z.string(),
  /** Rows of the history that came out otherwise. */
  changes: z.number().int(),
  /** How often the name stood in texts and in the history; of a report, its changes. */
  places: z.number().int(),
  /** Reports that were touched, with the id each has now; null: it is gone. */
  reports: z.array(z.object({ id: z.string(), now: z.string().nullable(), title: z.string().nullable() })),
  /** Watched sources that were removed with it, by their places, because these, or their files, are called so. */
  unwatched: z.array(z.string()),
  /** Other names of the same actors, which stay. */
  otherNames: z.array(z.object({ name: z.string(), reports: z.number().int() })),
});
export type Redacted = z.infer<typeof redactedSchema>;

/** A file that was looked at after a redaction. */
export const stillHeldSchema = z.object({
  file: z.string(),
  /** holds: it is in there; unknown: the file is not there, or can't be looked into. */
  state: z.enum(['holds', 'unknown']),
  /** When a backup was taken, where the record knows. */
  at: z.string().nullable(),
});
export type StillHeld = z.infer<typeof stillHeldSchema>;
