// Calls on watched sources: list, add, remove, and look now.
import { z } from '@hono/zod-openapi';
import { ParleyError } from '../../terms/errors.js';
import { type Api, body, call } from './calls.js';
import { listOf, newWatchShape, watchShape } from './shapes.js';

const params = z.object({ watch: z.string() });
const tags = ['sources'];
/** Kinds that name nothing of this machine. */
const OF_THE_NET: ReadonlySet<string> = new Set(['feed', 'reliefweb']);

export function addWatchCalls(api: Api): void {
  api.openapi(
    call({
      method: 'get',
      path: '/watches',
      tags,
      summary: 'The watched sources and how each fares',
      says: 'The sources',
      gives: listOf(watchShape),
    }),
    async (c) => {
      const items = [...(await c.var.parley.watches.list())];
      return c.json({ items, total: items.length }, 200);
    },
  );
  api.openapi(
    call({
      method: 'post',
      path: '/watches',
      tags,
      summary: 'Watch a feed or a search of ReliefWeb; the owner of the home also a folder or mailbox of its machine, or a private address',
      request: { body: body(newWatchShape) },
      says: 'The source',
      gives: watchShape,
    }),
    async (c) => {
      const watch = c.req.valid('json');
      if ((!OF_THE_NET.has(watch.kind) || watch.allowPrivate) && !c.var.owner)
        throw new ParleyError('not-allowed', 'only the owner of the home may have paths on its machine or private addresses watched');
      return c.json(await c.var.parley.watches.add(watch), 200);
    },
  );
  api.openapi(
    call({
      method: 'delete',
      path: '/watches/{watch}',
      tags,
      summary: 'Watch a source no more; what it brought stays',
      request: { params },
      says: 'It is done',
      gives: z.object({ done: z.literal(true) }),
    }),
    async (c) => {
      await c.var.parley.watches.remove(c.req.valid('param').watch);
      return c.json({ done: true as const }, 200);
    },
  );
  api.openapi(
    call({
      method: 'post',
      path: '/watches/{watch}/pause',
      tags,
      summary: 'Pause a source, or resume it, and then it is due at once',
      request: { params, body: body(z.object({ paused: z.boolean() })) },
      says: 'The source',
      gives: watchShape,
    }),
    async (c) => c.json(await c.var.parley.watches.pause(c.req.valid('param').watch, c.req.valid('json').paused), 200),
  );
  api.openapi(
    call({
      method: 'post',
      path: '/watches/{watch}/look',
      tags,
      summary: 'Look at a source now, due or not',
      request: { params },
      says: 'How it fares',
      gives: watchShape,
    }),
    async (c) => c.json(await c.var.parley.watches.run(c.req.valid('param').watch), 200),
  );
}
