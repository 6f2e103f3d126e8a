// Fetching: redirects, hangs, floods and private addresses, against a server on this machine.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { isPrivateAddress, type Network } from '../../src/report/address.js';
import { fetchReports, fetchSource } from '../../src/report/fetch.js';

const LEAD = 'The two delegations met for three hours on Tuesday and agreed to meet again, officials from both sides said.';
const PAGE = `<html><head><title>Envoys meet</title></head><body><article>${`<p>${LEAD}</p>`.repeat(4)}</article></body></html>`;
let server: Server;
let base = '';
before(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    const send = (status: number, headers: Record<string, string>, body: string | Uint8Array = ''): void =>
      void response.writeHead(status, headers).end(body);
    if (path === '/page') send(200, { 'content-type': 'text/html; charset=utf-8' }, PAGE);
    else if (path === '/gz') send(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }, gzipSync(PAGE));
    else if (path === '/flood')
      send(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }, gzipSync('word '.repeat(2_000_000)));
    else if (path === '/large') send(200, { 'content-type': 'text/plain', 'content-length': '9000000' }, 'x');
    else if (path === '/hop') send(302, { location: '/page' });
    else if (path === '/loop') send(302, { location: '/loop' });
    else if (path === '/picture') send(200, { 'content-type': 'image/png' }, 'x');
    else if (path === '/hang') return;
    else if (path === '/drip') response.writeHead(200, { 'content-type': 'text/plain' }).write('some words');
    else if (path === '/dated') {
      if (request.headers['if-none-match'] === '"v1"') send(304, { etag: '"v1"' });
      else send(200, { 'content-type': 'text/plain', etag: '"v1"', 'last-modified': 'Sat, 01 Feb 2014 10:00:00 GMT' }, LEAD);
    } else if (path === '/feed')
      send(
        200,
        { 'content-type': 'application/rss+xml' },
        `<rss version="2.0"><channel><title>Example Wire</title>${['page', 'gone'].map((name) => `<item><title>About the ${name}</title><link>${base}/${name}</link><pubDate>Sat, 01 Feb 2014 10:00:00 GMT</pubDate></item>`).join('')}<item><title>Short</title><link>${base}/gone</link><description>${LEAD}</description></item></channel></rss>`,
      );
    else send(404, {}, 'gone');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

test('a page is fetched, unpacked and followed', async () => {
  for (const path of ['/page', '/gz', '/hop']) {
    const { reports, url } = await fetchReports(base + path, { allowPrivate: true, given: { published: '2014-02-01' } });
    assert.equal(reports[0]?.title, 'Envoys meet');
    assert.equal(reports[0]?.published, '2014-02-01');
    assert.equal(reports[0]?.url, url);
    assert.equal(url, path === '/hop' ? `${base}/page` : base + path);
  }
});

test('what goes wrong has its error', async () => {
  const cases: readonly [path: string, code: string, more?: object][] = [
    ['/nowhere', 'fetch-status'],
    ['/loop', 'too-many-redirects'],
    ['/hang', 'fetch-timeout', { timeoutMs: 150 }],
    ['/drip', 'fetch-timeout', { timeoutMs: 150 }],
    ['/flood', 'too-large', { maxBytes: 100_000 }],
    ['/large', 'too-large', { maxBytes: 100_000 }],
    ['/picture', 'binary-input'],
  ];
  for (const [path, code, more] of cases) await assert.rejects(fetchSource(base + path, { allowPrivate: true, ...more }), { code }, path);
  await assert.rejects(fetchSource('http://no-such-host.invalid/', { timeoutMs: 5000 }), { code: 'fetch-failed' });
  await assert.rejects(fetchSource('file:///etc/hosts'), { code: 'bad-option' });
  await assert.rejects(fetchSource('not an address'), { code: 'bad-option' });
});

test('private addresses are refused, by number and by name', async () => {
  const port = new URL(base).port;
  for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0'])
    await assert.rejects(fetchSource(`http://${host}:${port}/page`), { code: 'fetch-private' }, host);
  const addresses = {
    true: [
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      'fe80::1%eth0',
      'fd00::1',
      '::ffff:7f00:1',
      '64:ff9b::a00:1',
      '224.0.0.1',
      'x',
    ],
    false: ['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'],
  };
  for (const address of addresses.true) assert.equal(isPrivateAddress(address), true, address);
  for (const address of addresses.false) assert.equal(isPrivateAddress(address), false, address);
});

test('a redirect, a name with two addresses and one that changes its address lead nobody inside', async () => {
  let asked = 0;
  const inside = createServer((_, response) => {
    asked++;
    response.writeHead(200, { 'content-type': 'text/plain' }).end(LEAD);
  });
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.2', resolve));
  const port = (of: Server): number => {
    const address = of.address();
    return typeof address === 'object' && address ? address.port : 0;
  };
  const outside = createServer((request, response) => {
    const to = decodeURIComponent((request.url ?? '').slice(1));
    if (to === 'page') response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    else response.writeHead(302, { location: to, connection: 'close' }).end();
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  // A network in which one address of this machine is public, and all others are private.
  let looked = 0;
  const names: Readonly<Record<string, () => readonly string[]>> = {
    'public.example': () => ['127.0.0.1'],
    'inside.example': () => ['127.0.0.2'],
    'both.example': () => ['127.0.0.1', '127.0.0.2'],
    'changing.example': () => [looked++ === 0 ? '127.0.0.1' : '127.0.0.2'],
  };
  const network: Network = {
    isPrivate: (address) => address !== '127.0.0.1',
    lookup: (host, _, answer) =>
      answer(
        null,
        (names[host]?.() ?? []).map((address) => ({ address, family: 4 })),
      ),
  };
  const ask = (host: string, path: string) => fetchSource(`http://${host}:${port(outside)}/${encodeURIComponent(path)}`, { network });
  try {
    assert.equal((await ask('public.example', 'page')).unchanged, false);
    assert.equal((await ask('public.example', `http://public.example:${port(outside)}/page`)).unchanged, false, 'a redirect outside');
    for (const to of ['inside.example', '127.0.0.2', 'both.example', '2130706434', '[::ffff:127.0.0.2]'])
      await assert.rejects(ask('public.example', `http://${to}:${port(inside)}/`), { code: 'fetch-private' }, to);
    await assert.rejects(ask('both.example', 'page'), { code: 'fetch-private' });
    const changing = await ask('changing.example', 'page');
    assert.deepEqual([changing.unchanged, looked], [false, 1], 'a name is looked up once, and what was looked at is asked');
    looked = 0;
    await assert.rejects(ask('changing.example', `http://changing.example:${port(inside)}/`), { code: 'fetch-private' });
    assert.equal(asked, 0);
  } finally {
    for (const one of [inside, outside]) {
      one.closeAllConnections();
      one.close();
    }
  }
});

test('a server is asked only for something newer', async () => {
  const first = await fetchSource(`${base}/dated`, { allowPrivate: true });
  assert.equal(first.unchanged, false);
  assert.equal(first.etag, '"v1"');
  const again = await fetchReports(`${base}/dated`, { allowPrivate: true, etag: first.etag, lastModified: first.lastModified });
  assert.deepEqual([again.unchanged, again.etag, again.reports], [true, '"v1"', []]);
});

test('entries of a feed are read from their pages, kept as they are, or refused', async () => {
  const { reports, refused } = await fetchReports(`${base}/feed`, { allowPrivate: true });
  assert.deepEqual(
    reports.map((report) => [report.title, report.format]),
    [
      ['Short', 'feed'],
      ['Envoys meet', 'html'],
    ],
  );
  assert.equal(reports[1]?.published, '2014-02-01');
  assert.deepEqual(
    refused.map(({ error }) => error.code),
    ['broken-feed-entry'],
  );
});
