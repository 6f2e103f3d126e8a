// The step that finds the proper names of a report.
import { step } from './step.js';

export const namesStep = step({
  name: 'names',
  needs: ['tokens', 'sentences', 'tags'],
  gives: ['names'],
  run: ({ tokens, sentences }, { nameFinder, tagger }) => ({ names: nameFinder.find(tokens, sentences, tagger.labels) }),
});
