// The pages and calls of a desk over PostgreSQL are those of a desk over SQLite, word for word.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyDatabase, whyNoServer } from '../record/server-of-test.js';
import { type DeskOfTest, openDesk, PROCESS } from './desk-of-test.js';

const without = await whyNoServer();

const CALLS = [
  'today',
  'processes',
  `processes/${PROCESS}`,
  `reports?process=${PROCESS}&limit=100`,
  'reports?limit=3&offset=2',
  `who?process=${PROCESS}`,
  'who?named=lind',
  'search?q=convoy',
  'search?q=%22the%20talks%22',
  'search?q=med*&kind=access',
  'search?q=said%20talks&limit=5&offset=3',
  'history?limit=100',
  'queue?limit=50',
  'waiting',
  'influence',
  ...['talks', 'access', 'due', 'who', 'origins', 'lines'].map((told) => `told/${told}?process=${PROCESS}`),
].map((call) => `/${call.replace(/^[^?]*/, (path) => `${path}.json`)}`);
const PAGES = ['/today', '/talks', '/access', '/due', '/who', '/influence', '/sources', '/reports', '/search?q=mediator', '/read'];

/** The times at which this test itself did something, and what a page draws by chance for its reader. */
const settled = (text: string): string =>
  text.replace(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, 'now').replace(/name="token" value="[^"]*"/g, '');

async function answers(desk: DeskOfTest): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const keep = async (path: string, response: Response): Promise<void> => {
    found.set(path, `${response.status} ${settled(await response.text())}`);
  };
  for (const call of CALLS) await keep(call, await desk.json(call));
  for (const page of PAGES) await keep(page, await desk.page(page));
  const { items } = await desk.parley.reports.list({ limit: 3 });
  for (const { id } of items) await keep(`/reports/${id}`, await desk.page(`/reports/${encodeURIComponent(id)}`));
  return found;
}

describe('a desk over PostgreSQL', without === null ? {} : { skip: without }, () => {
  it('gives the pages and answers of one over SQLite', async (t) => {
    const own = await openDesk();
    t.after(() => own.close());
    const other = await openDesk({}, { place: await emptyDatabase() });
    t.after(() => other.close());
    const [wanted, got] = [await answers(own), await answers(other)];
    const bad = [...wanted].filter(([, text]) => !text.startsWith('200')).map(([path, text]) => `${path} ${text.slice(0, 3)}`);
    assert.deepEqual(bad, [], 'all of them are answered with something');
    for (const [path, text] of wanted) assert.equal(got.get(path), text, path);
  });
});
