// Calls on processes: list, make, look at, move the day, remove; and the board of one.
import { z } from '@hono/zod-openapi';
import { type Api, body, call } from './calls.js';
import { orEarlier, sayEarlier } from './earlier.js';
import { processFor } from './scope.js';
import { asOfShape, dayQuery, listOf, newProcessShape, processQuery, processShape } from './shapes.js';
import { todayOf, todaySchema } from './today.js';

const params = z.object({ process: z.string() });
const tags = ['processes'];

export function addProcessCalls(api: Api): void {
  api.openapi(
    call({ method: 'get', path: '/processes', tags, summary: 'All processes', says: 'The processes', gives: listOf(processShape) }),
    async (c) => {
      const items = [...(await c.var.parley.processes.list())];
      return c.json({ items, total: items.length }, 200);
    },
  );
  api.openapi(
    call({
      method: 'post',
      path: '/processes',
      tags,
      summary: 'Make a process',
      request: { body: body(newProcessShape) },
      says: 'The new process',
      gives: processShape,
    }),
    async (c) => {
      const { name, asOf } = c.req.valid('json');
      return c.json(await c.var.parley.processes.create(name, { asOf }), 200);
    },
  );
  api.openapi(
    call({
      method: 'get',
      path: '/processes/{process}',
      tags,
      summary: 'One process',
      request: { params },
      says: 'The process',
      gives: processShape,
    }),
    async (c) => c.json(await c.var.parley.processes.get(c.req.valid('param').process), 200),
  );
  api.openapi(
    call({
      method: 'patch',
      path: '/processes/{process}',
      tags,
      summary: 'Move the day that its boards look at; null is now',
      request: { params, body: body(asOfShape) },
      says: 'The process',
      gives: processShape,
    }),
    async (c) => c.json(await c.var.parley.processes.setAsOf(c.req.valid('param').process, c.req.valid('json').asOf), 200),
  );
  api.openapi(
    call({
      method: 'delete',
      path: '/processes/{process}',
      tags,
      summary: 'Remove a process; with reports=true also its reports that are in no other',
      request: { params, query: z.object({ reports: z.enum(['true', 'false']).optional() }) },
      says: 'How many reports went with it',
      gives: z.object({ reports: z.number().int() }),
    }),
    async (c) => {
      const removed = await c.var.parley.processes.remove(c.req.valid('param').process, {
        reports: c.req.valid('query').reports === 'true',
      });
      return c.json(removed, 200);
    },
  );
  api.openapi(
    call({
      method: 'get',
      path: '/today',
      tags: ['boards'],
      summary: 'The board of a process, with what is disputed, due and not known',
      request: { query: z.object({ ...processQuery, 'as-of': dayQuery }) },
      says: 'The board as of a day, by default that of the process',
      gives: orEarlier(todaySchema).openapi('Today'),
    }),
    async (c) => {
      const query = c.req.valid('query');
      const process = await processFor(c.var.parley, query.process);
      const today = await todayOf(c.var.parley, process.id, query['as-of']);
      return c.json(sayEarlier(c, today), 200);
    },
  );
}
