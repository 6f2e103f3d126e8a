// Every page and its JSON twin over a real record: what they tell, that they tell the same, and that nothing of a report is ever markup.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type DeskOfTest, openDesk, PROCESS } from './desk-of-test.js';
import { ARABIC, HOSTILE, SCRIPT } from './hostile.js';

const hostile = `/reports/${encodeURIComponent(HOSTILE.id)}`;

describe('the pages of the desk', () => {
  let desk: DeskOfTest;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());

  const html = async (path: string): Promise<string> => {
    const response = await desk.page(path);
    assert.equal(response.status, 200, path);
    assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
    return response.text();
  };
  const json = async (path: string): Promise<Record<string, unknown>> => {
    const response = await desk.json(path);
    assert.equal(response.status, 200, path);
    assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
    return (await response.json()) as Record<string, unknown>;
  };

  it('sends the first visit to Today', async () => {
    const response = await desk.page('/');
    assert.equal(response.status, 302);
    assert.equal(response.headers.get('location'), '/today');
  });

  it('has a JSON twin for each page, and the page links to it', async () => {
    for (const path of [
      '/today',
      '/read',
      '/reports',
      '/talks',
      '/access',
      '/due',
      '/who',
      '/influence',
      '/sources',
      '/search',
      '/processes',
      hostile,
    ]) {
      const page = await html(path);
      const twin = /<link rel="alternate" type="application\/json" href="([^"]+)"/.exec(page)?.[1];
      assert.ok(twin, `${path} names its twin`);
      await json(twin.replaceAll('&amp;', '&'));
    }
  });

  it('shows on Today the next round and the standing of each party as a word and a shape', async () => {
    const page = await html('/today?as-of=2031-05-12');
    assert.match(page, /Round 2<\/strong> proposed/);
    assert.match(page, /in 8 days/);
    assert.match(
      page,
      /Coast Front<\/span><span class="how"><span class="state yes"><span class="shape" aria-hidden="true">●<\/span>said yes/,
    );
    assert.match(page, /◐<\/span>conditional/);
    assert.match(page, /Brackwater<\/strong>, convoy/);
    const today = await json('/today.json?as-of=2031-05-12');
    assert.equal((today.next as { id: string }).id, '2');
  });

  it('says as of which day it is shown, and takes another in the address', async () => {
    assert.match(await html('/today'), /shown as of <strong><time datetime="2031-05-25"/);
    assert.match(await html('/talks?as-of=2031-05-07'), /shown as of <strong><time datetime="2031-05-07"/);
  });

  it('tells the rounds, the ladder with both columns of blame, and what is due', async () => {
    const talks = await html('/talks');
    assert.match(talks, /<h2 id="round-2">Round 2/);
    assert.match(talks, /<svg[^>]+role="img"[^>]+aria-label="The rounds in time/);
    const access = await html('/access');
    assert.match(access, /<h2 id="place-1" dir="auto">Brackwater/);
    assert.match(access, /<ul class="rivals">/);
    const due = await html('/due');
    assert.match(due, /hand over a map of its mines/);
  });

  it('draws who is tied to whom, names and words unbroken, and tells the same in lines', async () => {
    const page = await html('/influence');
    assert.match(page, /<path class="arrow tie"/);
    assert.match(page, /<text x="\d+" y="-?\d+" text-anchor="middle">Coast Front<\/text>/);
    assert.match(page, /Coast Front backs &lt;Lindqvist&gt; &quot;the&quot; &amp; Co/);
    const map = (await json('/influence.json')) as { arrows: { from: string; lines: unknown[] }[] };
    assert.ok(map.arrows.every(({ lines }) => lines.length > 0));
    assert.equal(page, await html('/influence'), 'the same record is drawn the same');
  });

  it('counts beside Read what waits', async () => {
    const { lines } = (await json('/waiting.json?process=norland-talks&until=2031-05-25')) as { lines: number };
    assert.ok(lines > 0);
    assert.ok((await html('/today')).includes(`Read<span class="count"> (${lines})</span>`));
  });

  it('puts disputed accounts side by side', async () => {
    const page = await html('/today');
    assert.match(page, /<h2 id="disputed">Disputed/);
    assert.match(page, /300 sick people left Brackwater/);
    assert.match(page, /120 people who left Brackwater/);
  });

  it('numbers the marks of a page from one, each with its note', async () => {
    const page = await html('/today');
    const marks = [...page.matchAll(/class="mark"[^>]*>(\d+)</g)].map(([, n]) => Number(n));
    assert.ok(marks.length > 3);
    assert.deepEqual(
      marks,
      marks.map((_, i) => i + 1),
    );
    const notes = [...page.matchAll(/class="n" aria-hidden="true">(\d+)</g)].map(([, n]) => Number(n));
    assert.deepEqual(notes, marks);
  });

  it('leads from a line to its words: the anchor stands in the text of the report', async () => {
    const page = await html('/today');
    const [, path, id] = /class="mark" href="(\/reports\/[^"#]+)#([^"]+)"/.exec(page) ?? [];
    assert.ok(path && id);
    const report = await html(path);
    assert.match(report, new RegExp(`<span class="anchor" id="${id}" data-n="\\d+">`));
    assert.match(report, new RegExp(`id="line-${id}"`));
  });

  it('gives a report as text only: its tags, entities and quotation marks are shown, never obeyed', async () => {
    for (const path of [
      hostile,
      `/read?report=${encodeURIComponent(HOSTILE.id)}`,
      '/influence',
      '/reports',
      '/today',
      '/who',
      '/search?q=Lindqvist',
      '/sources',
      '/talks',
    ]) {
      const page = await html(path);
      assert.doesNotMatch(page, /<script>|<img|<b>leaves|<i>Bad|<u>kind|<Lindqvist>/, path);
    }
    const page = await html(hostile);
    assert.ok(page.includes('&lt;script&gt;'));
    assert.ok(page.includes('&amp;lt;Lindqvist&amp;gt;'), 'an entity in the text stays the text it is');
    const title = /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? '';
    assert.ok(title.includes('&lt;script&gt;'));
    const twin = await json(`${hostile}.json`);
    assert.ok(JSON.stringify(twin).includes(JSON.stringify(SCRIPT).slice(1, -1)));
  });

  it('leaves words from right to left to the browser to set', async () => {
    const page = await html(hostile);
    assert.ok(page.includes(ARABIC));
    const at = page.indexOf(ARABIC);
    assert.match(page.slice(page.lastIndexOf('<p', at), at), /dir="auto"/);
  });

  it('keeps every word of a report, in order, in the pieces it is cut into', async () => {
    const page = await html(hostile);
    const text = HOSTILE.reading.text;
    const shown = [...page.matchAll(/<(?:p class="text"|h1) dir="auto">(.*?)<\/(?:p|h1)>/gs)]
      .map(([, inside = '']) => inside.replace(/<[^>]+>/g, ''))
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    assert.equal(shown, text.replaceAll('\n', ''));
  });

  it('finds words, narrows by what is typed among them, and marks them in the excerpt', async () => {
    const page = await html('/search?q=convoy');
    assert.match(page, /<mark>convoy<\/mark>/i);
    const claims = await html(`/search?q=${encodeURIComponent('convoy in:claim kind:blame')}`);
    assert.match(claims, /class="label">blame</);
    assert.doesNotMatch(claims, /class="label">text</);
    const twin = /rel="alternate" type="application\/json" href="([^"]+)"/.exec(claims)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const hits = (await json(twin)) as { items: { kind: string }[]; total: number };
    assert.ok(hits.total > 0 && hits.items.every(({ kind }) => kind === 'blame'), 'the twin is narrowed as the page is');
    assert.match(await html('/search?q=xyzzy'), /Nothing found/);
  });

  it('goes straight to an actor whose name is the only one', async () => {
    const response = await desk.page('/who?named=Lindqvist%20%22the');
    assert.ok([200, 302].includes(response.status));
    const list = (await json('/who.json?named=Coast')) as { items: { id: string; name: string }[] };
    const front = list.items.find(({ name }) => name === 'Coast Front');
    assert.ok(front);
    const actor = await html(`/who/${encodeURIComponent(front.id)}`);
    assert.match(actor, /<h1 dir="auto">Coast Front/);
    assert.match(actor, /Blames and is blamed/);
  });

  it('serves the style sheet and the lighting rules under names that change with them', async () => {
    const page = await html(hostile);
    const sheets = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? '');
    assert.equal(sheets.length, 2);
    for (const sheet of sheets) {
      const response = await desk.page(sheet);
      assert.equal(response.status, 200, sheet);
      assert.match(response.headers.get('content-type') ?? '', /^text\/css/);
      assert.match(response.headers.get('cache-control') ?? '', /immutable/);
    }
    assert.match(await (await desk.page('/lit/50.css')).text(), /data-n="50"/);
    assert.equal((await desk.page('/lit/999999.css')).status, 404);
  });

  it('has no style and no script in its markup, and no address elsewhere', async () => {
    for (const path of ['/today', '/talks', '/access', hostile, '/add', '/processes', '/api']) {
      const page = await html(path);
      assert.doesNotMatch(page, /<style|style="|<script(?! type="module" src="\/islands\/)| on[a-z]+="/, path);
      assert.doesNotMatch(page, /(src|href)="(https?:)?\/\//, path);
    }
  });

  it(`lists and exports what the process ${PROCESS} holds`, async () => {
    const reports = (await json(`/reports.json?process=${PROCESS}&limit=2`)) as { items: unknown[]; total: number };
    assert.equal(reports.items.length, 2);
    assert.ok(reports.total >= 5);
    const lines = (await (await desk.json('/export.jsonl')).text()).trim().split('\n');
    assert.equal(lines.length, reports.total + 1);
    assert.equal((JSON.parse(lines[0] ?? '') as { type: string }).type, 'process');
  });
});
