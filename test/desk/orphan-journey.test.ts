// In a real browser: a page is brought in again with other words; what rested on the old ones says that it is orphaned, and is put nowhere else.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { createDesk, type Listening, startDesk } from '../../src/desk/desk.js';
import { findChromium, openChromium } from './chromium.js';
import { type DeskOfTest, openDesk, PROCESS } from './desk-of-test.js';

const program = findChromium();
const skip = program === null ? 'no Chromium found: install it, or name it in PARLEY_CHROMIUM' : false;
const URL_OF_PAGE = 'https://harbour.example/envoys';

const text = (middle: string): string => `Envoys agree to meet again

TARN - The mediator, Marta Lindqvist, said on Thursday that the third round would open on 9 June. "We have a date," she told reporters.

${middle}

The Coast Front blamed the Norland government for holding up the convoy into Brackwater.`;
const OLD = text('The Coast Front said it would hand over its maps by 30 June.');
const NEW = text('The Coast Front said nothing about its maps, and told reporters that it would hand over nothing before July.');

describe('a text that changes', () => {
  let desk: DeskOfTest;
  let old: string;
  let fresh: string;
  before(async () => {
    desk = await openDesk();
    const add = async (words: string, mark: 'CLEAR' | 'RED'): Promise<string> => {
      const options = { processes: [PROCESS], publisher: 'Harbour Post', published: '2031-05-22', url: URL_OF_PAGE, mark };
      const { results } = await desk.parley.add([{ kind: 'text', text: words }], options);
      return results[0]?.id ?? '';
    };
    old = await add(OLD, 'CLEAR');
    fresh = await add(NEW, 'RED');
  });
  after(() => desk?.close());

  const citationsOf = async (report: string, parley = desk.parley) => {
    const { reading } = await parley.reports.get(report);
    const ids = [...(reading?.statements ?? []), ...(reading?.claims ?? [])].map(({ id }) => `${report}:${id}`);
    return (await parley.lines(ids)).map(({ citation }) => citation);
  };

  it('orphans the lines whose words no longer stand at their place, and only these', async () => {
    assert.notEqual(old, fresh);
    const before = await citationsOf(old);
    const orphans = before.filter(({ orphanedBy }) => orphanedBy !== undefined);
    assert.ok(orphans.length > 0 && orphans.length < before.length, `${orphans.length} of ${before.length}`);
    for (const { spans, words, orphanedBy } of before) {
      assert.equal(orphanedBy ?? null, spans.every(([start, end]) => NEW.slice(start, end) === OLD.slice(start, end)) ? null : fresh);
      assert.deepEqual(
        words,
        spans.map(([start, end]) => OLD.slice(start, end)),
        'the words stay those of the old text',
      );
    }
    // The last paragraph stands word for word further on: it is not looked for there.
    assert.ok(orphans.some(({ words }) => words.some((said) => said.includes('Brackwater'))));
    assert.ok((await citationsOf(fresh)).every(({ orphanedBy }) => orphanedBy === undefined));
  });

  it('tells nobody of a newer text who may not see it', async () => {
    const guest = desk.parley.as({ reader: 'guest', clearance: 'GREEN' });
    assert.ok((await citationsOf(old, guest)).every(({ orphanedBy }) => orphanedBy === undefined));
    const page = await createDesk(guest, { secret: 'for tests' }).request(`/reports/${old}`);
    assert.equal(page.status, 200);
    assert.doesNotMatch(await page.text(), /orphaned/);
  });

  it('says so on the pages, and leads to the newer text', { skip }, async () => {
    let listening: Listening | null = null;
    let browser: Browser | null = null;
    try {
      listening = await startDesk(createDesk(desk.parley, { now: () => new Date('2031-05-25T12:00:00Z') }), { port: 0 });
      browser = await openChromium(program ?? '');
      const context = await browser.newContext({ baseURL: listening.url, javaScriptEnabled: true, viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      const blamed = (await citationsOf(old)).find(({ words, orphanedBy }) => orphanedBy && words.join(' ').includes('Brackwater'));
      const front = (await desk.parley.actors.list({ named: 'Coast Front' })).items[0]?.id ?? '';
      await page.goto(`/who/${encodeURIComponent(front)}`);
      const note = page.locator('.note', { hasText: 'orphaned' }).first();
      assert.match((await note.textContent()) ?? '', /orphaned: a newer text no longer has these words here/);
      await note.locator(`a[href^="/reports/${old}#"]`).click();
      await page.waitForURL(new RegExp(`/reports/${old}#`));
      await page.getByText('What stood at this address has changed').waitFor();
      const beside = page.locator(`#line-${blamed?.line.slice(old.length + 1)}`);
      assert.match((await beside.textContent()) ?? '', /orphaned/);
      assert.ok(
        (await page.locator('.lines-beside li', { hasText: 'orphaned' }).count()) < (await page.locator('.lines-beside li').count()),
      );
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
        return violations.map(({ id }) => id);
      });
      assert.deepEqual(found, []);
      await page.getByRole('link', { name: 'the newer text' }).click();
      await page.waitForURL(new RegExp(`/reports/${fresh}$`));
      assert.equal(await page.getByText('orphaned').count(), 0);
    } finally {
      await browser?.close();
      await listening?.close(500);
    }
  });
});
