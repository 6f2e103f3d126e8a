// The audit log as a desk fills it: who saw and changed what is marked above GREEN, told to an admin alone, and nobody waits for it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createDesk } from '../../src/desk/desk.js';
import type { Mark } from '../../src/terms/marks.js';
import { idOf, LAKE, type Marked, openMarked, type Person } from './marked.js';

describe('the audit log', () => {
  let marked: Marked;
  let desk: ReturnType<typeof createDesk>;
  before(async () => {
    marked = await openMarked();
    desk = createDesk(marked.parley, { now: () => new Date('2031-05-25T12:00:00Z'), secret: 'for tests', onFault: () => {} });
  });
  after(() => marked.close());

  const find = (role: string, clearance: Mark): Person =>
    marked.people.find((person) => person.role === role && person.clearance === clearance) ?? assert.fail();
  const ask = (person: Person, path: string, init: RequestInit = {}): Promise<Response> =>
    Promise.resolve(desk.request(path, { ...init, headers: { authorization: `Bearer ${person.token}`, ...init.headers } }));
  const told = async (by: Person): Promise<readonly string[]> =>
    (await marked.parley.audit({ by: by.name, limit: 200 })).items.map(
      ({ did, what, report, mark }) => `${did} ${what} ${report ?? ''} ${mark ?? ''}`,
    );

  it('says which reports somebody opened, found, and saw words of', async () => {
    const viewer = find('viewer', 'AMBER');
    for (const mark of ['CLEAR', 'GREEN', 'AMBER', 'RED'] as const) await ask(viewer, `/reports/${idOf(mark)}`);
    await ask(viewer, `/search?q=lake&process=${LAKE}`);
    for (const page of ['today', 'access', 'talks', 'due']) await ask(viewer, `/${page}?process=${LAKE}`);
    await ask(viewer, `/export.csv?process=${LAKE}`);
    await (await ask(viewer, '/export.jsonl')).text();
    const lines = await told(viewer);
    for (const line of [
      'saw report rep3 AMBER',
      'saw found by a search rep3 AMBER',
      'saw words rep3 AMBER',
      'saw board  AMBER',
      'saw file of csv  AMBER',
      'saw export  AMBER',
    ])
      assert.ok(lines.includes(line), `${line} is not among: ${lines.join(' | ')}`);
    assert.ok(
      lines.every((line) => !/rep[1245]/.test(line)),
      'what is not above GREEN, or was refused, is not noted',
    );
    const green = find('viewer', 'GREEN');
    for (const path of [`/reports/${idOf('GREEN')}`, '/today', '/search?q=lake', '/export.csv', '/who']) await ask(green, path);
    assert.deepEqual(await told(green), []);
  });

  it('says what somebody changed, with the mark it had', async () => {
    const [editor, reviewer] = [find('editor', 'RED'), find('reviewer', 'RED')];
    const json = (method: string, body: unknown): RequestInit => ({
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    const line = (await ask(reviewer, `/lines/${idOf('RED')}:c2/review.json`, json('PUT', { state: 'accepted' }))).json();
    const { changes } = (await line) as { changes: { seq: number }[] };
    await ask(reviewer, '/undo.json', json('POST', { changes: changes.map(({ seq }) => seq) }));
    await ask(reviewer, `/lines/${idOf('CLEAR')}:c2/review.json`, json('PUT', { state: 'accepted' }));
    assert.deepEqual(
      (await told(reviewer)).filter((one) => one.startsWith('changed')),
      ['changed line restored rep5 RED', 'changed line accepted rep5 RED'],
    );
    await ask(editor, `/reports/${idOf('RED')}/mark.json`, json('PUT', { mark: 'CLEAR' }));
    await ask(editor, `/reports/${idOf('AMBER+STRICT')}.json`, { method: 'DELETE' });
    assert.deepEqual(
      (await told(editor)).filter((one) => one.startsWith('changed')),
      ['changed report removed rep4 AMBER+STRICT', 'changed marked CLEAR rep5 RED'],
    );
    const admin = find('admin', 'AMBER');
    const page = await (await ask(admin, '/audit')).text();
    assert.doesNotMatch(page, /rep[45]/, 'an admin is told of no mark above their own');
    assert.match(page, /rep3/);
    assert.match(await (await ask(find('admin', 'RED'), '/audit?report=rep5')).text(), /marked CLEAR/);
  });

  it('is waited for by nobody: a page takes no longer for the log', async () => {
    const viewer = find('viewer', 'RED');
    const before = (await marked.parley.audit({ limit: 1 })).total;
    // A writer that holds the store for a while holds up the log, and not the page.
    let free = (): void => {};
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    const writing = marked.holdWriter(held);
    const answer = await ask(viewer, `/reports/${idOf('AMBER')}.json`);
    assert.equal(answer.status, 200);
    free();
    await writing;
    assert.ok((await marked.parley.audit({ limit: 1 })).total > before);
  });
});
