// Whose an office is: the body, state or talks that a title is of, from the words around it or from what the report tells elsewhere.
import type { Mention } from '../../draft.js';
import { type Filling, namesOf } from '../fill.js';
import type { Title } from '../lexicon.js';
import { actorNamed, perReport } from '../per-report.js';
import type { ClaimView } from '../view.js';
import { type NameIndex, talksName, talksOrDeal, whoseWords } from '../whose.js';

const BEFORE = 8;

/** Where a title stands: half-open range of tokens. */
export interface TitleMatch {
  readonly title: Title;
  readonly first: number;
  readonly last: number;
}

const OF = new Set(['of', 'for', 'to', 'in', 'within', 'at', 'from']);

/** What a title may be of, with everything that speaks for it. */
export interface Body {
  readonly filling: Filling;
  readonly how: readonly string[];
}

/** Kinds of actor that no office is of. */
const NO_BODY = new Set(['outlet', 'text', 'process', 'gathering']);
const idOf = (view: ClaimView, name: string): string | undefined => actorNamed(view, name)?.id;
/** Words for those who negotiate: who heads them represents somebody. */
const TEAM = new Set(['delegation', 'team', 'panel', 'negotiator', 'delegate', 'side', 'representative']);
const GROUPS = new Set(['government', 'party', 'armed group', 'group', 'organisation', 'body', 'armed force']);
/** How far back the body may be told, in mentions. */
const EARLIER = 12;

/** The words before a title that may tell whose it is: half-open range of tokens up to the title. */
export function wordsBefore(view: ClaimView, first: number): number {
  const { tokens } = view;
  const sentence = view.sentenceOf(first);
  let from = first;
  while (from > sentence.first && from > first - BEFORE) {
    const { tag, text, lower } = tokens[from - 1]!;
    if (
      /^[,;:(“"‘[]$/.test(text) ||
      tag.startsWith('V') ||
      tag === 'CC' ||
      tag === 'MD' ||
      tag.startsWith('W') ||
      (tag === 'IN' && lower !== 'of')
    )
      break;
    from--;
  }
  return from;
}

/** The end of the words after a title's "of" that may tell whose it is. */
function wordsAfter(view: ClaimView, last: number): number {
  const { tokens } = view;
  const sentence = view.sentenceOf(last - 1);
  const marker = tokens[last];
  if (marker === undefined || last >= sentence.last || !OF.has(marker.lower)) return last;
  let to = last + 1;
  while (
    to < sentence.last &&
    to < last + BEFORE &&
    !/^[,;:()“”"]$/.test(tokens[to]!.text) &&
    !tokens[to]!.tag.startsWith('V') &&
    !/^(?:who|which|that)$/.test(tokens[to]!.lower)
  )
    to++;
  return to;
}

/** The body that has envoys everywhere, where the report names it. */
const worldBodies = perReport((view) =>
  [...view.actors.values()].filter(({ kind, names }) => kind === 'organisation' && names.includes('United Nations')),
);

/** What a reader carries over where the words do not tell: whom the report says elsewhere that the bearer acts for, its governments, the two sides, who was named last. */
function carried(
  view: ClaimView,
  index: NameIndex,
  match: TitleMatch,
  bearer: Mention,
  add: (name: string, kind: string, how: string) => void,
): void {
  const named = (id: string | null | undefined, how: string): void => {
    const actor = id === null || id === undefined ? undefined : view.actors.get(id);
    if (actor !== undefined) add(actor.names[0] ?? '', actor.kind, how);
  };
  for (const id of bearer.actors) named(view.facts.of.get(id), 'acts for');
  const country = bearer.actors.map((id) => view.actors.get(id)?.country).find((code) => code !== undefined);
  if (country !== undefined) {
    const own = index.governmentOf(country);
    if (own !== null) add(own.name, own.kind, 'country');
  }
  if (view.facts.home !== null) {
    const home = index.governmentOf(view.facts.home);
    if (home !== null) add(home.name, home.kind, 'home');
  }
  if (match.title.of === 'state')
    for (const [rank, { name, kind }] of index.governments.slice(0, 3).entries()) add(name, kind, `government ${rank + 1}`);
  else for (const [rank, id] of view.facts.sides.entries()) named(id, `side ${rank + 1}`);
  const earlier = view
    .mentionsIn(Math.max(0, match.first - 120), match.first)
    .slice(-EARLIER)
    .reverse();
  let rank = 0;
  for (const mention of earlier) {
    const actor = view.actors.get(mention.actors[0] ?? '');
    if (actor === undefined || mention.form === 'pronoun' || !GROUPS.has(actor.kind) || mention.actors.length > 1) continue;
    if (match.title.of === 'state' && actor.kind !== 'government') continue;
    if (rank++ < 2) add(actor.names[0] ?? '', actor.kind, `earlier ${rank}`);
  }
  if (match.title.relation === 'represents' || match.title.words.includes('general'))
    for (const { kind, names } of worldBodies(view)) add(names[0] ?? '', kind, 'world body');
}

/** The state that the world knows a bearer to have led. */
function knownState(view: ClaimView, index: NameIndex, { actors }: Mention): { readonly name: string; readonly kind: string } | null {
  const code = actors.map((id) => view.leaders.stateOf(view.actors.get(id)?.names[0] ?? '')).find((state) => state !== '');
  if (code === undefined) return null;
  const name = view.countries.get(code)?.name;
  return index.governmentOf(code) ?? (name === undefined ? null : { name, kind: 'government' });
}

/** What the title is of: the words before or after it, what "its" stands for, or what the report tells elsewhere. */
export function bodies(view: ClaimView, index: NameIndex, match: TitleMatch, bearer: Mention): Body[] {
  const { title, first, last } = match;
  const not = namesOf(view, bearer);
  const told = whoseWords(view, index, wordsBefore(view, first), first, 'before', not);
  const named = bearer.last;
  if (bearer.first >= first && bearer.form === 'name' && view.tokens[named]?.lower === 'of' && named < view.sentenceOf(first).last) {
    const end = wordsAfter(view, named);
    told.push(...whoseWords(view, index, named + 1, end, 'after-name', not));
  }
  const to = wordsAfter(view, last);
  if (to > last) {
    told.push(...whoseWords(view, index, last + 1, to, `after-${view.tokens[last]!.lower}`, not));
    if (title.of === 'talks') told.push(...talksOrDeal(view, last + 1, to));
  }
  const out: { filling: Filling; how: string[] }[] = [];
  for (const filling of told) {
    if (NO_BODY.has(filling.kind) && title.of !== 'talks') continue;
    if (title.of === 'talks' && filling.kind === 'process') continue;
    const owner = filling.kind === 'person' && title.relation === 'represents' ? idOf(view, filling.actors[0] ?? '') : undefined;
    const side = owner === undefined ? undefined : view.actors.get(view.facts.of.get(owner) ?? '');
    // "His negotiator" is his government's.
    if (side === undefined) out.push({ filling, how: [] });
    else out.push({ filling: { ...filling, actors: [side.names[0] ?? ''], path: `${filling.path}:side`, kind: side.kind }, how: [] });
  }
  if (title.of === 'talks')
    out.push({ filling: { actors: [talksName(view)], head: -1, path: 'talks', kind: 'talks', form: 'none' }, how: [] });
  else {
    const add = (name: string, kind: string, how: string): void => {
      if (name === '' || not.includes(name)) return;
      const known = out.find(({ filling }) => filling.actors[0] === name);
      if (known !== undefined) known.how.push(how);
      else out.push({ filling: { actors: [name], head: -1, path: 'carried', kind, form: 'none' }, how: [how] });
    };
    const state = title.of === 'state' ? knownState(view, index, bearer) : null;
    if (state !== null) add(state.name, state.kind, 'led');
    else if (!told.some(({ form }) => form === 'name')) carried(view, index, match, bearer, add);
  }
  return out.slice(0, 8);
}

/** The relations a title may tell towards a body: who heads a delegation represents; a mediator mediates talks, whoever sent him. */
export function relationsOf({ relation, of }: Title, kind: string, team: boolean): readonly string[] {
  if (of === 'talks' && relation === 'mediates' && kind !== 'talks' && kind !== 'deal') return [];
  return team && relation === 'leads' ? ['leads', 'represents'] : [relation];
}

/** True where the words around a title speak of a delegation or team. */
export function ofTeam(view: ClaimView, { first, last }: TitleMatch): boolean {
  const around = view.tokens.slice(wordsBefore(view, first), wordsAfter(view, last));
  return around.some(({ lemma, index }) => TEAM.has(lemma) && (index < first || index >= last));
}
