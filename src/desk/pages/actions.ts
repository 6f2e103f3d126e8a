// What the forms of the pages do: each changes the record, then sends the browser to the page that shows it.
import type { Context, Hono } from 'hono';
import type { AddInput, AddOptions } from '../../terms/adding.js';
import { boundsOf } from '../../terms/edtf.js';
import { ParleyError } from '../../terms/errors.js';
import { newWatchSchema } from '../../terms/watching.js';
import type { DeskEnv } from '../api/env.js';
import { actorAddress, address, reportAddress } from './addresses.js';
import { field, sure } from './fields.js';

async function inputsOf(form: Record<string, unknown>): Promise<AddInput[]> {
  const inputs: AddInput[] = [];
  const text = form.text;
  if (typeof text === 'string' && text.trim() !== '') inputs.push({ kind: 'text', text, name: 'pasted' });
  const url = field(form, 'url');
  if (url !== undefined) inputs.push({ kind: 'url', url });
  for (const file of [form.files].flat()) {
    // A browser sends a nameless empty file where none was chosen.
    if (!(file instanceof File) || (file.name === '' && file.size === 0)) continue;
    const type = file.type === '' ? undefined : file.type;
    inputs.push({ kind: 'bytes', bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, type });
  }
  return inputs;
}

async function add(c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody({ all: true });
  const published = field(form, 'published');
  if (published !== undefined && boundsOf(published) === null) throw new ParleyError('bad-date', published);
  const inputs = await inputsOf(form);
  if (inputs.length === 0) throw new ParleyError('empty-input', 'the form');
  const process = field(form, 'process');
  const options: AddOptions = {
    ...(process !== undefined && { processes: [process] }),
    ...(published !== undefined && { published }),
    ...(field(form, 'publisher') !== undefined && { publisher: field(form, 'publisher') }),
  };
  const run = await c.var.parley.adding.start(inputs, options);
  return c.redirect(address(`/adding/${encodeURIComponent(run.id)}`), 303);
}

/** A source as the form names it; files of the machine can't be named here. */
async function watch(c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody();
  const asked = {
    kind: field(form, 'kind'),
    place: field(form, 'place'),
    process: field(form, 'process') ?? null,
    every: Number(field(form, 'every') ?? 60),
    mark: field(form, 'mark'),
  };
  const read = newWatchSchema.safeParse(asked);
  if (!read.success) throw new ParleyError('bad-request', `${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}`);
  if (read.data.kind !== 'feed' && read.data.kind !== 'reliefweb')
    throw new ParleyError('not-allowed', 'watching files of the machine from a page');
  await c.var.parley.watches.add(read.data);
  return toSources(c);
}

const toSources = (c: Context<DeskEnv>): Response => c.redirect(`${address('/sources')}#watched`, 303);

export function addActions(app: Hono<DeskEnv>): void {
  app.post('/sources/watch', watch);
  app.post('/sources/:watch/pause', async (c) => {
    await c.var.parley.watches.pause(c.req.param('watch'), field(await c.req.parseBody(), 'paused') === 'yes');
    return toSources(c);
  });
  app.post('/sources/:watch/look', async (c) => {
    await c.var.parley.watches.run(c.req.param('watch'));
    return toSources(c);
  });
  app.post('/sources/:watch/remove', async (c) => {
    await c.var.parley.watches.remove(c.req.param('watch'));
    return toSources(c);
  });
  app.post('/add', add);
  app.post('/adding/:run/stop', async (c) => {
    const { run } = c.req.param();
    await c.var.parley.adding.stop(run);
    return c.redirect(`/adding/${encodeURIComponent(run)}`, 303);
  });
  app.post('/processes', async (c) => {
    const name = field(await c.req.parseBody(), 'name');
    if (name === undefined) throw new ParleyError('bad-request', 'a process needs a name');
    const made = await c.var.parley.processes.create(name);
    return c.redirect(address('/add', { process: made.id }), 303);
  });
  app.post('/processes/:process/as-of', async (c) => {
    const form = await c.req.parseBody();
    const day = field(form, 'day');
    const asOf = field(form, 'now') === 'yes' || day === undefined ? null : day;
    if (asOf !== null && !(/^\d{4}-\d\d-\d\d$/.test(asOf) && boundsOf(asOf) !== null)) throw new ParleyError('bad-date', asOf);
    const process = await c.var.parley.processes.setAsOf(c.req.param('process'), asOf);
    return c.redirect(address('/today', { process: process.id }), 303);
  });
  app.post('/processes/:process/remove', async (c) => {
    const form = await c.req.parseBody();
    sure(form);
    await c.var.parley.processes.remove(c.req.param('process'), { reports: field(form, 'reports') === 'yes' });
    return c.redirect('/processes', 303);
  });
  app.post('/who/:actor/merge', async (c) => {
    const other = field(await c.req.parseBody(), 'actor');
    if (other === undefined) throw new ParleyError('bad-request', 'no actor was chosen');
    await c.var.parley.actors.merge(other, c.req.param('actor'));
    return c.redirect(actorAddress(c.req.param('actor')), 303);
  });
  app.post('/who/:actor/split', async (c) => {
    const other = field(await c.req.parseBody(), 'actor');
    if (other === undefined) throw new ParleyError('bad-request', 'no actor was chosen');
    await c.var.parley.actors.split(other);
    return c.redirect(actorAddress(c.req.param('actor')), 303);
  });
  app.post('/reports/:report/file', async (c) => {
    const process = field(await c.req.parseBody(), 'process');
    if (process === undefined) throw new ParleyError('bad-request', 'no process was chosen');
    await c.var.parley.reports.file(c.req.param('report'), process);
    return c.redirect(reportAddress(c.req.param('report')), 303);
  });
  app.post('/reports/:report/remove', async (c) => {
    sure(await c.req.parseBody());
    await c.var.parley.reports.remove(c.req.param('report'));
    return c.redirect('/reports', 303);
  });
}
