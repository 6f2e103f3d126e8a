// Whom a pronoun means: candidates seen before it, ranked by how near, how prominent and how fitting they are.
import type { Phrase } from './phrases.js';
import { isCollective, isPerson, type Referent } from './referents.js';
import { roleOf } from './roles.js';
import { LOOK_BACK, type Scene, type Sighting, sideOf } from './scene.js';

/** Features of a candidate; each has a weight below. */
export interface CandidateFeatures {
  readonly [feature: string]: number;
}

/** Weights set by hand after the salience factors of Lappin and Leass (1994): recency, subject, object, head of its phrase. */
export const PRONOUN_WEIGHTS: Readonly<Record<string, number>> = {
  'sentence:0': 2.0,
  'sentence:1': 1.8,
  'sentence:2': 0.6,
  'sentence:3': 0,
  'sentence:far': -1.2,
  'paragraph:same': 0.6,
  subject: 1.4,
  speaks: 0.8,
  object: 0.2,
  oblique: -0.6,
  possessor: -0.5,
  'gender:match': 0.5,
  'gender:clash': -9,
  'number:match': 1.0,
  'number:clash': -2.5,
  clause: -1.2,
  nearest: 0.5,
  often: 0.25,
  'subject:subject': 0.7,
  'speaker:speaker': 1.0,
  coordinated: 3,
  inQuote: -2,
  text: -0.8,
  place: -2.2,
  speakerOfQuote: -1.5,
};

const weigh = (features: CandidateFeatures): number => {
  let sum = 0;
  for (const [feature, value] of Object.entries(features)) sum += (PRONOUN_WEIGHTS[feature] ?? 0) * value;
  return sum;
};

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

/** The referents a third-person pronoun means, none where it means no actor or nobody fits. */
export function pronounMeaning(scene: Scene, phrase: Phrase): readonly Referent[] {
  const { view, seen } = scene;
  if (phrase.nominal.type !== 'pronoun') return [];
  const { number, gender } = phrase.nominal.pronoun;
  const token = view.tokens[phrase.head]!;
  if (gender === 'n' && number === 's' && !phrase.possessive && pleonastic(scene, phrase.head)) return [];
  const own = roleOf(view, phrase);
  const considered = new Set<string>();
  let best: readonly Referent[] = [];
  let bestScore = -2.5;
  let rank = 0;
  for (let at = seen.length - 1; at >= Math.max(0, seen.length - LOOK_BACK); at--) {
    const sighting = seen[at]!;
    const { referents } = joint(seen, at, number === 'p', scene);
    if (referents.length === 0 || (number !== 'p' && referents.length > 1)) continue;
    const first = referents[0]!;
    if (!mayMean(first, referents.length, number, gender)) continue;
    const id = referents.map((referent) => referent.id).join(' ');
    const distance = token.sentence - sighting.sentence;
    const features: Record<string, number> = {
      [distance <= 3 ? `sentence:${Math.max(0, distance)}` : 'sentence:far']: distance <= 3 ? 1 : Math.min(3, distance - 3),
    };
    if (view.paragraphOf(sighting.phrase.head) === view.paragraphOf(phrase.head)) features['paragraph:same'] = 1;
    if (sighting.role.role === 'subject') {
      features.subject = 1;
      if (view.lexicon.verbs.get(sighting.role.verb) === 'speech') features.speaks = 1;
      if (own.role === 'subject' || phrase.possessive) features['subject:subject'] = 1;
      if (features.speaks === 1 && own.role === 'subject' && view.lexicon.verbs.get(own.verb) === 'speech') features['speaker:speaker'] = 1;
    }
    if (sighting.role.role === 'object') features.object = 1;
    if (sighting.role.role === 'oblique') features.oblique = 1;
    if (sighting.phrase.possessive) features.possessor = 1;
    if (gender === 'm' || gender === 'f')
      features[first.gender === gender ? 'gender:match' : first.gender === '' ? 'gender:none' : 'gender:clash'] = 1;
    if (number === 'p') features[referents.length > 1 || first.plural ? 'number:match' : 'number:clash'] = 1;
    if (first.kind === 'text') features.text = 1;
    if (first.kind === 'place') features.place = own.role === 'subject' && view.lexicon.verbs.get(own.verb) === 'speech' ? 4 : 1;
    // "He told Lavrov", "it accused the movement": not what is object beside it.
    if (
      distance === 0 &&
      own.role === 'object' &&
      sighting.role.role === 'subject' &&
      sighting.role.verb === own.verb &&
      !/self|selves/.test(token.lower)
    )
      features.clause = 3;
    if (view.quoteOf[phrase.head]! >= 0 && view.quoteOf[sighting.phrase.head]! < 0 && features.speaks === 1) features.speakerOfQuote = 1;
    if (view.quoteOf[phrase.head]! < 0 && view.quoteOf[sighting.phrase.head]! >= 0) features.inQuote = 1;
    if (rank === 0) features.nearest = 1;
    if (phrase.possessive && view.tokens[phrase.first - 1]?.lower === 'and' && sighting.phrase.last === phrase.first - 1)
      features.coordinated = 1;
    features.often = Math.min(4, first.count) / 2;
    if (considered.has(id)) {
      continue;
    }
    considered.add(id);
    rank++;
    const score = weigh(features);
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
  if (referent.kind === 'process' || referent.kind === 'gathering') return gender === 'n' && number === 's' && false;
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
