// Whom a role may mean beyond what its words resolve to: both sides for "the parties", the one who speaks, whom he speaks for, the other side, the addressee.
import type { Statement } from '../../terms/reading.js';
import { type Filling, speakerFilling } from './fill.js';
import { actorNamed, perReport } from './per-report.js';
import type { Tell } from './tell.js';
import type { ClaimView } from './view.js';

/** Words that mean all who are at the talks. */
const ALL = new Set([
  'both',
  'two',
  'side',
  'party',
  'pair',
  'all',
  'everyone',
  'everybody',
  'signatory',
  'rival',
  'foe',
  'enemy',
  'delegation',
  'belligerent',
  'negotiator',
  'leader',
  'they',
  'them',
  'each',
  'neither',
  'we',
  'us',
]);

function fillingBy(view: ClaimView, ids: readonly string[], path: string, head = -1): Filling | null {
  const actors = ids.flatMap((id) => view.actors.get(id) ?? []);
  const names = actors.flatMap(({ names: [name = ''] }) => (name === '' ? [] : [name]));
  return names.length === 0 ? null : { actors: names, head, path, kind: actors[0]?.kind ?? '', form: 'description' };
}

/** Those a speaker or doer may act for, himself first, by id. */
function principals(view: ClaimView, name: string): string[] {
  const id = view.actors.has(name) ? name : (actorNamed(view, name)?.id ?? '');
  const of = view.facts.of.get(id);
  return of === undefined ? [id] : [id, of];
}

/** Tells which of the ways to fill a role a filling is, beside what the frame found first. */
export function tellPick(role: string, told: readonly Filling[], filling: Filling, tell: Tell): void {
  const at = told.findIndex(({ actors }) => actors.join() === filling.actors.join());
  const place = at < 0 ? `guess ${filling.path}` : at === 0 ? 'first' : filling.actors.length === 0 ? 'nobody' : 'later';
  const [first] = told;
  const found = first === undefined || first.actors.length === 0 ? 'none' : `${first.form}/${first.path}`;
  tell`+${role}.pick=${place}`;
  tell`+${role}.pick=${place}&of=${found}`;
}

/** Whether those it is done to are the side of the one who does it. */
export function ownSide(view: ClaimView, by: Filling, to: Filling): boolean {
  const [name] = by.actors;
  if (name === undefined) return false;
  const own = principals(view, name).flatMap((id) => view.actors.get(id)?.names[0] ?? []);
  return to.actors.some((other) => own.includes(other));
}

/** The two sides: those the report knows, else its most mentioned government and its most mentioned movement. */
export const bothSidesOf = perReport((view): readonly string[] => {
  const nameOf = (id: string): string[] => view.actors.get(id)?.names.slice(0, 1) ?? [];
  if (view.facts.sides.length === 2) return view.facts.sides.flatMap(nameOf);
  const counts = new Map<string, number>();
  for (const { actors } of view.mentions) for (const id of actors) counts.set(id, (counts.get(id) ?? 0) + 1);
  const most = (...kinds: readonly string[]): string[] => {
    const own = [...view.actors.values()].filter(({ kind }) => kinds.includes(kind));
    const [first] = own.sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
    return first === undefined ? [] : nameOf(first.id);
  };
  return [...most('government'), ...most('armed group', 'party', 'group')];
});

/** True where a word means all who are at the talks. */
export const meansAll = (view: ClaimView, { head }: Filling): boolean => head >= 0 && ALL.has(view.tokens[head]!.lemma);

/** Whom those found act for or belong to: the movement of "its fighters", the government of a minister. */
function behind(view: ClaimView, found: readonly Filling[]): Filling[] {
  return found.slice(0, 2).flatMap(({ actors: [name = ''], head, form }) => {
    const of = view.facts.of.get(actorNamed(view, name)?.id ?? '');
    const filling = of === undefined ? null : fillingBy(view, [of], `behind ${form}`, head);
    return filling === null ? [] : [filling];
  });
}

/** Guesses at who does it. */
export function doers(view: ClaimView, statement: Statement | null, found: readonly Filling[]): Filling[] {
  const out: (Filling | null)[] = behind(view, found);
  if (statement !== null) {
    out.push(speakerFilling(view, statement));
    const [, of] = statement.speaker === null ? [] : principals(view, statement.speaker);
    if (of !== undefined) out.push(fillingBy(view, [of], 'principal'));
  }
  out.push(allOf(view, found));
  return newOnes(out, found);
}

/** Guesses at whom it is done to; `by` are those who do it. */
export function targets(view: ClaimView, statement: Statement | null, found: readonly Filling[], by: readonly Filling[]): Filling[] {
  const out: (Filling | null)[] = [allOf(view, found), ...behind(view, found)];
  if (statement?.to !== undefined && statement.to.length > 0) out.push(fillingBy(view, statement.to, 'addressee'));
  const { sides } = view.facts;
  const [first = ''] = by.find(({ actors }) => actors.length > 0)?.actors ?? [];
  const doer = principals(view, first);
  if (sides.length === 2 && sides.some((side) => doer.includes(side)))
    out.push(
      fillingBy(
        view,
        sides.filter((side) => !doer.includes(side)),
        'other side',
      ),
    );
  return newOnes(out, found);
}

/** The two sides, where a word there means all. */
function allOf(view: ClaimView, found: readonly Filling[]): Filling | null {
  const word = found.find(({ head }) => head >= 0 && ALL.has(view.tokens[head]!.lemma));
  return word === undefined || view.facts.sides.length < 2 ? null : fillingBy(view, view.facts.sides, 'sides', word.head);
}

/** Those that are not there yet. */
function newOnes(guesses: readonly (Filling | null)[], found: readonly Filling[]): Filling[] {
  const out: Filling[] = [];
  for (const guess of guesses) {
    if (guess === null) continue;
    const same = (other: Filling): boolean => other.actors.join() === guess.actors.join();
    if (!found.some(same) && !out.some(same)) out.push(guess);
  }
  return out;
}
