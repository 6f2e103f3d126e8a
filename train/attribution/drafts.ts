// Reads texts up to the step before a given piece, so that a model is learnt on what it will be given.
import type { Draft, Piece, ReadingInput } from '../../src/reading/draft.js';
import { STEPS } from '../../src/reading/reader.js';
import type { Resources } from '../../src/reading/resources.js';
import { runSteps } from '../../src/reading/step.js';

/** The draft as the step that gives `piece` finds it. */
export function draftBefore(piece: Piece, input: ReadingInput, resources: Resources): Draft {
  const at = STEPS.findIndex(({ gives }) => gives.includes(piece));
  return runSteps(at < 0 ? STEPS : STEPS.slice(0, at), input, resources);
}
