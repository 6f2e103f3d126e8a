// What the forms of the account do.
import type { Context, Hono } from 'hono';
import { ParleyError } from '../../terms/errors.js';
import { LOCAL_READER, markSchema, type ReaderOf, roleSchema } from '../../terms/marks.js';
import type { MadeToken } from '../../terms/people.js';
import { browserOf, sessionOf } from '../access/cookies.js';
import type { DeskEnv } from '../api/env.js';
import { checkMaker } from '../api/people-calls.js';
import { AccountPage, NoAccountPage } from './account-page.js';
import { field } from './fields.js';
import { type Frame, frameOf } from './frame.js';
import { page } from './page.js';
import type { PageSettings } from './routes.js';

/** Who has an account, and not the owner of the home or the user of one without accounts. */
function ownerOf(c: Context<DeskEnv>): ReaderOf {
  const { reader } = c.var;
  if (reader === null || reader.reader === LOCAL_READER.reader) throw new ParleyError('not-signed-in', 'nobody has an account here yet');
  return reader;
}

export function addAccount(app: Hono<DeskEnv>, { assets, now, secret }: PageSettings & { readonly secret: () => Promise<string> }): void {
  const show = async (
    c: Context<DeskEnv>,
    { made = null, passwordSet = false }: { made?: MadeToken | null; passwordSet?: boolean } = {},
  ): Promise<Response> => {
    const reader = ownerOf(c);
    const frame: Frame = await frameOf(c, assets, now);
    const tokens = await c.var.parley.tokens.list(reader.reader);
    return page(c, <AccountPage frame={frame} reader={reader} tokens={tokens} made={made} passwordSet={passwordSet} />);
  };
  app.get('/account', async (c) => {
    if (c.var.reader?.reader === LOCAL_READER.reader) return page(c, <NoAccountPage frame={await frameOf(c, assets, now)} />);
    return show(c, { passwordSet: c.req.query('password') === 'changed' });
  });
  app.post('/account/password', async (c) => {
    const reader = ownerOf(c);
    const form = await c.req.parseBody();
    const [before, after] = [form.before, form.after].map((value) => (typeof value === 'string' ? value : ''));
    const from = { address: c.var.address, browser: browserOf(c, await secret(), reader.reader) };
    const session = sessionOf(c);
    if (session === null || c.var.program) throw new ParleyError('bad-request', 'a program does not change a password here');
    await c.var.parley.gate.changePassword(reader, before ?? '', after ?? '', from, session);
    return c.redirect('/account?password=changed', 303);
  });
  app.post('/account/tokens', async (c) => {
    ownerOf(c);
    const form = await c.req.parseBody();
    const [role, clearance] = [roleSchema.safeParse(form.role), markSchema.safeParse(form.clearance)];
    if (!role.success || !clearance.success) throw new ParleyError('bad-request', 'no role or no clearance was chosen');
    checkMaker(c);
    const made = await c.var.parley.tokens.make({
      label: field(form, 'label') ?? '',
      role: role.data,
      clearance: clearance.data,
      days: Number(field(form, 'days') ?? 365),
    });
    // Not sent on to another page: an address would carry the secret along.
    return show(c, { made });
  });
  app.post('/account/tokens/:token/revoke', async (c) => {
    ownerOf(c);
    await c.var.parley.tokens.revoke(c.req.param('token'));
    return c.redirect('/account#tokens', 303);
  });
}
