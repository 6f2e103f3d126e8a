// Bounds of what is said, as statements have them: whom it is put to stands outside ("urged [both sides] to return").
import type { Candidate, Run } from '../attribution/candidates.js';
import type { Facts } from '../attribution/facts.js';
import type { SpeechLexicon } from '../attribution/senses.js';
import type { Token } from '../draft.js';

const TELLING = new Set([
  'tell',
  'inform',
  'remind',
  'assure',
  'warn',
  'caution',
  'advise',
  'notify',
  'instruct',
  'call',
  'order',
  'persuade',
  'convince',
  'press',
  'ask',
  'urge',
]);
/** How far the "to" or "that" may stand after the content's first word. */
const REACH = 25;

/** The content without the addressee that begins it. */
export function withoutAddressee(
  facts: Facts,
  tokens: readonly Token[],
  speech: SpeechLexicon,
  { cue, facts: about, content }: Candidate,
): readonly Run[] {
  const [first, ...rest] = content;
  if (first === undefined || first[0] < cue.last || facts.quote[first[0]]! >= 0) return content;
  const { lemma } = tokens[about.head]!;
  const act = speech.act(lemma);
  if (!TELLING.has(lemma) && act !== 'urges' && act !== 'demands') return content;
  const [from, to] = first;
  const opening = tokens[from]!;
  if (opening.lower === 'to' || opening.lower === 'that' || opening.tag === 'IN') return content;
  for (let i = from + 1; i < Math.min(to - 1, from + REACH); i++) {
    const { lower, tag, text } = tokens[i]!;
    if (lower === 'to' && tag === 'TO') return facts.flags[i + 1]! & 4 ? [[i, to], ...rest] : content;
    if (lower === 'that' && tag === 'IN') return [[i, to], ...rest];
    if ((facts.flags[i]! & 16) !== 0 || facts.quote[i]! >= 0 || /^[.;:]$/.test(text)) return content;
  }
  return content;
}
