// Whom a pronoun means: candidates seen before it, ranked by how near, how prominent and how fitting they are.
import type { Phrase } from './phrase.js';
import { PRONOUN_WEIGHTS, type PronounClass } from './pronoun-weights.js';
import { isCollective, isPerson, type Referent } from './referents.js';
import { roleOf } from './roles.js';
import { LOOK_BACK, type Scene, type Sighting, sideOf } from './scene.js';

export interface Candidate {
  readonly referents: readonly Referent[];
  /** Features that hold, each with its value. */
  readonly features: ReadonlyMap<string, number>;
}

/** Words after "it" that show it means nobody ("it is hard to", "it remains unclear"). */
function pleonastic({ view: { tokens } }: Scene, at: number): boolean {
  let next = at + 1;
  if (
    /^(is|was|would|will|'s|’s|seems?|seemed|has|had|may|might|could|remains?|remained|appears?|appeared|looks?|looked)$/.test(
      tokens[next]?.lower ?? '',
    )
  ) {
    next++;
    while (
      /^(RB|VB|VBN|MD)$/.test(tokens[next]?.tag ?? '') &&
      /^(be|been|not|n't|also|still|now|far|too|very|only|never|become|have)$/.test(tokens[next]?.lower ?? '')
    )
      next++;
    const after = tokens[next];
    if (after === undefined) return false;
    if (
      /^(unclear|clear|hard|difficult|easy|possible|impossible|important|necessary|likely|unlikely|time|worth|essential|vital|premature|early|late|good|better|true|crucial|up|about|not|said|expected|hoped|reported|known|understood|believed|thought|agreed|decided)$/.test(
        after.lower,
      )
    ) {
      const then = tokens[next + 1]?.lower ?? '';
      return (
        after.tag === 'JJ' || /^(that|to|for|if|whether|how|when|in)$/.test(then) || /^(time|worth|up|unclear|clear)$/.test(after.lower)
      );
    }
    if (/^(the|a|an)$/.test(after.lower)) {
      for (let k = next + 1; k < Math.min(next + 9, tokens.length); k++) if (/^(that|who|which)$/.test(tokens[k]!.lower)) return true;
    }
  }
  return false;
}

const SENTENCES_BACK = 4;

/** The class of a third-person pronoun, null for others and for "it" that means nobody. */
function pronounClassOf(scene: Scene, phrase: Phrase): PronounClass | null {
  if (phrase.nominal.type !== 'pronoun') return null;
  const { number, gender, person } = phrase.nominal.pronoun;
  if (person === '1' || number === 'r') return null;
  if (number === 'p') return 'several';
  if (gender === 'm' || gender === 'f') return 'person';
  return !phrase.possessive && pleonastic(scene, phrase.head) ? null : 'body';
}

/** Whom a pronoun can mean, with the features of each; salience factors after Lappin and Leass (1994), kept apart by distance. */
export function candidatesOf(scene: Scene, phrase: Phrase): Candidate[] {
  const { view, seen } = scene;
  if (phrase.nominal.type !== 'pronoun') return [];
  const { number, gender } = phrase.nominal.pronoun;
  const token = view.tokens[phrase.head]!;
  const own = roleOf(view, phrase);
  const quoted = view.quoteOf[phrase.head]! >= 0;
  const speaks = own.role === 'subject' && view.lexicon.verbs.get(own.verb) === 'speech';
  const found = new Map<string, { referents: readonly Referent[]; features: Map<string, number> }>();
  let lastSpeaker: string | null = null;
  const openers = new Map<number, string>();
  for (let at = seen.length - 1; at >= Math.max(0, seen.length - LOOK_BACK); at--) {
    const sighting = seen[at]!;
    const distance = token.sentence - sighting.sentence;
    const { referents } = joint(seen, at, number === 'p', scene);
    const [first] = referents;
    if (first === undefined || (number !== 'p' && referents.length > 1) || !mayMean(first, referents.length, number, gender)) continue;
    const id = referents.map((referent) => referent.id).join(' ');
    const entry = found.get(id) ?? { referents, features: new Map<string, number>() };
    const { features } = entry;
    const fresh = !found.has(id);
    if (fresh) {
      found.set(id, entry);
      features.set(`near:${distance < SENTENCES_BACK ? Math.max(0, distance) : 'far'}`, 1);
      features.set(`rank:${Math.min(4, found.size)}`, 1);
      if (view.paragraphOf(sighting.phrase.head) === view.paragraphOf(phrase.head)) features.set('paragraph', 1);
      if (sighting.role.role === 'object') features.set('last:object', 1);
      if (sighting.role.role === 'oblique') features.set('last:oblique', 1);
      if (sighting.phrase.possessive) features.set('last:possessor', 1);
      if (sighting.phrase.nominal.type === 'pronoun') features.set('last:pronoun', 1);
      if (gender === 'm' || gender === 'f')
        features.set(first.gender === gender ? 'gender:match' : first.gender === '' ? 'gender:none' : 'gender:clash', 1);
      if (number === 'p') features.set(referents.length > 1 ? 'number:joint' : first.plural ? 'number:match' : 'number:clash', 1);
      features.set(`kind:${first.kind}`, 1);
      features.set('count', Math.min(3, Math.log2(1 + first.count)));
      // "He told Lavrov", "it accused the movement": not what is subject beside its object.
      if (
        distance === 0 &&
        own.role === 'object' &&
        sighting.role.role === 'subject' &&
        sighting.role.verb === own.verb &&
        !/self|selves/.test(token.lower)
      )
        features.set('clause', 1);
      if (speaks && (first.kind === 'place' || first.kind === 'text')) features.set(`speaks:${first.kind}`, 1);
      if (phrase.possessive && view.tokens[phrase.first - 1]?.lower === 'and' && sighting.phrase.last === phrase.first - 1)
        features.set('coordinated', 1);
    }
    const inQuote = view.quoteOf[sighting.phrase.head]! >= 0;
    if (!quoted && inQuote) {
      if (fresh) features.set('last:quoted', 1);
      continue;
    }
    if (distance < SENTENCES_BACK) openers.set(sighting.sentence, id);
    if (sighting.role.role === 'subject' && distance < SENTENCES_BACK) {
      features.set(`subject:${Math.max(0, distance)}`, 1);
      if (view.lexicon.verbs.get(sighting.role.verb) === 'speech' && !inQuote) {
        if (lastSpeaker === null) {
          lastSpeaker = id;
          features.set(quoted ? 'speaker:outside' : speaks ? 'speaker:again' : 'speaker:last', 1);
        } else if (lastSpeaker !== id) features.set('speaker:earlier', 1);
      }
    }
  }
  for (const [sentence, id] of openers) {
    const distance = token.sentence - sentence;
    if (distance <= 1) found.get(id)?.features.set(`opens:${Math.max(0, distance)}`, 1);
  }
  return [...found.values()];
}

/** The referents a third-person pronoun means, none where it means no actor or nobody fits. */
export function pronounMeaning(scene: Scene, phrase: Phrase): readonly Referent[] {
  const kind = pronounClassOf(scene, phrase);
  if (kind === null) return [];
  const weights = PRONOUN_WEIGHTS[kind];
  let best: readonly Referent[] = [];
  let bestScore = -4;
  for (const { referents, features } of candidatesOf(scene, phrase)) {
    let score = 0;
    for (const [feature, value] of features) score += (weights[feature] ?? 0) * value;
    if (score > bestScore) {
      best = referents;
      bestScore = score;
    }
  }
  return best;
}

/** What the sighting means together with the one before it that "and" joins to it. */
function joint(seen: readonly Sighting[], at: number, plural: boolean, scene: Scene): { readonly referents: readonly Referent[] } {
  const sighting = seen[at]!;
  const before = seen[at - 1];
  if (!plural || before === undefined || before.sentence !== sighting.sentence) return sighting;
  const { tokens } = scene.view;
  const link = tokens[before.phrase.last];
  if (link?.lower !== 'and' || before.phrase.last + 1 !== sighting.phrase.first) return sighting;
  return { referents: [...new Set([...before.referents, ...sighting.referents])] };
}

function mayMean(referent: Referent, count: number, number: 's' | 'p' | 'r', gender: string): boolean {
  if (gender === 'm' || gender === 'f') return referent.kind === 'person' || referent.kind === 'unnamed person';
  if (referent.kind === 'process' || referent.kind === 'gathering') return false;
  if (gender === 'n')
    return isCollective(referent) ? !(referent.kind === 'group' && referent.plural) : referent.kind === 'text' || referent.kind === 'place';
  if (number === 'p') return count > 1 || referent.plural || (isCollective(referent) && referent.kind !== 'outlet');
  return false;
}

/** The phrase a relative "who" or "which" belongs to: the widest one that ends before it. */
export function antecedentOf(scene: Scene, phrase: Phrase): Phrase | null {
  const { tokens } = scene.view;
  let end = phrase.first;
  if (/^(with|for|to|of|from|by|on|in|whom)$/.test(tokens[end - 1]?.lower ?? '')) end--;
  if (/^[,(–—]$/.test(tokens[end - 1]?.text ?? '')) end--;
  let widest: Phrase | null = null;
  for (let index = phrase.index - 1; index >= Math.max(0, phrase.index - 12); index--) {
    const candidate = scene.phrases[index]!;
    const closes = candidate.last === end || (candidate.last + 1 === end && /^[,)]$/.test(tokens[candidate.last]?.text ?? ''));
    if (closes && (widest === null || candidate.first < widest.first)) widest = candidate;
  }
  return widest;
}

/** "we", "our": the side of who speaks; "I", "my": the speaker. */
export function firstPersonMeaning(scene: Scene, phrase: Phrase, speaker: Referent): readonly Referent[] {
  if (phrase.nominal.type !== 'pronoun' || phrase.nominal.pronoun.number === 's') return [speaker];
  return isPerson(speaker) ? [sideOf(scene, speaker) ?? speaker] : [speaker];
}
