// In a real browser: from the board to a pasted report and its words, without script; and axe over every page, in both themes and on a phone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openAssets } from '../../src/desk/api/assets.js';
import type { Listening } from '../../src/desk/desk.js';
import { closeDeskInChromium, openDeskInChromium, skip } from './desk-in-chromium.js';
import type { DeskOfTest } from './desk-of-test.js';
import { HOSTILE } from './hostile.js';

if (skip) console.log(`The journeys are skipped: ${skip}.`);

const islandsAreBuilt = (): boolean => openAssets().island('keys') !== null;

const PASTED = `Envoys agree to meet again

TARN - The mediator, Marta Lindqvist, said on Thursday that the third round would open on 9 June. "We have a date," she told reporters.

The Coast Front blamed the Norland government for holding up the convoy into Brackwater.`;

describe('journeys in a browser', { skip }, () => {
  let desk: DeskOfTest;
  let listening: Listening;
  let browser: Browser;
  before(async () => {
    ({ desk, listening, browser } = await openDeskInChromium());
  });
  after(() => closeDeskInChromium({ desk, listening, browser }));

  /** A page in a fresh context; what it complains about on the way is gathered. */
  const visiting = async (
    options: BrowserContextOptions,
    visit: (page: Page, complaints: readonly string[]) => Promise<void>,
  ): Promise<void> => {
    const context = await browser.newContext({ baseURL: listening.url, ...options });
    try {
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await visit(page, complaints);
    } finally {
      await context.close();
    }
  };

  it('goes from the board to a pasted report, to its words, to what a search finds; without script', async () => {
    await visiting({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } }, async (page, complaints) => {
      await page.goto('/');
      assert.match(page.url(), /\/today$/);
      await page.getByRole('heading', { name: 'Next round' }).waitFor();

      await page.getByRole('link', { name: 'Add', exact: true }).click();
      await page.getByLabel('The report, headline first').fill(PASTED);
      await page.getByLabel('Outlet').fill('Harbour Post');
      await page.getByLabel(/Day of publication/).fill('2031-05-22');
      await page.getByRole('button', { name: 'Add the text' }).click();
      await page.getByText(/1 new, 0 known before, 0 refused/).waitFor();
      await page.getByRole('link', { name: 'Envoys agree to meet again' }).click();
      assert.equal(await page.locator('h1').textContent(), 'Envoys agree to meet again');
      assert.ok((await page.locator('.report-text').textContent())?.includes('"We have a date,"'));

      // From a line of the board to the words it rests on: the text is lit where the address points.
      await page.getByRole('link', { name: 'Today' }).click();
      const mark = page.locator('.mark').first();
      const id = (await mark.getAttribute('href'))?.split('#')[1] ?? '';
      await mark.click();
      const number = await page.locator(`#${id}`).getAttribute('data-n');
      const [lit, plain] = [page.locator(`.text .w${number}, h1 .w${number}`).first(), page.locator('.text').first()];
      const ground = (element: HTMLElement | SVGElement): string => getComputedStyle(element).backgroundColor;
      assert.notEqual(await lit.evaluate(ground), await plain.evaluate(ground), 'the words are lit');
      assert.ok(await lit.isVisible());

      await page.getByRole('link', { name: 'Search' }).click();
      await page.getByLabel('Words to look for').fill('convoy in:text');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.locator('mark').first().waitFor();
      assert.deepEqual(complaints, []);
    });
  });

  it('reviews with keys alone: accept, undo, next, the rest of a paragraph', {
    skip: islandsAreBuilt() ? false : 'the islands are not built',
  }, async () => {
    await visiting({ viewport: { width: 1280, height: 800 } }, async (page, complaints) => {
      await page.goto('/read?report=d');
      const current = page.locator('.current .n');
      const first = await current.textContent();
      const press = async (key: string): Promise<void> => {
        await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
      };
      await press('a');
      assert.notEqual(await current.textContent(), first);
      await page.getByText('Accepted.').waitFor();
      await press('z');
      assert.equal(await current.textContent(), first);
      await press('j');
      await press('k');
      assert.equal(await current.textContent(), first);
      await press('A');
      await page.getByText(/^Accept these \d+ together/).waitFor();
      await press('A');
      await page.getByText(/^Accepted: \d+ lines/).waitFor();
      await press('z');
      assert.deepEqual(complaints, []);
    });
  });

  it('leads with the keyboard: skip link first, then the bar, and a focus that can be seen', async () => {
    await visiting({ viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto('/today');
      await page.keyboard.press('Tab');
      const skipLink = page.getByRole('link', { name: 'Skip to the content' });
      assert.ok(await skipLink.evaluate((element) => element === document.activeElement));
      assert.ok((await skipLink.boundingBox())!.y >= 0, 'the skip link is in sight when it has the focus');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(() => document.activeElement?.closest('main') !== null);
      assert.ok(inside, 'the next stop is in the content');
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
      assert.notEqual(outline, 'none');
    });
  });

  it('fits a phone: no page is wider than its window', async () => {
    await visiting({ viewport: { width: 360, height: 740 } }, async (page) => {
      for (const path of [
        '/today',
        '/talks',
        '/access',
        '/due',
        '/who',
        '/reports',
        '/sources',
        '/search?q=convoy',
        '/add',
        '/processes',
        '/api',
      ]) {
        await page.goto(path);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${path} is ${over} pixels too wide`);
      }
    });
  });

  it('gives axe nothing to find, on any page, in light, dark and on a phone', async () => {
    const front = (await desk.parley.actors.list({ named: 'Coast Front' })).items[0];
    const paths = [
      '/today',
      '/reports',
      `/reports/${encodeURIComponent(HOSTILE.id)}`,
      '/reports/b#c5',
      '/read?report=b&line=c2',
      '/read?report=b&line=c2&rest=yes',
      '/talks',
      '/access',
      '/due',
      '/influence',
      '/who',
      `/who/${encodeURIComponent(front?.id ?? '')}`,
      '/sources',
      '/search?q=convoy',
      '/add',
      '/processes',
      '/api',
      '/nowhere',
    ];
    const themes = [
      { colorScheme: 'light', viewport: { width: 1440, height: 900 }, rules: null },
      // What else can change with the theme and the width.
      { colorScheme: 'dark', viewport: { width: 1440, height: 900 }, rules: ['color-contrast', 'link-in-text-block'] },
      {
        colorScheme: 'light',
        viewport: { width: 390, height: 844 },
        rules: ['color-contrast', 'scrollable-region-focusable', 'target-size'],
      },
    ] as const;
    const all: string[] = [];
    for (const { rules, ...theme } of themes) {
      await visiting(theme, async (page) => {
        for (const path of paths) {
          await page.goto(path);
          await page.evaluate(axe.source);
          const found = await page.evaluate(async (only) => {
            const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
            const { violations } = await (only === null ? run() : run({ runOnly: [...only] }));
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`.slice(0, 400));
          }, rules);
          all.push(...found.map((one) => `${path} in ${theme.colorScheme} at ${theme.viewport.width}: ${one}`));
        }
      });
    }
    assert.deepEqual(all, []);
  });
});
