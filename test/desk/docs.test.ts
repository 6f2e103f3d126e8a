// docs/desk.md says what the desk does: its pages and twins are there, every place of the bar is among them, and its keys are those of the review.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { KEYS } from '../../src/desk/pages/read-page.js';
import { type DeskOfTest, openDesk } from './desk-of-test.js';

const text = readFileSync(new URL('../../docs/desk.md', import.meta.url), 'utf8');
/** The cells of the rows of the table under a heading line. */
const rowsAfter = (heading: string): readonly string[][] => {
  const lines = text.slice(text.indexOf(heading)).split('\n');
  return lines
    .slice(2, lines.indexOf('') === -1 ? undefined : lines.indexOf(''))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => cells.slice(1, -1));
};
const codes = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');

describe('the page of the docs on the desk', () => {
  let desk: DeskOfTest;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());

  it('names pages and twins that are there, and every place of the bar', async () => {
    const rows = rowsAfter('| page | what it tells | twin |');
    assert.ok(rows.length >= 10);
    const paths = rows.flatMap(([page]) => codes(page)).filter((path) => !path.includes('ID'));
    const twins = rows.flatMap(([, , twin]) => codes(twin)).filter((path) => path.startsWith('/') && !path.includes('ID'));
    for (const path of [...paths, ...twins]) assert.equal((await desk.page(path)).status, 200, path);
    const bar = /<ul>(.*?)<\/ul>/s.exec(await (await desk.page('/today')).text())?.[1] ?? '';
    const places = [...bar.matchAll(/href="(\/[a-z]+)/g)].map(([, href]) => href ?? '');
    for (const place of places) assert.ok(paths.includes(place), `${place} is in the docs`);
  });

  it('names the keys of the review', () => {
    const named = rowsAfter('| key | does |').flatMap(([keys]) => codes(keys));
    assert.deepEqual(new Set(named), new Set(KEYS.map(([key]) => key)));
  });

  it('names the words that narrow a search', () => {
    for (const word of ['in:text', 'in:statement', 'in:claim', 'kind:pressure', 'since:2014-02-01', 'until:2014-02'])
      assert.ok(text.includes(`\`${word}\``), word);
  });
});
