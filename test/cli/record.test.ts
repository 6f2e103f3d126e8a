// The commands that keep and find reports: the same suite on the store itself and through a running desk.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { progressLine, sayProgress } from '../../src/desk/cli/progress.js';
import { type Running, run, start } from './run-program.js';

const folder = mkdtempSync(join(tmpdir(), 'parley-record-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const TEXT = 'Envoys to meet by the lake\n\nGENEVA (AP) — The mediator said on Tuesday that nothing was agreed until all was agreed.\n';

async function serving(home: string, more: readonly string[] = []): Promise<Running & { url: string }> {
  const running = start(['serve', '--home', home, '--port', '0', '--no-demo', ...more]);
  let ended: unknown;
  void running.done.then((ran) => (ended = ran));
  for (let i = 0; !running.out().includes('stands at'); i++) {
    if (ended !== undefined || i > 400) throw new Error(`the desk did not start: ${JSON.stringify(ended)}`);
    await pause(25);
  }
  return { ...running, url: /http:\S+/.exec(running.out())?.[0] ?? '' };
}

async function suite(home: string): Promise<void> {
  const at = (...args: string[]) => run([...args, '--home', home]);
  assert.equal((await at('process', 'new', 'Lake talks', '--as-of', '2014-02-05')).out, 'lake-talks\n');
  assert.equal((await at('process', 'new', 'Lake talks')).code, 2);
  const reports = join(home, 'reports');
  mkdirSync(join(reports, 'deep'), { recursive: true });
  writeFileSync(join(reports, 'a.txt'), TEXT);
  writeFileSync(join(reports, 'b.txt'), `${TEXT} The convoy waits.`);
  writeFileSync(join(reports, 'deep', 'empty.txt'), '');
  const added = await at('add', reports, '--process', 'Lake talks', '--published', '2014-02-04');
  assert.match(added.out, /^2 new, 0 known, 1 refused in /, added.err);
  assert.equal(added.code, 3);
  assert.match(added.err, /empty\.txt: There is no text/);
  const again = await run(['add', join(reports, 'a.txt'), '-', '--home', home, '--json'], { stdin: 'Another report, on the ceasefire.' });
  const { progress } = JSON.parse(again.out);
  assert.deepEqual([again.code, progress.known, progress.new], [0, 1, 1]);
  assert.equal((await at('add', 'x', '--process', 'unknown')).code, 4);

  const list = await at('list');
  assert.equal(list.out.trimEnd().split('\n').length, 3);
  const [id = ''] = (await at('list', '--process', 'lake-talks', '--limit', '1')).out.split('\t');
  assert.match(id, /^r-[0-9a-f]{16}$/);
  assert.match((await at('show', id)).out, /^Envoys to meet by the lake\n/);
  assert.match((await at('show', id, '--text')).out, /^1 {2}Envoys to meet by the lake\n/);
  assert.equal(JSON.parse((await at('show', id, '--json')).out).summary.id, id);
  const unknown = await at('show', 'r-0000000000000000');
  assert.deepEqual([unknown.code, unknown.out], [4, '']);
  assert.match((await at('search', 'convoy', '--in', 'text')).out, /The convoy waits/);
  assert.equal((await at('search', 'convoy', '--in', 'thin air')).code, 2);
  assert.deepEqual([(await at('search', 'zebra')).out, (await at('search', 'zebra')).code], ['', 0]);

  const exported = (await at('export', '--json')).out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    exported.map((item) => item.type),
    ['process', 'report', 'report', 'report'],
  );
  const out = join(home, 'out.jsonl');
  await at('export', '--out', out, '--process', 'lake-talks');
  assert.ok(statSync(out).size > 100);
  assert.equal((await at('export', '--out', join(home, 'nowhere', 'out.jsonl'))).code, 4);
  assert.equal((await at('add', '--readings', join(home, 'none.jsonl'))).code, 4);
  const readings = join(home, 'readings.jsonl');
  writeFileSync(
    readings,
    `${JSON.stringify({ ...exported[1].page.reading, id: 'mine-1', text: 'Some other words.', actors: [], statements: [], claims: [], attributions: [], times: [], events: [] })}\nbad\n`,
  );
  const kept = await at('add', '--readings', readings);
  assert.deepEqual([kept.code, kept.out.slice(0, 24)], [3, '1 new, 0 known, 1 refuse']);
  assert.equal((await at('show', 'mine-1', '--json')).code, 0);

  assert.match((await at('process', 'as-of', 'lake-talks', 'now')).out, /as of now/);
  assert.equal((await at('process', 'as-of', 'lake-talks', '2014-02-30')).code, 3);
  assert.match((await at('process', 'list')).out, /^lake-talks\t2 reports\tnow\tLake talks\n/);
  assert.match((await at('process', 'remove', 'lake-talks', '--reports')).out, /and 2 reports/);
  assert.equal((await at('process', 'remove', 'lake-talks')).code, 4);
}

test('on the store', async () => {
  const home = join(folder, 'store');
  await suite(home);
  assert.equal(existsSync(join(home, 'desk.json')), false);
});

test('through a running desk, which lets the home go when it stops', async () => {
  const home = join(folder, 'desk');
  const desk = await serving(home);
  try {
    assert.equal(statSync(join(home, 'desk.json')).mode & 0o777, 0o600);
    const second = await run(['serve', '--home', home, '--port', '0']);
    assert.equal(second.code, 5);
    assert.ok(second.err.includes(desk.url));
    const taken = await run(['serve', '--home', join(folder, 'other'), '--port', new URL(desk.url).port]);
    assert.equal(taken.code, 5);
    assert.match(taken.err, /Port \d+ is in use.*\nChoose another with --port/);
    await suite(home);
  } finally {
    desk.interrupt();
  }
  const ran = await desk.done;
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.out, /Stopping\.\n$/);
  assert.equal(existsSync(join(home, 'desk.json')), false);
});

test('a desk that was killed leaves nothing in the way', async () => {
  const home = join(folder, 'killed');
  mkdirSync(home, { recursive: true });
  const file = { url: 'http://127.0.0.1:9', pid: process.pid, key: 'k'.repeat(43), version: '0', started: '' };
  for (const content of [JSON.stringify(file), JSON.stringify({ ...file, pid: 2 ** 22 - 1 }), '{"url":']) {
    writeFileSync(join(home, 'desk.json'), content);
    const { code, err } = await run(['process', 'list', '--home', home]);
    assert.equal(code, 0, err);
  }
});

test('an adding stops at Ctrl-C after the report in hand', async () => {
  const running = start(['add', '-', '--home', join(folder, 'stopped')], { stdin: TEXT });
  await pause(1);
  running.interrupt();
  const { code, out, err } = await running.done;
  assert.equal(code, 130, err);
  assert.match(out, /^[01] new, 0 known, 0 refused/);
  assert.match(err, /Stopped\./);
});

test('an adding shows its progress on a terminal only', () => {
  const progress = { done: 312, total: 1000, new: 310, known: 0, refused: 2, rate: 18.2, left: 38, seconds: 17 };
  assert.equal(sayProgress(progress), '312 of 1,000 · 18 a second · 38 s left · 2 refused');
  const drawn = (terminal: boolean, quiet: boolean): string => {
    let text = '';
    const stderr = new Writable({
      write(chunk: Buffer, _encoding, done) {
        text += chunk.toString();
        done();
      },
    });
    const line = progressLine({ stderr, progress: terminal }, quiet);
    line.show(progress);
    line.show(progress);
    line.clear();
    return text;
  };
  assert.deepEqual([drawn(false, false), drawn(true, true)], ['', '']);
  assert.equal(drawn(true, false), `\r\u001b[K${sayProgress(progress)}\r\u001b[K`);
});
