// In a real browser: the first account is made, a second person is let in and reviews, all without script; axe finds nothing on the pages of people.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { Listening } from '../../src/desk/desk.js';
import { closeDeskInChromium, openDeskInChromium, skip } from './desk-in-chromium.js';
import { type DeskOfTest, PROCESS } from './desk-of-test.js';

const PASSWORD = 'a long enough password';

describe('people in a browser', { skip }, () => {
  let desk: DeskOfTest;
  let listening: Listening;
  let browser: Browser;
  before(async () => {
    ({ desk, listening, browser } = await openDeskInChromium());
  });
  after(() => closeDeskInChromium({ desk, listening, browser }));

  const signIn = async (page: Page, name: string): Promise<void> => {
    await page.goto('/sign-in');
    await page.fill('#name', name);
    await page.fill('#password', PASSWORD);
    await page.click('main button');
  };

  it('goes from an open desk to one where each does what they may, without script', async () => {
    const context = await browser.newContext({ baseURL: listening.url, javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    try {
      await page.goto('/today');
      await page.click('footer a[href="/people"]');
      await page.fill('#name', 'Anna Berg');
      await page.fill('#new-password', PASSWORD);
      await page.click('button:has-text("Let them in")');
      assert.equal(new URL(page.url()).pathname, '/sign-in', 'from now on everybody signs in');
      await signIn(page, 'anna berg');
      await page.click('footer a[href="/people"]');
      await page.fill('#name', 'ben');
      await page.selectOption('#new-process', PROCESS);
      await page.selectOption('#new-role', 'reviewer');
      await page.fill('#new-password', PASSWORD);
      await page.click('button:has-text("Let them in")');
      assert.match((await page.textContent('main')) ?? '', /ben\s*not signed in yet/);
      await page.click('nav a:has-text("Anna Berg")');
      await page.click('button:has-text("Sign out")');
      await signIn(page, 'ben');
      assert.equal(await page.locator('nav a:has-text("Add")').count(), 0, 'what ben may not do is not offered');
      await page.goto('/read');
      await page.click('button:has-text("Accept")');
      assert.match((await page.textContent('main')) ?? '', /Accepted/);
      assert.equal((await desk.parley.history({ what: 'line-reviewed' })).items[0]?.by, 'ben');
      assert.equal((await page.goto('/people'))?.status(), 403);
    } finally {
      await context.close();
    }
  });

  it('has nothing that axe finds, in both themes and on a phone', async () => {
    const all: string[] = [];
    await desk.parley.tokens.make({ user: 'ben', label: 'nightly' });
    for (const theme of [
      { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
      { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
      { colorScheme: 'light', viewport: { width: 390, height: 844 } },
    ] as const) {
      const context = await browser.newContext({ baseURL: listening.url, ...theme });
      const page = await context.newPage();
      try {
        const look = async (path: string): Promise<void> => {
          await page.goto(path);
          await page.evaluate(axe.source);
          const found = await page.evaluate(async () => {
            for (const details of document.querySelectorAll('details')) details.open = true;
            const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
            const wide = document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : [];
            return [...wide, ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`.slice(0, 400))];
          });
          all.push(...found.map((one) => `${path} in ${theme.colorScheme} at ${theme.viewport.width}: ${one}`));
        };
        await look('/sign-in?to=/people');
        await signIn(page, 'Anna Berg');
        for (const path of ['/people', '/account', '/audit']) await look(path);
      } finally {
        await context.close();
      }
    }
    assert.deepEqual(all, []);
  });
});
