// The state an answer is of where the record has moved on and the newer one is still being worked in.
import { z } from 'zod';

export const earlierSchema = z.object({
  /** When that state was looked at, ISO 8601 in UTC. */
  at: z.string(),
  /** How many changes since may tell otherwise. */
  changes: z.number().int(),
});
export type Earlier = z.infer<typeof earlierSchema>;
