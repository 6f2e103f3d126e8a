// The times of a report: what is found and its value, what is not, and what holds for any text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { languageStep } from '../../src/reading/language.js';
import { paragraphsStep } from '../../src/reading/paragraphs.js';
import { quotesStep } from '../../src/reading/quotes.js';
import { openResources } from '../../src/reading/resources.js';
import { sentencesStep } from '../../src/reading/sentences.js';
import { runSteps } from '../../src/reading/step.js';
import { tagsStep } from '../../src/reading/tags.js';
import { dayText, easternEaster, westernEaster } from '../../src/reading/times/calendar.js';
import { timesStep } from '../../src/reading/times/times.js';
import { boundsOf } from '../../src/terms/edtf.js';
import type { TimeExpression } from '../../src/terms/reading.js';
import { TIMES_CASES } from './times-cases.js';
import { NO_TIMES } from './times-none.js';

const resources = openResources((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
const steps = [paragraphsStep, languageStep, quotesStep, sentencesStep, tagsStep, timesStep];
const read = (text: string, published?: string, locale?: string): readonly TimeExpression[] =>
  runSteps(steps, { id: 't', text, published, locale }, resources).times;

for (const { published, text, times, why, locale } of TIMES_CASES) {
  test(`times: ${text}${locale ? ` (${locale})` : ''}: ${why}`, () => {
    const found = read(text, published, locale).map(({ span: [start, end], edtf }) => [text.slice(start, end), edtf]);
    assert.deepEqual(found, times);
  });
}

for (const [text, why] of NO_TIMES) {
  test(`no times: ${text}: ${why}`, () => {
    assert.deepEqual(
      read(text, '2016-11-16').map(({ span: [start, end] }) => text.slice(start, end)),
      [],
    );
  });
}

test('without a day of publication relative dates are unknown and told ones stand', () => {
  const text = 'On Monday they met; in May 2014 they had not. Two days ago it rained, and it will on 3 June 2015.';
  assert.deepEqual(
    read(text).map(({ edtf }) => edtf),
    [null, '2014-05', null, '2015-06-03'],
  );
});

test('Easter of both churches', () => {
  assert.equal(dayText(westernEaster(2014)), '2014-04-20');
  assert.equal(dayText(easternEaster(2014)), '2014-04-20');
  assert.equal(dayText(westernEaster(2016)), '2016-03-27');
  assert.equal(dayText(easternEaster(2016)), '2016-05-01');
});

test('any string: spans in order inside the text, values that EDTF has, the same again', () => {
  const piece = fc.constantFrom(
    ...[
      'Monday',
      ' the',
      ' 10th',
      ' of',
      ' May',
      ' 31',
      ' February',
      ' 2014',
      '-',
      '/',
      ' by',
      ' since',
      ' two',
      ' weeks',
      ' ago',
      ' last',
      ' next',
      ' week',
      ' end',
      ' early',
      '.',
      ',',
      ' ',
      '\n\n',
      ' before',
      ' 99999',
    ],
    ...[
      ' 0000',
      ' 00',
      ' year',
      ' every',
      ' a',
      ' half',
      "'s",
      ' centuries',
      ' hundred',
      ' after',
      ' in',
      ' was',
      ' will',
      '🕊️',
      ' 9 p.m.',
      ' to',
      ' and',
      ' between',
      ' Easter',
      ' decades',
      ' later',
      ' first',
      ' quarter',
      'T10:30Z',
    ],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  const published = fc.constantFrom(undefined, '2014-02-01', '2016-02-29', '1000-01-01', '9999-12-31', '2014-02');
  fc.assert(
    fc.property(text, published, (words, day) => {
      const times = read(words, day);
      let end = 0;
      for (const { span, edtf } of times) {
        assert.ok(span[0] >= end && span[1] > span[0] && span[1] <= words.length);
        end = span[1];
        assert.ok(edtf === null || boundsOf(edtf) !== null, String(edtf));
      }
      assert.deepEqual(read(words, day), times);
    }),
    { numRuns: 150 },
  );
});

test('a long text of dates in one sentence takes a time in proportion', () => {
  const once = (n: number): number => {
    const text = 'on Monday they will say that by 3 May two days after the vote, '.repeat(n);
    const started = performance.now();
    read(text, '2014-02-01');
    return performance.now() - started;
  };
  once(100);
  const [small, large] = [once(200), once(1600)];
  assert.ok(large < 40 * Math.max(small, 5), `${small.toFixed(0)} ms, then ${large.toFixed(0)} ms for eight times the text`);
});
