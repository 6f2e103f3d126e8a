// A report of other matters is taken at less than its words, an ordinary one as it stands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aboutnessOf, inReport } from '../../src/reading/claims/aboutness.js';
import type { Candidate } from '../../src/reading/claims/candidate.js';

test('a report with the usual claims or more is taken as it stands', () => {
  assert.equal(aboutnessOf(40, 500, 80), 1);
  assert.equal(aboutnessOf(90, 500, 80), 1);
});

test('the fewer claims a report is expected to have, the less each is believed', () => {
  const few = aboutnessOf(20, 500, 80);
  const fewer = aboutnessOf(5, 500, 80);
  assert.ok(0 < fewer && fewer < few && few < 1, `${fewer} < ${few} < 1`);
});

test('one sentence alone is not taken for a report of other things', () => {
  assert.ok(aboutnessOf(0.8, 12, 80) > 0.95);
  assert.equal(aboutnessOf(0, 0, 80), 1);
  assert.equal(aboutnessOf(0, 0, 0), 1);
});

test('the odds of a candidate are multiplied, and stay a probability', () => {
  const candidate = {} as unknown as Candidate;
  assert.equal(inReport({ candidate, probability: 0.5 }, 1).probability, 0.5);
  assert.equal(inReport({ candidate, probability: 0.5 }, 0.25).probability, 0.2);
  assert.equal(inReport({ candidate, probability: 1 }, 0.25).probability, 1);
  assert.equal(inReport({ candidate, probability: 0 }, 0.25).probability, 0);
});
