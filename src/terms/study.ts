// What the study prints: origins, who, talks, access, due and lines, as `parley … --json` and the JSON twins of the pages give them.
import { z } from 'zod';
import { ACCESS_FORMS, ACCESS_STEPS, CLAIM_KINDS, COMMITMENT_STANDINGS, figureSchema, STANDINGS, TALKS_STATUSES } from './reading.js';

/** References to what a thing rests on: `report:claim` or `report:statement`. */
const evidence = z.array(z.string());
/** A number the words give, as in a reading, without its place. */
const figure = figureSchema.omit({ evidence: true });
/** `YYYY-MM-DD`, or shorter where the day is not known. */
const day = z.string();

export const originsSchema = z.object({ origins: z.array(z.object({ reports: z.array(z.string()) })) });

export const whoSchema = z.object({
  actors: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['person', 'voice', 'body', 'place', 'thing']),
      names: z.array(z.object({ report: z.string(), name: z.string() })),
    }),
  ),
});

export const talksSheetSchema = z.object({
  as_of: day,
  rounds: z.array(
    z.object({
      id: z.string(),
      venue: z.array(z.string()),
      start: day.nullable(),
      end: day.nullable(),
      status: z.enum(TALKS_STATUSES).nullable(),
      outcome: z.string().nullable(),
      convener: z.string().nullable(),
      evidence,
      /** A party that is not here was not heard on the round. */
      standing: z.array(
        z.object({
          party: z.string(),
          standing: z.enum([...STANDINGS, 'not-heard']),
          since: day.nullable(),
          condition: z.string().nullable(),
          evidence,
        }),
      ),
    }),
  ),
});

export const accessSheetSchema = z.object({
  places: z.array(
    z.object({
      place: z.string().nullable(),
      steps: z.array(
        z.object({ form: z.enum(ACCESS_FORMS), step: z.enum(ACCESS_STEPS), date: day.nullable(), figures: z.array(figure), evidence }),
      ),
      blame: z.array(z.object({ from: z.string(), on: z.string(), for: z.string(), evidence })),
    }),
  ),
});

export const silenceSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('commitment'), what: z.string(), since: day, due: z.string().nullable(), evidence }),
  z.object({ of: z.literal('standing'), round: z.string(), party: z.string() }),
  z.object({ of: z.literal('round'), round: z.string() }),
]);

export const dueSheetSchema = z.object({
  as_of: day,
  commitments: z.array(
    z.object({
      what: z.string(),
      by: z.array(z.string()),
      to: z.array(z.string()),
      /** EDTF. */
      due: z.string().nullable(),
      state: z.enum(COMMITMENT_STANDINGS),
      /** Kroc's scale, 0 to 3; null while nothing can be said. */
      follow_through: z.number().int().min(0).max(3).nullable(),
      last_word: day,
      evidence,
    }),
  ),
  silence: z.array(silenceSchema),
});

export const linesSheetSchema = z.object({
  lines: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(CLAIM_KINDS),
      about: z.string(),
      /** Independent origins that tell it; copies of one dispatch count once. */
      origins: z.number().int(),
      evidence,
    }),
  ),
  contradictions: z.array(z.object({ about: z.string(), why: z.enum(['numbers', 'denied', 'who', 'negated']), a: evidence, b: evidence })),
});

/** What is open on a day: what is disputed, what is due, and what has had no word. */
export const openQuestionsSchema = z.object({
  disputed: linesSheetSchema.shape.contradictions,
  due: dueSheetSchema.shape.commitments,
  silence: dueSheetSchema.shape.silence,
});
export type OpenQuestions = z.infer<typeof openQuestionsSchema>;

export type OriginsSheet = z.infer<typeof originsSchema>;
export type WhoSheet = z.infer<typeof whoSchema>;
export type TalksSheet = z.infer<typeof talksSheetSchema>;
export type AccessSheet = z.infer<typeof accessSheetSchema>;
export type DueSheet = z.infer<typeof dueSheetSchema>;
export type LinesSheet = z.infer<typeof linesSheetSchema>;
