// Speech that its paragraph labels, found by how it is set and not by its words: turns of a transcript ("ENVOY: …"), quotations with a dash and a name behind or below.
import type { Draft, Sentence, Token } from '../draft.js';
import { cueFacts } from './arguments.js';
import type { Run } from './candidates.js';
import type { Facts } from './facts.js';
import type { Found } from './find.js';
import { turnsOf } from './turns.js';
import { windowOf } from './window.js';

/** Chance of such a find: the setting leaves little doubt. */
const SURE = 0.97;
const DASH = /^(?:[—―–]|--|-)$/;
const MARK = /^(?:["“”«»]|''|``|’’|‘‘)$/;
/** Longest name behind a dash, and fewest tokens that make a quotation rather than a title, its marks counted. */
const LONGEST_NAME = 10;
const SHORTEST = 6;
const FINITE = /^(?:VB[DPZ]|MD)$/;

interface Labelled {
  readonly cue: Run;
  readonly source: Run;
  readonly content: Run;
}

/** First and one past the last token of every paragraph. */
function paragraphRuns(sentences: readonly Sentence[]): Run[] {
  const runs: [number, number][] = [];
  sentences.forEach(({ first, last, paragraph }, s) => {
    if (s > 0 && sentences[s - 1]!.paragraph === paragraph) runs.at(-1)![1] = last;
    else runs.push([first, last]);
  });
  return runs;
}

/** The name that stands from `first` to the end of its paragraph, or null where what stands there is more than a name. */
function nameAt(tokens: readonly Token[], first: number, end: number): Run | null {
  let last = end;
  while (last > first && tokens[last - 1]!.text === '.') last--;
  if (last === first || last - first > LONGEST_NAME || !/^[\p{Lu}@]/u.test(tokens[first]!.text)) return null;
  for (let i = first; i < last; i++) if (FINITE.test(tokens[i]!.tag) || /^[:;!?…]|^\.+$|^["“”]/.test(tokens[i]!.text)) return null;
  return [first, last];
}

const isQuotation = (tokens: readonly Token[], [first, last]: Run): boolean =>
  last - first >= SHORTEST && MARK.test(tokens[first]!.text) && MARK.test(tokens[last - 1]!.text);

function tagged(tokens: readonly Token[], sentences: readonly Sentence[]): Labelled[] {
  const runs = paragraphRuns(sentences);
  return runs.flatMap(([first, last], p): Labelled[] => {
    const above = runs[p - 1];
    let dash = last - 1;
    while (dash > first && dash > last - LONGEST_NAME - 2 && !DASH.test(tokens[dash]!.text)) dash--;
    if (!DASH.test(tokens[dash]!.text)) return [];
    const content: Run | undefined = dash > first ? [first, dash] : above;
    const source = nameAt(tokens, dash + 1, last);
    return content !== undefined && source !== null && isQuotation(tokens, content) ? [{ cue: [dash, dash + 1], source, content }] : [];
  });
}

/** Such speech in the order of the text, as finds. */
export function labelledSpeech(facts: Facts, text: string, { tokens, sentences }: Pick<Draft, 'tokens' | 'sentences'>): Found[] {
  const turns = turnsOf({ text, tokens, sentences }).map(
    ({ first, nameLast, colonAt, last }): Labelled => ({
      cue: [colonAt, colonAt + 1],
      source: [first, nameLast],
      content: [colonAt + 1, last],
    }),
  );
  return [...turns, ...tagged(tokens, sentences)]
    .sort((a, b) => a.cue[0] - b.cue[0])
    .map(({ cue: [first, last], source, content }): Found => {
      const candidate = {
        cue: { first, last, probability: SURE },
        facts: cueFacts(facts, first, last),
        window: windowOf(facts, first, last),
        source: [source],
        content: [content],
        logProbability: Math.log(SURE),
        rank: 0,
      };
      return { candidate, probability: SURE, any: SURE, labelled: true, alternatives: [{ candidate, probability: SURE }] };
    });
}
