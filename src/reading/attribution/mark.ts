// A number that stands for the feature code of attributions and of the words below it, so that a model made by other code is refused.
import type { Token } from '../draft.js';
import type { FactTable } from '../facts.js';
import { featureMark } from '../model.js';
import { cueFacts, makeArgumentWork, visitWindow } from './arguments.js';
import type { Candidate } from './candidates.js';
import { cueFeatures } from './cue.js';
import { readFacts } from './facts.js';
import { makeFeatureList } from './features.js';
import { candidateFeatures, noneFeatures, type ValuedFeatures } from './rerank.js';
import type { SpeechLexicon } from './senses.js';
import { windowOf } from './window.js';

/** A made-up sentence: word, tag, lemma, head, relation. */
const PROBE = `“/“/“/2/punct We/PRP/we/2/nsubj agreed/VBD/agree/6/ccomp ,/,/,/2/punct ”/”/”/2/punct she/PRP/she/6/nsubj told/VBD/tell/-1/root envoys/NNS/envoy/6/obj of/IN/of/9/case Probeland/NNP/Probeland/7/nmod ././././6/punct`;

/** Checksum of all features of the probe. */
export function attributionMark(words: FactTable, speech: SpeechLexicon): number {
  let at = 0;
  const tokens = PROBE.split(' ').map((item, index): Token => {
    const [text = '', tag = '', lemma = '', head = '', relation = ''] =
      item === '././././6/punct' ? ['.', '.', '.', '6', 'punct'] : item.split('/');
    const start = at;
    at += text.length + 1;
    return {
      index,
      start,
      end: start + text.length,
      text,
      lower: text.toLowerCase(),
      sentence: 0,
      tag,
      lemma,
      head: Number(head),
      relation,
    };
  });
  const last = tokens.length;
  const end = tokens.at(-1)!.end;
  const facts = readFacts(
    {
      tokens,
      sentences: [{ index: 0, first: 0, last, start: 0, end, paragraph: 0, part: 'body' }],
      quotes: [{ start: 0, end: tokens[4]!.end, closed: true }],
    },
    speech,
    words,
  );
  const ids: number[] = [];
  const list = makeFeatureList();
  for (let i = 0; i < last; i++) cueFeatures(facts, i, list);
  ids.push(...list.ids.subarray(0, list.count));
  const cue = { first: 6, last: 7, probability: 0.5 };
  const about = cueFacts(facts, cue.first, cue.last);
  const window = windowOf(facts, cue.first, cue.last);
  const take = (_place: number, features: typeof list): void => {
    ids.push(...features.ids.subarray(0, features.count));
  };
  visitWindow(facts, about, window, makeArgumentWork(), { unary: take, edge: take });
  const candidate: Candidate = { cue, facts: about, window, source: [[5, 6]], content: [[0, 5]], logProbability: -1, rank: 0 };
  const site = { candidates: [candidate], first: 6, last: 7 };
  const around = { within: 0.2, rival: 0.1, inside: 0, sameContent: 0.5, sameSource: 0.9 };
  const valued: ValuedFeatures = { ids, values: [] };
  candidateFeatures(facts, site, candidate, around, valued);
  noneFeatures(facts, site, around.within, valued);
  return featureMark(ids);
}
