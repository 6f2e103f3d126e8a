// The reader: the ordered list of steps from a text to its reading.
import type { Reading } from '../terms/reading.js';
import { actorsStep } from './actors/step.js';
import type { ReadingInput } from './draft.js';
import { languageStep } from './language.js';
import { namesStep } from './names.js';
import { paragraphsStep } from './paragraphs.js';
import { parseStep } from './parse.js';
import { placesStep } from './places/places.js';
import { quotesStep } from './quotes.js';
import type { Resources } from './resources.js';
import { sentencesStep } from './sentences.js';
import { checkOrder, runSteps, type Step } from './step.js';
import { tagsStep } from './tags.js';
import { timesStep } from './times/times.js';

/** In the order they run; each declares what it needs and gives, and `checkOrder` holds them to it. */
export const STEPS: readonly Step[] = [
  paragraphsStep,
  languageStep,
  quotesStep,
  sentencesStep,
  tagsStep,
  parseStep,
  namesStep,
  timesStep,
  placesStep,
  actorsStep,
];
checkOrder(STEPS);

/** Reads one report. Pure: the same input and resources give the same reading, byte for byte. Never throws on any text. */
export function readReport(input: ReadingInput, resources: Resources): Reading {
  const draft = runSteps(STEPS, input, resources);
  return {
    id: input.id,
    ...(input.process !== undefined && { process: input.process }),
    ...(input.publisher !== undefined && { publisher: input.publisher }),
    ...(input.published !== undefined && { published: input.published }),
    ...(input.dateline !== undefined && { dateline: input.dateline }),
    text: input.text,
    language: draft.language ?? 'en',
    actors: [...(draft.actors ?? [])],
    statements: [...(draft.statements ?? [])],
    claims: [...(draft.claims ?? [])],
    attributions: [...(draft.attributions ?? [])],
    times: [...(draft.times ?? [])],
    events: [...(draft.events ?? [])],
    reader: resources.version,
  };
}
