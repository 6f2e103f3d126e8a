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
    assert.match(await text('/reports/b'), /✎/);
    const change = new URL(to, 'http://desk').searchParams.get('undo') ?? '';
    assert.equal((await send('/read/undo', { line: 'c1', change })).status, 303);
    assert.deepEqual(await report(), before);
  });

  it('says which field cannot be', async () => {
    const refused = await send('/read/edit', { line: 'c1', date: 'next week' });
    assert.equal(refused.status, 400);
    assert.match(await refused.text(), /date/);
  });
});
