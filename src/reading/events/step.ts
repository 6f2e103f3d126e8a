// The step of the reader that codes events as event coders do: for every sentence that tells one, its PLOVER type and the codes of who did it to whom.
import type { Mention } from '../draft.js';
import { step } from '../step.js';
import { eventOf } from './find.js';

export const eventsStep = step({
  name: 'events',
  needs: ['input', 'tokens', 'sentences', 'tags', 'mentions', 'actorFacts'],
  gives: ['events'],
  run: (draft, { eventLexicon }) => {
    const bySentence: Mention[][] = draft.sentences.map(() => []);
    for (const mention of draft.mentions) bySentence[draft.tokens[mention.head]!.sentence]?.push(mention);
    return {
      events: draft.sentences.flatMap((sentence) => eventOf(draft, sentence, bySentence[sentence.index] ?? [], eventLexicon) ?? []),
    };
  },
});
