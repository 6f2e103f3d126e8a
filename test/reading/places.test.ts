// The places of a report: which are found, in which country, what is none, and what holds for any text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { languageStep } from '../../src/reading/language.js';
import { paragraphsStep } from '../../src/reading/paragraphs.js';
import { foldName } from '../../src/reading/places/fold.js';
import { readPlaces } from '../../src/reading/places/places.js';
import { quotesStep } from '../../src/reading/quotes.js';
import { openResources } from '../../src/reading/resources.js';
import { sentencesStep } from '../../src/reading/sentences.js';
import { runSteps } from '../../src/reading/step.js';
import { tagsStep } from '../../src/reading/tags.js';
import { NO_PLACES, PLACES_CASES } from './places-cases.js';

const resources = openResources((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
const steps = [paragraphsStep, languageStep, quotesStep, sentencesStep, tagsStep];
function read(text: string): ReturnType<typeof readPlaces> {
  const { tokens, sentences } = runSteps(steps, { id: 'p', text }, resources);
  return readPlaces(text, tokens, sentences, resources.places, resources.actorLexicon.givenNames);
}

for (const { text, places, why } of PLACES_CASES)
  test(`places: ${text}: ${why}`, () => {
    assert.deepEqual(
      read(text).map(({ name, country }) => [name, country]),
      places,
    );
  });

for (const [text, why] of NO_PLACES)
  test(`no places: ${text}: ${why}`, () => {
    assert.deepEqual(
      read(text).map(({ name }) => name),
      [],
    );
  });

test('spellings of a name fold together', () => {
  assert.equal(foldName('Al Ḩudaydah'), foldName('al-Hudaydah'));
  assert.equal(foldName("N'Djamena"), foldName('NDjamena'));
  assert.equal(foldName('Bogotá'), foldName('Bogota'));
});

test('where a place lies', () => {
  const [place] = read('They met in Oslo.');
  assert.ok(place && Math.abs((place.latitude ?? 0) - 59.9) < 0.5 && Math.abs((place.longitude ?? 0) - 10.75) < 0.5);
});

test('a damaged gazetteer is refused', () => {
  const bytes = readFileSync(new URL('../../data/compiled/places.bin', import.meta.url));
  const broken = openResources((path) => (path.endsWith('places.bin') ? bytes.subarray(0, bytes.length - 3) : bytes));
  assert.throws(() => broken.places, { code: 'model-damaged' });
});

test('any string: spans in order inside the text, names as written', () => {
  const piece = fc.constantFrom(
    ...[
      'Paris',
      ' of',
      ' Old',
      ' City',
      ' the',
      " 's",
      ' North',
      ' province',
      '-',
      ' al',
      ' Homs',
      ' New',
      ' York',
      '. ',
      '\n\n',
      ' in',
      ' É',
      '🕊️',
    ],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  fc.assert(
    fc.property(text, (words) => {
      let end = 0;
      for (const { span, name } of read(words)) {
        assert.ok(span[0] >= end && span[1] > span[0] && span[1] <= words.length);
        assert.equal(words.slice(span[0], span[1]), name);
        end = span[1];
      }
    }),
    { numRuns: 100 },
  );
});
