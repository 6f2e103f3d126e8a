// Calls that look things up: who is known, one actor, full text, and the history of changes.
import { z } from '@hono/zod-openapi';
import { alikeSchema } from '../../terms/record.js';
import { type Api, call } from './calls.js';
import {
  actorPageShape,
  actorSummaryShape,
  changeShape,
  dayQuery,
  foundQuery,
  kindQuery,
  listOf,
  named,
  pagingQuery,
  processQuery,
  searchHitShape,
} from './shapes.js';

export function addFindingCalls(api: Api): void {
  api.openapi(
    call({
      method: 'get',
      path: '/who',
      tags: ['actors'],
      summary: 'Actors, the most often meant first; `named` finds part of a name, `until` counts what was published up to a day',
      request: { query: z.object({ ...processQuery, named: z.string().optional(), until: dayQuery, ...pagingQuery }) },
      says: 'A page of the list',
      gives: listOf(actorSummaryShape),
    }),
    async (c) => {
      const { items, total } = await c.var.parley.actors.list(c.req.valid('query'));
      return c.json({ items: [...items], total }, 200);
    },
  );
  api.openapi(
    call({
      method: 'get',
      path: '/who/{actor}',
      tags: ['actors'],
      summary: 'One actor: names, words, and where it is meant',
      request: { params: z.object({ actor: z.string() }), query: z.object(pagingQuery) },
      says: 'The actor',
      gives: actorPageShape,
    }),
    async (c) => c.json(await c.var.parley.actors.get(c.req.valid('param').actor, c.req.valid('query')), 200),
  );
  api.openapi(
    call({
      method: 'get',
      path: '/who/{actor}/alike',
      tags: ['actors'],
      summary: 'Who may be the same under another name; nobody is merged by itself',
      request: { params: z.object({ actor: z.string() }) },
      says: 'The candidates, each with what speaks for it',
      gives: listOf(named(alikeSchema, 'Alike')),
    }),
    async (c) => {
      const items = await c.var.parley.actors.alike(c.req.valid('param').actor);
      return c.json({ items: [...items], total: items.length }, 200);
    },
  );
  api.openapi(
    call({
      method: 'put',
      path: '/who/{actor}/into/{other}',
      tags: ['actors'],
      summary: 'Make an actor one with another, whose name stands',
      request: { params: z.object({ actor: z.string(), other: z.string() }) },
      says: 'Merged',
      gives: z.object({ done: z.literal(true) }),
    }),
    async (c) => {
      const { actor, other } = c.req.valid('param');
      await c.var.parley.actors.merge(actor, other);
      return c.json({ done: true as const }, 200);
    },
  );
  api.openapi(
    call({
      method: 'delete',
      path: '/who/{actor}/into',
      tags: ['actors'],
      summary: 'Take the merge of an actor back',
      request: { params: z.object({ actor: z.string() }) },
      says: 'Split',
      gives: z.object({ done: z.literal(true) }),
    }),
    async (c) => {
      await c.var.parley.actors.split(c.req.valid('param').actor);
      return c.json({ done: true as const }, 200);
    },
  );
  api.openapi(
    call({
      method: 'get',
      path: '/search',
      tags: ['search'],
      summary: 'Full text over reports, statements and claims',
      request: {
        query: z.object({
          q: z.string().max(1000).default(''),
          ...processQuery,
          found: foundQuery,
          kind: kindQuery,
          since: dayQuery,
          until: dayQuery,
          by: z.string().max(200).optional(),
          ...pagingQuery,
        }),
      },
      says: 'A page of what was found',
      gives: listOf(searchHitShape),
    }),
    async (c) => {
      const { q, ...filter } = c.req.valid('query');
      if (q.trim() === '' && filter.by === undefined) return c.json({ items: [], total: 0 }, 200);
      const { items, total } = await c.var.parley.search(q, filter);
      return c.json({ items: [...items], total }, 200);
    },
  );
  api.openapi(
    call({
      method: 'get',
      path: '/history',
      tags: ['history'],
      summary: 'Changes of the record, newest first',
      request: { query: z.object({ about: z.string().optional(), what: z.string().optional(), ...pagingQuery }) },
      says: 'A page of the changes',
      gives: listOf(changeShape),
    }),
    async (c) => {
      const { items, total } = await c.var.parley.history(c.req.valid('query'));
      return c.json({ items: [...items], total }, 200);
    },
  );
}
