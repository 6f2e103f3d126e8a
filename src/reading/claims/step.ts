// The step that finds claims: every entry that stands in the report proposes, the model disposes, tellings of one thing become one claim.
import { step } from '../step.js';
import { candidatesOf, disposeOf } from './claims.js';
import { carryOver } from './inferred.js';
import { foundBy } from './weigh.js';

export const claimsStep = step({
  name: 'claims',
  needs: ['input', 'tokens', 'sentences', 'quotes', 'tags', 'parse', 'times', 'places', 'actors', 'mentions', 'actorFacts', 'statements'],
  gives: ['claims', 'why'],
  run: (draft, resources) => {
    const { claimModel } = resources;
    const found = foundBy(claimModel);
    const { view, candidates } = candidatesOf(draft, resources, (kind, base) => found(kind, base) >= claimModel.thresholds[kind]);
    const { claims, why } = disposeOf(view, candidates, claimModel, found);
    const { input, sentences, times, places } = draft;
    return {
      claims: carryOver(claims, { text: input.text, sentences, times, places, published: input.published, dateline: input.dateline }),
      why,
    };
  },
});
