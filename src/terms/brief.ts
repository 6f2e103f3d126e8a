// A brief: what changed since a day, every sentence with the words and reports it rests on.
import { z } from 'zod';

export const briefNoteSchema = z.object({
  number: z.number().int(),
  /** `report:claim` or `report:statement`. */
  ref: z.string(),
  words: z.string(),
  speaker: z.string().nullable(),
  outlet: z.string().nullable(),
  published: z.string().nullable(),
  report: z.string(),
  /** True where somebody edited the line, so that it stands as they put it. */
  edited: z.boolean(),
});
export const briefSentenceSchema = z.object({
  text: z.string(),
  /** Numbers of the notes it rests on; none only where the record holds nothing. */
  notes: z.array(z.number().int()),
  /** Independent origins behind it. */
  origins: z.number().int(),
  /** False where nobody has reviewed a line it rests on. */
  reviewed: z.boolean(),
});
export const briefSectionSchema = z.object({
  title: z.string(),
  /** Those there is room for, the weightiest, in their order. */
  sentences: z.array(briefSentenceSchema),
  /** How many further ones were left out; asking for all gives them. */
  more: z.number().int(),
});
export const briefSchema = z.object({
  process: z.string(),
  since: z.string(),
  day: z.string(),
  /** True where unreviewed lines were asked for; they are marked. */
  unreviewed: z.boolean(),
  sections: z.array(briefSectionSchema),
  notes: z.array(briefNoteSchema),
});
export type Brief = z.infer<typeof briefSchema>;
