// The brief of a made-up sequence: every sentence rests on words, nothing unreviewed enters unasked, nothing old is news.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { briefDocx } from '../../src/out/brief-docx.js';
import { briefHtml } from '../../src/out/brief-html.js';
import { briefText } from '../../src/out/brief-text.js';
import { briefOf } from '../../src/study/brief.js';
import { weighed } from '../../src/study/brief-room.js';
import { SEQUENCE } from './sequence.js';

const brief = (options: { since?: string; unreviewed?: boolean; reviewed?: (ref: string) => boolean } = {}) =>
  briefOf(SEQUENCE, {
    process: 'Tarn talks',
    since: options.since ?? '2031-05-10',
    day: '2031-05-20',
    isReviewed: options.reviewed ?? (() => true),
    unreviewed: options.unreviewed ?? false,
  });
const said = (title: string, made = brief()) =>
  made.sections.find((section) => section.title === title)?.sentences.map(({ text }) => text) ?? [];

test('what changed, slipped, is disputed and is not known', () => {
  assert.deepEqual(said('Next round'), [
    'The round of Tue 20 May, Tarn: opened by Marta Lindqvist.',
    'Coast Front attends.',
    'Norland government attends.',
  ]);
  assert.ok(said('Changed').includes('Norland government attends (the round of Tue 20 May); before: conditional.'));
  assert.ok(said('Changed').includes('Brackwater, evacuation: delivered (300 sick people, 120 people) on Sun 18 May.'));
  assert.deepEqual(said('Slipped'), ['Coast Front: hand over a map of its mines is agreed, due Thu 15 May.']);
  assert.ok(said('Disputed').some((text) => text.includes('300 or 120')));
  assert.ok(said('Disputed').some((text) => text.includes('blame each other: holding up the convoy')));
  assert.deepEqual(said('Not known'), ['No word since Wed 14 May on: hand over a map of its mines (due Thu 15 May).']);
});

test('what was known on the day is not news', () => {
  assert.ok(!said('Changed').some((text) => text.includes('siege')));
  assert.deepEqual(said('Changed', brief({ since: '2031-05-20' })), []);
});

test('every sentence with notes rests on words of a report', () => {
  const { sections, notes } = brief();
  for (const { sentences } of sections) {
    for (const { text, notes: numbers } of sentences) {
      assert.ok(numbers.length > 0, text);
      for (const number of numbers)
        assert.ok(
          SEQUENCE.some(({ id, reading }) => id === notes[number - 1]?.report && reading.text.includes(notes[number - 1]?.words ?? '')),
        );
    }
  }
});

test('nothing unreviewed enters unasked, and asked for it is marked', () => {
  const none = brief({ reviewed: () => false });
  assert.deepEqual(none.sections, []);
  assert.match(briefText(none), /Nothing changed that the record can prove\./);
  const asked = brief({ reviewed: (ref) => ref === 'd:c1', unreviewed: true });
  assert.match(
    briefText(asked),
    /- Brackwater, evacuation: delivered \(300 sick people, 120 people\) on Sun 18 May\.[^\n]* \(unreviewed\)/,
  );
});

test('the page has a note for every number and no markup of the reports', () => {
  const page = briefHtml(brief(), (report) => `/reports/${report}`);
  for (const [, number] of page.matchAll(/href="#n(\d+)"/g)) assert.ok(page.includes(`id="n${number}"`));
  assert.ok(!/<script/i.test(page));
});

test('the Word file holds its footnotes', async () => {
  const files = unzipSync(await briefDocx(brief()));
  const footnotes = new TextDecoder().decode(files['word/footnotes.xml']);
  assert.match(footnotes, /The government said it would take part on 20 May/);
});

test('a long section tells its weightiest sentences and counts the rest', () => {
  const whole = brief();
  const { sections } = briefOf(SEQUENCE, {
    process: 'Tarn talks',
    since: '2031-05-10',
    day: '2031-05-20',
    isReviewed: () => true,
    unreviewed: false,
    most: 2,
  });
  for (const [at, { title, sentences, more }] of sections.entries()) {
    const all = whole.sections[at]?.sentences ?? [];
    assert.equal(sentences.length + more, all.length, title);
    assert.ok(sentences.length <= 2);
    const said = sentences.map(({ text }) => text);
    assert.deepEqual(
      said,
      all.map(({ text }) => text).filter((text) => said.includes(text)),
      'in their order',
    );
  }
  const changed = sections.find(({ title }) => title === 'Changed');
  assert.ok(
    changed?.sentences.every(({ text }) => /round/i.test(text)),
    'rounds and who comes go first',
  );
  assert.match(briefText({ ...whole, sections }), /\nand \d+ more \(parley brief --all tells them\)\n/);
  assert.ok(whole.sections.every(({ more }) => more === 0));
});

test('of two that one origin more tells goes first, of equals the latest', () => {
  const draft = (name: string, origins: number, latest: number, first = false) => ({ text: () => name, refs: [], first, origins, latest });
  const told = (most: number | null) =>
    weighed([draft('old', 1, 1), draft('new', 1, 9), draft('carried', 3, 2), draft('round', 0, 0, true)], most).map(({ text }) => text());
  assert.deepEqual(told(1), ['round']);
  assert.deepEqual(told(2), ['carried', 'round']);
  assert.deepEqual(told(3), ['new', 'carried', 'round']);
  assert.deepEqual(told(null), ['old', 'new', 'carried', 'round']);
});
