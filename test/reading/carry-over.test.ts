// What a claim carries over from elsewhere in its report: place, date, venue and round, with the words they come from.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { carryOver } from '../../src/reading/claims/inferred.js';
import { languageStep } from '../../src/reading/language.js';
import { paragraphsStep } from '../../src/reading/paragraphs.js';
import { readPlaces } from '../../src/reading/places/places.js';
import { quotesStep } from '../../src/reading/quotes.js';
import { openResources } from '../../src/reading/resources.js';
import { sentencesStep } from '../../src/reading/sentences.js';
import { runSteps } from '../../src/reading/step.js';
import { tagsStep } from '../../src/reading/tags.js';
import { timesStep } from '../../src/reading/times/times.js';
import type { Claim } from '../../src/terms/reading.js';

const resources = openResources((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
const steps = [paragraphsStep, languageStep, quotesStep, sentencesStep, tagsStep, timesStep];

function carry(text: string, published: string | undefined, claims: readonly Claim[], dateline?: string): readonly Claim[] {
  const { tokens, sentences, times } = runSteps(steps, { id: 'c', text, published, dateline }, resources);
  const places = readPlaces(text, tokens, sentences, resources.places, resources.actorLexicon.givenNames);
  return carryOver(claims, { text, sentences, times, places, published, dateline });
}
const at = (text: string, words: string): [number, number] => {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  return [start, start + words.length];
};

test('the venue of the talks is carried from the sentence that names it', () => {
  const text = 'Peace talks in Vienna opened on Monday. The round will last a week.';
  const [claim] = carry(text, '2015-03-12', [
    { id: 'c1', kind: 'talks', status: 'under-way', evidence: [at(text, 'The round will last a week')], voice: null },
  ]);
  assert.equal(claim?.inferred?.venue?.value, 'Vienna');
  const [span] = claim?.inferred?.venue?.evidence ?? [];
  assert.equal(span && text.slice(...span), 'Vienna');
});

test('a stated venue is left alone', () => {
  const text = 'Peace talks in Vienna opened on Monday.';
  const [claim] = carry(text, '2015-03-12', [
    {
      id: 'c1',
      kind: 'talks',
      status: 'opened',
      venue: 'Vienna',
      date: '2015-03-09',
      evidence: [at(text, 'opened on Monday')],
      voice: null,
    },
  ]);
  assert.equal(claim?.inferred, undefined);
});

test('a party stands towards the round that another claim dates', () => {
  const text = 'The next round opens on 20 March in Vienna. The rebels have not said whether they will come.';
  const [, claim] = carry(text, '2015-03-12', [
    {
      id: 'c1',
      kind: 'talks',
      status: 'scheduled',
      date: '2015-03-20',
      venue: 'Vienna',
      evidence: [at(text, 'The next round opens on 20 March')],
      voice: null,
    },
    { id: 'c2', kind: 'standing', party: 'rebels', standing: 'silent', evidence: [at(text, 'The rebels have not said')], voice: null },
  ]);
  assert.equal(claim?.inferred?.round?.value, '2015-03-20');
});

test('aid goes where the report last named a town', () => {
  const text = 'Lorries entered the town of Douma at noon. Two of them were turned back.';
  const [claim] = carry(text, '2015-03-12', [
    {
      id: 'c1',
      kind: 'access',
      place: null,
      form: 'convoy',
      step: 'denied',
      evidence: [at(text, 'Two of them were turned back')],
      voice: null,
    },
  ]);
  assert.equal(claim?.inferred?.place?.value, 'Douma');
});

test('where nothing tells it, nothing is carried over', () => {
  const text = 'They will meet again. Nobody knows when.';
  const [claim] = carry(text, undefined, [
    { id: 'c1', kind: 'talks', status: 'proposed', evidence: [at(text, 'They will meet again')], voice: null },
  ]);
  assert.equal(claim?.inferred, undefined);
});
