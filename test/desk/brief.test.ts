// The brief as a page with its twin and its files, and the record in other programs' formats, never above the clearance of who asks.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { createDesk } from '../../src/desk/desk.js';
import { briefHtml, briefPdf } from '../../src/parley/brief-files.js';
import { briefSchema } from '../../src/terms/brief.js';
import { FORMAT_NAMES, FORMATS } from '../../src/terms/formats.js';
import { findChromium } from './chromium.js';
import { type DeskOfTest, openDesk, PROCESS } from './desk-of-test.js';

const ASKED = `process=${PROCESS}&since=2031-05-11&as-of=2031-05-20`;

describe('the brief and the files', () => {
  let desk: DeskOfTest;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());

  it('shows on the page what the twin tells, each sentence with its words', async () => {
    const brief = briefSchema.parse(await (await desk.json(`/brief.json?${ASKED}&unreviewed=true`)).json());
    const html = await (await desk.page(`/brief?${ASKED}&unreviewed=true`)).text();
    assert.ok(brief.notes.length > 5);
    for (const { title, sentences } of brief.sections) {
      assert.ok(html.includes(`>${title}</h2>`), title);
      for (const { text } of sentences)
        assert.ok(html.includes(text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;')), text);
    }
    assert.match(html, /unreviewed/);
    assert.match(html, /class="mark"/);
    assert.match(await (await desk.page(`/brief?${ASKED}`)).text(), /Only what somebody has reviewed/);
    assert.equal((await desk.page('/brief?since=yesterday')).status, 400);
    assert.match((await desk.page(`/brief.docx?${ASKED}`)).headers.get('content-type') ?? '', /wordprocessingml/);
    assert.match(await (await desk.page(`/brief.txt?${ASKED}`)).text(), /^Norland talks: brief of 2031-05-20\n/);
    const file = await (await desk.page(`/brief.html?${ASKED}&unreviewed=true`)).text();
    assert.match(file, /href="http:\/\/localhost\/reports\/[^"]+#c\d+"/);
  });

  it('marks what nobody has reviewed and what somebody edited, in text, HTML and JSON, and holds only reviewed lines unasked', async () => {
    const own = await openDesk();
    try {
      const ask = async (format: string, more = ''): Promise<string> => (await own.page(`/brief.${format}?${ASKED}${more}`)).text();
      const told = async (more = '') => briefSchema.parse(JSON.parse(await ask('json', more)));
      const nothing = await told();
      assert.deepEqual([nothing.sections, nothing.notes], [[], []], 'nobody has reviewed anything yet');
      assert.match(await ask('txt'), /Reviewed lines only\.\n\nNothing changed/);
      assert.doesNotMatch(await ask('html'), /<ul>/);

      const all = await told('&unreviewed=true');
      const sentences = all.sections.flatMap((section) => section.sentences).filter(({ notes }) => notes.length > 0);
      assert.ok(sentences.length > 5 && sentences.every(({ reviewed }) => !reviewed));
      const of = (ref: string) => all.notes.find((note) => note.ref === ref);
      const edited = all.notes.find(({ ref }) => /:c\d+$/.test(ref))?.ref ?? '';
      const { claim } = (await own.parley.lines([edited]))[0] ?? {};
      assert.ok(claim && of(edited)?.edited === false);
      const other = all.notes.find(({ ref }) => ref !== edited && /:c\d+$/.test(ref))?.ref ?? '';
      await own.parley.edit(edited, claim);
      await own.parley.review(other, { state: 'accepted' });

      const now = await told('&unreviewed=true');
      const marked = now.sections.flatMap((section) => section.sentences);
      assert.deepEqual(
        now.notes.filter((note) => note.edited).map(({ ref }) => ref),
        [edited],
      );
      const text = await ask('txt', '&unreviewed=true');
      const html = await ask('html', '&unreviewed=true');
      const waiting = marked.filter(({ reviewed }) => !reviewed).length;
      assert.ok(waiting > 0 && waiting < marked.length);
      assert.equal(text.match(/ \(unreviewed\)$/gm)?.length, waiting);
      assert.equal(html.match(/<small>unreviewed<\/small>/g)?.length, waiting);
      assert.deepEqual(text.match(/\S+ \(edited\)$/gm), [`${edited} (edited)`]);
      assert.equal(html.match(/✎ edited/g)?.length, 1);

      const reviewed = await told();
      const refs = reviewed.notes.map(({ ref }) => ref);
      assert.ok(refs.includes(edited) && refs.every((ref) => ref === edited || ref === other), refs.join());
      assert.doesNotMatch((await ask('txt')) + (await ask('html')), /unreviewed<|\(unreviewed/);
    } finally {
      await own.close();
    }
  });

  it('gives each format at its address with its type, and nothing above a clearance', async () => {
    const guest = createDesk(desk.parley.as({ reader: 'guest', clearance: 'GREEN' }), { secret: 'for tests' });
    await desk.parley.review('b:c6', { state: 'accepted' });
    await desk.parley.reports.setMark('b', 'RED');
    for (const format of FORMAT_NAMES) {
      const { address, type } = FORMATS[format];
      const own = await desk.page(`${address}?process=${PROCESS}`);
      assert.deepEqual([own.status, own.headers.get('content-type')], [200, type], format);
      const theirs = await (await guest.request(`${address}?process=${PROCESS}`)).text();
      assert.doesNotMatch(theirs, /\bb:c\d/, format);
      if (format === 'csv') assert.match(await own.text(), /\bb:c6\b/);
    }
    assert.equal(await (await guest.request(`/training.jsonl?process=${PROCESS}`)).text(), '');
    const told = await (await guest.request(`/brief.json?${ASKED}&unreviewed=true`)).text();
    assert.doesNotMatch(told, /"b:[cs]\d/);
    await desk.parley.reports.setMark('b', 'CLEAR');
    assert.equal((await desk.page('/export.csv?process=none')).status, 404);
    assert.equal((await desk.page('/calendar.ics?as-of=soon')).status, 400);
  });

  it('prints a PDF where there is a Chromium', { skip: findChromium() === null && 'no Chromium here' }, async () => {
    const brief = await desk.parley.brief(PROCESS, { since: '2031-05-11', asOf: '2031-05-20', unreviewed: true });
    const pdf = await briefPdf(
      briefHtml(brief, () => null),
      { PARLEY_CHROMIUM: execFileSync('sh', ['-c', `command -v ${findChromium()}`], { encoding: 'utf8' }).trim() },
    );
    assert.equal(Buffer.from(pdf.subarray(0, 5)).toString(), '%PDF-');
    await assert.rejects(briefPdf('', { PARLEY_CHROMIUM: '/none' }), /no Chromium/);
  });
});
