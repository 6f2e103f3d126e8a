// What a claim says in one sentence: the verb agrees with who does it, and figures stand behind what is counted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actWord, sayClaim } from '../../src/desk/pages/say-claim.js';
import { claimSchema } from '../../src/terms/reading.js';

const say = (fields: object): string => sayClaim(claimSchema.parse({ id: 'c1', evidence: [[0, 1]], voice: null, ...fields }), (ref) => ref);

test('a verb agrees with who does it', () => {
  for (const [actor, verb] of [
    ['Norway', 'opposes'],
    ['United Nations', 'opposes'],
    ['rebels', 'oppose'],
    ['armed groups', 'oppose'],
    ['Red Crescent workers', 'oppose'],
    ['local people', 'oppose'],
    ['opposition bloc', 'opposes'],
    ['border pass', 'opposes'],
  ] as const)
    assert.equal(say({ kind: 'position', actor, issue: 'the plan', stance: 'opposes' }), `${actor} ${verb}: the plan`);
  assert.equal(
    say({ kind: 'pressure', from: ['aid agencies'], on: ['Kenya'], for: 'open the road', means: 'urges' }),
    'aid agencies urge Kenya: open the road',
  );
});

test('figures stand behind a step', () => {
  const figures = [{ what: 'people', value: 1200, bound: 'at-least', evidence: [0, 1] }];
  assert.equal(
    say({ kind: 'access', place: 'Tarn', form: 'evacuation', step: 'delivered', figures }),
    'Tarn: evacuation delivered (at least 1,200 people)',
  );
});

test('words of a report stand in the sentence without marks that have no partner', () => {
  for (const [words, part] of [
    ['“we must be patient,”', 'we must be patient'],
    ['“no deal today', 'no deal today'],
    ['the “first” step', 'the “first” step'],
    ['"open the road" and wait', '"open the road" and wait'],
    ['come “home, now,', 'come home, now'],
    ['the council’s plan', 'the council’s plan'],
  ] as const)
    assert.equal(say({ kind: 'position', actor: 'Kenya', issue: words, stance: 'demands' }), `Kenya demands: ${part}`);
});

test('so does a verb of saying', () => {
  assert.equal(actWord('states', 'Norway'), 'says');
  assert.equal(actWord('denies', 'opposition activists'), 'deny');
  assert.equal(actWord('accuses', 'armed groups'), 'accuse');
  assert.equal(actWord('conditions', 'rebels'), 'set a condition');
  assert.equal(actWord('commits', 'Jonas Berg'), 'undertakes');
});
