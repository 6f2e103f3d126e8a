// What the study tells of a made-up sequence on each day, and what it never does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printedAccess, printedDue, printedLines, printedTalks } from '../../src/study/printed.js';
import { studyOn } from '../../src/study/study.js';
import { sayFigures } from '../../src/terms/say-figure.js';
import { SEQUENCE } from './sequence.js';

const on = (day: string) => studyOn(day, SEQUENCE);
const cell = (day: string, round: string, party: string) =>
  printedTalks(on(day))
    .rounds.find(({ id }) => id === round)
    ?.standing.find((one) => one.party === party);

test('a round has its start, end, place and status as of a day', () => {
  const brief = (day: string) =>
    printedTalks(on(day)).rounds.map(({ id, start, end, status, venue, convener }) => ({ id, start, end, status, venue, convener }));
  assert.deepEqual(brief('2031-05-06'), [
    { id: '1', start: '2031-05-05', end: null, status: 'under-way', venue: ['Tarn'], convener: null },
  ]);
  assert.deepEqual(brief('2031-05-20'), [
    { id: '1', start: '2031-05-05', end: '2031-05-09', status: 'ended', venue: ['Tarn'], convener: null },
    { id: '2', start: '2031-05-20', end: null, status: 'opened', venue: ['Tarn'], convener: 'Marta Lindqvist' },
  ]);
});

test('the latest word of a party counts, and who said yes and is seen attends', () => {
  assert.equal(cell('2031-05-10', '2', 'Norland government')?.standing, 'conditional');
  assert.equal(cell('2031-05-10', '2', 'Coast Front')?.standing, 'coming');
  assert.equal(cell('2031-05-14', '2', 'Norland government')?.standing, 'coming');
  assert.equal(cell('2031-05-20', '2', 'Norland government')?.standing, 'attending');
  assert.equal(cell('2031-05-06', '1', 'Coast Front'), undefined);
});

test('a convoy that waits in two reports is one step, with blame in both columns', () => {
  const town = printedAccess(on('2031-05-14')).places.find(({ place }) => place === 'Brackwater');
  assert.deepEqual(
    town?.steps.map(({ form, step, date, evidence }) => ({ form, step, date, evidence })),
    [
      { form: 'siege', step: 'besieged', date: '2031-05-05', evidence: ['a:c3'] },
      { form: 'convoy', step: 'stalled', date: '2031-05-10', evidence: ['b:c5', 'c:c2'] },
    ],
  );
  assert.deepEqual(
    town?.blame.map(({ from, on: whom }) => `${from} > ${whom}`),
    ['Norland government > Coast Front', 'Coast Front > Norland government'],
  );
});

test('a promise past its day with no word is silent, an agreement that came about is under way', () => {
  const { commitments, silence } = printedDue(on('2031-05-20'));
  assert.deepEqual(
    commitments.map(({ what, state, due }) => ({ what, state, due })),
    [
      { what: 'let the sick leave Brackwater', state: 'under-way', due: null },
      { what: 'hand over a map of its mines', state: 'agreed', due: '2031-05-15' },
    ],
  );
  assert.deepEqual(
    silence.map((one) => ('what' in one ? one.what : one.of)),
    ['hand over a map of its mines'],
  );
  assert.deepEqual(
    printedDue(on('2031-05-14')).silence.map((one) => ('what' in one ? one.what : one.of)),
    ['let the sick leave Brackwater'],
  );
});

test('two counts of one day stand side by side', () => {
  const { contradictions } = printedLines(on('2031-05-20'));
  assert.deepEqual(
    contradictions.map(({ why, a, b }) => ({ why, a, b })),
    [{ why: 'numbers', a: ['d:c2'], b: ['d:c3'] }],
  );
  const left = printedAccess(on('2031-05-20')).places.flatMap(({ steps }) => steps.filter(({ form }) => form === 'evacuation'));
  assert.deepEqual(
    left.map(({ figures }) => sayFigures(figures)),
    ['300 sick people, 120 people'],
  );
});

test('every claim stands in exactly one line', () => {
  const study = on('2031-05-20');
  const refs = study.lines.flatMap(({ claims }) => claims.map(({ ref }) => ref));
  assert.deepEqual([...refs].sort(), study.claims.map(({ ref }) => ref).sort());
  assert.equal(new Set(refs).size, refs.length);
});

test('nothing published after the day is seen, and the same reports give the same study', () => {
  assert.deepEqual(
    on('2031-05-10')
      .claims.map(({ report }) => report.id)
      .filter((id) => id > 'b'),
    [],
  );
  assert.deepEqual(printedTalks(on('2031-05-20')), printedTalks(studyOn('2031-05-20', [...SEQUENCE].reverse())));
});
