// Calls of the review: decide on a line, and how much waits.
import { z } from '@hono/zod-openapi';
import {
  changedSchema,
  decisionSchema,
  lineVersionSchema,
  queueSchema,
  reviewedSchema,
  visitSchema,
  waitingSchema,
} from '../../terms/record.js';
import { type Api, body, call } from './calls.js';
import { orEarlier, sayEarlier } from './earlier.js';
import { dayQuery, named, pagingQuery, processQuery } from './shapes.js';

const tags = ['review'];
const reviewedShape = named(reviewedSchema, 'Reviewed');
const versionShape = named(lineVersionSchema, 'LineVersion');

export function addReviewCalls(api: Api): void {
  api.openapi(
    call({
      method: 'put',
      path: '/lines/{line}/review',
      tags,
      summary: 'Decide on a line (`report:line`): accepted, rejected or unverifiable and why, or unread again',
      request: { params: z.object({ line: z.string() }), body: body(named(decisionSchema, 'Decision')) },
      says: 'How it was reviewed before',
      gives: reviewedShape,
    }),
    async (c) => c.json(await c.var.parley.review(c.req.valid('param').line, c.req.valid('json')), 200),
  );
  api.openapi(
    call({
      method: 'put',
      path: '/lines/{line}',
      tags,
      summary: "Put somebody's version in the place of a line's; the reader's is kept",
      request: { params: z.object({ line: z.string() }), body: body(versionShape) },
      says: 'How it was reviewed before, and the change made',
      gives: reviewedShape,
    }),
    async (c) => c.json(await c.var.parley.edit(c.req.valid('param').line, c.req.valid('json')), 200),
  );
  api.openapi(
    call({
      method: 'post',
      path: '/reports/{report}/lines',
      tags,
      summary: 'Make a statement or claim by hand from words of a report',
      request: { params: z.object({ report: z.string() }), body: body(versionShape) },
      says: 'The id it got, and the change made',
      gives: reviewedShape,
    }),
    async (c) => c.json(await c.var.parley.make(c.req.valid('param').report, c.req.valid('json')), 200),
  );
  api.openapi(
    call({
      method: 'post',
      path: '/undo',
      tags,
      summary: 'Undo changes of lines by their numbers in the history, all or none',
      request: { body: body(z.object({ changes: z.array(z.number().int()).min(1).max(500) })) },
      says: 'Undone',
      gives: z.object({ done: z.literal(true) }),
    }),
    async (c) => {
      await c.var.parley.undo(c.req.valid('json').changes);
      return c.json({ done: true as const }, 200);
    },
  );
  api.openapi(
    call({
      method: 'get',
      path: '/queue',
      tags,
      summary: 'What still needs eyes: first the lines that a board hangs on, then the surest; and on whose desk they lie',
      request: { query: z.object({ ...processQuery, until: dayQuery, ...pagingQuery }) },
      says: 'The unread lines in order, how many a board hangs on, how many there are, and whose they are',
      gives: named(orEarlier(queueSchema), 'Queue'),
    }),
    async (c) => {
      const queue = await c.var.parley.queue(c.req.valid('query'));
      return c.json(sayEarlier(c, queue), 200);
    },
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
  api.openapi(
    call({
      method: 'post',
      path: '/processes/{process}/visit',
      tags: ['visits'],
      summary: 'Note that you look at a process now; a visit is over after half an hour without a look',
      request: { params: z.object({ process: z.string() }) },
      says: 'When your visit before this one ended',
      gives: named(visitSchema, 'Visit'),
    }),
    async (c) => c.json(await c.var.parley.visit(c.req.valid('param').process), 200),
  );
  api.openapi(
    call({
      method: 'get',
      path: '/changed',
      tags: ['visits'],
      summary: 'What the reports added since a moment changed of a process',
      request: { query: z.object({ process: z.string().min(1), since: z.iso.datetime(), 'as-of': dayQuery }) },
      says: 'Rounds, standings, steps, undertakings and lines that are new or stand otherwise',
      gives: named(orEarlier(changedSchema), 'Changed'),
    }),
    async (c) => {
      const { process, since, 'as-of': asOf } = c.req.valid('query');
      const changed = await c.var.parley.changed(process, since, asOf);
      return c.json(sayEarlier(c, changed), 200);
    },
  );
}
