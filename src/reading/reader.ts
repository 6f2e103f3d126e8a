// The reader: the ordered list of steps from a text to its reading.
import type { Reading, TimeExpression } from '../terms/reading.js';
import { actorsStep } from './actors/step.js';
import { attributionsStep } from './attribution/step.js';
import { explainClaims } from './claims/claims.js';
import { claimsStep } from './claims/step.js';
import type { Draft, ReadingInput, Why } from './draft.js';
import { eventsStep } from './events/step.js';
import { languageStep } from './language.js';
import { namesStep } from './names-step.js';
import { paragraphsStep } from './paragraphs.js';
import { parseStep } from './parse.js';
import { placesStep } from './places/places.js';
import { quotesStep } from './quotes.js';
import type { Resources } from './resources.js';
import { sentencesStep } from './sentences.js';
import { statementsStep } from './statements/step.js';
import { checkOrder, runSteps, type Step, stepsTo } from './step.js';
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
  eventsStep,
  attributionsStep,
  statementsStep,
  claimsStep,
];
checkOrder(STEPS);

/** Reads one report. Pure: the same input and resources give the same reading, byte for byte. Never throws on any text. */
export const readReport = (input: ReadingInput, resources: Resources): Reading =>
  readingOf(input, runSteps(STEPS, input, resources), resources);

/** Only the dates and times of a text, for a reading made elsewhere that holds none. */
export const timesIn = (input: ReadingInput, resources: Resources): readonly TimeExpression[] =>
  runSteps(stepsTo(STEPS, 'times'), input, resources).times ?? [];

/** The same, and for each claim the lexicon entry and the weights that made it. */
export function explainReport(input: ReadingInput, resources: Resources): { readonly reading: Reading; readonly why: readonly Why[] } {
  const draft = runSteps(STEPS, input, resources);
  return { reading: readingOf(input, draft, resources), why: explainClaims(draft, resources, resources.claimModel) };
}

function readingOf(input: ReadingInput, draft: Draft, resources: Resources): Reading {
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
