// Decides which attributions are statements: places where words are reported, and not wants, beliefs or deeds that the report tells itself.
import type { Candidate } from '../attribution/candidates.js';
import type { Facts } from '../attribution/facts.js';
import { bucket } from '../attribution/features.js';
import type { Found } from '../attribution/find.js';
import { MANNERS, mannerOf } from '../attribution/manner.js';
import { runHead, type ValuedFeatures, weigh } from '../attribution/rerank.js';
import type { SpeechLexicon } from '../attribution/senses.js';
import type { WeightTable } from '../attribution/weights.js';
import { NEGATIONS } from '../attribution/words.js';
import type { Token } from '../draft.js';
import { hashText, mix } from '../hashing.js';

export interface StatementModel {
  /** One column: whether it is a statement. */
  readonly decision: WeightTable;
  /** One column an act, in the order of STATEMENT_ACTS. */
  readonly act: WeightTable;
  /** Least probability of a statement that is given. */
  readonly least: number;
}

const f = (k: number, a = 0, b = 0): number => mix(mix(2000 + k, a), b);
const logit = (p: number): number => Math.log(Math.max(0.01, p) / Math.max(0.01, 1 - p));

/** What speaks for a find being a statement. */
export function decisionFeatures(facts: Facts, tokens: readonly Token[], speech: SpeechLexicon, found: Found): ValuedFeatures {
  const ids: number[] = [];
  const values: number[] = [];
  const add = (id: number, value = 1): void => {
    ids.push(id);
    values.push(value);
  };
  const { candidate, any, probability } = found;
  const { cue, facts: about, source, content } = candidate;
  const { head } = about;
  const lemma = tokens[head]!.lemma;
  const act = hashText(speech.act(lemma) ?? '-');
  const manner = MANNERS.indexOf(mannerOf(facts, candidate));
  let negated = 0;
  for (let i = Math.max(0, cue.first - 1); i < cue.last; i++) if (NEGATIONS.has(facts.word[i]!)) negated = 1;
  let inside = 0;
  let words = 0;
  let verbs = 0;
  for (const [a, b] of content)
    for (let i = a; i < b; i++) {
      if ((facts.flags[i]! & 1) !== 0) continue;
      words++;
      if (facts.quote[i]! >= 0) inside++;
      if ((facts.flags[i]! & 16) !== 0) verbs++;
    }
  const form = inside === 0 ? 0 : inside === words ? 2 : 1;
  const first = content[0]![0];
  const clause = verbs > 0 ? 1 : 0;
  add(f(0));
  add(f(1), logit(any));
  add(f(2), Math.log(Math.max(0.01, probability)));
  add(f(3, act));
  add(f(4, act, form));
  add(f(5, facts.lemma[head]!));
  add(f(6, about.kind));
  add(f(7, facts.broad[head]!));
  add(f(8, manner, form));
  add(f(9, manner, clause));
  add(f(10, act, clause));
  add(f(11, about.sense & 0x1f, form));
  add(f(12, facts.tag[head]!, clause));
  add(f(13, facts.tag[head]!, act));
  add(f(14, negated, manner));
  add(f(15, negated, act));
  add(f(16, facts.word[first]!));
  add(f(17, facts.word[first]!, manner));
  add(f(18, facts.tag[first]!, clause));
  add(f(19, cue.last - cue.first));
  add(f(20, facts.word[cue.first]!));
  add(f(21, facts.word[cue.last - 1]!));
  add(f(22, bucket(words), form));
  add(f(23, source.length, form));
  add(f(24, facts.relation[head]!));
  const run = source[0];
  if (run) {
    const at = runHead(facts, run[0], run[1]);
    add(f(25, facts.tag[at]!, manner));
    add(f(26, facts.shape[at]!));
    add(f(27, hashText(speech.voice(tokens[at]!.lemma) ?? '-')));
    add(f(28, facts.broad[at]!));
  }
  add(f(29, facts.sentenceFirst[head] === 0 ? 1 : 0, form));
  return { ids, values };
}

/** Probability that the find is a statement. */
export const isStatement = (facts: Facts, tokens: readonly Token[], speech: SpeechLexicon, found: Found, model: StatementModel): number =>
  1 / (1 + Math.exp(-weigh({ weights: model.decision }, decisionFeatures(facts, tokens, speech, found))));

const SAYING = new Set([
  'say',
  'tell',
  'specify',
  'mention',
  'elaborate',
  'disclose',
  'reveal',
  'give',
  'explain',
  'indicate',
  'state',
  'announce',
]);
const WILLING = new Set(['would', 'will', 'could', 'can', 'wo', 'ca', "'d", 'may', 'might', 'shall', 'should']);
const ASKING = new Set(['ask', 'speak', 'request', 'insist', 'decline', 'want', 'refuse']);
const UNNAMED = new Set(['named', 'identified', 'anonymity', 'quoted', 'anonymous', 'anonymously']);

/** True where nothing was said ("did not say whether"), and where what is asked is only not to be named. */
export function reportsNothing(facts: Facts, tokens: readonly Token[], { cue, facts: about, content }: Candidate): boolean {
  const { lemma } = tokens[about.head]!;
  let negated = false;
  let willing = false;
  for (let i = Math.max(facts.sentenceFirst[about.head]!, cue.first - 2); i < about.head; i++) {
    if (NEGATIONS.has(facts.word[i]!)) negated = true;
    if (WILLING.has(tokens[i]!.lower)) willing = true;
  }
  if (SAYING.has(lemma) && negated && !willing) return true;
  if (!ASKING.has(lemma)) return false;
  return content.some(([a, b]) => {
    for (let i = a; i < Math.min(b, a + 8); i++) if (UNNAMED.has(tokens[i]!.lower)) return true;
    return false;
  });
}
