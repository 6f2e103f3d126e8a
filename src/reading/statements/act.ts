// What is done by a statement: the act its cue names, read together with what its content says.
import { STATEMENT_ACTS } from '../../terms/reading.js';
import type { Candidate } from '../attribution/candidates.js';
import type { Facts } from '../attribution/facts.js';
import { runHead, type ValuedFeatures } from '../attribution/rerank.js';
import type { SpeechLexicon } from '../attribution/senses.js';
import { addRows, type WeightTable } from '../attribution/weights.js';
import type { Token } from '../draft.js';
import { hashText, mix } from '../hashing.js';
import { clauseOf } from './clause.js';

export type Act = (typeof STATEMENT_ACTS)[number];

const f = (k: number, a = 0, b = 0): number => mix(mix(3000 + k, a), b);

/** What speaks for one act or another. */
export function actFeatures(facts: Facts, tokens: readonly Token[], speech: SpeechLexicon, candidate: Candidate): ValuedFeatures {
  const { cue, facts: about, source, content } = candidate;
  const ids: number[] = [];
  const add = (id: number): void => {
    ids.push(id);
  };
  const { head } = about;
  const act = hashText(cueAct(tokens, speech, candidate) ?? '-');
  add(f(0));
  for (let copies = 0; copies < 3; copies++) add(f(1 + copies, act));
  add(f(5, facts.lemma[head]!));
  add(f(6, facts.fine[head]!));
  for (let i = cue.first; i < cue.last; i++) {
    add(f(7, facts.lemma[i]!));
    if (i !== head) add(f(8, hashText(speech.act(tokens[i]!.lemma) ?? '-')));
  }
  const seen = new Set<number>();
  let count = 0;
  for (const [a, b] of content) {
    for (let i = a; i < b && count < 60; i++, count++) {
      const lemma = facts.lemma[i]!;
      if ((facts.flags[i]! & 1) !== 0 || seen.has(lemma)) continue;
      seen.add(lemma);
      add(f(9, lemma));
      add(f(10, lemma, act));
      add(f(11, facts.fine[i]!));
      const spoken = speech.act(tokens[i]!.lemma);
      if (spoken !== undefined && tokens[i]!.tag.startsWith('V')) add(f(12, hashText(spoken)));
    }
    if (b - a > 1) {
      add(f(13, facts.word[a]!, act));
      add(f(14, facts.word[a]!, facts.word[a + 1]!));
    }
  }
  const clause = clauseOf(tokens, content);
  if (clause !== null) {
    const { modal, negated, subject, conditional, verb } = clause;
    const spoken = speech.act(tokens[verb]!.lemma);
    const own = subject === 'self' || subject === 'pronoun' ? 1 : 0;
    for (let copies = 0; copies < 2; copies++) {
      add(f(20 + copies, hashText(modal), negated));
      add(f(22 + copies, hashText(modal + subject), negated));
      add(f(24 + copies, conditional, hashText(modal)));
      add(f(26 + copies, hashText(spoken ?? '-'), own));
    }
    add(f(28, hashText(subject), facts.fine[verb]!));
    add(f(29, hashText(modal + subject), act));
    add(f(30, negated, act));
    add(f(31, conditional, act));
  }
  const run = source[0];
  if (run) add(f(15, facts.tag[runHead(facts, run[0], run[1])]!));
  return { ids, values: ids.map(() => 1) };
}

/** The act that the cue names: its verb, or where that only tells, another of its words ("voiced the hope"). */
function cueAct(tokens: readonly Token[], speech: SpeechLexicon, { cue, facts: { head } }: Candidate): Act | undefined {
  const act = speech.act(tokens[head]!.lemma);
  if (act !== undefined && act !== 'states') return act;
  for (let i = cue.first; i < cue.last; i++) {
    const other = speech.act(tokens[i]!.lemma);
    if (i !== head && other !== undefined && other !== 'states') return other;
  }
  return act;
}

/** Acts that a verb names beyond doubt: whoever accuses accuses, whatever is said of whom. */
const NAMED_BY_VERB = new Set<Act>(['accuses', 'denies', 'warns', 'urges', 'demands', 'welcomes', 'hopes']);

/** Acts that whoever says "we …" or "he …" does by the verb itself: "we hope", "he urged both sides". */
const DONE_BY_SAYING = new Set<Act>(['hopes', 'urges', 'demands', 'welcomes', 'refuses', 'warns', 'commits']);
const PROMISING = new Set(['will', 'would', 'shall']);

/** What is done by words whose cue only tells: what the speaker says of himself and his own side he does. */
function actOfWords(tokens: readonly Token[], speech: SpeechLexicon, content: Candidate['content']): Act | undefined {
  const clause = clauseOf(tokens, content);
  if (clause === null) return undefined;
  const { modal, negated, subject, conditional, verb } = clause;
  if (subject !== 'self' && subject !== 'pronoun') return modal === 'must' && negated === 0 ? 'demands' : undefined;
  if (PROMISING.has(modal)) return conditional === 1 ? 'conditions' : negated === 1 ? 'refuses' : 'commits';
  const spoken = speech.act(tokens[verb]!.lemma);
  return modal === '' && negated === 0 && spoken !== undefined && DONE_BY_SAYING.has(spoken) ? spoken : undefined;
}

/** The act its verb names beyond doubt, or where the verb only tells, the words said; else the likeliest. */
export function actOf(facts: Facts, tokens: readonly Token[], speech: SpeechLexicon, candidate: Candidate, weights: WeightTable): Act {
  const named = speech.act(tokens[candidate.facts.head]!.lemma);
  if (named !== undefined && NAMED_BY_VERB.has(named)) return named;
  if (named === undefined || named === 'states') {
    const done = actOfWords(tokens, speech, candidate.content);
    if (done !== undefined) return done;
  }
  const { ids } = actFeatures(facts, tokens, speech, candidate);
  const scores = new Float64Array(STATEMENT_ACTS.length);
  addRows(weights, Int32Array.from(ids), ids.length, scores, 0);
  let best = 0;
  for (let y = 1; y < scores.length; y++) if (scores[y]! > scores[best]!) best = y;
  return STATEMENT_ACTS[best]!;
}
