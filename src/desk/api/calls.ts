// How a call of the API is defined: one definition gives the check of what comes in, the type of what goes out, and its entry in OpenAPI.
import { createRoute, OpenAPIHono, type RouteConfig, type z } from '@hono/zod-openapi';
import { ParleyError } from '../../terms/errors.js';
import type { DeskEnv } from './env.js';
import { errorShape } from './shapes.js';

export type Api = OpenAPIHono<DeskEnv>;

/** The first thing that is wrong with a request, and where. */
function firstIssue(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'it does not have the expected shape';
  const where = issue.path.map(String).join('.');
  return where === '' ? issue.message : `${where}: ${issue.message}`;
}

export function newApi(): Api {
  return new OpenAPIHono<DeskEnv>({
    strict: true,
    defaultHook: (result) => {
      if (!result.success) throw new ParleyError('bad-request', firstIssue(result.error));
    },
  });
}

const failed = { description: 'What went wrong, with the next step', content: { 'application/json': { schema: errorShape } } };

/** A call that answers with one JSON object; its errors are those of the error table. */
export function call<const R extends Omit<RouteConfig, 'responses'>, T extends z.ZodType>(
  route: R & { readonly gives: T; readonly says: string },
) {
  const { gives, says, ...rest } = route;
  return createRoute({
    ...(rest as unknown as R),
    responses: { 200: { description: says, content: { 'application/json': { schema: gives } } }, default: failed },
  });
}

/** A body of JSON with the given shape. */
export const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } }) as const;
