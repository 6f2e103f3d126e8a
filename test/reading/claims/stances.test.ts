// Ties, positions, pressure, blame and acts: what must be among the proposals for sentences of our own, and what must not.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClaimKind } from '../../../src/terms/reading.js';
import { type Case, candidatesIn, has } from './read.js';

const FRONT = 'Homa Liberation Front';

const TABLES: Partial<Record<ClaimKind, readonly Case[]>> = {
  tie: [
    {
      text: `Anna Tzur, a spokeswoman for the ${FRONT}, said the talks went on.`,
      expected: { from: 'Anna Tzur', relation: 'speaks-for', to: FRONT },
      why: 'a title in apposition, its body after "for"',
    },
    {
      text: `David Sule, who heads the delegation of the ${FRONT}, arrived.`,
      expected: { from: 'David Sule', relation: 'represents', to: FRONT },
      why: 'who heads a delegation represents',
    },
    {
      text: `David Sule's ${FRONT} stayed away.`,
      expected: { from: 'David Sule', relation: 'leads', to: FRONT },
      why: 'the body that is his',
    },
    {
      text: `The ${FRONT}, which Norway has long backed, holds Kanda.`,
      expected: { from: 'Norway', relation: 'backs', to: FRONT },
      why: 'a relative clause',
    },
    {
      text: `The ${FRONT} is backed by Norway and Sweden.`,
      expected: { from: 'Sweden', relation: 'backs', to: FRONT },
      why: 'the second of two in a passive',
    },
    {
      text: `Norway does not recognise the ${FRONT}.`,
      expected: { from: 'Norway', relation: 'recognises', to: FRONT, negated: true },
      why: 'a negated verb',
    },
    {
      text: `Sweden can no longer count on Norway.`,
      expected: { from: 'Norway', relation: 'backs', to: 'Sweden', negated: true },
      why: 'no longer, and the one relied on backs',
    },
    {
      text: 'Norway has chaired the talks since May.',
      expected: { from: 'Norway', relation: 'mediates', to: 'talks' },
      why: 'to chair talks is to mediate',
    },
  ],
  position: [
    { text: `The ${FRONT} demands an early election.`, expected: { actor: FRONT, stance: 'demands' }, why: 'a verb of demanding' },
    { text: `The ${FRONT} will never sign the deal.`, expected: { actor: FRONT, stance: 'opposes' }, why: 'a will turned by never' },
    { text: `The ${FRONT} is ready to discuss a truce.`, expected: { actor: FRONT, stance: 'open' }, why: 'readiness' },
    { text: 'Norway welcomed the agreement.', expected: { actor: 'Norway', stance: 'supports' }, why: 'welcoming' },
  ],
  pressure: [
    {
      text: `Norway urged Sweden to press the ${FRONT} to sign.`,
      expected: { from: ['Norway'], through: ['Sweden'], on: [FRONT] },
      why: 'through a third',
    },
    {
      text: `France warned the ${FRONT} against a new attack.`,
      expected: { from: ['France'], on: [FRONT], means: 'warns' },
      why: 'a warning',
    },
  ],
  blame: [
    { text: `Norway accused the ${FRONT} of shelling the port.`, expected: { from: ['Norway'], on: [FRONT] }, why: 'accusing' },
    {
      text: `Norway and the ${FRONT} accused each other of shelling the port.`,
      expected: { from: [FRONT], on: ['Norway'] },
      why: 'both ways: the second side',
    },
    { text: `France held the ${FRONT} responsible for the failure.`, expected: { from: ['France'], on: [FRONT] }, why: 'words apart' },
    {
      text: `The ${FRONT} violated the truce, Norwegian minister Anna Berg said.`,
      expected: { from: ['Anna Berg'], on: [FRONT] },
      why: 'a misdeed in what somebody says',
    },
  ],
  act: [
    { text: `The ${FRONT} freed ten captives.`, expected: { type: 'RETREAT', from: [FRONT] }, why: 'letting go' },
    { text: `The ${FRONT} attacked the port on Monday.`, expected: { type: 'ASSAULT', from: [FRONT] }, why: 'an attack' },
    { text: 'Police arrested David Sule.', expected: { type: 'COERCE', to: ['David Sule'] }, why: 'an arrest' },
  ],
};

for (const [kind, cases] of Object.entries(TABLES)) {
  describe(`claims: proposals for ${kind}`, () => {
    for (const { text, expected, why } of cases) {
      it(`${why}: ${text}`, () => {
        const own = candidatesIn(text).filter((candidate) => candidate.kind === kind);
        assert.ok(
          own.some((candidate) => has(candidate, expected)),
          JSON.stringify(own.map(({ fields }) => fields)),
        );
      });
    }
  });
}

const NOT: readonly { readonly kind: ClaimKind; readonly text: string; readonly why: string; readonly fields: Case['expected'] }[] = [
  { kind: 'tie', text: 'Former French President Marc Dubois met David Sule.', why: 'a past office', fields: { relation: 'leads' } },
  {
    kind: 'tie',
    text: 'French Vice President Marc Dubois met David Sule.',
    why: 'an office below the first',
    fields: { relation: 'leads' },
  },
  { kind: 'position', text: `The ${FRONT} has not yet signed the deal.`, why: 'not yet done is no stance', fields: { stance: 'opposes' } },
  { kind: 'position', text: `The ${FRONT} signed the deal.`, why: 'signing', fields: {} },
  { kind: 'pressure', text: 'Norway shipped wheat to Sweden.', why: 'trade', fields: {} },
  { kind: 'blame', text: `The ${FRONT} violated the truce.`, why: 'a misdeed that the report itself tells', fields: {} },
  { kind: 'act', text: `The ${FRONT} will attack the port.`, why: 'only planned', fields: {} },
  { kind: 'act', text: `The ${FRONT} did not attack the port.`, why: 'denied', fields: {} },
];

describe('claims: ties, stances and acts not proposed', () => {
  for (const { kind, text, why, fields } of NOT) {
    it(`${why}: ${text}`, () => {
      const own = candidatesIn(text).filter((candidate) => candidate.kind === kind && has(candidate, fields));
      assert.deepEqual(
        own.map((candidate) => candidate.fields),
        [],
      );
    });
  }
});
