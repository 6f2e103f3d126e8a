// Who speaks in each quotation, so that "I" and "we" inside it have a meaning: the subject of the speech verb beside it, or a transcript's label.
import type { Draft } from '../draft.js';
import type { Phrase } from './phrase.js';
import type { Referent } from './referents.js';
import { roleOf } from './roles.js';
import type { Scene } from './scene.js';

/** For each quotation the phrase that names its speaker, or null. */
export function speakersOf(scene: Scene, quotes: Draft['quotes']): (readonly Referent[] | null)[] {
  const { view, phrases, meanings } = scene;
  const { tokens } = view;
  const subjects = phrases.filter((phrase) => {
    if (phrase.possessive || (meanings.get(phrase.index) ?? []).length === 0 || phrase.nominal.type === 'temporal') return false;
    const role = roleOf(view, phrase);
    return (
      role.role === 'subject' &&
      view.lexicon.verbs.get(role.verb) === 'speech' &&
      !(phrase.nominal.type === 'pronoun' && phrase.nominal.pronoun.person === '1')
    );
  });
  const speakers: (readonly Referent[] | null)[] = [];
  let cursor = 0;
  for (const [index, quote] of quotes.entries()) {
    while (cursor < subjects.length && tokens[subjects[cursor]!.head]!.start < quote.start) cursor++;
    const after = subjects
      .slice(cursor, cursor + 8)
      .find((phrase) => tokens[phrase.first]!.start >= quote.end && tokens[phrase.first]!.start < quote.end + 60);
    const before = subjects[cursor - 1];
    const paragraph = paragraphAt(view, quote.start);
    const text = after === undefined ? '' : view.text.slice(quote.end, tokens[after.first]!.start);
    const inverted = after !== undefined && !/[.!?]\s*$/.test(view.text.slice(quote.start, quote.end - 1)) && !/[.;:]/.test(text);
    let chosen: Phrase | undefined;
    if (inverted) chosen = after;
    else if (before !== undefined && view.paragraphOf(before.head) === paragraph) chosen = before;
    else if (after !== undefined && view.paragraphOf(after.head) === paragraph) chosen = after;
    const meant = chosen === undefined ? null : (meanings.get(chosen.index) ?? null);
    speakers.push(
      meant ?? (index > 0 && paragraphAt(view, quotes[index - 1]!.start) >= paragraph - 1 ? (speakers[index - 1] ?? null) : null),
    );
  }
  return speakers;
}

function paragraphAt(view: Scene['view'], offset: number): number {
  let low = 0;
  let high = view.tokens.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return view.paragraphOf(low);
}
