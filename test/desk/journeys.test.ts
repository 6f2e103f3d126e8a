// More ways through the desk in a real browser: a morning from Today to the brief, a line made of selected words, a dispute, a merge and its undo, words from right to left.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openAssets } from '../../src/desk/api/assets.js';
import type { Listening } from '../../src/desk/desk.js';
import { closeDeskInChromium, openDeskInChromium, skip } from './desk-in-chromium.js';
import { type DeskOfTest, PROCESS } from './desk-of-test.js';
import { ARABIC, HOSTILE } from './hostile.js';

/** Script that one page may bring. */
const MOST_SCRIPT = 60 * 1024;

describe('a day at the desk', { skip }, () => {
  let desk: DeskOfTest;
  let listening: Listening;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  before(async () => {
    const text = 'Martha Lindkvist said the talks go on.';
    const actors = [{ id: 'm', kind: 'person', names: ['Martha Lindkvist'] }];
    const other = { id: 'other', text, published: '2031-05-12', publisher: 'Harbour Post', actors, statements: [], claims: [] };
    const fill = ({ parley }: DeskOfTest) => parley.addReadings([JSON.stringify(other)], { processes: [PROCESS] });
    ({ desk, listening, browser } = await openDeskInChromium(fill));
    const context = await browser.newContext({ baseURL: listening.url, viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(60_000);
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  });
  after(() => closeDeskInChromium({ desk, listening, browser }));
  const axeFinds = async (): Promise<string[]> => {
    await page.evaluate(axe.source);
    return page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`.slice(0, 300));
    });
  };

  it('brings little script to any page', async () => {
    for (const path of ['/today', '/read?report=b', '/influence', '/search?q=convoy', '/add']) {
      const html = await (await desk.page(path)).text();
      const inline = [...html.matchAll(/<script(?![^>]*src)[^>]*>([\s\S]*?)<\/script>/g)].reduce(
        (sum, [, code = '']) => sum + code.length,
        0,
      );
      let weight = inline;
      for (const [, src = ''] of html.matchAll(/<script[^>]*src="([^"]+)"/g))
        weight += (await (await desk.page(src)).arrayBuffer()).byteLength;
      assert.ok(weight <= MOST_SCRIPT, `${path} brings ${weight} bytes of script`);
    }
  });

  it('goes through a morning: what changed, lines accepted by keys alone, the brief of them', {
    skip: openAssets().island('keys') === null ? 'the islands are not built' : false,
  }, async () => {
    await page.goto('/today');
    await page.getByRole('heading', { name: 'Next round' }).waitFor();
    await page.getByRole('link', { name: /^Read/ }).first().click();
    await page.locator('.current').waitFor();
    for (let n = 0; n < 6; n++) await Promise.all([page.waitForEvent('load'), page.keyboard.press('a')]);
    await page.getByText('Accepted.').waitFor();
    await page.goto('/brief?since=2031-05-04');
    const { sections } = await desk.parley.brief(PROCESS, { since: '2031-05-04' });
    const sentences = sections.flatMap((section) => section.sentences).filter(({ notes }) => notes.length > 0);
    assert.ok(sentences.length > 0, 'what was accepted is told');
    const words = ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
    for (const { text, reviewed } of sentences) assert.ok(reviewed && words.includes(text.slice(0, 30)), text);
    assert.deepEqual(await axeFinds(), []);
  });

  it('makes a line of selected words, and takes it back', {
    skip: openAssets().island('select') === null ? 'the islands are not built' : false,
  }, async () => {
    await page.goto('/read?report=b');
    const chosen = await page.evaluate(() => {
      const paragraph = [...document.querySelectorAll('.review-text [data-start]')].find((one) => (one.textContent ?? '').length > 40);
      const walker = document.createTreeWalker(paragraph as Node, NodeFilter.SHOW_TEXT);
      let node = walker.nextNode();
      while (node !== null && (node.textContent ?? '').trim().length < 12) node = walker.nextNode();
      const range = document.createRange();
      range.setStart(node as Node, 0);
      range.setEnd(node as Node, Math.min(12, (node as Node).textContent?.length ?? 0));
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return range.toString();
    });
    const link = page.getByRole('link', { name: 'Make a line of the selected words' });
    await link.waitFor();
    await link.click();
    assert.ok((await page.locator('.making').textContent())?.includes(chosen.trim()), 'the words are those that were selected');
    await page.getByLabel('They are a').selectOption('access');
    assert.deepEqual(await axeFinds(), []);
    await page.getByRole('button', { name: 'Fill in the fields' }).click();
    await page.getByRole('button', { name: 'Keep this line' }).waitFor();
    assert.deepEqual(await axeFinds(), []);
    await page.getByRole('button', { name: 'Keep this line' }).click();
    await page.getByText('Accepted.').waitFor();
    assert.equal((await desk.parley.history({ what: 'line-made' })).total, 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForLoadState();
    const { edits } = await desk.parley.reports.get('b');
    assert.deepEqual(edits, [], 'nothing of it stands');
  });

  it('edits a line in its form', async () => {
    await page.goto('/read?report=b&line=c2&edit=fields');
    assert.deepEqual(await axeFinds(), []);
    await page.getByRole('button', { name: /^Keep/ }).click();
    await page.getByText(/^Edited/).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForLoadState();
    assert.deepEqual((await desk.parley.reports.get('b')).edits, []);
  });

  it('shows a dispute with both accounts side by side, each one step from its words', async () => {
    await page.goto('/today');
    const rivals = page.locator('section[aria-labelledby="disputed"] .rivals').first();
    const sides = rivals.locator('> li');
    assert.equal(await sides.count(), 2);
    const [left, right] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    assert.ok(left && right && left.x < right.x && Math.abs(left.y - right.y) < 4, 'they stand beside each other');
    await sides.nth(1).locator('a').first().click();
    await page.waitForURL(/\/reports\//);
  });

  it('merges two actors and splits them again', async () => {
    const idOf = async (named: string): Promise<string> => (await desk.parley.actors.list({ named })).items[0]?.id ?? '';
    await page.goto(`/who/${await idOf('Marta Lindqvist')}`);
    await page.getByRole('button', { name: 'Is Marta Lindqvist' }).first().click();
    await page.getByText('merged into this one').waitFor();
    assert.equal(await idOf('Martha Lindkvist'), await idOf('Marta Lindqvist'));
    assert.deepEqual(await axeFinds(), []);
    await page.getByRole('button', { name: 'Split again' }).first().click();
    await page.getByText(/same sound/).waitFor();
    assert.notEqual(await idOf('Martha Lindkvist'), await idOf('Marta Lindqvist'));
  });

  it('shows words that run from right to left as they run', async () => {
    await page.goto(`/reports/${encodeURIComponent(HOSTILE.id)}`);
    const paragraph = page.locator('.text', { hasText: ARABIC }).first();
    const shown = await paragraph.evaluate((element) => {
      const style = getComputedStyle(element);
      return { direction: style.direction, align: style.textAlign };
    });
    assert.equal(shown.direction, 'rtl');
    await page.goto(`/search?q=${encodeURIComponent(ARABIC.split(' ')[1] ?? '')}`);
    const excerpt = page.locator('.words', { hasText: ARABIC.split(' ')[1] ?? '' }).first();
    assert.match((await excerpt.getAttribute('dir')) ?? '', /auto|rtl/);
  });

  it('gave nothing to complain about', () => assert.deepEqual(complaints, []));
});
