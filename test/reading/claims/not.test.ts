// What must not be read as a claim: sentences on other matters, words that only look like an entry, what a turned entry needs.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClaimKind } from '../../../src/terms/reading.js';
import { candidatesIn, claimsIn } from './read.js';

describe('claims: no claim in other matters', () => {
  for (const text of [
    'The recipe calls for two eggs and a pinch of salt.',
    'Rain is expected in the north tomorrow.',
    'The film opens in cinemas next week.',
    'Shares closed higher on Friday.',
    'The bridge is twelve metres long.',
    '',
    '   ',
  ])
    it(JSON.stringify(text), () => assert.deepEqual(claimsIn(text), []));
});

const NOT: readonly {
  readonly kind: ClaimKind;
  readonly text: string;
  readonly why: string;
  readonly fields: Readonly<Record<string, unknown>>;
}[] = [
  { kind: 'position', text: 'Kenya accepted the plan.', why: 'accepting opposes only when turned', fields: { stance: 'opposes' } },
  { kind: 'standing', text: 'Kenya met Uganda on Monday.', why: 'meeting is refused only when turned', fields: { standing: 'refused' } },
  { kind: 'talks', text: 'The shop opened on Monday.', why: 'a shop is no round of talks', fields: {} },
  {
    kind: 'position',
    text: 'Should the talks fail, Kenya will leave.',
    why: 'an inverted should is a condition',
    fields: { stance: 'supports' },
  },
];

// What a statement says as a whole may be any stance: only the entries are looked at.
describe('claims: not proposed', () => {
  for (const { kind, text, why, fields } of NOT) {
    it(`${why}: ${text}`, () => {
      const found = candidatesIn(text).filter(
        (candidate) =>
          candidate.kind === kind &&
          !candidate.entry.startsWith('said:') &&
          Object.entries(fields).every(([name, value]) => candidate.fields[name] === value),
      );
      assert.deepEqual(
        found.map(({ entry }) => entry),
        [],
      );
    });
  }
});
