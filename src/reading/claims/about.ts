// What a predicate is about: the mood of the clause it takes and who or what its object is, as features that tell a demand from a report and a stance from a tie.
import { nounClass } from './features.js';
import type { Match } from './match.js';
import { complementsOf, kidsBy, objectsOf } from './syntax.js';
import type { Tell } from './tell.js';
import type { ClaimView } from './view.js';

/** How the clause under a predicate is told: with a modal, an infinitive, bare as a subjunctive, or as a fact. */
function moodOf(view: ClaimView, verb: number): string {
  const aux = kidsBy(view, verb, 'aux', 'cop').map((kid) => view.tokens[kid]!);
  const modal = aux.find(({ tag }) => tag === 'MD');
  if (modal !== undefined) return modal.lemma;
  if (view.tokens[verb - 1]?.lower === 'to' || aux.some(({ lower }) => lower === 'to')) return 'infinitive';
  const { tag } = view.tokens[verb]!;
  if (tag === 'VB' || aux.some(({ lower }) => lower === 'be')) return 'bare';
  if (tag === 'VBG') return 'gerund';
  return tag.startsWith('V') || aux.length > 0 ? 'fact' : 'noun';
}

/** Tells features of what a match is about. */
export function tellAbout(view: ClaimView, { head, trigger }: Match, tell: Tell): void {
  const mood = complementsOf(view, head).map((verb) => `${view.tokens[verb]!.relation.split(':')[0]}/${moodOf(view, verb)}`)[0] ?? 'none';
  tell`+mood=${mood}`;
  tell`mood=${mood}&v=${trigger.value}`;
  tell`~mood=${mood}&e=${trigger.id}`;
  const [object] = objectsOf(view, head);
  if (object === undefined) {
    tell`about=none`;
    return;
  }
  const noun = nounClass(view, object);
  const mention = view.mentionAt(object);
  const kind = mention === null ? '' : (view.actors.get(mention.actors[0] ?? '')?.kind ?? '');
  const about = noun || kind || 'other';
  tell`+about=${about}`;
  tell`about=${about}&v=${trigger.value}`;
}
