// The calls of the API: what they change, what they refuse, and that OpenAPI describes each.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type DeskOfTest, openDesk, PROCESS, visit } from './desk-of-test.js';

const KEY = 'the-key-of-the-owner-of-this-home';
const body = (method: string, value: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method,
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json', ...headers },
});

describe('the calls of the desk', () => {
  let desk: DeskOfTest;
  before(async () => {
    desk = await openDesk({ key: KEY });
  });
  after(() => desk.close());

  const error = async (response: Response): Promise<{ status: number; code: string }> => ({
    status: response.status,
    code: ((await response.json()) as { error: { code: string } }).error.code,
  });

  it('makes, moves and removes a process', async () => {
    const made = (await (await desk.json('/processes.json', body('POST', { name: 'Other talks' }))).json()) as { id: string; asOf: null };
    assert.equal(made.asOf, null);
    assert.deepEqual(await error(await desk.json('/processes.json', body('POST', { name: 'Other talks' }))), {
      status: 409,
      code: 'process-exists',
    });
    const moved = (await (await desk.json(`/processes/${made.id}.json`, body('PATCH', { asOf: '2031-05-01' }))).json()) as { asOf: string };
    assert.equal(moved.asOf, '2031-05-01');
    assert.equal((await desk.json(`/processes/${made.id}.json`, { method: 'DELETE' })).status, 200);
    assert.deepEqual(await error(await desk.json(`/processes/${made.id}.json`)), { status: 404, code: 'unknown-process' });
  });

  it('adds a text, tells how far it is, and knows it the second time', async () => {
    const input = { kind: 'text', text: 'Envoys meet again\n\nTARN - The envoy said on Monday that talks would go on.', name: 'pasted' };
    const add = async () => {
      let run = (await (
        await desk.json('/adding.json', body('POST', { inputs: [input], options: { processes: [PROCESS], url: 'javascript:alert(1)' } }))
      ).json()) as {
        id: string;
        state: string;
        progress: { new: number; known: number };
      };
      while (run.state === 'running') {
        await pause(50);
        run = (await (await desk.json(`/adding/${run.id}.json`)).json()) as typeof run;
      }
      return run;
    };
    assert.equal((await add()).progress.new, 1);
    const again = await add();
    assert.equal(again.progress.known, 1);
    const page = await (await desk.page(`/adding/${again.id}`)).text();
    assert.match(page, /0 new, 1 known before, 0 refused/);
    const report = /href="(\/reports\/[^"]+)"/.exec(page)?.[1] ?? '';
    assert.doesNotMatch(await (await desk.page(report)).text(), /href="javascript/, 'an address that is none of the web is no link');
  });

  it('keeps paths and private addresses to the owner of the home', async () => {
    const file = { inputs: [{ kind: 'file', path: '/etc/hostname' }] };
    assert.deepEqual(await error(await desk.json('/adding.json', body('POST', file))), { status: 403, code: 'not-allowed' });
    const inward = { inputs: [{ kind: 'url', url: 'http://127.0.0.1:9/' }], options: { allowPrivate: true } };
    assert.deepEqual(await error(await desk.json('/adding.json', body('POST', inward))), { status: 403, code: 'not-allowed' });
    const wrong = body('POST', file, { authorization: 'Bearer not-the-key' });
    assert.equal((await desk.json('/adding.json', wrong)).status, 401);
    assert.equal((await desk.json('/adding.json', body('POST', file, { authorization: `Bearer ${KEY}` }))).status, 200);
  });

  it('takes readings made elsewhere line by line', async () => {
    const line = JSON.stringify({
      id: 'elsewhere-1',
      text: 'The Front waits.',
      published: '2031-05-20',
      actors: [],
      statements: [],
      claims: [],
    });
    const response = await desk.json('/readings.json', {
      method: 'POST',
      body: `${line}\r\n\n{broken\n`,
      headers: { 'content-type': 'application/x-ndjson' },
    });
    const run = (await response.json()) as { progress: { new: number; refused: number }; results: { error?: { code: string } }[] };
    assert.deepEqual([run.progress.new, run.progress.refused], [1, 1]);
    assert.equal((await desk.json('/reports/elsewhere-1.json')).status, 200);
    assert.equal((await desk.json('/reports/elsewhere-1.json', { method: 'DELETE' })).status, 200);
  });

  it('files, marks and grades a report', async () => {
    const set = await desk.json('/reports/a/mark.json', body('PUT', { mark: 'AMBER' }));
    assert.equal(set.status, 200);
    assert.equal((await desk.json('/reports/a/grade.json', body('PUT', { grade: { reliability: 'B', credibility: 2 } }))).status, 200);
    const { summary } = (await (await desk.json('/reports/a.json')).json()) as {
      summary: { mark: string; grade: { reliability: string } };
    };
    assert.deepEqual([summary.mark, summary.grade.reliability], ['AMBER', 'B']);
    assert.deepEqual(await error(await desk.json('/reports/a/mark.json', body('PUT', { mark: 'PINK' }))), {
      status: 400,
      code: 'bad-request',
    });
    assert.equal((await desk.json(`/reports/a/processes/${PROCESS}.json`, { method: 'DELETE' })).status, 200);
    assert.equal((await desk.json(`/reports/a/processes/${PROCESS}.json`, { method: 'PUT' })).status, 200);
  });

  it('answers for references with their words', async () => {
    const sheet = (await (await desk.json('/talks.json')).json()) as { rounds: { evidence: string[] }[] };
    const lines = sheet.rounds.flatMap(({ evidence }) => evidence);
    const cited = (await (await desk.json('/cited.json', body('POST', { lines: [...lines, 'a:nothing'] }))).json()) as { total: number };
    assert.equal(cited.total, new Set(lines).size);
  });

  it('takes a decision on a line, asks why where that is needed, and gives how it was before', async () => {
    const decide = (line: string, decision: unknown) => desk.json(`/lines/${encodeURIComponent(line)}/review.json`, body('PUT', decision));
    const waiting = async () => ((await (await desk.json('/waiting.json')).json()) as { lines: number }).lines;
    const before = await waiting();
    assert.equal(((await (await decide('b:c1', { state: 'accepted' })).json()) as { state: string }).state, 'unread');
    assert.equal(await waiting(), before - 1);
    assert.deepEqual(await error(await decide('b:c1', { state: 'rejected' })), { status: 400, code: 'bad-request' });
    assert.equal(((await (await decide('b:c1', { state: 'rejected', reason: 'not said' })).json()) as { state: string }).state, 'accepted');
    const { reviews } = (await (await desk.json('/reports/b.json')).json()) as {
      reviews: { line: string; state: string; reason: string; by: string }[];
    };
    assert.deepEqual(
      reviews.map(({ line, state, reason, by }) => [line, state, reason, by]),
      [['b:c1', 'rejected', 'not said', 'local']],
    );
    assert.equal((await decide('b:c1', { state: 'unread' })).status, 200);
    assert.equal(await waiting(), before);
    assert.deepEqual(await error(await decide('b:c99', { state: 'accepted' })), { status: 404, code: 'unknown-line' });
    assert.deepEqual(await error(await decide('b:c1', { state: 'edited' })), { status: 400, code: 'bad-request' });
  });

  it('reviews by form: moves on by itself, takes a paragraph together after showing it, and undoes', async () => {
    const { cookie, token } = await visit(desk, '/read?report=c');
    const send = async (fields: readonly (readonly [string, string])[]): Promise<string> => {
      const form = new FormData();
      for (const [name, value] of [['token', token], ['report', 'c'], ...fields] as const) form.append(name, value);
      const sent = await desk.page('/read', { method: 'POST', body: form, headers: { cookie } });
      assert.equal(sent.status, 303);
      return sent.headers.get('location') ?? '';
    };
    const state = async (): Promise<string[]> =>
      ((await (await desk.json('/reports/c.json')).json()) as { reviews: { line: string; state: string }[] }).reviews.map(
        (review) => `${review.line} ${review.state}`,
      );
    const to = await send([
      ['line', 'c1'],
      ['state', 'accepted'],
    ]);
    assert.match(to, /line=c2.*did=accepted&decided=c1&undo=\d+#line$/);
    const next = await (await desk.page(to)).text();
    assert.match(next, /<span class="small">Accepted\.<\/span>/);
    assert.match(next, /<mark class="lit">/);
    assert.deepEqual(await state(), ['c:c1 accepted']);
    await send([
      ['line', 'c1'],
      ['state', 'unread'],
    ]);
    assert.deepEqual(await state(), []);
    const together = await (await desk.page('/read?report=c&line=c1&rest=yes')).text();
    const ids = [...together.matchAll(/name="line" value="([^"]+)"/g)].map(([, id]) => id ?? '');
    assert.ok(ids.length > 1);
    await send([...ids.map((id) => ['line', id] as const), ['state', 'accepted']]);
    assert.equal((await state()).length, ids.length);
    const over = await (await desk.page('/read?report=c')).text();
    assert.match(over, /Nothing of this report is left/);
    for (const id of ids)
      await send([
        ['line', id],
        ['state', 'unread'],
      ]);
  });

  it('refuses what is not valid with what is wrong', async () => {
    for (const [path, init] of [
      ['/today.json?as-of=yesterday', undefined],
      ['/reports.json?limit=many', undefined],
      ['/processes.json', body('POST', { name: '' })],
      ['/adding.json', body('POST', { inputs: [{ kind: 'carrier pigeon' }] })],
      ['/adding.json', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }],
    ] as const) {
      const response = await desk.json(path, init);
      assert.equal(response.status, 400, path);
      const { error: given } = (await response.json()) as { error: { code: string; next: string } };
      assert.equal(given.code, 'bad-request');
      assert.notEqual(given.next, '');
    }
  });

  it('describes every call in OpenAPI, for a program; and lists them, for a person', async () => {
    const document = (await (await desk.json('/api')).json()) as { openapi: string; paths: Record<string, unknown> };
    assert.match(document.openapi, /^3\.1/);
    for (const path of ['/today.json', '/reports/{report}.json', '/who/{actor}.json', '/adding.json', '/search.json', '/talks.json']) {
      assert.ok(path in document.paths, path);
    }
    assert.deepEqual(document, await (await desk.json('/api.json')).json());
    const page = await (await desk.page('/api')).text();
    for (const path of Object.keys(document.paths)) assert.ok(page.includes(path.replaceAll('&', '&amp;')), path);
  });

  it('stops an adding after the report in hand, and tells of it on a page that arrives as it goes', async () => {
    const { cookie, token } = await visit(desk);
    const inputs = Array.from({ length: 60 }, (_, i) => ({
      kind: 'text',
      text: `Report number ${i}\n\nThe envoy said that day ${i} was long.`,
      name: `r${i}`,
    }));
    const { id } = (await (await desk.json('/adding.json', body('POST', { inputs }))).json()) as { id: string };
    const arriving = desk.page(`/adding/${id}`).then((response) => response.text());
    const form = new FormData();
    form.set('token', token);
    const stopped = await desk.page(`/adding/${id}/stop`, { method: 'POST', body: form, headers: { cookie } });
    assert.equal(stopped.headers.get('location'), `/adding/${id}`);
    const page = await arriving;
    assert.match(page, /<div class="progress" role="status"><p>\d+ of \d+/);
    assert.match(page, /<h2 id="became">/);
    assert.match(page, /<\/html>$/);
    const run = (await (await desk.json(`/adding/${id}.json`)).json()) as { state: string; results: { id?: string }[] };
    assert.ok(['stopped', 'done'].includes(run.state));
    for (const { id: report } of run.results) if (report) await desk.json(`/reports/${report}.json`, { method: 'DELETE' });
  });

  it('does by form what it does by call: paste, move the day, remove', async () => {
    const { cookie, token } = await visit(desk);
    const send = (path: string, fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ token, ...fields })) form.set(name, value);
      return desk.page(path, { method: 'POST', body: form, headers: { cookie } });
    };
    const added = await send('/add', {
      text: 'A pasted report\n\nThe envoy said that it was late.',
      process: PROCESS,
      publisher: 'Post',
      published: '2031-05-21',
    });
    assert.equal(added.status, 303);
    const progress = await (await desk.page(added.headers.get('location') ?? '')).text();
    assert.match(progress, /1 new, 0 known before, 0 refused/);
    const report = /href="(\/reports\/[^"]+)"/.exec(progress)?.[1] ?? '';
    assert.match(await (await desk.page(report)).text(), /Post · <time datetime="2031-05-21"/);
    assert.equal((await send('/add', { text: 'x', published: 'some day' })).status, 422);
    assert.equal((await send('/add', {})).status, 422);
    assert.equal((await send(`/processes/${PROCESS}/as-of`, { day: '2031-05-11' })).status, 303);
    assert.equal((await desk.parley.processes.get(PROCESS)).asOf, '2031-05-11');
    assert.equal((await send(`/processes/${PROCESS}/as-of`, { day: '2031-05-11', now: 'yes' })).status, 303);
    assert.equal((await desk.parley.processes.get(PROCESS)).asOf, null);
    assert.equal((await send(`${report}/remove`, {})).status, 400, 'not without the box ticked');
    assert.equal((await send(`${report}/remove`, { sure: 'yes' })).status, 303);
    assert.equal((await desk.page(report)).status, 404);
    const made = await send('/processes', { name: 'Third talks' });
    assert.equal(made.headers.get('location'), '/add?process=third-talks');
    assert.equal((await send('/processes/third-talks/remove', { sure: 'yes', reports: 'yes' })).status, 303);
  });
});
