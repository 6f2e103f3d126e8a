// Calls on people: who asks, who may sign in, the tokens of programs, and the log of who saw what.
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ParleyError } from '../../terms/errors.js';
import { grantSchema, markSchema, roleSchema } from '../../terms/marks.js';
import {
  auditEntrySchema,
  madeTokenSchema,
  newTokenSchema,
  newUserSchema,
  passwordSchema,
  tokenSchema,
  userChangeSchema,
  userSchema,
} from '../../terms/people.js';
import { type Api, body, call } from './calls.js';
import type { DeskEnv } from './env.js';
import { dayQuery, listOf, named, pagingQuery } from './shapes.js';

const done = z.object({ done: z.literal(true) });
const user = z.object({ user: z.string() });
const tags = ['people'];
const userShape = named(userSchema, 'User');
const accountShape = z
  .object({ name: z.string(), role: roleSchema.nullable(), clearance: markSchema.nullable(), grants: z.array(grantSchema) })
  .openapi('Account');

/** A token that makes tokens would outlive itself, and be worth more than it was given. Throws `not-allowed`. */
export function checkMaker({ var: { program, owner } }: Context<DeskEnv>): void {
  if (program && !owner) throw new ParleyError('not-allowed', 'a token makes no tokens');
}

export function addPeopleCalls(api: Api): void {
  api.openapi(
    call({ method: 'get', path: '/account', tags, summary: 'Who asks, and what they may', says: 'You', gives: accountShape }),
    async (c) => {
      const { reader } = c.var;
      if (reader === null) throw new ParleyError('not-signed-in', 'account');
      const { reader: name, role, clearance, grants = [] } = reader;
      return c.json({ name, role: role ?? null, clearance, grants: [...grants] }, 200);
    },
  );
  api.openapi(
    call({ method: 'get', path: '/users', tags, summary: 'Who may sign in', says: 'The users', gives: listOf(userShape) }),
    async (c) => {
      const items = [...(await c.var.parley.people.list())];
      return c.json({ items, total: items.length }, 200);
    },
  );
  api.openapi(
    call({
      method: 'post',
      path: '/users',
      tags,
      summary: 'Let somebody in; the first must be an admin of everything',
      request: { body: body(z.object({ user: newUserSchema, password: passwordSchema.nullable().default(null) }).openapi('NewUser')) },
      says: 'The user',
      gives: userShape,
    }),
    async (c) => {
      const { user: wanted, password } = c.req.valid('json');
      return c.json(await c.var.parley.people.add(wanted, password), 200);
    },
  );
  api.openapi(
    call({
      method: 'patch',
      path: '/users/{user}',
      tags,
      summary: 'Change what somebody may, from their next request on; what is left out stays',
      request: { params: user, body: body(named(userChangeSchema, 'UserChange')) },
      says: 'The user',
      gives: userShape,
    }),
    async (c) => c.json(await c.var.parley.people.set(c.req.valid('param').user, c.req.valid('json')), 200),
  );
  api.openapi(
    call({
      method: 'delete',
      path: '/users/{user}',
      tags,
      summary: 'Let somebody in no more; what they did stays under their name',
      request: { params: user },
      says: 'It is done',
      gives: done,
    }),
    async (c) => {
      await c.var.parley.people.remove(c.req.valid('param').user);
      return c.json({ done: true as const }, 200);
    },
  );
  api.openapi(
    call({
      method: 'put',
      path: '/users/{user}/password',
      tags,
      summary: 'Set the password of somebody, or take it away (null); their sessions end',
      request: { params: user, body: body(z.object({ password: passwordSchema.nullable() }).openapi('Password')) },
      says: 'It is done',
      gives: done,
    }),
    async (c) => {
      await c.var.parley.people.password(c.req.valid('param').user, c.req.valid('json').password);
      return c.json({ done: true as const }, 200);
    },
  );
  api.openapi(
    call({
      method: 'get',
      path: '/tokens',
      tags,
      summary: 'Your tokens; an admin sees those of all, or of one user',
      request: { query: z.object({ user: z.string().min(1).optional() }) },
      says: 'The tokens, without their secrets',
      gives: listOf(named(tokenSchema, 'Token')),
    }),
    async (c) => {
      const items = [...(await c.var.parley.tokens.list(c.req.valid('query').user))];
      return c.json({ items, total: items.length }, 200);
    },
  );
  api.openapi(
    call({
      method: 'post',
      path: '/tokens',
      tags,
      summary: 'Make a token; it may what its user may, and no more than it says',
      request: { body: body(named(newTokenSchema, 'NewToken')) },
      says: 'The token with its secret, which is shown this once',
      gives: named(madeTokenSchema, 'MadeToken'),
    }),
    async (c) => {
      checkMaker(c);
      return c.json(await c.var.parley.tokens.make(c.req.valid('json')), 200);
    },
  );
  api.openapi(
    call({
      method: 'delete',
      path: '/tokens/{token}',
      tags,
      summary: 'End a token',
      request: { params: z.object({ token: z.string() }) },
      says: 'It is done',
      gives: done,
    }),
    async (c) => {
      await c.var.parley.tokens.revoke(c.req.valid('param').token);
      return c.json({ done: true as const }, 200);
    },
  );
  api.openapi(
    call({
      method: 'get',
      path: '/audit',
      tags,
      summary: 'Who saw and changed what is marked above GREEN, and who let whom in, newest first',
      request: {
        query: z.object({
          by: z.string().optional(),
          did: z.string().optional(),
          report: z.string().optional(),
          since: dayQuery,
          until: dayQuery,
          ...pagingQuery,
        }),
      },
      says: 'A page of the log',
      gives: listOf(named(auditEntrySchema, 'AuditEntry')),
    }),
    async (c) => {
      const { items, total } = await c.var.parley.audit(c.req.valid('query'));
      return c.json({ items: [...items], total }, 200);
    },
  );
}
