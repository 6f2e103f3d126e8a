// Watched mailboxes in one file, searches of ReliefWeb, and sources that are paused.
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openParley } from '../../src/parley.js';
import { dueWatches } from '../../src/record/watches.js';
import { isDead } from '../../src/terms/watching.js';
import { folderFor, storeFor } from '../record/home-of-test.js';

const mail = (n: number): string =>
  `From envoy@example.org Mon Feb  3 09:00:0${n} 2014\nFrom: Envoy <envoy@example.org>\nSubject: Day ${n}\nDate: Mon, 3 Feb 2014 09:00:0${n} +0000\n\nThe mediator said on day ${n} that the talks would go on.\n\n`;

async function opened(t: TestContext, env: Record<string, string> = {}) {
  const parley = await openParley({ home: folderFor(t), workers: 1, env });
  t.after(() => parley.close());
  return parley;
}

/** ReliefWeb's API as its documentation has it, over reports that come in one after the other. */
async function reliefWeb(t: TestContext) {
  const state = { reports: 3, asked: [] as URL[], status: 200 };
  const created = (n: number): string => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().replace('.000Z', '+00:00');
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    state.asked.push(url);
    const ask = url.searchParams;
    response.setHeader('content-type', 'application/json');
    if (state.status !== 200 || ask.get('appname') !== 'lake-desk-x7') return response.writeHead(403).end('{"status":403}');
    const from = ask.get('filter[value][from]');
    const all = Array.from({ length: state.reports }, (_, n) => n).filter(
      (n) => from === null || Date.parse(created(n)) >= Date.parse(from),
    );
    if (ask.get('sort[]') === 'date.created:desc') all.reverse();
    const [limit, offset] = [Number(ask.get('limit')), Number(ask.get('offset') ?? 0)];
    const data = all.slice(offset, offset + limit).map((n) => ({
      id: String(4000 + n),
      score: 1,
      fields: {
        title: `Lake district: flash update No. ${n} & more`,
        url: `https://reliefweb.example/node/${4000 + n}`,
        url_alias: `https://reliefweb.example/report/${n}`,
        // The last is only an attached file.
        ...(n !== 2 && { 'body-html': `<p>Aid for ${n + 1}00 people reached the town by the lake on Monday, the agency said.</p>` }),
        source: [{ name: 'Agency for the Lake', shortname: 'AFL' }],
        date: { created: created(n), original: created(n - 1) },
      },
    }));
    return response.end(JSON.stringify({ time: 2, href: url.href, links: {}, took: 1, totalCount: all.length, count: data.length, data }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = server.address();
  return { state, api: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v2` };
}

describe('a watched mailbox', () => {
  it('that is one file gives the mails that have come since, also after it was begun anew', async (t) => {
    const parley = await opened(t);
    const folder = folderFor(t);
    const box = join(folder, 'talks.mbox');
    writeFileSync(box, mail(1) + mail(2));
    const { id } = await parley.watches.add({ kind: 'mailbox', place: box });
    assert.equal((await parley.watches.run(id)).error, null);
    assert.equal((await parley.reports.list()).total, 2);
    appendFileSync(box, mail(3));
    await parley.watches.run(id);
    assert.equal((await parley.reports.list()).total, 3);
    writeFileSync(box, mail(4));
    await parley.watches.run(id);
    const { items } = await parley.reports.list();
    assert.deepEqual(items.map(({ title }) => title).toSorted(), ['Day 1', 'Day 2', 'Day 3', 'Day 4']);
    assert.ok(
      items.every(({ from }) => !from?.includes(folder)),
      'a path tells where somebody keeps things',
    );
  });

  it('that is a folder has both kinds of file', async (t) => {
    const parley = await opened(t);
    const folder = join(folderFor(t), 'mail');
    mkdirSync(folder);
    writeFileSync(join(folder, 'old.mbox'), mail(1) + mail(2));
    writeFileSync(join(folder, 'one.eml'), mail(3).split('\n').slice(1).join('\n'));
    writeFileSync(join(folder, 'notes.txt'), 'The mediator said nothing in these notes.');
    const { id } = await parley.watches.add({ kind: 'mailbox', place: folder });
    await parley.watches.run(id);
    assert.equal((await parley.reports.list()).total, 3);
    assert.deepEqual((await parley.watches.run(id)).brought, (await parley.watches.list())[0]?.brought);
  });
});

describe('a watched search of ReliefWeb', () => {
  it('asks for what is newer than the last report, and opens no report twice', async (t) => {
    const { state, api } = await reliefWeb(t);
    const parley = await opened(t, { PARLEY_RELIEFWEB_APPNAME: 'lake-desk-x7', PARLEY_RELIEFWEB_API: api });
    const { id } = await parley.watches.add({ kind: 'reliefweb', place: 'primary_country:Syria AND convoy', allowPrivate: true });
    const first = await parley.watches.run(id);
    assert.deepEqual([first.error, first.failures], [null, 0]);
    assert.equal(state.asked[0]?.pathname, '/v2/reports');
    assert.equal(state.asked[0]?.searchParams.get('query[value]'), 'primary_country:Syria AND convoy');
    const { items } = await parley.reports.list();
    assert.deepEqual(
      items.map(({ title, publisher, published, url }) => [title, publisher, published, url]),
      [1, 0].map((n) => [
        `Lake district: flash update No. ${n} & more`,
        'AFL',
        `202${n === 0 ? '3-12-31' : '4-01-01'}`,
        `https://reliefweb.example/report/${n}`,
      ]),
    );
    state.reports = 150;
    await parley.watches.run(id);
    assert.equal((await parley.reports.list()).total, 149);
    assert.deepEqual(
      state.asked.slice(1).map(({ searchParams }) => [searchParams.get('filter[value][from]'), searchParams.get('offset')]),
      [
        ['2024-01-03T00:00:00+00:00', null],
        ['2024-01-03T00:00:00+00:00', '100'],
      ],
    );
  });

  it('says which setting is missing, and never tells the appname', async (t) => {
    const { api } = await reliefWeb(t);
    const without = await opened(t, { PARLEY_RELIEFWEB_API: api });
    const { id } = await without.watches.add({ kind: 'reliefweb', place: 'lake', allowPrivate: true });
    assert.match((await without.watches.run(id)).error?.message ?? '', /setting PARLEY_RELIEFWEB_APPNAME is missing/);
    const wrong = await opened(t, { PARLEY_RELIEFWEB_API: api, PARLEY_RELIEFWEB_APPNAME: 'secret-name' });
    const made = await wrong.watches.add({ kind: 'reliefweb', place: 'lake', allowPrivate: true });
    const { error } = await wrong.watches.run(made.id);
    assert.deepEqual([error?.code, error?.value], ['fetch-status', `403 from ${api}`]);
  });
});

describe('a paused source', () => {
  it('is not due, counts as alive, and is due at once when it is resumed', async (t) => {
    const home = folderFor(t);
    const parley = await openParley({ home, workers: 1 });
    const { id } = await parley.watches.add({ kind: 'feed', place: 'http://127.0.0.1:1/feed.xml' });
    for (const _ of [1, 2, 3]) await parley.watches.run(id);
    assert.equal(isDead((await parley.watches.list())[0] ?? assert.fail()), true);
    const paused = await parley.watches.pause(id, true);
    assert.deepEqual([paused.paused, isDead(paused)], [true, false]);
    await parley.close();
    const store = await storeFor(t, home);
    const later = new Date(Date.now() + 7 * 86_400_000);
    assert.deepEqual(await dueWatches(store, later), []);
    const again = await opened(t);
    await again.close();
    const other = await openParley({ home, workers: 1 });
    t.after(() => other.close());
    assert.deepEqual([(await other.watches.pause(id, false)).failures, await dueWatches(store, new Date(Date.now() + 1000))], [0, [id]]);
  });
});
