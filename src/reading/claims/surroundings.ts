// What stands around a candidate beyond its clause: what its sentence and the one before speak of, when it is against the day of publication, whose side the doer is on.
import { boundsOf } from '../../terms/edtf.js';
import { type Grounds, nounClass } from './features.js';
import type { Filling } from './fill.js';
import { actorNamed } from './per-report.js';
import { subjectsOf } from './syntax.js';
import type { Tell } from './tell.js';
import type { ClaimView } from './view.js';
import { dateFor } from './when.js';

/** Kinds of noun that make what stands near them a matter of talks, deals, war or aid. */
const MATTERS = new Set(['deal', 'talks', 'aid', 'siege', 'crossing', 'deed', 'arms', 'troops', 'end', 'captive', 'invitation', 'vote']);

/** Most words of a sentence that are looked at. */
const MOST = 60;

/** The matters that a sentence speaks of. */
export function mattersOf(view: ClaimView, sentence: number): readonly string[] {
  const found = view.sentences[sentence];
  if (found === undefined) return [];
  const out: string[] = [];
  for (let at = found.first; at < Math.min(found.last, found.first + MOST); at++) {
    const noun = nounClass(view, at);
    if (MATTERS.has(noun) && !out.includes(noun)) out.push(noun);
  }
  return out;
}

/** When the date of a predicate is against publication: `past`, `same` day, `coming`, `none` where no date or day is known. */
export function whenOf({ view, anchor, evidence }: Pick<Grounds, 'view' | 'anchor' | 'evidence'>): string {
  const { published } = view.input;
  const date = dateFor(view, anchor, evidence);
  const bounds = date === null ? null : boundsOf(date.edtf ?? '');
  const today = published === undefined ? null : boundsOf(published);
  if (bounds === null || today === null) return 'none';
  return bounds.last < today.first ? 'past' : bounds.first > today.last ? 'coming' : 'same';
}

/** Whose side somebody is on: one of the two `sides`, somebody who acts for one, a `state` or `body` beside them, else what kind it is. */
export function sideOf(view: ClaimView, id: string | undefined): string {
  if (id === undefined) return 'none';
  const { facts } = view;
  if (facts.sides.includes(id)) return 'side';
  const of = facts.of.get(id);
  if (of !== undefined && facts.sides.includes(of)) return 'of a side';
  const kind = view.actors.get(id)?.kind ?? '';
  if (kind === 'government') return 'state';
  if (kind === 'organisation' || kind === 'body') return 'body';
  if (of !== undefined) return `of a ${view.actors.get(of)?.kind ?? ''}`;
  return kind;
}

/** Whether there is a claim: features of its surroundings. */
export function tellSurroundings(grounds: Grounds, tell: Tell): void {
  const { view, anchor, words } = grounds;
  const { given, strength, time } = words;
  const { index, paragraph } = view.sentenceOf(anchor);
  for (const matter of mattersOf(view, index)) tell`here=${matter}&given=${given}`;
  if (view.sentences[index - 1]?.paragraph === paragraph)
    for (const matter of mattersOf(view, index - 1)) tell`before=${matter}&given=${given}`;
  const when = whenOf(grounds);
  tell`when=${when}&given=${given}`;
  tell`when=${when}&time=${time}`;
  const [subject = -1] = subjectsOf(view, anchor);
  const side = sideOf(view, subject < 0 ? undefined : view.mentionAt(subject)?.actors[0]);
  tell`side=${side}&given=${given}`;
  tell`side=${side}&s=${strength}`;
  tell`side=${side}&time=${time}`;
}

/** Whether the fields are right: features of the surroundings. */
export function tellSides(grounds: Grounds, value: string, roles: Readonly<Record<string, Filling>>, tell: Tell): void {
  const { view } = grounds;
  tell`when=${whenOf(grounds)}&v=${value}`;
  for (const name of Object.keys(roles)) {
    const { actors } = roles[name]!;
    const side = sideOf(view, actorNamed(view, actors[0] ?? '')?.id);
    tell`${name}.side=${side}`;
    tell`${name}.side=${side}&v=${value}`;
    tell`${name}.side=${side}&path=${roles[name]!.path}`;
  }
}
