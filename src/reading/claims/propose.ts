// Makes candidates out of matches: the statement they rest on, the fillings of their roles, the values they may have.
import type { ClaimKind, Statement } from '../../terms/reading.js';
import type { Span } from '../../terms/span.js';
import type { Candidate, Fields, Rival } from './candidate.js';
import { clauseSpan, clipTo } from './clause.js';
import { type Context, contextOf } from './context.js';
import { baseFeatures, groupOf, variantFeatures } from './features.js';
import { type Filling, fillings, NOBODY, neighbours } from './fill.js';
import type { Match } from './match.js';
import { baseOf, objectsOf, predicateOf, subjectsOf } from './syntax.js';
import type { ClaimView } from './view.js';

/** A role of a kind: `one` actor a claim, or a list; `open` where nobody named is an answer too. */
export interface Role {
  readonly name: string;
  readonly one: boolean;
  readonly open: boolean;
}

export interface Proposal {
  readonly view: ClaimView;
  readonly match: Match;
  readonly anchor: number;
  readonly context: Context;
  readonly statement: Statement | null;
  readonly evidence: Span;
  readonly strength: string;
  /** What tells whether there is a claim at all, whoever fills its roles. */
  readonly base: readonly string[];
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
function rolesOf(view: ClaimView, match: Match, statement: Statement | null, strength: string): string[] {
  return ROLES.flatMap((role) => {
    if (!match.trigger.frame.has(role)) return [];
    const [filling = NOBODY] = fillings(view, match, role, statement, 1);
    const n = Math.min(2, filling.actors.length);
    const speaks = statement?.speaker !== undefined && statement.speaker !== null && filling.actors.includes(statement.speaker);
    const group = groupOf(filling.kind);
    return [
      `+${role}=${filling.path}&n=${n}`,
      `${role}.n=${n}&s=${strength}`,
      `${role}.group=${group}`,
      `${role}.group=${group}&s=${strength}`,
      `${role}.speaks=${speaks}`,
    ];
  });
}

/** What is known of a match before its roles are filled; `hints` are features a kind adds. */
export function proposalOf(view: ClaimView, match: Match, hints: readonly string[] = []): Proposal {
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
  const also = match.also.flatMap((other) => [`also=${other}`, `s=${strength}&also=${other}`]);
  const base = [
    ...baseFeatures({ view, anchor, entry: trigger.id, given: trigger.value, context, statement, evidence, strength }),
    ...also,
    ...hints,
    ...rolesOf(view, match, statement, strength),
  ];
  return { view, match, anchor, context, statement, evidence, strength, base, worth: view.gate === null || view.gate(trigger.kind, base) };
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

/** One candidate. */
export function candidateOf(
  kind: ClaimKind,
  { view, match, anchor, context, statement, evidence, strength, base }: Proposal,
  value: string,
  fields: Fields,
  roles: Readonly<Record<string, Filling>>,
  rival: Rival,
  more: readonly string[] = [],
): Candidate {
  const { id: entry, value: given } = match.trigger;
  const features = variantFeatures({ view, anchor, entry, given, context, statement, evidence, strength }, value, roles, more);
  return { kind, entry, anchor, rival, fields, evidence, statement, strength, base, features };
}
