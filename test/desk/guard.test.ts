// Who the desk answers to: names, other sites, forms without their token, large bodies; and what it lets a browser do.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createDesk } from '../../src/desk/desk.js';
import { type DeskOfTest, openDesk, visit } from './desk-of-test.js';

describe('what keeps strangers out', () => {
  let desk: DeskOfTest;
  before(async () => {
    desk = await openDesk({ maxBody: 20_000, onFault: () => {} }, { empty: true });
  });
  after(() => desk.close());

  const form = (fields: Record<string, string>): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };

  it('sets its headers on pages, twins, files and errors alike', async () => {
    for (const path of ['/today', '/processes.json', '/icon.svg', '/nowhere', '/nowhere.json']) {
      const { headers } = await desk.page(path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/, path);
      assert.match(policy, /frame-ancestors 'none'/, path);
      assert.doesNotMatch(policy, /unsafe|\*|data:/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('x-frame-options'), 'DENY', path);
      assert.equal(headers.get('access-control-allow-origin'), null, path);
    }
    assert.equal((await desk.page('/today')).headers.get('cache-control'), 'no-store');
  });

  it('answers to loopback names only, so that a name made to point here reads nothing', async () => {
    for (const host of ['localhost:4747', '127.0.0.1:4747', '[::1]:4747']) {
      assert.equal((await desk.page(`http://${host}/processes`)).status, 200, host);
    }
    for (const host of ['evil.example', 'localhost.evil.example', '192.168.1.4:4747', '127.0.0.1.evil.example']) {
      assert.equal((await desk.page(`http://${host}/processes`)).status, 403, host);
    }
  });

  it('answers beyond loopback to bare addresses and the names it was given', async () => {
    const app = createDesk(desk.parley, { loopback: false, open: true, hosts: ['Desk.example.org'] });
    for (const [host, status] of [
      ['192.168.1.4', 200],
      ['desk.example.org', 200],
      ['evil.example', 403],
    ] as const) {
      assert.equal((await app.request(`http://${host}/processes.json`)).status, status, host);
    }
  });

  it('refuses a change from another site, whatever it is sent as', async () => {
    const { cookie, token } = await visit(desk, '/processes');
    for (const headers of [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:81' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const sent = await desk.page('/processes', { method: 'POST', body: form({ name: 'X', token }), headers: { cookie, ...headers } });
      assert.equal(sent.status, 403, JSON.stringify(headers));
      const called = await desk.json('/processes.json', {
        method: 'POST',
        body: '{"name":"X"}',
        headers: { 'content-type': 'application/json', ...headers },
      });
      assert.equal(called.status, 403, JSON.stringify(headers));
    }
    assert.equal((await desk.parley.processes.list()).length, 0);
  });

  it('refuses a form without the token of its visit, with one of another visit, and one that pretends to be no form', async () => {
    const { cookie, token } = await visit(desk, '/processes');
    const other = await visit(desk, '/processes');
    assert.notEqual(other.token, token);
    const post = (body: BodyInit, headers: Record<string, string>) => desk.page('/processes', { method: 'POST', body, headers });
    assert.equal((await post(form({ name: 'X' }), { cookie })).status, 403);
    assert.equal((await post(form({ name: 'X', token: other.token }), { cookie })).status, 403);
    assert.equal((await post(form({ name: 'X', token }), {})).status, 403);
    assert.equal((await post('name=X', { cookie, 'content-type': 'text/plain' })).status, 403);
    assert.equal((await post(new Blob(['name=X']), { cookie })).status, 403);
    assert.equal(
      (await desk.json('/processes.json', { method: 'POST', body: '{"name":"X"}', headers: { 'content-type': 'text/plain' } })).status,
      403,
    );
    assert.equal((await desk.parley.processes.list()).length, 0);
    assert.equal((await post(form({ name: 'X', token }), { cookie, origin: 'http://localhost' })).status, 303);
  });

  it('refuses a body larger than it takes', async () => {
    const { cookie, token } = await visit(desk);
    const sent = await desk.page('/add', { method: 'POST', body: form({ text: 'x'.repeat(30_000), token }), headers: { cookie } });
    assert.equal(sent.status, 413);
    const streamed = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 30; i++) controller.enqueue(new TextEncoder().encode(`${'x'.repeat(1000)}\n`));
        controller.close();
      },
    });
    const init = { method: 'POST', body: streamed, duplex: 'half', headers: { 'content-type': 'application/x-ndjson' } };
    assert.equal((await desk.json('/readings.json', init)).status, 413);
  });

  it('tells errors in plain words on a page, and as JSON to a program', async () => {
    const page = await desk.page('/reports/none');
    assert.equal(page.status, 404);
    assert.match(await page.text(), /<h1>No report has the id &quot;none&quot;\.<\/h1>/);
    const twin = await desk.json('/reports/none.json');
    assert.deepEqual(await twin.json(), {
      error: {
        code: 'unknown-report',
        value: '"none"',
        message: 'No report has the id "none".',
        next: 'List the reports with: parley list',
      },
    });
    const escaped = await (await desk.page(`/who/${encodeURIComponent('<script>')}`)).text();
    assert.doesNotMatch(escaped, /<script>/);
    for (const path of ['/nowhere', '/json/reports', '/page/today', '/today/', '/..%2fetc', '/style-none.css', '/islands/none.js']) {
      assert.equal((await desk.page(path)).status, 404, path);
    }
    assert.equal((await desk.page('/today', { method: 'PUT' })).status, 404);
  });

  it('invites to begin where there is no process', async () => {
    const bare = await openDesk({}, { empty: true });
    try {
      assert.match(await (await bare.page('/today')).text(), /There is no process yet/);
      assert.equal((await bare.json('/today.json')).status, 404);
      for (const path of ['/reports', '/talks', '/access', '/due', '/who', '/sources', '/search', '/add', '/processes']) {
        assert.equal((await bare.page(path)).status, 200, path);
      }
    } finally {
      await bare.close();
    }
  });
});
