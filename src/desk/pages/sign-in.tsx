// Signing in and out: by a name and a password, or by a provider of OpenID Connect; then to the page that was asked for.
import type { Context, Hono } from 'hono';
import { asParleyError, ParleyError } from '../../terms/errors.js';
import type { SignedIn } from '../../terms/people.js';
import { browserOf, dropSession, keepBrowser, keepSession, sessionOf } from '../access/cookies.js';
import { type OpenId, openIdBack, openIdStart } from '../access/openid.js';
import type { DeskEnv } from '../api/env.js';
import { field } from './fields.js';
import { bareFrame } from './frame.js';
import { page } from './page.js';
import type { PageSettings } from './routes.js';
import { SignInPage } from './sign-in-page.js';

export interface SignInSettings extends PageSettings {
  readonly secret: () => Promise<string>;
  readonly openid: OpenId | null;
}

/** An address of this desk, and of no other. */
const ownAddress = (to: string | undefined): string | undefined => (to !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(to) ? to : undefined);

async function enter(c: Context<DeskEnv>, secret: string, { session, reader }: SignedIn, to: string | undefined): Promise<Response> {
  keepSession(c, session);
  keepBrowser(c, secret, c.var.parley.gate.newSecret().slice(0, 22), reader.reader);
  return c.redirect(ownAddress(to) ?? '/today', 303);
}

export function addSignIn(app: Hono<DeskEnv>, { assets, now, secret, openid }: SignInSettings): void {
  const show = (c: Context<DeskEnv>, to: string | undefined, name = '', error: ParleyError | null = null): Response | Promise<Response> =>
    page(
      c,
      <SignInPage frame={bareFrame(c, assets, now)} to={ownAddress(to)} name={name} error={error} provider={openid?.name ?? null} />,
      error?.status ?? 200,
    );
  /** What a person can mend is told above the form. */
  const again = (c: Context<DeskEnv>, thrown: unknown, to: string | undefined, name?: string): Response | Promise<Response> => {
    const error = asParleyError(thrown);
    if (error.code !== 'wrong-sign-in' && error.code !== 'too-many-tries') throw error;
    return show(c, to, name, error);
  };
  app.get('/sign-in', (c) => show(c, c.req.query('to')));
  app.post('/sign-in', async (c) => {
    const form = await c.req.parseBody();
    const [name = '', to] = [field(form, 'name'), field(form, 'to')];
    const password = typeof form.password === 'string' ? form.password.slice(0, 1000) : '';
    const key = await secret();
    try {
      const from = { address: c.var.address, browser: browserOf(c, key, name) };
      return await enter(c, key, await c.var.parley.gate.signIn(name, password, from), to);
    } catch (error) {
      return again(c, error, to, name);
    }
  });
  app.post('/sign-out', async (c) => {
    const session = sessionOf(c);
    if (session !== null) await c.var.parley.gate.signOut(session);
    dropSession(c);
    return c.redirect('/sign-in', 303);
  });
  app.get('/sign-in/openid', async (c) => {
    if (openid === null) throw new ParleyError('unknown-page', '/sign-in/openid');
    return c.redirect(await openIdStart(c, openid, await secret(), ownAddress(c.req.query('to'))), 303);
  });
  app.get('/sign-in/openid/back', async (c) => {
    if (openid === null) throw new ParleyError('unknown-page', '/sign-in/openid/back');
    const key = await secret();
    try {
      const { subject, to } = await openIdBack(c, openid, key);
      return await enter(c, key, await c.var.parley.gate.signInAs(subject, { address: c.var.address, browser: null }), to);
    } catch (error) {
      return again(c, error, undefined);
    }
  });
}
