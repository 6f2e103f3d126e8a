// Finds out for whom a request is: the owner of the home, a program with a token, somebody signed in, or the one user of a home without accounts.
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Parley } from '../../parley.js';
import type { Earlier } from '../../terms/earlier.js';
import { ParleyError } from '../../terms/errors.js';
import { highestRole, isEnough, type ReaderOf } from '../../terms/marks.js';
import type { DeskEnv } from '../api/env.js';
import { sameSecret } from '../api/guard.js';
import { sessionOf } from './cookies.js';
import { isRole, RIGHTS, strictest, type Takes } from './rights.js';

/** Whoever is not signed in sees and does nothing, also where a route forgets to ask. */
const NOBODY: ReaderOf = { reader: 'nobody', clearance: null, role: null };

export interface WhoOptions {
  readonly key: string | undefined;
  /** True where a desk without accounts lets everybody in who reaches it: on this machine alone, or because somebody said so. */
  readonly open: boolean;
}

/** The last address that a proxy tells of, which is the one that asked the proxy; of IPv6 the network, of which one machine has many addresses. */
export function addressOf(c: Context<DeskEnv>, proxy: boolean): string {
  const told = proxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  const address = told || (c.env?.incoming?.socket.remoteAddress ?? 'this machine');
  const plain = address.replace(/^::ffff:/i, '');
  return plain.includes(':') ? `${plain.split(':').slice(0, 4).join(':')}::/64` : plain;
}

interface Caller {
  readonly parley: Parley;
  readonly reader: ReaderOf | null;
  readonly owner: boolean;
  readonly program: boolean;
}

async function callerOf(c: Context<DeskEnv>, parley: Parley, { key, open }: WhoOptions): Promise<Caller> {
  const bearer = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    if (key !== undefined && sameSecret(bearer, key)) return { parley, reader: parley.reader, owner: true, program: true };
    const reader = await parley.gate.token(bearer);
    if (reader === null) throw new ParleyError('not-signed-in', 'the token is none, or holds no more');
    return { parley: parley.as(reader), reader, owner: false, program: true };
  }
  const session = sessionOf(c);
  const reader = session === null ? null : await parley.gate.session(session);
  if (reader !== null) return { parley: parley.as(reader), reader, owner: false, program: false };
  if (await parley.gate.hasAccounts()) return { parley, reader: null, owner: false, program: false };
  if (!open) throw new ParleyError('open-desk', new URL(c.req.url).host);
  return { parley, reader: parley.reader, owner: false, program: false };
}

/** What the routes that may answer a request take, the strictest of them; null where there is no such route. */
function takesOf(c: Context<DeskEnv>): Takes | null {
  const routes = matchedRoutes(c).filter(({ method }) => method !== 'ALL');
  return strictest(
    routes.map(({ method, path }) => {
      const takes = RIGHTS.get(`${method} ${path}`);
      if (takes === undefined) throw new ParleyError('not-allowed', `${method} ${path} is in no table of rights`);
      return takes;
    }),
  );
}

/** Lets a request through to its route, with the record as its caller may see it, where the caller may ask that. */
export function knowWho(parley: Parley, options: WhoOptions): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const takes = takesOf(c);
    const caller = takes === 'open' && sessionOf(c) === null ? null : await callerOf(c, parley, options);
    c.set('earlier', null);
    const onEarlier = (earlier: Earlier): void => {
      if (c.var.earlier === null || earlier.at < c.var.earlier.at) c.set('earlier', earlier);
    };
    c.set('parley', parley.as(caller === null ? NOBODY : caller.parley.reader, onEarlier));
    c.set('reader', caller?.reader ?? null);
    c.set('owner', caller?.owner ?? false);
    c.set('program', caller?.program ?? false);
    if (takes !== null && takes !== 'open') {
      const reader = caller?.reader ?? null;
      if (reader === null) throw new ParleyError('not-signed-in', new URL(c.req.url).pathname);
      if (isRole(takes) && !isEnough(highestRole(reader), takes)) throw new ParleyError('not-allowed', `it takes the role of ${takes}`);
    }
    await next();
  };
}
