// The step that finds attributions: who says, thinks or wants what, each with its manner and probability.
import type { Attribution } from '../../terms/reading.js';
import type { Token } from '../draft.js';
import { step } from '../step.js';
import type { Run } from './candidates.js';
import { readFacts } from './facts.js';
import { findAttributions, makeFindWork } from './find.js';
import { labelledSpeech } from './labelled.js';
import { mannerOf } from './manner.js';

/** The span of the words of a run of tokens. */
export const spanOf = (tokens: readonly Token[], [first, last]: Run): [number, number] => [tokens[first]!.start, tokens[last - 1]!.end];

/** The chance as a share that holds. */
export function calibrated(any: number, slope: number, offset: number): number {
  const p = Math.max(0.001, Math.min(0.999, any));
  return 1 / (1 + Math.exp(-(slope * Math.log(p / (1 - p)) + offset)));
}

const rounded = (p: number): number => Math.round(p * 1000) / 1000;

export const attributionsStep = step({
  name: 'attributions',
  needs: ['input', 'tokens', 'sentences', 'quotes', 'tags', 'parse'],
  gives: ['attributions', 'reported'],
  run: ({ input, tokens, sentences, quotes }, { speech, facts: words, attribution }) => {
    const facts = readFacts({ tokens, sentences, quotes }, speech, words);
    const found = findAttributions(
      facts,
      attribution,
      labelledSpeech(facts, input.text, { tokens, sentences }),
      attribution.leastFound,
      makeFindWork(),
    );
    const attributions = found
      .filter(({ any }) => any >= attribution.leastGiven)
      .map(({ candidate, any }, i): Attribution => {
        const { cue, source, content } = candidate;
        return {
          id: `a${i + 1}`,
          source: source.map((run) => spanOf(tokens, run)),
          cue: [spanOf(tokens, [cue.first, cue.last])],
          content: content.map((run) => spanOf(tokens, run)),
          manner: mannerOf(facts, candidate),
          probability: rounded(calibrated(any, attribution.slope, attribution.offset)),
        };
      });
    return { attributions, reported: { facts, found } };
  },
});
