// Events: PLOVER types and codes on sentences of our own, and what holds for any text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { STEPS } from '../../src/reading/reader.js';
import { runSteps, stepsTo } from '../../src/reading/step.js';
import type { PloverEvent } from '../../src/terms/reading.js';
import { resources } from './open-reader.js';

const steps = stepsTo(STEPS, 'events');
const eventsOf = (text: string): readonly PloverEvent[] => runSteps(steps, { id: 't', text }, resources).events;
const codes = (actors: PloverEvent['source']): string[] =>
  actors.map(({ code, sector }) => (sector === undefined ? code : `${code}/${sector}`));

const CASES: readonly (readonly [text: string, type: PloverEvent['event'], source: readonly string[], target: readonly string[]])[] = [
  ['Peru agreed to reopen the bridge to Bolivia.', 'AGREE', ['PER'], ['BOL']],
  ['Kenya and Uganda have agreed to hold joint patrols.', 'AGREE', ['KEN', 'UGA'], []],
  ['Norway hosted the Malian government on Sunday.', 'CONSULT', ['NOR'], ['MLI/GOV']],
  ['Vietnam praised Laos on Friday.', 'SUPPORT', ['VNM'], ['LAO']],
  ['Ghana accused Togo of moving the border.', 'ACCUSE', ['GHA'], ['TGO']],
  ['Chile demanded that Peru return the ship.', 'REQUEST', ['CHL'], ['PER']],
  ['Albania rejected a demand from Greece.', 'REJECT', ['ALB'], ['GRC']],
  ['Egypt threatened to close its border with Libya.', 'THREATEN', ['EGY'], ['LBY']],
  ['Iceland has imposed sanctions on Belarus.', 'SANCTION', ['ISL'], ['BLR']],
  ['Turkish police arrested three men.', 'COERCE', ['TUR/COP'], []],
  ['Syrian rebels shelled the Turkish army.', 'ASSAULT', ['SYR/REB'], ['TUR/MIL']],
  ['Cuba will send medicine to Haiti.', 'AGREE', ['CUB'], ['HTI']],
  ['Jordan will expel two envoys of Iran.', 'THREATEN', ['JOR'], ['IRN']],
  ['Sudan lifted a curfew in Darfur.', 'CONCEDE', ['SDN'], ['SDN']],
  ['Zambia withdrew its troops from Angola.', 'RETREAT', ['ZMB'], ['AGO']],
];

for (const [text, type, source, target] of CASES) {
  test(`events: ${text}`, () => {
    const [event] = eventsOf(text);
    assert.equal(event?.event, type);
    assert.deepEqual(codes(event?.source ?? []), source);
    assert.deepEqual(codes(event?.target ?? []), target);
  });
}

for (const text of ['The valley is green in May.', 'Ten envoys, four languages and one table.']) {
  test(`no event: ${text}`, () => assert.deepEqual(eventsOf(text), []));
}

test('events: the words that report an event are not the event', () => {
  assert.deepEqual(
    eventsOf('Police clashed with farmers in Chad, officials said on Monday. The farmers blocked a road.').map(({ event }) => event),
    ['ASSAULT', 'PROTEST'],
  );
});

test('events: any text is read, every span inside it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => {
      for (const { span } of eventsOf(text)) assert.ok(span[0] < span[1] && span[1] <= text.length);
    }),
    { numRuns: 60 },
  );
});
