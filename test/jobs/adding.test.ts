// Adding through the one door: files, folders, texts and bytes, good and bad, known and new, told one after the other.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openParley, type Parley } from '../../src/parley.js';
import type { AddInput, AddProgress, AddResult } from '../../src/terms/adding.js';
import type { ParleyError } from '../../src/terms/errors.js';
import { folderFor } from '../record/home-of-test.js';
import { madeReport } from '../record/made.js';
import { madeText } from './made-text.js';

const outcomes = (results: readonly AddResult[]): string[] =>
  results.map(({ outcome, error }) => (error ? `${outcome} ${error.code}` : outcome));

describe('adding', () => {
  let parley: Parley;
  before(async () => {
    parley = await openParley({ home: mkdtempSync(join(tmpdir(), 'parley-test-')), workers: 1 });
  });
  after(async () => {
    await parley.close();
    rmSync(parley.home, { recursive: true, force: true });
  });

  it('takes a folder in the order of its names, and says what became of each', async (t) => {
    const folder = folderFor(t);
    mkdirSync(join(folder, 'b'));
    for (const n of [1, 2, 3]) writeFileSync(join(folder, `a${n}.txt`), madeText(n));
    writeFileSync(
      join(folder, 'b', 'page.html'),
      `<html><head><title>Day 4</title></head><body><article><h1>Day four</h1><p>${madeText(4)}</p></article></body></html>`,
    );
    writeFileSync(join(folder, 'b', 'same.txt'), madeText(1));
    writeFileSync(join(folder, 'c-empty.txt'), '');
    writeFileSync(join(folder, 'd-binary.bin'), Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7, 8, 9, 0]));
    writeFileSync(join(folder, '.hidden'), madeText(9));
    const told: [string, AddProgress][] = [];
    const run = await parley.add([{ kind: 'folder', path: folder }], {
      publisher: 'Example Wire',
      onResult: ({ from }, progress) => told.push([from, progress]),
    });
    assert.equal(run.state, 'done');
    assert.deepEqual(outcomes(run.results), ['new', 'new', 'new', 'new', 'known', 'refused empty-input', 'refused binary-input']);
    assert.deepEqual(
      told.map(([from]) => from),
      run.results.map(({ from }) => from),
    );
    assert.deepEqual(
      told.map(([, { done, total }]) => [done, total]),
      [1, 2, 3, 4, 5, 6, 7].map((n) => [n, 7]),
    );
    const last = told.at(-1)?.[1];
    assert.deepEqual([last?.new, last?.known, last?.refused, last?.left], [4, 1, 2, 0]);
    assert.ok((last?.rate ?? 0) > 0);
    const page = await parley.reports.get(run.results[0]?.id ?? '');
    assert.equal(page.summary.publisher, 'Example Wire');
    assert.equal(page.summary.from, 'a1.txt', 'where somebody keeps a file is nobody’s business');
    assert.ok(page.reading, 'it was read');
    const again = await parley.add([{ kind: 'folder', path: folder }]);
    assert.deepEqual(outcomes(again.results).slice(0, 5), ['known', 'known', 'known', 'known', 'known']);
    assert.deepEqual(
      again.results.slice(0, 4).map(({ id }) => id),
      run.results.slice(0, 4).map(({ id }) => id),
    );
  });

  it('refuses what can not be opened, and goes on', async (t) => {
    const folder = folderFor(t);
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const inputs: AddInput[] = [
      { kind: 'file', path: join(folder, 'nowhere.txt') },
      { kind: 'folder', path: join(folder, 'nowhere') },
      { kind: 'folder', path: empty },
      { kind: 'text', text: ' \n ' },
      { kind: 'bytes', bytes: new TextEncoder().encode(madeText(20)), name: 'upload.txt' },
      { kind: 'bytes', bytes: new Uint8Array(2000).fill(65), name: 'large.txt' },
      { kind: 'url', url: 'http://127.0.0.1:9/report' },
    ];
    const run = await parley.add(inputs, { maxBytes: 1000 });
    assert.deepEqual(outcomes(run.results), [
      'refused file-not-found',
      'refused file-not-found',
      'refused empty-input',
      'refused empty-input',
      'new',
      'refused too-large',
      'refused fetch-private',
    ]);
    for (const { error } of run.results) if (error) assert.ok(error.message && error.next);
  });

  it('keeps a report in another language unread', async () => {
    const german =
      'Die Gespräche in Genf\n\nDie Regierung und die Opposition haben sich am Freitag in Genf nicht auf einen Termin für die nächste Runde der Gespräche geeinigt. Der Vermittler sagte, dass er mit beiden Seiten sprechen werde und dass die Lücken noch groß sind.';
    const run = await parley.add([{ kind: 'text', text: german }]);
    assert.deepEqual([run.results[0]?.outcome, run.results[0]?.unread], ['new', true]);
    const page = await parley.reports.get(run.results[0]?.id ?? '');
    assert.deepEqual([page.reading, page.summary.language], [null, 'de']);
  });

  it('fetches a feed, the pages of its teasers, and refuses the broken entry', async (t) => {
    const server = createServer((request, response) => {
      const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      if (request.url === '/feed.xml') {
        response.setHeader('content-type', 'application/rss+xml');
        response.end(
          `<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title><item><title>Day 30</title><link>${base}/30.txt</link><description>Envoys met.</description></item><item><title>Gone</title><link>${base}/gone</link></item></channel></rss>`,
        );
      } else if (request.url === '/30.txt') {
        response.setHeader('content-type', 'text/plain');
        response.end(madeText(30));
      } else {
        response.statusCode = 404;
        response.end('no');
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`;
    const run = await parley.add([{ kind: 'feed', url }], { allowPrivate: true });
    assert.deepEqual(outcomes(run.results), ['new', 'refused broken-feed-entry']);
    assert.deepEqual([run.progress.done, run.progress.total], [2, 2]);
    assert.match((await parley.reports.get(run.results[0]?.id ?? '')).report.text, /day 30/);
    const gone = await parley.add([{ kind: 'url', url: url.replace('feed.xml', 'gone') }], { allowPrivate: true });
    assert.deepEqual(outcomes(gone.results), ['refused fetch-status']);
  });

  it('files reports, and refuses an unknown process before anything', async () => {
    await parley.processes.create('Day talks');
    const run = await parley.add([{ kind: 'text', text: madeText(40), id: 'my-own-id' }], {
      processes: ['Day talks'],
      published: '2014-02-10',
    });
    assert.equal(run.results[0]?.id, 'my-own-id');
    const { summary } = await parley.reports.get('my-own-id');
    assert.deepEqual([summary.processes, summary.published], [['day-talks'], '2014-02-10']);
    await assert.rejects(
      parley.add([{ kind: 'text', text: madeText(41) }], { processes: ['nowhere'] }),
      (error: ParleyError) => error.code === 'unknown-process',
    );
    const badDate = await parley.add([{ kind: 'text', text: madeText(41) }], { published: 'yesterday' });
    assert.deepEqual(outcomes(badDate.results), ['refused bad-date']);
  });

  it('runs by itself, is looked at, and stops when asked', async () => {
    const inputs = Array.from({ length: 40 }, (_, n) => ({ kind: 'text', text: madeText(100 + n) }) as const);
    const started = await parley.adding.start(inputs);
    assert.equal(started.state, 'running');
    while ((await parley.adding.get(started.id)).progress.done < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    await parley.adding.stop(started.id);
    const run = await parley.adding.get(started.id);
    assert.equal(run.state, 'stopped');
    assert.ok(run.results.length >= 3 && run.results.length < 40, `${run.results.length} were kept`);
    for (const { id } of run.results) await parley.reports.get(id ?? '');
    assert.equal((await parley.adding.list())[0]?.id, started.id);
    const other = parley.as({ reader: 'somebody else', clearance: 'RED', role: 'editor' });
    assert.equal((await other.adding.list()).length, 0);
    await assert.rejects(other.adding.get(started.id), (error: ParleyError) => error.code === 'unknown-page');
  });

  it('does not wait for a silent server when it is stopped', async (t) => {
    const server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => {
      server.closeAllConnections();
      server.close();
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/silent`;
    const late = await parley.add([{ kind: 'url', url }], { allowPrivate: true, timeoutMs: 200 });
    assert.deepEqual(outcomes(late.results), ['refused fetch-timeout']);
    const run = await parley.adding.start([{ kind: 'url', url }], { allowPrivate: true });
    await new Promise((resolve) => server.once('request', resolve));
    const asked = performance.now();
    await parley.adding.stop(run.id);
    assert.ok(performance.now() - asked < 5_000);
    const stopped = await parley.adding.get(run.id);
    assert.deepEqual([stopped.state, stopped.results], ['stopped', []]);
  });

  it('keeps readings made elsewhere as they are, line by line', async () => {
    const { reading } = madeReport(7);
    const own = { ...reading, id: 'colleague-7', process: 'Convoy talks', text: `\u00a0${reading.text}`.slice(1) };
    const lines = [
      JSON.stringify(own),
      '',
      'no json',
      '{"id":"x"}',
      JSON.stringify({ ...own, text: `${own.text} more`, claims: [] }),
      JSON.stringify({ ...own, text: 'x '.repeat(250_000) }),
    ];
    const run = await parley.addReadings(lines, { maxBytes: 100_000 });
    assert.deepEqual(outcomes(run.results), ['new', 'refused bad-line', 'refused bad-reading', 'refused conflict', 'refused too-large']);
    const page = await parley.reports.get('colleague-7');
    assert.deepEqual(page.reading?.claims, reading.claims);
    assert.equal(page.report.text, own.text);
    assert.deepEqual(page.summary.processes, ['convoy-talks']);
    const again = await parley.addReadings([JSON.stringify({ ...own, claims: own.claims.slice(1) })], { processes: ['Convoy talks'] });
    assert.deepEqual(outcomes(again.results), ['known']);
    assert.equal((await parley.reports.get('colleague-7')).reading?.claims.length, 2, 'the newer reading of a known text counts');
    const told = await parley.tell('access', { process: 'Convoy talks', asOf: '2014-02-05' });
    assert.match(JSON.stringify(told), /"place":"Homs".*"step":"stalled".*colleague-7:c2/);
  });
});
