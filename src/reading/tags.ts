// The step that gives every token its tag and its base form.
import type { Sentence, Token } from './draft.js';
import type { FactTable } from './facts.js';
import { type LemmaTables, lemmaOf } from './lemmas.js';
import type { Lexicon } from './lexicon.js';
import { step } from './step.js';
import type { Tagger } from './tagger.js';

/** Longest sentence that is tagged as one, in tokens; longer ones are tagged in pieces, so that memory stays small. */
const PIECE = 4096;

/** Fills in `tag` and `lemma` of all tokens. */
export function tagTokens(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  tagger: Tagger,
  facts: FactTable,
  lexicon: Lexicon,
  lemmas: LemmaTables,
): void {
  for (const { first, last } of sentences) {
    for (let from = first; from < last; from += PIECE) {
      const piece = tokens.slice(from, Math.min(last, from + PIECE));
      const tags = tagger.tag(piece.map(({ text }) => facts.of(text)));
      piece.forEach((token, i) => {
        token.tag = tagger.labels[tags[i]!]!;
        token.lemma = lemmaOf(token.text, token.lower, token.tag, lexicon, lemmas);
      });
    }
  }
}

export const tagsStep = step({
  name: 'tags',
  needs: ['tokens', 'sentences'],
  gives: ['tags'],
  run: ({ tokens, sentences }, { tagger, facts, lexicon, lemmas }) => {
    tagTokens(tokens, sentences, tagger, facts, lexicon, lemmas);
    return { tags: true };
  },
});
