// Editing on the page of the review: a plain form for the fields of the line, the speaker alone, and undo.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ReportPage } from '../../src/terms/record.js';
import { type DeskOfTest, openDesk, visit } from './desk-of-test.js';

describe('editing on the page of the review', () => {
  let desk: DeskOfTest;
  let cookie: string;
  let token: string;
  before(async () => {
    desk = await openDesk();
    ({ cookie, token } = await visit(desk, '/read?report=b'));
  });
  after(() => desk.close());

  const send = async (path: string, fields: Readonly<Record<string, string>>): Promise<Response> => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ token, report: 'b', ...fields })) form.append(name, value);
    return desk.page(path, { method: 'POST', body: form, headers: { cookie } });
  };
  const report = async (): Promise<ReportPage> => (await (await desk.json('/reports/b.json')).json()) as ReportPage;
  const text = async (path: string): Promise<string> => (await desk.page(path)).text();

  it('shows the fields of the line, keeps what was changed, shows the reader’s version, and undoes', async () => {
    const form = await text('/read?report=b&line=c1&edit=fields');
    assert.match(form, /<option value="ended" selected="">ended<\/option>/);
    assert.match(form, /<input [^>]*name="venue" value="Tarn"/);
    const before = await report();
    const sent = await send('/read/edit', { line: 'c1', status: 'paused', venue: 'Brackwater', date: '2031-05-09' });
    assert.equal(sent.status, 303);
    const after = await report();
    const claim = after.reading?.claims.find(({ id }) => id === 'c1');
    assert.deepEqual(claim, { ...before.reading?.claims.find(({ id }) => id === 'c1'), status: 'paused', venue: 'town' });
    const to = sent.headers.get('location') ?? '';
    assert.match(await text(to), /Edited\./);
    assert.match(await text('/read?report=b&line=c1'), /✎ the reader’s version: /);
    assert.match(await text('/reports/b'), /<summary>the reader’s version<\/summary>/);
    const change = new URL(to, 'http://desk').searchParams.get('undo') ?? '';
    assert.equal((await send('/read/undo', { line: 'c1', change })).status, 303);
    assert.deepEqual(await report(), before);
  });

  it('says which field cannot be', async () => {
    const refused = await send('/read/edit', { line: 'c1', date: 'next week' });
    assert.equal(refused.status, 400);
    assert.match(await refused.text(), /date/);
  });

  it('carries a decision to the same words in a copy, says so, and undoes both', async () => {
    const { reading } = await report();
    assert.ok(reading !== null);
    const copy = `${reading.text} Harbour Post staff added nothing more.`;
    const lines = [JSON.stringify({ ...reading, id: 'copy', text: copy, publisher: 'Harbour Post', published: '2031-05-11' })];
    await desk.parley.addReadings(lines, { processes: ['norland-talks'] });
    const states = async (): Promise<string[]> =>
      (await desk.parley.reports.get('copy')).reviews.map(({ line, state }) => `${line} ${state}`);
    const sent = await send('/read', { line: 'c1', state: 'accepted' });
    const to = new URL(sent.headers.get('location') ?? '', 'http://desk');
    assert.deepEqual(await states(), ['copy:c1 accepted']);
    assert.match(await text(`${to.pathname}${to.search}`), /the same words in a copy: <a href="\/reports\/copy#c1">Harbour Post<\/a>/);
    const form = new FormData();
    for (const [name, value] of [
      ['token', token],
      ['report', 'b'],
      ['line', 'c1'],
    ] as const)
      form.append(name, value);
    const changes = to.searchParams.getAll('undo');
    assert.equal(changes.length, 2);
    for (const change of changes) form.append('change', change);
    await desk.page('/read/undo', { method: 'POST', body: form, headers: { cookie } });
    assert.deepEqual([await states(), (await report()).reviews], [[], []]);
    // What somebody has decided on a copy stays.
    await desk.parley.review('copy:c2', { state: 'unverifiable', reason: 'hearsay' });
    await desk.parley.review('b:c2', { state: 'accepted' });
    assert.deepEqual(await states(), ['copy:c2 unverifiable']);
  });

  it('opens the queue with what a board hangs on, moves on through it, and says whose the lines are', async () => {
    const { items, deciding, total, desks } = await desk.parley.queue({ process: 'norland-talks', limit: 1000 });
    assert.equal(total, (await desk.parley.waiting({ process: 'norland-talks' })).lines);
    assert.equal(
      desks.reduce((sum, { lines }) => sum + lines, 0),
      total,
    );
    assert.ok(
      desks.some(({ reader }) => reader === 'local'),
      'a report that was begun',
    );
    assert.ok(deciding > 2);
    const ranks = items.map(({ decides }) => (decides === null ? 9 : ['next round', 'stalled', 'due', 'disputed'].indexOf(decides)));
    assert.deepEqual(
      ranks,
      [...ranks].sort((a, b) => a - b),
    );
    const rest = items.slice(deciding).map(({ probability }) => probability ?? 0);
    assert.deepEqual(
      rest,
      [...rest].sort((a, b) => b - a),
    );
    const [first] = items;
    const [report = '', line = ''] = (first?.line ?? '').split(':');
    const shown = await text('/read');
    assert.match(shown, new RegExp(`name="line" value="${line}"`));
    assert.match(shown, /hangs on it\./);
    const sent = await send('/read', { report, line, state: 'accepted', queue: 'yes' });
    const to = new URL(sent.headers.get('location') ?? '', 'http://desk');
    const [next] = (await desk.parley.queue({ process: 'norland-talks', limit: 1 })).items;
    assert.notEqual(next?.line, first?.line);
    assert.equal(`${to.searchParams.get('report')}:${to.searchParams.get('line')}`, next?.line);
    await desk.parley.undo(to.searchParams.getAll('undo').map(Number));
    assert.deepEqual((await desk.parley.queue({ process: 'norland-talks', limit: 1000 })).items, items);
  });

  it('makes a line by hand of chosen words: a sentence, what it is, its fields; and undoes', async () => {
    const before = await report();
    const choose = await text('/read?report=b&make=words');
    const [, words = ''] = /name="words" value="(\d+-\d+)" required=""[^>]*> A convoy for Brackwater is stuck\./.exec(choose) ?? [];
    const fields = await text(`/read?report=b&make=access&words=${words}`);
    assert.match(fields, /“A convoy for Brackwater is stuck.”/);
    assert.match(fields, /name="step"/);
    const filled = { make: 'access', words, place: 'Brackwater', form: 'convoy', step: 'stalled', voice: '' };
    const sent = await send('/read/make', filled);
    const to = new URL(sent.headers.get('location') ?? '', 'http://desk');
    const [start, end] = words.split('-').map(Number);
    const made = (await report()).reading?.claims.find(({ id }) => id === 'hand-1');
    assert.deepEqual(made, {
      id: 'hand-1',
      kind: 'access',
      place: 'town',
      form: 'convoy',
      step: 'stalled',
      voice: null,
      evidence: [[start, end]],
    });
    assert.deepEqual(
      (await report()).reviews.filter(({ line }) => line === 'b:hand-1').map(({ state, by }) => [state, by]),
      [['accepted', 'local']],
    );
    assert.match(await text('/reports/b'), /made by hand/);
    await desk.parley.undo(to.searchParams.getAll('undo').map(Number));
    assert.deepEqual(await report(), before);
    assert.equal((await send('/read/make', { ...filled, words: '5-99999' })).status, 400);
  });
});
