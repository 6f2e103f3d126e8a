// Calls of the review: decide on a line, and how much waits.
import { z } from '@hono/zod-openapi';
import { decisionSchema, reviewSchema, waitingSchema } from '../../terms/record.js';
import { type Api, body, call } from './calls.js';
import { dayQuery, named, processQuery } from './shapes.js';

const tags = ['review'];

export function addReviewCalls(api: Api): void {
  api.openapi(
    call({
      method: 'put',
      path: '/lines/{line}/review',
      tags,
      summary: 'Decide on a line (`report:line`): accepted, rejected or unverifiable and why, or unread again',
      request: { params: z.object({ line: z.string() }), body: body(named(decisionSchema, 'Decision')) },
      says: 'How it was reviewed before',
      gives: named(reviewSchema, 'Review'),
    }),
    async (c) => c.json(await c.var.parley.review(c.req.valid('param').line, c.req.valid('json')), 200),
  );
  api.openapi(
    call({
      method: 'get',
      path: '/waiting',
      tags,
      summary: 'How many lines of how many reports nobody has reviewed',
      request: { query: z.object({ ...processQuery, until: dayQuery }) },
      says: 'The two counts',
      gives: named(waitingSchema, 'Waiting'),
    }),
    async (c) => c.json(await c.var.parley.waiting(c.req.valid('query')), 200),
  );
}
