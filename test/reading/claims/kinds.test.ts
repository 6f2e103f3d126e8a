// What the finder of each kind proposes for sentences of our own; the model that chooses among proposals is measured by the bench, not here.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClaimKind } from '../../../src/terms/reading.js';
import { type Case, candidatesIn, has } from './read.js';

const TABLES: Partial<Record<ClaimKind, readonly Case[]>> = {
  talks: [
    { text: 'The talks opened in Oslo on Monday.', expected: { status: 'opened' }, why: 'a verb of beginning with its subject' },
    {
      text: 'The second round of talks will resume in Oslo on Friday.',
      expected: { status: 'scheduled' },
      why: 'the coming tense makes it scheduled',
    },
    {
      text: 'The peace talks broke up without a deal on Sunday.',
      expected: { status: 'ended', outcome: 'none' },
      why: 'a phrasal verb, and what came of it',
    },
    { text: 'The mediator suspended the negotiations.', expected: { status: 'paused' }, why: 'the talks as object' },
    { text: 'The meeting was cancelled at the last minute.', expected: { status: 'called-off' }, why: 'the passive' },
    { text: 'The round was put off until May.', expected: { status: 'postponed' }, why: 'a verb with its particle' },
  ],
  standing: [
    { text: 'Norway said it would attend the talks.', expected: { standing: 'coming' }, why: 'a promise to attend' },
    { text: 'Kenya walked out of the talks on Monday.', expected: { party: 'Kenya', standing: 'walked-out' }, why: 'a phrasal verb' },
    { text: 'Kenya refused to attend the talks.', expected: { party: 'Kenya', standing: 'refused' }, why: 'refusing turns attending' },
    {
      text: 'Kenya was not invited to the talks.',
      expected: { party: 'Kenya', standing: 'excluded' },
      why: 'negation turns an invitation',
    },
  ],
  commitment: [
    { text: 'Kenya promised to withdraw its troops.', expected: { by: ['Kenya'], standing: 'agreed' }, why: 'a verb of promising' },
    { text: 'Kenya broke the ceasefire.', expected: { by: ['Kenya'], standing: 'broken' }, why: 'a breach' },
    { text: 'Kenya has yet to implement the deal.', expected: { by: ['Kenya'], standing: 'stalled' }, why: 'has yet to' },
    { text: 'The truce is holding.', expected: { by: [], standing: 'kept' }, why: 'nobody named' },
  ],
  position: [
    { text: 'Kenya rejected the plan.', expected: { actor: 'Kenya', stance: 'opposes' }, why: 'rejecting' },
    { text: 'Kenya welcomed the agreement.', expected: { actor: 'Kenya', stance: 'supports' }, why: 'welcoming' },
    { text: 'Kenya does not accept the plan.', expected: { actor: 'Kenya', stance: 'opposes' }, why: 'accepting counts only when turned' },
    { text: 'Kenya insists on a referendum.', expected: { actor: 'Kenya', stance: 'demands' }, why: 'insisting' },
  ],
  pressure: [
    { text: 'Norway urged Kenya to sign.', expected: { from: ['Norway'], on: ['Kenya'], means: 'urges' }, why: 'subject and object' },
    { text: 'Kenya was urged by Norway to sign.', expected: { from: ['Norway'], on: ['Kenya'] }, why: 'the passive turns the roles' },
    { text: 'Norway called on Kenya to sign.', expected: { from: ['Norway'], on: ['Kenya'] }, why: 'whom a preposition names' },
    { text: 'Norway threatened Kenya with sanctions.', expected: { on: ['Kenya'], means: 'warns' }, why: 'a threat' },
  ],
  access: [
    { text: 'Trucks with food entered the town of Kisumu.', expected: { step: 'moving', form: 'convoy' }, why: 'trucks that enter' },
    { text: 'The army blocked aid to Kisumu.', expected: { step: 'denied', form: 'aid' }, why: 'aid as object' },
    { text: 'Troops besieged Kisumu.', expected: { step: 'besieged', form: 'siege' }, why: 'a siege' },
    { text: 'Aid agencies delivered food to Kisumu.', expected: { step: 'delivered' }, why: 'a delivery' },
  ],
  blame: [
    { text: 'Norway accused Kenya of shelling the port.', expected: { from: ['Norway'], on: ['Kenya'] }, why: 'subject and object' },
    {
      text: 'Kenya and Norway accused each other of the attack.',
      expected: { from: ['Kenya'], on: ['Norway'] },
      why: 'both directions: one',
    },
    {
      text: 'Kenya and Norway accused each other of the attack.',
      expected: { from: ['Norway'], on: ['Kenya'] },
      why: 'both directions: the other',
    },
  ],
  tie: [
    { text: 'Kenya has long backed Uganda.', expected: { from: 'Kenya', to: 'Uganda', relation: 'backs' }, why: 'a verb' },
    {
      text: 'Kenya does not recognise Uganda.',
      expected: { from: 'Kenya', to: 'Uganda', relation: 'recognises', negated: true },
      why: 'negation stays',
    },
    {
      text: 'Kenyan President Amani Sule spoke on Monday.',
      expected: { from: 'Amani Sule', relation: 'leads' },
      why: 'a title with a nationality',
    },
    { text: 'The rebel-held town of Kisumu was quiet.', expected: { relation: 'controls' }, why: 'a hyphened adjective' },
    { text: 'The UN-brokered talks opened.', expected: { relation: 'mediates', to: 'talks' }, why: 'talks are what is mediated' },
  ],
  act: [
    { text: 'Kenya and Uganda signed the accord.', expected: { type: 'AGREE' }, why: 'signing' },
    { text: 'Kenya released ten prisoners.', expected: { type: 'RETREAT', from: ['Kenya'] }, why: 'a release' },
    { text: 'Kenya shelled the port.', expected: { type: 'ASSAULT', from: ['Kenya'] }, why: 'an attack' },
  ],
};

for (const [kind, cases] of Object.entries(TABLES)) {
  describe(`claims: ${kind}`, () => {
    for (const { text, expected, why } of cases) {
      it(`${why}: ${text}`, () => {
        const candidates = candidatesIn(text).filter((candidate) => candidate.kind === kind);
        assert.ok(
          candidates.some((candidate) => has(candidate, expected)),
          `none of ${JSON.stringify(candidates.map(({ fields }) => fields))}`,
        );
      });
    }
  });
}
