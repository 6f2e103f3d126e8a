// The step that finds claims: every entry that stands in the report proposes, the model disposes, tellings of one thing become one claim.
import { step } from '../step.js';
import { claimsOf } from './claims.js';
import { carryOver } from './inferred.js';

export const claimsStep = step({
  name: 'claims',
  needs: ['input', 'tokens', 'sentences', 'quotes', 'tags', 'parse', 'times', 'places', 'actors', 'mentions', 'actorFacts', 'statements'],
  gives: ['claims'],
  run: (draft, resources) => {
    const claims = claimsOf(draft, resources, resources.claimModel);
    const { input, sentences, times, places } = draft;
    return {
      claims: carryOver(claims, { text: input.text, sentences, times, places, published: input.published, dateline: input.dateline }),
    };
  },
});
