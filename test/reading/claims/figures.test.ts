// What is counted in the words of a claim: the number, what it counts and its bound; and numbers that count nothing of it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { figuresOf } from '../../../src/reading/claims/figures.js';
import { sayFigures } from '../../../src/terms/say-figure.js';
import { claimsIn, proposedIn } from './read.js';

/** The figures of a sentence, read as an access claim that hangs on its main verb. */
function figuresIn(text: string): string {
  const { view } = proposedIn(text);
  const root = view.tokens.findIndex(({ head, tag }) => head < 0 && tag !== '.');
  const figures = figuresOf(view, 'access', root, [[0, text.length]]);
  for (const { evidence } of figures) assert.ok(evidence[0] >= 0 && evidence[1] <= text.length && evidence[0] < evidence[1]);
  return sayFigures(figures);
}

const CASES: readonly (readonly [text: string, expected: string, why: string])[] = [
  ['On Friday 600 people left the town.', '600 people', 'digits and a noun'],
  ['Two trucks reached the camp.', '2 trucks', 'a number in words'],
  ['Aid workers brought out at least 1,200 civilians.', 'at least 1,200 civilians', 'a thousands comma under a bound'],
  ['Dozens of families crossed the bridge.', 'at least 24 families', 'a plural scale is two of it at least'],
  ['Some 50 vehicles entered the valley.', 'about 50 vehicles', 'some before a number'],
  ['Up to 300 wounded fighters were taken out.', 'at most 300 wounded fighters', 'what stands between number and noun'],
  ['More than two dozen lorries were turned back.', 'at least 24 lorries', 'a number times a scale'],
  ['Tens of thousands of people are cut off.', 'at least 20,000 people', 'scale of a scale'],
  ['Half a million people need food.', '500,000 people', 'half a scale'],
  ['The convoy carried 3.5 tonnes of flour.', '3.5 tonnes of flour', 'a measure and what it measures'],
  ['A 20-truck convoy entered the town.', '20 truck', 'counted before a hyphen'],
  ['Twenty-five buses left the suburb.', '25 buses', 'a number with a hyphen'],
  ['Two hundred and fifty sick and elderly people left.', '250 sick and elderly people', 'joined number, joined adjectives'],
  ['The agency took between 200 and 300 people to the coast.', 'at least 200 people, at most 300 people', 'both ends of a range'],
  ['They let 40 to 60 lorries through.', 'at least 40 lorries, at most 60 lorries', 'a range with to'],
  ['The agency delivered food to 90 of the 600 families.', '90 families', 'a part, and of what'],
  ['About 60% of the fuel got through.', 'about 60% of the fuel', 'a share'],
  ['At least 1,200 were evacuated.', 'at least 1,200', 'a number that stands alone'],
  ['The army handed over 30 bodies.', '30 bodies', 'a particle is no bound'],
  ['Four Red Crescent workers were stopped.', '4 Red Crescent workers', 'a name between'],
  ['Norway gave $2.5 million for food.', '2.5 million dollars', 'a sum of money'],
];

const NONE: readonly (readonly [text: string, why: string])[] = [
  ['The convoy left on 12 March 2021.', 'a date'],
  ['The siege has lasted 18 months.', 'a length of time'],
  ['A 72-hour pause let aid in.', 'a length of time before a hyphen'],
  ['The two sides let aid through.', 'sides are not counted'],
  ['The trucks stopped 12 kilometres from the town.', 'a distance'],
  ['The convoy entered under Resolution 2165.', 'a number that is a name'],
  ['A ten-member council let aid in.', 'a size of something else'],
  ['A quarter of the 840 trucks got through.', 'the whole is not what got through'],
  ['No one reached the town.', 'no one is no number'],
];

/** The figures of a sentence, read as an access claim that hangs on one of its words. */
function figuresBy(text: string, word: string): string {
  const { view } = proposedIn(text);
  const anchor = view.tokens.findIndex((token) => token.text === word);
  return sayFigures(figuresOf(view, 'access', anchor, [[0, text.length]]));
}

describe('the figures of a claim', () => {
  it('a word before a place tells of the place alone', () => {
    assert.equal(figuresBy('On Friday 90 people left the besieged town.', 'besieged'), '');
    assert.equal(figuresBy('The convoy fed 90 besieged families.', 'besieged'), '90 besieged families');
  });

  for (const [text, expected, why] of CASES)
    it(`${why}: ${text}`, () => {
      assert.equal(figuresIn(text), expected);
    });

  for (const [text, why] of NONE)
    it(`none: ${why}: ${text}`, () => {
      assert.equal(figuresIn(text), '');
    });

  it('belong to their own clause', () => {
    assert.equal(figuresIn('The trucks reached the town, while shells killed 12 villagers.'), '');
  });

  it('stand in the reading with the place of their words', () => {
    const told = [
      ['On Monday 83 people were evacuated from Kisumu.', '83 people'],
      ['Aid agencies delivered food to 600 families in Kisumu on Monday.', '600 families'],
    ].flatMap(([text = '', words]) =>
      claimsIn(text).flatMap(({ figures = [] }) => figures.map(({ evidence }) => [text.slice(...evidence), words])),
    );
    assert.ok(told.length > 0, 'no figure');
    for (const [found, words] of told) assert.equal(found, words);
  });

  it('are said as people write them', () => {
    const exact = (value: number, what = 'people') => sayFigures([{ what, value, bound: 'exact' }]);
    assert.equal(exact(1_000_000), '1 million people');
    assert.equal(exact(1_234_567), '1,234,567 people');
    assert.equal(exact(0.5, '% of the fuel'), '0.5% of the fuel');
    assert.equal(sayFigures(undefined), '');
  });
});
