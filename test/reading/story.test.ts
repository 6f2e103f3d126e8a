// A story of our own with the same kinds of facts as the first wire story (docs/seed.md): what the reader tells of it, fact by fact.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReport } from '../../src/reading/reader.js';
import type { Claim } from '../../src/terms/reading.js';
import { resources } from './open-reader.js';

const TEXT = `Aid chief urges Norland and Ostmark to press the parties before May 20

VIENNA - A week of peace talks ended in Vienna on Friday with no agreement, said Marta Lindqvist, the United Nations mediator.

Lindqvist told reporters that she had urged the United States and Russia to use their influence on the Sudanese government.

The United States has insisted that President Omar Tarek cannot be part of a transitional government. Russia is a close ally of the Sudanese government.

A convoy of food for the besieged town of Kadugli is still stalled. The government and the opposition accused each other of holding up the aid.

The opposition delegation does not control the Western-backed militias. A senior diplomat, who spoke on condition of anonymity, said the opposition must widen its delegation.

Lindqvist met the Russian foreign minister, Pavel Orlov, on Thursday.`;

const reading = readReport({ id: 'story', text: TEXT, published: '2031-05-17' }, resources);
const words = (claim: Claim): string => claim.evidence.map(([start, end]) => TEXT.slice(start, end)).join(' ');
const find = (fields: Record<string, unknown>, said: RegExp): Claim | undefined =>
  reading.claims.find(
    (claim) =>
      said.test(words(claim)) && Object.entries(fields).every(([name, value]) => (claim as Record<string, unknown>)[name] === value),
  );

const FACTS: readonly [fact: string, fields: Record<string, unknown>, said: RegExp][] = [
  [
    'a round ended without a result, where and when',
    { kind: 'talks', status: 'ended', date: '2031-05-16', outcome: 'none' },
    /week of peace talks ended/,
  ],
  ['who mediates or acts for whom', { kind: 'tie', from: 'Marta Lindqvist' }, /mediator|Lindqvist/],
  ['who presses whom', { kind: 'pressure', means: 'urges' }, /use their influence/],
  ['what a power will not accept', { kind: 'position', actor: 'United States' }, /cannot be part of a transitional government/],
  ['who is whose ally', { kind: 'tie', relation: 'ally-of' }, /ally of the Sudanese government/],
  ['aid that does not move', { kind: 'access', step: 'stalled' }, /stalled/],
  ['a siege', { kind: 'access', form: 'siege', step: 'besieged' }, /besieged/],
  ['who does not control whom', { kind: 'tie', relation: 'controls', negated: true }, /does not control/],
  ['who backs whom', { kind: 'tie', relation: 'backs' }, /Western-backed/],
];
for (const [fact, fields, said] of FACTS)
  test(`the story tells ${fact}`, () =>
    assert.ok(
      find(fields, said),
      JSON.stringify(
        reading.claims.map((claim) => ({ ...claim, words: words(claim) })),
        null,
        1,
      ),
    ));

test('blame in both directions is two claims', () => {
  const blame = reading.claims.filter((claim) => claim.kind === 'blame' && /accused each other/.test(words(claim)));
  assert.ok(blame.length >= 2, JSON.stringify(blame));
});

test('statements have their speakers, and an unnamed voice has none but its description', () => {
  const said = (part: string) =>
    reading.statements.find(({ content }) => content.some(([start, end]) => TEXT.slice(start, end).includes(part)));
  assert.equal(said('use their influence')?.speaker, 'Marta Lindqvist');
  const unnamed = said('widen its delegation');
  assert.equal(unnamed?.voice, 'anonymous');
  assert.match(unnamed?.speaker ?? '', /diplomat/);
});

test('every claim rests on words of the text', () => {
  for (const { evidence } of reading.claims) for (const [start, end] of evidence) assert.ok(start < end && end <= TEXT.length);
});
