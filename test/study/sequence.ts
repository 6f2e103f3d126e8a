// A made-up sequence on made-up talks: a round that ends, a plan for the next, a standing that changes, a convoy, blame and a promise.
import type { KeptReport } from '../../src/study/kept.js';
import { made } from './made.js';

const ACTORS = [
  { id: 'gov', kind: 'government', names: ['Norland government', 'the government'] },
  { id: 'front', kind: 'armed group', names: ['Coast Front', 'the Front'] },
  { id: 'envoy', kind: 'person', names: ['Marta Lindqvist', 'Lindqvist'] },
  { id: 'town', kind: 'place', names: ['Brackwater'] },
  { id: 'city', kind: 'place', names: ['Tarn'] },
];

const first = `The first round of talks opened in Tarn on Monday. The Norland government and the Coast Front sat at one table. Brackwater is under siege. The government agreed to let the sick leave Brackwater.`;
const end = `The first round ended in Tarn on Friday without a deal. Lindqvist proposed that the sides meet again on 20 May. The Coast Front said it would come. The government said it had to consult first. A convoy for Brackwater is stuck. The government blamed the Front for holding up the convoy, and the Front blamed the government for holding up the convoy.`;
const yes = `The government said it would take part on 20 May. The convoy for Brackwater is still stuck. The Front promised to hand over a map of its mines by 15 May.`;
const second = `The second round opened in Tarn, the government and the Front attending. On Sunday 300 sick people left Brackwater, the mayor said. The Front counted 120 people who left Brackwater on Sunday.`;

const parties = (party: string, standing: string, words: string, round = '2031-05-20') => ({
  kind: 'standing',
  party,
  standing,
  round,
  words,
});
const stuck = (words: string) => ({ kind: 'access', place: 'town', form: 'convoy', step: 'stalled', words });

export const SEQUENCE: readonly KeptReport[] = [
  made('a', '2031-05-05', first, {
    actors: ACTORS,
    claims: [
      { kind: 'talks', status: 'opened', date: '2031-05-05', venue: 'city', words: 'The first round of talks opened in Tarn on Monday' },
      {
        kind: 'talks',
        status: 'under-way',
        words: 'The Norland government and the Coast Front sat at one table',
        inferred: { date: { value: '2031-05-05' } },
      },
      { kind: 'access', place: 'town', form: 'siege', step: 'besieged', words: 'Brackwater is under siege' },
      {
        kind: 'commitment',
        by: ['gov'],
        what: 'let the sick leave Brackwater',
        standing: 'agreed',
        words: 'The government agreed to let the sick leave Brackwater',
      },
    ],
  }),
  made('b', '2031-05-10', end, {
    actors: ACTORS,
    claims: [
      {
        kind: 'talks',
        status: 'ended',
        date: '2031-05-09',
        venue: 'city',
        outcome: 'none',
        words: 'The first round ended in Tarn on Friday without a deal',
      },
      {
        kind: 'talks',
        status: 'proposed',
        date: '2031-05-20',
        convener: 'envoy',
        words: 'Lindqvist proposed that the sides meet again on 20 May',
      },
      parties('front', 'coming', 'The Coast Front said it would come'),
      parties('gov', 'conditional', 'The government said it had to consult first'),
      stuck('A convoy for Brackwater is stuck'),
      {
        kind: 'blame',
        from: ['gov'],
        on: ['front'],
        for: 'holding up the convoy',
        words: 'The government blamed the Front for holding up the convoy',
      },
      {
        kind: 'blame',
        from: ['front'],
        on: ['gov'],
        for: 'holding up the convoy',
        words: 'the Front blamed the government for holding up the convoy',
      },
    ],
  }),
  made('c', '2031-05-14', yes, {
    actors: ACTORS,
    claims: [
      parties('gov', 'coming', 'The government said it would take part on 20 May'),
      stuck('The convoy for Brackwater is still stuck'),
      {
        kind: 'commitment',
        by: ['front'],
        what: 'hand over a map of its mines',
        due: '2031-05-15',
        standing: 'agreed',
        words: 'The Front promised to hand over a map of its mines by 15 May',
      },
    ],
  }),
  made('d', '2031-05-20', second, {
    actors: ACTORS,
    claims: [
      {
        kind: 'talks',
        status: 'opened',
        date: '2031-05-20',
        venue: 'city',
        words: 'The second round opened in Tarn, the government and the Front attending',
      },
      {
        kind: 'access',
        place: 'town',
        form: 'evacuation',
        step: 'delivered',
        words: 'On Sunday 300 sick people left Brackwater',
        figures: [{ what: 'sick people', value: 300, words: '300 sick people' }],
        inferred: { date: { value: '2031-05-18' } },
      },
      {
        kind: 'access',
        place: 'town',
        form: 'evacuation',
        step: 'delivered',
        words: '120 people who left Brackwater on Sunday',
        figures: [{ what: 'people', value: 120, words: '120 people' }],
        inferred: { date: { value: '2031-05-18' } },
      },
    ],
  }),
];
