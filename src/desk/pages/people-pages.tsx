// What the pages of people do: let somebody in, change what they may, set a password, let them in no more; and the log.
import type { Context, Hono } from 'hono';
import { ParleyError } from '../../terms/errors.js';
import { type Mark, markSchema, type Role, roleSchema } from '../../terms/marks.js';
import type { DeskEnv } from '../api/env.js';
import { AuditPage } from './audit-page.js';
import { field, sure } from './fields.js';
import { frameOf } from './frame.js';
import { page } from './page.js';
import { pageAsked, sliceOf } from './pager.js';
import { PeoplePage } from './people-page.js';
import type { PageSettings } from './routes.js';

interface Rights {
  readonly process: string | undefined;
  /** Null: nothing. */
  readonly may: { readonly role: Role; readonly clearance: Mark } | null;
}

function rightsIn(form: Record<string, unknown>): Rights {
  const process = field(form, 'process');
  if (field(form, 'role') === undefined) return { process, may: null };
  const [role, clearance] = [roleSchema.safeParse(form.role), markSchema.safeParse(form.clearance)];
  if (!role.success || !clearance.success) throw new ParleyError('bad-request', 'no role or no clearance was chosen');
  return { process, may: { role: role.data, clearance: clearance.data } };
}

const passwordIn = (form: Record<string, unknown>): string | null =>
  typeof form.password === 'string' && form.password !== '' ? form.password : null;

export function addPeople(app: Hono<DeskEnv>, { assets, now }: PageSettings): void {
  const back = (c: Context<DeskEnv>): Response => c.redirect('/people', 303);
  app.get('/people', async (c) => {
    const users = await c.var.parley.people.list();
    const tokens = await c.var.parley.tokens.list();
    return page(c, <PeoplePage frame={await frameOf(c, assets, now)} users={users} tokens={tokens} />);
  });
  app.post('/people', async (c) => {
    const form = await c.req.parseBody();
    const { process, may } = rightsIn(form);
    const everywhere = process === undefined && may !== null ? may : { role: null, clearance: null };
    const grants = process !== undefined && may !== null ? [{ process, ...may }] : [];
    await c.var.parley.people.add(
      { name: field(form, 'name') ?? '', ...everywhere, grants, subject: field(form, 'subject') ?? null },
      passwordIn(form),
    );
    return back(c);
  });
  app.post('/people/:user', async (c) => {
    const { user: name } = c.req.param();
    const { process, may } = rightsIn(await c.req.parseBody());
    if (process === undefined) await c.var.parley.people.set(name, may ?? { role: null, clearance: null });
    else {
      const user = (await c.var.parley.people.list()).find((one) => one.name === name);
      if (!user) throw new ParleyError('unknown-user', JSON.stringify(name));
      const others = user.grants.filter((grant) => grant.process !== process);
      await c.var.parley.people.set(name, { grants: may === null ? others : [...others, { process, ...may }] });
    }
    return back(c);
  });
  app.post('/people/:user/password', async (c) => {
    const password = passwordIn(await c.req.parseBody());
    if (password === null) throw new ParleyError('bad-request', 'no password was given');
    await c.var.parley.people.password(c.req.param('user'), password);
    return back(c);
  });
  app.post('/people/:user/remove', async (c) => {
    sure(await c.req.parseBody());
    await c.var.parley.people.remove(c.req.param('user'));
    return back(c);
  });
  app.post('/people/tokens/:token/revoke', async (c) => {
    await c.var.parley.tokens.revoke(c.req.param('token'));
    return back(c);
  });
  app.get('/audit', async (c) => {
    const number = pageAsked(c.req.query('page'));
    const asked = { by: c.req.query('by')?.trim() || undefined, report: c.req.query('report') || undefined };
    const { items, total } = await c.var.parley.audit({ ...asked, ...sliceOf(number) });
    return page(c, <AuditPage frame={await frameOf(c, assets, now)} entries={items} total={total} page={number} asked={asked} />);
  });
}
