// Where a sentence must not end: each text is one sentence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphsOf } from '../../src/reading/paragraphs.js';
import { sentencesOf } from '../../src/reading/sentences.js';
import { resources } from './open-reader.js';

const CASES: readonly (readonly [text: string, why: string])[] = [
  ['Rep. Ann Probe, D-Mass., met Gen. Bo Probe.', 'titles and states'],
  ['The U.N. Security Council met on Feb. 10 in St. Probe.', 'abbreviations before names'],
  ['John F. Probe and A. B. Probe agreed.', 'initials'],
  ['“Will they come?” the envoy asked.', 'small letter after the quotation'],
  ['“Will they come?” Probe asked on Monday.', 'a verb of speech follows'],
  ['"Never!" Ann Probe shouted.', 'the same with straight marks'],
  ['The toll rose by 3.5 percent to 1.200.', 'points inside figures'],
  ['He spoke of Resolution No. 5 and Art. 7 of the pact.', 'numbers'],
  ['She waited ... and left.', 'three dots inside a sentence'],
  ['The envoy (see p. 5) said the U.S. will come.', 'abbreviation before a small letter'],
  ['“I cannot say,” he said; “nobody can.”', 'a comma and a semicolon'],
  ['Probe vs. Probe was heard by Justice R. Probe Jr. in May.', 'more abbreviations'],
  ['The plan was e.g. to open roads, i.e. to let aid in.', 'Latin'],
];
for (const [text, why] of CASES) {
  test(`one sentence: ${why}`, () => {
    const { sentences } = sentencesOf(text, paragraphsOf(text, []), resources.words);
    assert.deepEqual(
      sentences.map(({ start, end }) => text.slice(start, end)),
      [text],
    );
  });
}
