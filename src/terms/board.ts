// The board of a process: the next round and who is coming, what is stalled, who blames whom, the latest words.
import { z } from 'zod';
import { ACCESS_FORMS, ACCESS_STEPS, COMMITMENT_STANDINGS, STANDINGS, STATEMENT_ACTS, TALKS_STATUSES } from './reading.js';
import { citationSchema, processSchema } from './record.js';

const evidence = z.array(citationSchema);

/** A party towards a round by its latest word; `not-heard`: the record holds none. */
export const partyStandingSchema = z.object({
  party: z.string(),
  standing: z.enum([...STANDINGS, 'not-heard']),
  /** The day of the word, EDTF: when it was said, else reported. */
  since: z.string().nullable(),
  condition: z.string().optional(),
  evidence,
});

export const roundSchema = z.object({
  /** "1", "2" in the order of their starts. */
  id: z.string(),
  status: z.enum(TALKS_STATUSES).nullable(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  venue: z.array(z.string()),
  convener: z.string().nullable(),
  outcome: z.string().nullable(),
  evidence,
  standing: z.array(partyStandingSchema),
});
export type Round = z.infer<typeof roundSchema>;

export const stalledSchema = z.object({
  /** An access that does not move, or an undertaking that is not kept. */
  of: z.enum(['access', 'commitment']),
  place: z.string().nullable(),
  form: z.enum(ACCESS_FORMS).nullable(),
  step: z.enum(ACCESS_STEPS).nullable(),
  standing: z.enum(COMMITMENT_STANDINGS).nullable(),
  by: z.array(z.string()),
  what: z.string().nullable(),
  /** Since when, EDTF, and how many days that is on the board's day. */
  since: z.string().nullable(),
  days: z.number().int().nullable(),
  evidence,
});
export const arrowSchema = z.object({ from: z.string(), on: z.string(), for: z.string(), evidence });
export const wordsSchema = z.object({
  speaker: z.string().nullable(),
  act: z.enum(STATEMENT_ACTS),
  said: z.string().nullable(),
  citation: citationSchema,
});

export const boardSchema = z.object({
  process: processSchema,
  /** The day it looks at, YYYY-MM-DD; null: everything there is. */
  asOf: z.string().nullable(),
  reports: z.number().int(),
  /** The next round that is not over, or null. */
  next: roundSchema.nullable(),
  rounds: z.array(roundSchema),
  stalled: z.array(stalledSchema),
  blame: z.array(arrowSchema),
  /** The latest words, newest first. */
  words: z.array(wordsSchema),
});
export type Board = z.infer<typeof boardSchema>;
