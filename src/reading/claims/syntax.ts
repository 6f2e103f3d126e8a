// Who does what in a clause: subjects, objects and prepositional phrases of verbs, nouns and adjectives, through passives, relatives, participles and shared subjects.
import type { Token } from '../draft.js';
import type { ClaimView } from './view.js';

const MAX_CLIMB = 8;

const isVerb = ({ tag }: Token): boolean => tag.startsWith('V');
const isNoun = ({ tag }: Token): boolean => tag.startsWith('N') || tag === 'PRP' || tag === 'CD' || tag === 'DT';
const isRelative = ({ tag, lower, relation }: Token): boolean =>
  tag.startsWith('W') || (lower === 'that' && relation !== 'mark' && relation !== 'det' && tag !== 'DT');

/** The relation without its subtype. */
export const baseOf = (relation: string): string => {
  const colon = relation.indexOf(':');
  return colon < 0 ? relation : relation.slice(0, colon);
};

/** Children of a token with one of the relations, subtypes counted in. */
export function kidsBy(view: ClaimView, token: number, ...relations: readonly string[]): number[] {
  return view.kids(token).filter((kid) => {
    const { relation } = view.tokens[kid]!;
    return relations.includes(relation) || relations.includes(baseOf(relation));
  });
}

/** A token and what is coordinated with it. */
export function withConjuncts(view: ClaimView, token: number): number[] {
  const out = [token];
  for (let i = 0; i < out.length && out.length < 12; i++) out.push(...kidsBy(view, out[i]!, 'conj').filter((kid) => !out.includes(kid)));
  return out;
}

/** The preposition of a phrase, in small letters ("because of" as "because"), or ''. */
export function prepositionOf(view: ClaimView, token: number): string {
  const marks = kidsBy(view, token, 'case', 'mark');
  const mark = marks[0];
  return mark === undefined ? '' : view.tokens[mark]!.lower;
}

export function isPassive(view: ClaimView, verb: number): boolean {
  const token = view.tokens[verb]!;
  if (token.tag !== 'VBN' && token.tag !== 'VBD') return false;
  if (kidsBy(view, verb, 'aux:pass', 'nsubj:pass', 'csubj:pass').length > 0) return true;
  if (token.tag === 'VBN' && token.relation === 'acl') return true;
  if (token.relation === 'conj' && token.head >= 0 && token.tag === 'VBN' && kidsBy(view, verb, 'nsubj', 'aux').length === 0)
    return isPassive(view, token.head);
  return token.relation === 'amod' || (token.tag === 'VBN' && token.relation === 'advcl' && kidsBy(view, verb, 'aux').length === 0);
}

/** What a relative pronoun stands for: the noun its clause hangs on; any other token stands for itself. */
export function antecedentOf(view: ClaimView, token: number): number {
  if (!isRelative(view.tokens[token]!)) return token;
  let at = token;
  for (let i = 0; i < MAX_CLIMB; i++) {
    const { relation, head } = view.tokens[at]!;
    if (head < 0) break;
    if (relation === 'acl:relcl' || relation === 'acl') {
      // The parse hangs the clause on the first of several coordinated nouns; the pronoun means the nearest.
      const near = withConjuncts(view, head).filter((noun) => noun < token);
      return near.length > 1 ? Math.max(...near) : head;
    }
    at = head;
  }
  return token;
}

/** Verbs whose object does what the infinitive under them says. */
const OBJECT_CONTROL = new Set([
  'urge',
  'ask',
  'tell',
  'order',
  'allow',
  'permit',
  'force',
  'press',
  'invite',
  'persuade',
  'encourage',
  'call',
  'appeal',
  'require',
  'enable',
  'help',
  'let',
  'make',
  'want',
  'expect',
  'oblige',
  'instruct',
  'beg',
  'implore',
  'exhort',
  'convince',
  'warn',
  'advise',
  'see',
  'commit',
  'bind',
]);

/** Grammatical subjects (`nsubj`) a predicate has by itself or takes over from the clause it hangs on. */
function surfaceSubjects(view: ClaimView, token: number, depth: number): number[] {
  const own = kidsBy(view, token, 'nsubj', 'csubj');
  if (own.length > 0) return own.flatMap((kid) => withConjuncts(view, kid)).map((kid) => antecedentOf(view, kid));
  const { relation, head } = view.tokens[token]!;
  if (head < 0 || depth > MAX_CLIMB) return [];
  const parent = view.tokens[head]!;
  switch (baseOf(relation)) {
    case 'conj':
    case 'parataxis':
      return isVerb(parent) || parent.tag.startsWith('J') ? surfaceSubjects(view, head, depth + 1) : [];
    case 'xcomp':
    case 'ccomp': {
      if (baseOf(relation) === 'ccomp' && kidsBy(view, token, 'mark').length === 0) return [];
      if (OBJECT_CONTROL.has(parent.lemma)) {
        const objects = objectsOf(view, head, depth + 1);
        if (objects.length > 0) return objects;
        const to = kidsBy(view, head, 'obl').filter((kid) => ['on', 'to', 'upon', 'for'].includes(prepositionOf(view, kid)));
        if (to.length > 0) return to.flatMap((kid) => withConjuncts(view, kid));
      }
      return surfaceSubjects(view, head, depth + 1);
    }
    case 'advcl':
      return surfaceSubjects(view, head, depth + 1);
    case 'acl':
      if (isNoun(parent) && relation === 'acl' && view.tokens[token]!.tag === 'VB') return possessorsOf(view, head);
      return [head];
    case 'amod':
      return [head];
    default:
      return [];
  }
}

/** Phrases on a token with one of the prepositions, coordinated ones with it. */
export function phrasesOf(view: ClaimView, token: number, prepositions: readonly string[]): number[] {
  const out: number[] = [];
  for (const kid of view.kids(token)) {
    const base = baseOf(view.tokens[kid]!.relation);
    if (base !== 'obl' && base !== 'nmod' && base !== 'advcl' && base !== 'acl' && base !== 'advmod') continue;
    if (prepositions.includes(prepositionOf(view, kid))) out.push(...withConjuncts(view, kid));
  }
  return out.map((kid) => antecedentOf(view, kid));
}

/** Those a noun belongs to: possessives, of-phrases, and names or nationals before it. */
export function possessorsOf(view: ClaimView, noun: number): number[] {
  const own = kidsBy(view, noun, 'nmod:poss').flatMap((kid) => withConjuncts(view, kid));
  if (own.length > 0) return own.map((kid) => antecedentOf(view, kid));
  const of = phrasesOf(view, noun, ['of']);
  if (of.length > 0) return of;
  return kidsBy(view, noun, 'compound', 'amod', 'nmod').filter((kid) => kid < noun && view.mentionAt(kid) !== null);
}

/** Who does it: the subject, in the passive the by-phrase. */
export function subjectsOf(view: ClaimView, token: number, depth = 0): number[] {
  if (isVerb(view.tokens[token]!) && isPassive(view, token)) return phrasesOf(view, token, ['by']);
  return surfaceSubjects(view, token, depth);
}

/** To whom it is done: the object, in the passive the subject. */
export function objectsOf(view: ClaimView, token: number, depth = 0): number[] {
  const verb = view.tokens[token]!;
  if (isVerb(verb) && isPassive(view, token)) {
    if (baseOf(verb.relation) === 'amod' && verb.head >= 0) return [verb.head];
    return surfaceSubjects(view, token, depth);
  }
  const own = kidsBy(view, token, 'obj').flatMap((kid) => withConjuncts(view, kid));
  if (own.length > 0) return own.map((kid) => antecedentOf(view, kid));
  if (verb.relation === 'acl:relcl' && verb.head >= 0) {
    const subjects = kidsBy(view, token, 'nsubj');
    if (subjects.length > 0 && subjects.every((kid) => !isRelative(view.tokens[kid]!))) return [verb.head];
  }
  if (baseOf(verb.relation) === 'conj' && verb.head >= 0 && depth < 2) {
    const after = kidsBy(view, verb.head, 'obj').filter((kid) => kid > token);
    if (after.length > 0) return after;
  }
  return [];
}

const BETWEEN = /^(?:RB|VB|VBN|TO|VBG|JJ)$/;

/** The predicate a modal, auxiliary or semi-modal belongs to ("must" to "leave", "has" in "has to leave"): the first full verb that follows, else by the parse. */
export function predicateOf(view: ClaimView, token: number): number {
  const { sentence, relation, head } = view.tokens[token]!;
  for (let at = token + 1; at < token + 6; at++) {
    const next = view.tokens[at];
    if (next === undefined || next.sentence !== sentence || !BETWEEN.test(next.tag)) break;
    if (next.tag.startsWith('V') && next.lemma !== 'be' && next.lemma !== 'have') return at;
    if (next.tag === 'JJ') return at;
  }
  if (head >= 0 && (baseOf(relation) === 'aux' || relation === 'cop' || relation === 'mark' || relation === 'advmod')) return head;
  const under = kidsBy(view, token, 'xcomp', 'ccomp')[0];
  return under ?? token;
}

/** The verbs, clauses and nouns a predicate takes as what it is about. */
export function complementsOf(view: ClaimView, token: number): number[] {
  return view.kids(token).filter((kid) => {
    const { relation } = view.tokens[kid]!;
    return (
      relation === 'xcomp' || relation === 'ccomp' || relation === 'acl' || relation === 'csubj' || (relation === 'advcl' && kid > token)
    );
  });
}
