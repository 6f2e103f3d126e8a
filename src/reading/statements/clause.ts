// The main clause of what is said: who does it, with which modal, whether it is negated or hangs on a condition.
import type { Run } from '../attribution/candidates.js';
import type { Token } from '../draft.js';

export interface Clause {
  /** Token of its verb, or of the noun or adjective that is said of the subject. */
  readonly verb: number;
  /** The modal verb in small letters, "imperative", or '' for neither. */
  readonly modal: string;
  readonly negated: 0 | 1;
  /** `self` for I and we, `pronoun` for he, she, it and they, `other` for anybody else, `none` where there is no subject. */
  readonly subject: 'self' | 'pronoun' | 'other' | 'none';
  readonly conditional: 0 | 1;
}

const SELF = new Set(['i', 'we']);
const PRONOUN = new Set(['he', 'she', 'it', 'they']);
const NOT = new Set(["n't", 'n’t', 'not', 'never', 'no', 'nobody', 'nothing', 'none', 'neither']);
const CONDITION = new Set(['if', 'unless', 'provided', 'providing', 'without', 'once']);
/** These set a condition only where something is not done before. */
const UNTIL = new Set(['until', 'till', 'before']);
const MODAL = new Map([
  ["'ll", 'will'],
  ['’ll', 'will'],
  ['wo', 'will'],
  ['ca', 'can'],
  ["'d", 'would'],
  ['’d', 'would'],
  ['ought', 'should'],
]);
/** Verbs that stand for a modal before their infinitive. */
const NEEDING = new Map([
  ['have', 'must'],
  ['need', 'must'],
]);
/** So many tokens of what is said are looked at. */
const REACH = 80;

/** The clause of the first piece that has one, or null. */
export function clauseOf(tokens: readonly Token[], content: readonly Run[]): Clause | null {
  for (const [first, end] of content) {
    const last = Math.min(end, first + REACH);
    let verb = -1;
    for (let i = first; i < last && verb < 0; i++) {
      const { head, relation, tag } = tokens[i]!;
      if ((head < first || head >= end) && relation !== 'punct' && relation !== 'mark' && /^[VNJ]/.test(tag)) verb = i;
    }
    if (verb >= 0) return read(tokens, first, last, verb);
  }
  return null;
}

function read(tokens: readonly Token[], first: number, last: number, top: number): Clause {
  let verb = top;
  let modal = '';
  if (NEEDING.has(tokens[top]!.lemma)) {
    for (let i = top + 1; i < last; i++) if (tokens[i]!.head === top && tokens[i]!.relation === 'xcomp') verb = i;
    if (verb !== top) modal = NEEDING.get(tokens[top]!.lemma)!;
  }
  let negated: 0 | 1 = 0;
  let conditional: 0 | 1 = 0;
  let until = false;
  let subject: Clause['subject'] = 'none';
  for (let i = first; i < last; i++) {
    const { head, relation, tag, lower } = tokens[i]!;
    if (CONDITION.has(lower)) conditional = 1;
    if (UNTIL.has(lower)) until = true;
    if (head !== top && head !== verb) continue;
    if (tag === 'MD') modal = MODAL.get(lower) ?? lower;
    if (NOT.has(lower)) negated = 1;
    if (relation.startsWith('nsubj')) {
      subject = SELF.has(lower) ? 'self' : PRONOUN.has(lower) ? 'pronoun' : 'other';
      if (NOT.has(lower) || NOT.has(tokens[Math.max(first, i - 1)]!.lower)) negated = 1;
    }
  }
  if (until && negated === 1) conditional = 1;
  if (modal === '' && subject === 'none' && tokens[verb]!.tag === 'VB' && tokens[Math.max(first, verb - 1)]!.lower !== 'to')
    modal = 'imperative';
  return { verb, modal, negated, subject, conditional };
}
