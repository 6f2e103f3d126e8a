// The step that gives every token its head and relation.
import type { Sentence, Token } from './draft.js';
import type { FactTable } from './facts.js';
import type { Parser } from './parser.js';
import { step } from './step.js';
import type { Tagger } from './tagger.js';

/** Longest sentence that is parsed, in tokens: what is longer is a list or a table, or no text at all. */
const LONGEST = 400;

/** Fills in `head` and `relation` of the tokens of all sentences that are worth parsing: not the shortest, nor the monstrous. */
export function parseTokens(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  { tagger, parser, facts }: { readonly tagger: Tagger; readonly parser: Parser; readonly facts: FactTable },
): void {
  const indexOf = new Map(tagger.labels.map((label, i) => [label, i]));
  for (const { first, last } of sentences) {
    const length = last - first;
    if (length < 2 || length > LONGEST) continue;
    const words = tokens.slice(first, last);
    const { heads, labels } = parser.parse(
      words.map(({ text }) => facts.of(text)),
      words.map(({ tag }) => indexOf.get(tag) ?? 0),
    );
    words.forEach((token, i) => {
      token.head = heads[i]! < length ? first + heads[i]! : -1;
      token.relation = parser.relations[labels[i]!]!;
    });
  }
}

export const parseStep = step({
  name: 'parse',
  needs: ['tokens', 'sentences', 'tags'],
  gives: ['parse'],
  run: ({ tokens, sentences }, resources) => {
    parseTokens(tokens, sentences, resources);
    return { parse: true };
  },
});
