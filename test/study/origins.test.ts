// Copies and light rewrites of a dispatch are one origin; two reports of one event are not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originsOf } from '../../src/study/origins.js';
import { made } from './made.js';

const dispatch = `The envoy closed the fourth day of meetings by the lake without a word on when the parties would return. Delegates from the coast left by car before noon, while those from the hills stayed to speak with the hosts. A convoy of eleven lorries that was to reach the port on Wednesday is still waiting at the second checkpoint, its drivers said.`;
const rewritten = dispatch.replace('The envoy closed', 'LAKE TOWN - The mediator ended').replace(', its drivers said', '');
const other = `Drivers of a convoy for the port spent another night at a checkpoint. Nobody could tell them when they might move. The meetings by the lake ended with no date for more.`;

test('a new headline, an edited lead and a cut leave one origin', () => {
  const reports = [
    made('a', '2031-01-01', dispatch),
    made('b', '2031-01-02', `Lake talks falter\n\n${rewritten}`),
    made('c', '2031-01-02', other),
  ];
  assert.deepEqual(originsOf(reports), [{ reports: ['a', 'b'] }, { reports: ['c'] }]);
});

test('reports without enough words stand alone', () => {
  assert.deepEqual(originsOf([made('a', '2031-01-01', 'No talks.'), made('b', '2031-01-01', 'No talks!')]).length, 2);
});
