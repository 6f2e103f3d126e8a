// Watched sources: only what is new is asked for and kept, what goes wrong is told with them, and they are tried more seldom.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openParley } from '../../src/parley.js';
import { nextLook } from '../../src/record/watches.js';
import { ParleyError } from '../../src/terms/errors.js';
import { isDead } from '../../src/terms/watching.js';
import { folderFor } from '../record/home-of-test.js';

const code = (wanted: string) => (error: unknown) => error instanceof ParleyError && error.code === wanted;

const entry = (n: number, base: string): string =>
  `<item><title>Talks, day ${n}</title><link>${base}/page-${n}</link><description>The envoy said on day ${n} that the talks would go on in the town by the lake.</description></item>`;

/** A server of one feed, which counts what it is asked for. */
async function feedServer(t: TestContext) {
  const state = { entries: 1, status: 200, asked: [] as string[] };
  const server = createServer((request, response) => {
    const tag = `"v${state.entries}"`;
    state.asked.push(`${request.url} ${request.headers['if-none-match'] ?? '-'}`);
    if (request.url?.startsWith('/page-')) {
      response.setHeader('content-type', 'text/html');
      return response.end(
        `<html><body><h1>Talks</h1><p>Page ${request.url}: the delegation left the town on Monday, an aide said.</p></body></html>`,
      );
    }
    if (state.status !== 200) return response.writeHead(state.status).end();
    response.setHeader('etag', tag);
    if (request.headers['if-none-match'] === tag) return response.writeHead(304).end();
    response.setHeader('content-type', 'application/rss+xml');
    const items = Array.from({ length: state.entries }, (_, n) => entry(n, base)).join('');
    return response.end(`<rss version="2.0"><channel><title>Lake Post</title>${items}</channel></rss>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  return { state, url: `${base}/feed.xml` };
}

describe('a watched source', () => {
  it('that is a feed is asked only for what is newer, and says when it is dead', async (t) => {
    const { state, url } = await feedServer(t);
    const parley = await openParley({ home: folderFor(t), workers: 1 });
    t.after(() => parley.close());
    await parley.processes.create('Lake talks');
    const made = await parley.watches.add({ kind: 'feed', place: url, process: 'Lake talks', allowPrivate: true });
    assert.deepEqual([made.process, made.tried, made.every], ['lake-talks', null, 60]);
    await assert.rejects(parley.watches.add({ kind: 'feed', place: url }), code('conflict'));

    const first = await parley.watches.run(made.id);
    assert.deepEqual([first.failures, first.error, first.brought === null], [0, null, false]);
    assert.equal((await parley.reports.list({ process: 'lake-talks' })).total, 1);
    await parley.watches.run(url);
    assert.deepEqual(state.asked, ['/feed.xml -', '/page-0 -', '/feed.xml "v1"']);

    state.entries = 3;
    await parley.watches.run(made.id);
    // The first entry is known by its address, so that its page is not fetched.
    assert.deepEqual(state.asked.slice(3), ['/feed.xml "v1"', '/page-1 -', '/page-2 -']);
    assert.equal((await parley.reports.list()).total, 3);

    state.status = 503;
    for (let n = 1; n <= 3; n++) {
      const failed = await parley.watches.run(made.id);
      assert.deepEqual([failed.failures, failed.error?.code, isDead(failed)], [n, 'fetch-status', n === 3]);
      assert.equal(Date.parse(failed.due) - Date.parse(failed.tried ?? ''), 60 * 2 ** n * 60_000);
    }
    state.status = 200;
    const again = await parley.watches.run(made.id);
    assert.deepEqual([again.failures, again.error], [0, null]);
    await parley.watches.remove(made.id);
    await assert.rejects(parley.watches.run(made.id), code('unknown-watch'));
    assert.equal((await parley.reports.list()).total, 3);
  });

  it('on a private network is refused unless that is allowed, and said in plain words', async (t) => {
    const { state, url } = await feedServer(t);
    const parley = await openParley({ home: folderFor(t), workers: 1 });
    t.after(() => parley.close());
    const { id } = await parley.watches.add({ kind: 'feed', place: url });
    const { error } = await parley.watches.run(id);
    assert.deepEqual([error?.code, state.asked], ['fetch-private', []]);
    assert.match(error?.message ?? '', /is on a private network/);
    for (const place of ['ftp://example.org/x', 'nowhere'])
      await assert.rejects(parley.watches.add({ kind: 'feed', place }), code('bad-option'));
    await assert.rejects(parley.watches.add({ kind: 'folder', place: join(parley.home, 'none') }), code('file-not-found'));
  });

  it('that is a folder or mailbox gives its new files, one bad file stops none, and a desk looks by itself', async (t) => {
    const folder = folderFor(t);
    const [inbox, mail] = [join(folder, 'inbox'), join(folder, 'mail')];
    for (const one of [inbox, mail]) mkdirSync(one);
    writeFileSync(join(inbox, 'a.txt'), 'The mediator said that the second round opens on Monday.');
    writeFileSync(join(inbox, 'b.txt'), '');
    writeFileSync(
      join(mail, 'c.eml'),
      'From: a@example.org\r\nSubject: Convoy\r\n\r\nThe convoy waits at the bridge, an aid worker said.\r\n',
    );
    writeFileSync(join(mail, 'd.txt'), 'This is no mail.');
    const parley = await openParley({ home: join(folder, 'home'), serve: true, workers: 1 });
    t.after(() => parley.close());
    const one = await parley.watches.add({ kind: 'folder', place: inbox });
    await parley.watches.add({ kind: 'mailbox', place: mail });
    for (let i = 0; (await parley.watches.list()).some(({ tried }) => tried === null) && i < 1200; i++) await pause(50);
    const fares = (await parley.watches.list()).map(({ kind, failures, error }) => [kind, failures, error?.code]);
    assert.deepEqual(fares, [
      ['folder', 0, 'empty-input'],
      ['mailbox', 0, undefined],
    ]);
    assert.equal((await parley.reports.list()).total, 2);
    const quiet = await parley.watches.run(one.id);
    assert.equal(quiet.brought, (await parley.watches.list())[0]?.brought, 'nothing is new');
    rmSync(inbox, { recursive: true });
    assert.equal((await parley.watches.run(one.id)).error?.code, 'file-not-found');
  });

  it('that fails is tried after twice the time again and again, up to a day', () => {
    const at = new Date('2014-02-01T00:00:00Z');
    const hours = (every: number, failures: number): number => (nextLook(at, every, failures).getTime() - at.getTime()) / 3_600_000;
    assert.deepEqual(
      [0, 1, 2, 4, 5, 40].map((failures) => hours(60, failures)),
      [1, 2, 4, 16, 24, 24],
    );
    assert.equal(hours(2880, 3), 48, 'never more often than asked');
  });
});
