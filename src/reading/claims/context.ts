// What turns a predicate: tense, modals, negation, condition, and the words it stands under ("refused to", "has yet to", "denied that").
import { baseOf, isPassive, kidsBy } from './syntax.js';
import type { ClaimView } from './view.js';

export interface Context {
  /** past, present, future, perfect, participle, infinitive, or the modal ("may"). */
  readonly tense: string;
  readonly negated: boolean;
  readonly passive: boolean;
  /** Under if, unless, once, until, provided or an inverted should. */
  readonly conditional: boolean;
  /** A condition hangs on it. */
  readonly conditioned: boolean;
  /** Class of the nearest word it stands under ("refusal", "promise"), or ''. */
  readonly turn: string;
  /** Class of the one above that, or ''. */
  readonly outer: string;
  /** Relation of the predicate. */
  readonly relation: string;
}

const NEGATIONS = new Set([
  'not',
  'never',
  'no',
  'neither',
  'nor',
  'nobody',
  'none',
  'nothing',
  'hardly',
  'without',
  'seldom',
  'barely',
  'scarcely',
]);
const CONDITIONS = new Set(['if', 'unless', 'once', 'until', 'till', 'provided', 'should', 'when', 'whether', 'as']);

function tenseOf(view: ClaimView, token: number): string {
  const aux = kidsBy(view, token, 'aux', 'cop').map((kid) => view.tokens[kid]!);
  const modal = aux.find(({ tag }) => tag === 'MD');
  if (modal !== undefined) return modal.lemma;
  const { tag } = view.tokens[token]!;
  const lemmas = aux.map(({ lemma }) => lemma);
  const before = view.tokens[token - 1];
  if (tag === 'VB' && before?.lower === 'to')
    return before.index > 0 && view.tokens[before.index - 1]!.lemma === 'be' ? 'be-to' : 'infinitive';
  if (lemmas.includes('have')) return aux.some(({ tag: t }) => t === 'VBD') ? 'pluperfect' : 'perfect';
  const finite = aux.find(({ tag: t }) => t === 'VBD' || t === 'VBZ' || t === 'VBP');
  if (finite !== undefined) return finite.tag === 'VBD' ? 'past' : 'present';
  if (tag === 'VBD') return 'past';
  if (tag === 'VBZ' || tag === 'VBP') return 'present';
  if (tag === 'VBN') return 'participle';
  if (tag === 'VBG') return 'gerund';
  if (tag === 'VB') return 'bare';
  return 'noun';
}

const isNegator = (view: ClaimView, token: number): boolean => {
  const { lower, lemma } = view.tokens[token]!;
  return NEGATIONS.has(lower) || NEGATIONS.has(lemma);
};

/** Negated itself, or through "no" on its subject or object ("no deal was reached", "neither side"). */
function negatedAt(view: ClaimView, token: number): boolean {
  for (const kid of view.kids(token)) {
    if (isNegator(view, kid)) return true;
    const base = baseOf(view.tokens[kid]!.relation);
    if (
      (base === 'nsubj' || base === 'obj' || base === 'aux' || base === 'advmod') &&
      view.kids(kid).some((inner) => isNegator(view, inner) && view.tokens[inner]!.relation !== 'conj')
    )
      return true;
  }
  return false;
}

/** True where a context says that it is not so, or will not be. */
export const isTurned = ({ negated, turn, outer }: Context): boolean =>
  negated ||
  turn.startsWith('refusal') ||
  turn.endsWith('-not') ||
  turn === 'denial' ||
  turn === 'failure' ||
  turn === 'pending' ||
  outer === 'refusal';

const UNDONE = new Set(['will', 'shall', 'would', 'may', 'might', 'can', 'could', 'should', 'must', 'be-to', 'infinitive']);

/** Classes of turning words that leave a deed done: it is told, begun, gone on with, charged. */
const DONE = new Set(['', 'report', 'start', 'continuing', 'accusation', 'permission', 'attempt']);

/** True where a deed is only planned, wanted, possible or denied. */
export const isUndone = ({ tense, conditional, negated, turn }: Context): boolean =>
  conditional || negated || !DONE.has(turn) || (UNDONE.has(tense) && turn !== 'start' && turn !== 'continuing');

/** What turns a predicate. */
export function contextOf(view: ClaimView, token: number): Context {
  const { tokens, lexicon } = view;
  const own = tokens[token]!;
  let conditional = false;
  let turn = '';
  let outer = '';
  let at = token;
  for (let step = 0; step < 6; step++) {
    const { relation, head } = tokens[at]!;
    const base = baseOf(relation);
    if (base === 'advcl' && kidsBy(view, at, 'mark', 'advmod').some((kid) => CONDITIONS.has(tokens[kid]!.lower))) conditional = true;
    if (head < 0) break;
    if (base === 'xcomp' || base === 'ccomp' || base === 'acl' || base === 'obj' || base === 'nmod' || base === 'obl') {
      const above = tokens[head]!;
      const found = lexicon.turners.get(above.lemma);
      if (found !== undefined && found !== 'negation') {
        if (turn === '') turn = found;
        else {
          outer = found;
          break;
        }
      }
      if (base !== 'obj' && base !== 'nmod' && base !== 'obl' && negatedAt(view, head) && turn !== '') turn += '-not';
    }
    at = head;
  }
  const conditioned = view
    .kids(token)
    .some((kid) => tokens[kid]!.relation === 'advcl' && kidsBy(view, kid, 'mark').some((mark) => CONDITIONS.has(tokens[mark]!.lower)));
  if (turn === '' && kidsBy(view, token, 'advmod').some((kid) => tokens[kid]!.lower === 'yet')) turn = 'pending';
  if (turn === '' && own.tag === 'VB' && tokens[token - 1]?.lower === 'to' && tokens[token - 2]?.lower === 'yet') turn = 'pending';
  return {
    tense: tenseOf(view, token),
    negated: negatedAt(view, token),
    passive: own.tag.startsWith('V') && isPassive(view, token),
    conditional,
    conditioned,
    turn,
    outer,
    relation: baseOf(own.relation),
  };
}
