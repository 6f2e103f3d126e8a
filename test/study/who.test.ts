// Which names are one actor across reports, and which must never be joined.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originsOf } from '../../src/study/origins.js';
import { whoIn } from '../../src/study/who.js';
import { made } from './made.js';

const two = (
  a: { kind: string; names: string[] },
  b: { kind: string; names: string[] },
  texts: [string, string] = ['One text about one thing.', 'Quite another matter altogether.'],
) => {
  const reports = [
    made('a', '2031-01-01', texts[0], { actors: [{ id: 'x', ...a }] }),
    made('b', '2031-01-02', texts[1], { actors: [{ id: 'y', ...b }] }),
  ];
  const who = whoIn(reports, originsOf(reports));
  return who.of('a', 'x') === who.of('b', 'y');
};
const person = (...names: string[]) => ({ kind: 'person', names });
const body = (...names: string[]) => ({ kind: 'government', names });
const voice = (...names: string[]) => ({ kind: 'unnamed person', names });

const ONE: [string, { kind: string; names: string[] }, { kind: string; names: string[] }][] = [
  ['two spellings of one surname', person('Walid Muallem'), person('Walid al-Moallem')],
  ['marks and apostrophes', person("Bashar Ja'afari"), person('Bashar Jaafari')],
  ['a surname alone', person('Ines Okafor'), person('Okafor')],
  ['letters for one sound', person('Sergei Kovalev'), person('Sergey Kovalyov')],
  ['a shared short name', body('Government of Norland', 'Norland government'), body('Norland government')],
  ['an acronym', body('Union of Coastal States', 'UCS'), body('UCS')],
];
for (const [why, a, b] of ONE) test(`one actor: ${why}`, () => assert.ok(two(a, b)));

const APART: [string, { kind: string; names: string[] }, { kind: string; names: string[] }][] = [
  ['two given names', person('Ines Okafor'), person('Paul Okafor')],
  ['an official quoted in two stories', voice('senior official'), voice('senior official')],
  ['an unnamed voice and a named person', voice('envoy'), person('envoy')],
  ['a place and the body named for it', { kind: 'place', names: ['Tarn'] }, body('Tarn')],
  ['two surnames', person('Ines Okafor'), person('Ines Okonkwo')],
];
for (const [why, a, b] of APART) test(`two actors: ${why}`, () => assert.ok(!two(a, b)));

test('the unnamed official of a copied story is one', () => {
  const story =
    'A senior official said late on Tuesday that the two sides had agreed to meet again in the hill town before the end of the month.';
  assert.ok(two(voice('senior official'), voice('senior official'), [story, `${story} Traffic was light.`]));
});

test('two actors that one report keeps apart stay apart', () => {
  const actors = [
    { id: 'x', kind: 'person', names: ['Ines Okafor'] },
    { id: 'z', kind: 'person', names: ['Okafor'] },
  ];
  const reports = [made('a', '2031-01-01', 'Two of one name.', { actors })];
  const who = whoIn(reports, originsOf(reports));
  assert.notEqual(who.of('a', 'x'), who.of('a', 'z'));
});

test('a part of a town is the town, its suburbs are not', () => {
  const place = (...names: string[]) => ({ kind: 'place', names });
  assert.ok(two(place('Brackwater'), place('besieged Old City of Brackwater')));
  assert.ok(!two(place('Brackwater'), place('suburbs of Brackwater')));
});
