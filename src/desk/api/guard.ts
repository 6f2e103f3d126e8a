// Keeps strangers out: which names the desk answers to, who may change things, and what a browser may do with its pages.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { ParleyError } from '../../terms/errors.js';
import type { DeskEnv } from './env.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const isAddress = (name: string): boolean => /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/i.test(name);
/** Ways of asking that change nothing (RFC 9110, 9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const COOKIE = 'parley-visit';
/** Of who is signed in. */
export const SESSION_COOKIE = 'parley-session';

/**
 * Refuses a request whose Host is not a name of this desk: a page elsewhere whose name is made to point at this machine
 * (DNS rebinding) would else read everything. `hosts` are further names; beyond loopback a bare address needs none, since a rebinding has a name.
 */
export function checkHost(hosts: readonly string[], loopback: boolean): MiddlewareHandler<DeskEnv> {
  const names = new Set([...LOOPBACK, ...hosts.map((host) => host.toLowerCase())]);
  return async (c, next) => {
    const name = new URL(c.req.url).hostname.toLowerCase();
    if (!names.has(name) && (loopback || !isAddress(name)))
      throw new ParleyError('not-allowed', `this desk does not answer to the name ${name}`);
    await next();
  };
}

/** Nothing inline, nothing from elsewhere, no frame around it. */
export const headers: MiddlewareHandler<DeskEnv> = async (c, next) => {
  await next();
  const set = (name: string, value: string): void => c.res.headers.set(name, value);
  set(
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  set('X-Content-Type-Options', 'nosniff');
  set('X-Frame-Options', 'DENY');
  set('Referrer-Policy', 'same-origin');
  set('Cross-Origin-Opener-Policy', 'same-origin');
  set('Cross-Origin-Resource-Policy', 'same-origin');
  set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  if (c.var.https) set('Strict-Transport-Security', 'max-age=31536000');
  if (!c.res.headers.has('Cache-Control')) set('Cache-Control', 'no-store');
};

/** True where both are the same, in a time that does not tell how much of them is. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const isForm = (type: string | undefined): boolean =>
  type === undefined || /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i.test(type.trim());

/** What form tokens of a request are made from: the session of who is signed in, else the visit of the browser. */
function basisOf(c: Context<DeskEnv>): string {
  const session = c.var.reader === null ? undefined : getCookie(c, SESSION_COOKIE);
  if (session !== undefined) return `session ${session}`;
  const visit = getCookie(c, COOKIE);
  if (visit !== undefined && /^[\w-]{22}$/.test(visit)) return visit;
  const made = randomBytes(16).toString('base64url');
  if (SAFE.has(c.req.method)) setCookie(c, COOKIE, made, { httpOnly: true, sameSite: 'Strict', path: '/', secure: c.var.https });
  return made;
}

/**
 * A change must come from a page of this desk or from a program: the Origin a browser sends must be this desk, and a form must
 * bring back the token it was given, which is made from a cookie (signed double submit).
 */
export function checkOrigin(secret: () => Promise<string>): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const token = createHmac('sha256', await secret())
      .update(basisOf(c))
      .digest('base64url');
    c.set('token', token);
    if (!SAFE.has(c.req.method)) {
      const origin = c.req.header('origin');
      if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== new URL(c.req.url).host)) {
        throw new ParleyError('not-allowed', `a change asked for from ${origin}`);
      }
      const site = c.req.header('sec-fetch-site');
      if (site !== undefined && site !== 'same-origin' && site !== 'none')
        throw new ParleyError('not-allowed', 'a change asked for from another site');
      // Other methods a page elsewhere cannot send without asking first, which is never granted; nor does a browser send what a program proves itself by.
      if (c.req.method === 'POST' && isForm(c.req.header('content-type')) && !c.var.program) {
        const sent: unknown = (await c.req.parseBody({ all: false })).token;
        if (typeof sent !== 'string' || !sameSecret(sent, token)) {
          throw new ParleyError(
            'not-allowed',
            'the form was opened before you signed in or the desk was started anew; open the page again and send it once more',
          );
        }
      }
    }
    await next();
  };
}
