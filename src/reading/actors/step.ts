// The step of the reader that says who is meant: actors with their names, and every place in the report where one is meant.
import { step } from '../step.js';
import { filed } from './filing.js';
import { resolveActors } from './resolve.js';
import { viewOf } from './view.js';

/** Needs tokens with tags, sentences, quotations, typed names and places; gives the actors of the report and its mentions. */
export const actorsStep = step({
  name: 'actors',
  needs: ['input', 'tokens', 'sentences', 'quotes', 'tags', 'names', 'places'],
  gives: ['actors', 'mentions', 'actorFacts'],
  run: (draft, resources) => {
    const view = viewOf(draft, resources.actorLexicon);
    return filed(resolveActors(view, draft.quotes, draft.input.process ?? ''));
  },
});
