// The shapes of what the calls take and give, named for the OpenAPI document.
import { z } from '@hono/zod-openapi';
import { addOptionsSchema, addProgressSchema, addResultSchema, addRunSchema } from '../../terms/adding.js';
import { gradeSchema, markSchema } from '../../terms/marks.js';
import { CLAIM_KINDS } from '../../terms/reading.js';
import {
  actorPageSchema,
  actorSummarySchema,
  changeSchema,
  processSchema,
  reportPageSchema,
  reportSummarySchema,
  searchHitSchema,
} from '../../terms/record.js';
import { newWatchSchema, watchSchema } from '../../terms/watching.js';

/** A schema made before the OpenAPI library was loaded lacks its methods; a clone has them. */
export const named = <T extends z.ZodType>(schema: T, name: string): T => schema.clone().openapi(name);

export const errorShape = z
  .object({ error: z.object({ code: z.string(), value: z.string(), message: z.string(), next: z.string() }) })
  .openapi('Error');

export const processShape = named(processSchema, 'Process');
export const reportSummaryShape = named(reportSummarySchema, 'ReportSummary');
export const reportPageShape = named(reportPageSchema, 'ReportPage');
export const actorSummaryShape = named(actorSummarySchema, 'ActorSummary');
export const actorPageShape = named(actorPageSchema, 'ActorPage');
export const searchHitShape = named(searchHitSchema, 'SearchHit');
/** The error code is told apart by the table in the program; here it is a string. */
const resultError = errorShape.shape.error.optional();
const addResultShape = addResultSchema.extend({ error: resultError }).openapi('AddResult');
export const addRunShape = addRunSchema
  .extend({ progress: named(addProgressSchema, 'AddProgress'), results: z.array(addResultShape), error: resultError })
  .openapi('AddRun');
/** The data of a change is JSON of any shape, which replaying it knows. */
export const changeShape = changeSchema.extend({ data: z.record(z.string(), z.unknown()) }).openapi('Change');

export const watchShape = named(watchSchema, 'Watch');
export const newWatchShape = named(newWatchSchema, 'NewWatch');

export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.number().int() });

const whole = (max: number) => z.coerce.number().int().min(0).max(max);
export const pagingQuery = { limit: whole(1000).optional(), offset: whole(10_000_000).optional() };
export const dayQuery = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'a day is written 2014-02-05')
  .optional();
export const processQuery = { process: z.string().min(1).optional() };
export const foundQuery = z.enum(['text', 'statement', 'claim']).optional();
export const kindQuery = z.enum(CLAIM_KINDS).optional();

export const newProcessShape = z.object({ name: z.string().trim().min(1).max(200), asOf: dayQuery.nullable() }).openapi('NewProcess');
export const asOfShape = z.object({ asOf: dayQuery.unwrap().nullable() }).openapi('AsOf');
export const markShape = z.object({ mark: markSchema }).openapi('Sharing');
export const gradeShape = z.object({ grade: gradeSchema.nullable() }).openapi('Grading');

/** What can be added over the wire. Files travel as their bytes; paths on the desk's own machine only the owner of the home may name. */
export const addInputShape = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string(), name: z.string().optional(), id: z.string().optional() }),
    z.object({ kind: z.literal('url'), url: z.string() }),
    z.object({ kind: z.literal('feed'), url: z.string() }),
    z.object({ kind: z.literal('bytes'), base64: z.base64(), name: z.string(), type: z.string().optional() }),
    z.object({ kind: z.literal('file'), path: z.string() }),
    z.object({ kind: z.literal('folder'), path: z.string() }),
  ])
  .openapi('AddInput');
export const addCallShape = z.object({ inputs: z.array(addInputShape).min(1), options: addOptionsSchema.optional() }).openapi('AddCall');
