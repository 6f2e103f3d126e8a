// Makes candidates out of matches: the statement they rest on, the fillings of their roles, the values they may have.
import type { ClaimKind, Statement } from '../../terms/reading.js';
import type { Span } from '../../terms/span.js';
import type { Candidate, Fields, Rival } from './candidate.js';
import { clauseSpan, clipTo } from './clause.js';
import { contextOf } from './context.js';
import { type Grounds, groundsOf, groupOf, tellBase, tellVariant } from './features.js';
import { type Filling, fillings, NOBODY, neighbours } from './fill.js';
import type { Match } from './match.js';
import { tellSides, tellSurroundings } from './surroundings.js';
import { baseOf, objectsOf, predicateOf, subjectsOf } from './syntax.js';
import type { Features, Tell } from './tell.js';
import type { ClaimView } from './view.js';

/** A role of a kind: `one` actor a claim, or a list; `open` where nobody named is an answer too. */
export interface Role {
  readonly name: string;
  readonly one: boolean;
  readonly open: boolean;
}

export interface Proposal extends Grounds {
  readonly match: Match;
  /** What tells whether there is a claim at all, whoever fills its roles. */
  readonly base: Features;
  /** False where the model rules out that there is one: then no roles need be filled. */
  readonly worth: boolean;
}

/** The statement that the words at a token rest on: the fullest whose words said hold it, else the one whose cue it is. */
export function statementAt(view: ClaimView, token: number): Statement | null {
  const said = view.saidAt(view.tokens[token]!.start);
  return said.at(-1) ?? view.cueAt(token);
}

/** How far before its clause a subject may stand. */
const REACH = 14;

/** The clause of a predicate with the words that tell it and its subject, where that stands near. */
function told(view: ClaimView, match: Match, anchor: number): Span {
  let [start, end] = clauseSpan(view, anchor);
  const sentence = view.sentenceOf(anchor);
  start = Math.min(start, view.tokens[match.first]!.start);
  end = Math.max(end, view.tokens[match.last - 1]!.end);
  for (const subject of [...subjectsOf(view, anchor), ...objectsOf(view, anchor)]) {
    if (subject < sentence.first || subject >= anchor || anchor - subject > REACH) continue;
    start = Math.min(
      start,
      view.mentionAt(subject)?.first === undefined
        ? view.tokens[subject]!.start
        : view.tokens[Math.max(sentence.first, view.mentionAt(subject)!.first)]!.start,
    );
  }
  return [start, end];
}

const ROLES = ['from', 'on', 'party', 'by', 'actor', 'to'];

/** Whether the frame finds somebody for each role, and whom. */
function tellRoles({ view, statement, words: { strength } }: Grounds, match: Match, tell: Tell): void {
  for (const role of ROLES) {
    if (!match.trigger.frame.has(role)) continue;
    const [filling = NOBODY] = fillings(view, match, role, statement, 1);
    const n = Math.min(2, filling.actors.length);
    const speaks = statement?.speaker !== undefined && statement.speaker !== null && filling.actors.includes(statement.speaker);
    const group = groupOf(filling.kind);
    tell`+${role}=${filling.path}&n=${n}`;
    tell`${role}.n=${n}&s=${strength}`;
    tell`${role}.group=${group}`;
    tell`${role}.group=${group}&s=${strength}`;
    tell`${role}.speaks=${speaks}`;
  }
}

const NOTHING = (): void => {};

/** What is known of a match before its roles are filled; `hints` tells features a kind adds. */
export function proposalOf(view: ClaimView, match: Match, hints: (tell: Tell) => void = NOTHING): Proposal {
  const { trigger, head } = match;
  const anchor = trigger.pos === 'w' ? predicateOf(view, head) : head;
  let statement = statementAt(view, anchor) ?? statementAt(view, head);
  const { relation, head: above } = view.tokens[anchor]!;
  if (statement === null && above >= 0 && (baseOf(relation) === 'xcomp' || baseOf(relation) === 'ccomp')) statement = view.cueAt(above);
  const evidence = clipTo(
    told(view, match, anchor),
    statement !== null && view.saidAt(view.tokens[anchor]!.start).includes(statement) ? statement : null,
  );
  const strength = trigger.turned ? 'turned' : match.shadowed ? 'shadowed' : trigger.weak ? 'weak' : 'sure';
  const context = contextOf(view, anchor);
  const grounds = groundsOf({ view, anchor, entry: trigger.id, given: trigger.value, context, statement, evidence, strength });
  const base = view.teller.list((tell) => {
    tellBase(grounds, tell);
    for (const other of match.also) {
      tell`also=${other}`;
      tell`s=${strength}&also=${other}`;
    }
    tellSurroundings(grounds, tell);
    hints(tell);
    tellRoles(grounds, match, tell);
  });
  return { ...grounds, match, base, worth: view.gate === null || view.gate(trigger.kind, base) };
}

/** Most fillings of one role that are tried. */
const LIMIT = 3;

/** The ways to fill one role, nobody last where the role is open. */
export function waysToFill({ view, match, statement }: Proposal, role: Role): Filling[] {
  const found = fillings(view, match, role.name, statement, LIMIT).filter(({ actors }) => actors.length > 0);
  const ways = role.one ? found.flatMap((filling) => filling.actors.map((actor) => ({ ...filling, actors: [actor] }))) : found;
  if (found.length === 0) {
    const { before, after } = neighbours(view, match);
    for (const near of [before, after]) {
      if (near === null || near.actors.length === 0) continue;
      if (role.one) for (const actor of near.actors.slice(0, 3)) ways.push({ ...near, actors: [actor] });
      else ways.push(near);
    }
  }
  if (role.open) ways.push(NOBODY);
  return ways;
}

/** Every choice of one filling a role. */
export function choices(ways: readonly (readonly Filling[])[]): Filling[][] {
  return ways.reduce<Filling[][]>((sofar, list) => sofar.flatMap((chosen) => list.map((filling) => [...chosen, filling])), [[]]);
}

/** One candidate; `more` tells features a kind adds. */
export function candidateOf(
  kind: ClaimKind,
  proposal: Proposal,
  value: string,
  fields: Fields,
  roles: Readonly<Record<string, Filling>>,
  rival: Rival,
  more: (tell: Tell) => void = NOTHING,
): Candidate {
  const { view, entry, anchor, statement, evidence, strength, base } = proposal;
  const features = view.teller.list((tell) => {
    tellVariant(proposal, value, roles, tell);
    tellSides(proposal, value, roles, tell);
    more(tell);
  });
  return { kind, entry, anchor, rival, fields, evidence, statement, strength, base, features };
}
