// The cookies of the desk: the visit its forms belong to, the session of who is signed in, and the browser that signed in before.
import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { DeskEnv } from '../api/env.js';
import { SESSION_COOKIE, sameSecret } from '../api/guard.js';

const BROWSER = 'parley-browser';
const DAY = 86_400;

/** Out of reach of scripts and of other sites; kept from being sent in the clear where the desk is reached by https. */
export const cookie = (c: Context<DeskEnv>, sameSite: 'Strict' | 'Lax', maxAge?: number): CookieOptions => ({
  httpOnly: true,
  sameSite,
  path: '/',
  secure: c.var.https,
  ...(maxAge !== undefined && { maxAge }),
});

export const sessionOf = (c: Context<DeskEnv>): string | null => getCookie(c, SESSION_COOKIE) ?? null;

/** A link from a mail to the desk must find who is signed in, so that it is sent along when somebody comes from elsewhere; no change is made by coming. */
export const keepSession = (c: Context<DeskEnv>, session: string): void => setCookie(c, SESSION_COOKIE, session, cookie(c, 'Lax', 7 * DAY));
export const dropSession = (c: Context<DeskEnv>): void => setCookie(c, SESSION_COOKIE, '', cookie(c, 'Lax', 0));

const signed = (secret: string, id: string, name: string): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['browser', id, name.trim().toLowerCase()]))
    .digest('base64url');

/** The name of this browser, where it has signed in with the name before. */
export function browserOf(c: Context<DeskEnv>, secret: string, name: string): string | null {
  const [id = '', proof = ''] = (getCookie(c, BROWSER) ?? '').split('.');
  return id !== '' && sameSecret(proof, signed(secret, id, name)) ? id : null;
}
/** `id`: made anew at each sign-in. */
export const keepBrowser = (c: Context<DeskEnv>, secret: string, id: string, name: string): void =>
  setCookie(c, BROWSER, `${id}.${signed(secret, id, name)}`, cookie(c, 'Strict', 400 * DAY));
