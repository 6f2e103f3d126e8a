// In a real browser the width of a phone: from Today over the talks to a line and its words, a decision and the brief; nothing scrolls sideways.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Listening } from '../../src/desk/desk.js';
import { closeDeskInChromium, openDeskInChromium, skip } from './desk-in-chromium.js';
import type { DeskOfTest } from './desk-of-test.js';

describe('a phone', { skip }, () => {
  let desk: DeskOfTest;
  let listening: Listening;
  let browser: Browser;
  before(async () => {
    ({ desk, listening, browser } = await openDeskInChromium());
  });
  after(() => closeDeskInChromium({ desk, listening, browser }));

  it('goes from Today to the brief by touch, without script, nowhere wider than its screen', async () => {
    const context = await browser.newContext({
      baseURL: listening.url,
      javaScriptEnabled: false,
      viewport: { width: 375, height: 740 },
      isMobile: true,
      hasTouch: true,
    });
    try {
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const fits = async (): Promise<void> => {
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${page.url()} is ${over} pixels too wide`);
      };
      await page.goto('/');
      await page.getByRole('heading', { name: 'Next round' }).waitFor();
      await fits();
      await page.getByRole('navigation').getByRole('link', { name: 'Talks', exact: true }).tap();
      await page.waitForURL(/\/talks/);
      await fits();

      // The words stand under the line, not beside it.
      const line = page.locator('.line', { has: page.locator('.note') }).first();
      const told = await line.locator('.told').boundingBox();
      const note = await line.locator('.note').boundingBox();
      assert.ok(told && note && note.y >= told.y + told.height - 1, 'the words are under the line');
      const mark = line.locator('.mark').first();
      const [report = '', id = ''] = ((await mark.getAttribute('href')) ?? '').split('#');
      await mark.tap();
      await page.waitForURL((url) => url.pathname === report);
      await fits();
      const number = await page.locator(`#${id}`).getAttribute('data-n');
      const lit = page.locator(`.text .w${number}, h1 .w${number}`).first();
      const box = await lit.boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 375, 'the words are in sight');

      await page.getByRole('link', { name: 'Review this report' }).tap();
      await page.waitForURL(/\/read/);
      await fits();
      await page
        .getByRole('button', { name: /^Accept/ })
        .first()
        .tap();
      await page.getByText('Accepted.').waitFor();
      await fits();
      const decided = (await desk.parley.history({ what: 'line-reviewed' })).items[0]?.data;
      assert.ok(JSON.stringify(decided).includes('accepted'));

      await page.goto('/today');
      await page.getByRole('link', { name: /brief/i }).first().tap();
      await page.waitForURL(/\/brief/);
      await page.getByRole('heading', { name: 'Brief' }).waitFor();
      await fits();
      await page.getByLabel('Since').fill('2031-05-04');
      await page.getByLabel(/nobody has reviewed/).tap();
      await page.getByRole('button', { name: 'Show' }).tap();
      await page.getByText('unreviewed').first().waitFor();
      await fits();
    } finally {
      await context.close();
    }
  });
});
