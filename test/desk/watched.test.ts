// Watched sources at the desk: what fails is said on Sources, what is dead on Today, and only the owner has paths watched.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type DeskOfTest, openDesk, visit } from './desk-of-test.js';

const KEY = 'k'.repeat(43);
const asOwner = { authorization: `Bearer ${KEY}` };
const posted = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

describe('watched sources at the desk', () => {
  let desk: DeskOfTest;
  before(async () => {
    desk = await openDesk({ key: KEY });
  });
  after(() => desk.close());

  it('are told where they fail and, after three times, on Today', async () => {
    const place = join(desk.parley.home, 'in<box>');
    mkdirSync(place);
    assert.equal((await desk.json('/watches.json', posted({ kind: 'folder', place }))).status, 403);
    assert.equal((await desk.json('/watches.json', posted({ kind: 'feed', place: 'http://localhost/', allowPrivate: true }))).status, 403);
    const made = await (await desk.json('/watches.json', posted({ kind: 'folder', place }, asOwner))).json();
    assert.equal(made.failures, 0);
    const look = async (): Promise<void> => {
      assert.equal((await desk.json(`/watches/${made.id}/look.json`, posted({}))).status, 200);
    };
    await look();
    assert.match(await (await desk.page('/sources')).text(), /in&lt;box&gt;<\/span>.*well/s);
    rmSync(place, { recursive: true });
    for (const tries of [1, 2]) {
      await look();
      const page = await (await desk.page('/sources')).text();
      assert.match(page, new RegExp(`${tries} (try|tries) failed: .*There is no file or folder at .*Check the path`, 's'));
      assert.doesNotMatch(await (await desk.page('/today')).text(), /Nothing comes from/);
    }
    await look();
    assert.match(await (await desk.page('/today')).text(), /Nothing comes from.*in&lt;box&gt;.*since.*There is no file or folder/s);
    const { items } = await (await desk.json('/watches.json')).json();
    assert.deepEqual([items.length, items[0].failures, items[0].error.code], [1, 3, 'file-not-found']);
    assert.equal((await desk.json(`/watches/${made.id}.json`, { method: 'DELETE' })).status, 200);
    assert.equal((await desk.json(`/watches/${made.id}/look.json`, posted({}))).status, 404);
  });

  it('are watched, paused, looked at and removed by forms without script, but never files of the machine', async () => {
    const { cookie, token } = await visit(desk, '/sources');
    const send = (path: string, fields: Record<string, string>): Promise<Response> =>
      desk.page(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie, origin: 'http://localhost', host: 'localhost' },
        body: new URLSearchParams({ ...fields, token }).toString(),
      });
    assert.equal((await send('/sources/watch', { kind: 'folder', place: desk.parley.home })).status, 403);
    assert.equal((await send('/sources/watch', { kind: 'feed', place: 'no address' })).status, 400);
    const made = await send('/sources/watch', { kind: 'reliefweb', place: 'lake <district>', every: '360', mark: 'GREEN', process: '' });
    assert.deepEqual([made.status, made.headers.get('location')], [303, '/sources#watched']);
    const [watch] = await desk.parley.watches.list();
    assert.deepEqual([watch?.kind, watch?.every, watch?.mark], ['reliefweb', 360, 'GREEN']);
    assert.match(await (await desk.page('/sources')).text(), /ReliefWeb: .*lake &lt;district&gt;.*every 6 h.*not looked at yet/s);
    const at = `/sources/${watch?.id}`;
    await send(`${at}/pause`, { paused: 'yes' });
    assert.match(await (await desk.page('/sources')).text(), /paused.*>\s*Resume/s);
    await send(`${at}/pause`, { paused: 'no' });
    await send(`${at}/look`, {});
    assert.match(await (await desk.page('/sources')).text(), /1 try failed.*PARLEY_RELIEFWEB_APPNAME is missing/s);
    await send(`${at}/remove`, {});
    assert.deepEqual(await desk.parley.watches.list(), []);
  });
});
