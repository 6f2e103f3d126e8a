// Says in an answer that it is of an earlier state of the record, where it is.

import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Earlier, earlierSchema } from '../../terms/earlier.js';
import type { DeskEnv } from './env.js';

/** The shape of an answer that may be of an earlier state. */
export const orEarlier = <S extends z.ZodRawShape>(schema: z.ZodObject<S>) => schema.extend({ earlier: earlierSchema.optional() });

/** The answer, with `earlier` where it is of an earlier state. To be called when all is asked. */
export const sayEarlier = <T extends object>(c: Context<DeskEnv>, answer: T): T & { earlier?: Earlier } => {
  const { earlier } = c.var;
  return earlier === null ? answer : { ...answer, earlier };
};
