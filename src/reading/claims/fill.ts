// Fills the roles of a candidate: which actors stand where the frame of an entry says, with what explains the choice.
import type { Statement } from '../../terms/reading.js';
import type { Mention } from '../draft.js';
import type { Match } from './match.js';
import { actorNamed } from './per-report.js';
import {
  antecedentOf,
  complementsOf,
  kidsBy,
  objectsOf,
  phrasesOf,
  possessorsOf,
  predicateOf,
  subjectsOf,
  withConjuncts,
} from './syntax.js';
import type { ClaimView } from './view.js';

/** One way to fill a role. */
export interface Filling {
  /** Canonical names; empty where the words there name nobody. */
  readonly actors: readonly string[];
  /** Token the words hang on, or -1. */
  readonly head: number;
  /** How it was found: "subj", "pp:on", "speaker", "before". */
  readonly path: string;
  /** Kind of the first actor, '' where there is none. */
  readonly kind: string;
  readonly form: Mention['form'] | 'none';
}

export const NOBODY: Filling = { actors: [], head: -1, path: 'none', kind: '', form: 'none' };

/** Names of the actors of a mention. */
export function namesOf(view: ClaimView, mention: Mention): string[] {
  return mention.actors.flatMap((id) => view.actors.get(id)?.names[0] ?? []);
}

/** The mention that a noun, or what the noun belongs to, is. */
function mentionFor(view: ClaimView, token: number): Mention | null {
  const direct = view.mentionAt(token);
  if (direct !== null) return direct;
  for (const kid of kidsBy(view, token, 'compound', 'amod', 'nmod:poss', 'appos', 'flat')) {
    const mention = view.mentionAt(kid);
    if (mention !== null) return mention;
  }
  const of = phrasesOf(view, token, ['of'])[0];
  return of === undefined ? null : view.mentionAt(of);
}

/** Most names of one list. */
const LIST = 6;

/** A mention and those that a comma or "and" joins to it in the text, where the parse has them as coordinated, to whatever. */
function withListed(view: ClaimView, mention: Mention): Mention[] {
  const out = [mention];
  for (let at = mention.last; out.length < LIST; ) {
    if (view.tokens[at]?.text === ',') at++;
    if (view.tokens[at]?.lower === 'and') at++;
    if (at === out.at(-1)!.last) break;
    const next = view
      .mentionsIn(at, at + 1)
      .find(({ first, head, form }) => first === at && form !== 'pronoun' && view.tokens[head]!.relation === 'conj');
    if (next === undefined) break;
    out.push(next);
    at = next.last;
  }
  return out;
}

/** A filling from the tokens that stand in one place; coordinated ones together. */
export function fillingOf(view: ClaimView, heads: readonly number[], path: string): Filling | null {
  if (heads.length === 0) return null;
  const names: string[] = [];
  let first: Mention | null = null;
  for (const head of heads) {
    const mention = mentionFor(view, antecedentOf(view, head));
    if (mention === null) continue;
    first ??= mention;
    const listed = mention.last > head && mention.first <= head ? withListed(view, mention) : [mention];
    for (const name of listed.flatMap((one) => namesOf(view, one))) if (!names.includes(name)) names.push(name);
  }
  const kind = first === null ? '' : (view.actors.get(first.actors[0] ?? '')?.kind ?? '');
  return { actors: names, head: heads[0] ?? -1, path, kind, form: first?.form ?? 'none' };
}

/** A filling by the speaker of a statement. */
export function speakerFilling(view: ClaimView, statement: Statement | null): Filling | null {
  if (statement === null || statement.speaker === null) return null;
  const actor = actorNamed(view, statement.speaker) ?? view.actors.get(statement.speaker);
  const name = actor?.names[0] ?? statement.speaker;
  return { actors: [name], head: -1, path: 'speaker', kind: actor?.kind ?? '', form: 'name' };
}

/** The tokens in a slot of the frame. */
export function headsIn(view: ClaimView, match: Match, slot: string): number[] {
  const { head, trigger } = match;
  const predicate = trigger.pos === 'w' ? predicateOf(view, head) : head;
  const noun = trigger.pos === 'n';
  if (slot.startsWith('pp:')) return phrasesOf(view, head, [slot.slice(3)]);
  switch (slot) {
    case 'subj':
      return subjectsOf(view, predicate);
    case 'obj':
      return objectsOf(view, predicate);
    case 'iobj':
      return kidsBy(view, head, 'iobj').flatMap((kid) => withConjuncts(view, kid));
    case 'poss':
      return possessorsOf(view, head);
    case 'mod':
      return view.tokens[head]!.head >= 0 ? [view.tokens[head]!.head] : [];
    case 'appos': {
      const { relation, head: above } = view.tokens[head]!;
      const own = kidsBy(view, head, 'appos');
      return relation === 'appos' && above >= 0 ? [above] : own;
    }
    case 'comp':
      return complementsOf(view, head);
    case 'subj-comp':
      return complementsOf(view, head).flatMap((verb) => kidsBy(view, verb, 'nsubj').flatMap((kid) => withConjuncts(view, kid)));
    case 'verb':
      return [predicate];
    case 'self':
      return [head];
    default:
      return noun && slot === 'of' ? phrasesOf(view, head, ['of']) : [];
  }
}

/** The fillings of a role in the order of its slots, then by nearness in the sentence where the parse gives none; at most `limit`. */
export function fillings(view: ClaimView, match: Match, role: string, statement: Statement | null, limit: number): Filling[] {
  const out: Filling[] = [];
  const add = (filling: Filling | null): void => {
    if (filling === null || out.length >= limit) return;
    if (out.some(({ actors }) => actors.join() === filling.actors.join())) return;
    out.push(filling);
  };
  for (const slot of match.trigger.frame.get(role) ?? []) {
    if (slot === 'speaker') add(speakerFilling(view, statement));
    else if (slot === 'none') add(NOBODY);
    else {
      const filling = fillingOf(view, headsIn(view, match, slot), slot);
      if (filling !== null && (filling.actors.length > 0 || slot === 'subj')) add(filling);
    }
  }
  return out;
}

/** The nearest mention before and after the match in its sentence, as fillings of last resort. */
export function neighbours(view: ClaimView, match: Match): { readonly before: Filling | null; readonly after: Filling | null } {
  const sentence = view.sentenceOf(match.head);
  const mentions = view.mentionsIn(sentence.first, sentence.last);
  let before: Mention | null = null;
  let after: Mention | null = null;
  for (const mention of mentions) {
    if (mention.last <= match.first && (before === null || mention.last > before.last)) before = mention;
    if (mention.first >= match.last && after === null) after = mention;
  }
  return {
    before: before === null ? null : fillingOf(view, [before.head], 'before'),
    after: after === null ? null : fillingOf(view, [after.head], 'after'),
  };
}
