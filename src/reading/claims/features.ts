// What the model weighs in a candidate: its entry, how the sentence turns it, who fills its roles and how, what stands around it.
import type { Statement } from '../../terms/reading.js';
import type { Span } from '../../terms/span.js';
import { hashText } from '../hashing.js';
import type { Context } from './context.js';
import type { Filling } from './fill.js';
import { baseOf, objectsOf, subjectsOf } from './syntax.js';
import type { ClaimView } from './view.js';
import { placesIn, timesIn } from './when.js';

export interface Weighable {
  readonly anchor: number;
  readonly entry: string;
  readonly value: string;
  /** The value the entry has by itself. */
  readonly given: string;
  readonly context: Context;
  readonly roles: Readonly<Record<string, Filling>>;
  readonly statement: Statement | null;
  readonly evidence: Span;
  /** How much the entry says by itself: `sure`, `weak`, or the name of a rule. */
  readonly strength: string;
  /** Anything a kind adds. */
  readonly more?: readonly string[];
}

const CLOSED = /^(?:DT|IN|TO|CC|PRP|PRP\$|MD|POS|EX|WDT|WP|WRB|[^A-Z].*)$/;

/** Class of a word by the word classes of the reader: `b` broad, `f` fine; '' where it has none. */
export function classOf(view: ClaimView, token: number, which: 'broad' | 'fine'): string {
  const { lower, lemma } = view.tokens[token]!;
  const entry = view.classes.entry(hashText(lower)) || view.classes.entry(hashText(lemma));
  const value = which === 'broad' ? (entry >>> 8) & 0xff : entry >>> 16;
  return value === 0 ? '' : String(value);
}

/** What kind of noun a token is by the lexicon of claims ("talks", "aid"), or ''. */
export const nounClass = (view: ClaimView, token: number): string =>
  view.tokens[token]!.tag.startsWith('N') || view.tokens[token]!.tag === 'VBG'
    ? (view.lexicon.nouns.get(view.tokens[token]!.lemma) ?? view.lexicon.nouns.get(view.tokens[token]!.lower) ?? '')
    : '';

/** Kinds of actor that weigh alike. */
export function groupOf(kind: string): string {
  if (kind === 'person' || kind.startsWith('unnamed')) return 'person';
  if (kind === 'government' || kind === 'armed group' || kind === 'party' || kind === 'group' || kind === 'armed force') return 'party';
  if (kind === 'organisation' || kind === 'body' || kind === 'court') return 'body';
  return kind === '' ? 'none' : 'other';
}

/** Tenses that weigh alike. */
function timeOf(tense: string): string {
  if (tense === 'past' || tense === 'pluperfect') return 'past';
  if (tense === 'present' || tense === 'perfect' || tense === 'gerund') return 'present';
  if (tense === 'will' || tense === 'shall' || tense === 'be-to' || tense === 'would') return 'coming';
  if (tense === 'infinitive' || tense === 'bare') return 'infinitive';
  return tense === 'noun' || tense === 'participle' ? tense : 'modal';
}

interface RoleNotes {
  readonly value: string;
  readonly strength: string;
  readonly speaker: string | null;
}

function roleFeatures(view: ClaimView, name: string, filling: Filling, { value, strength, speaker }: RoleNotes, out: string[]): void {
  const count = Math.min(filling.actors.length, 2);
  const group = groupOf(filling.kind);
  const spoke = count > 0 && speaker !== null ? String(filling.actors.includes(speaker)) : 'nobody';
  out.push(
    `+${name}.path=${filling.path}&n=${count}`,
    `+${name}.path=${filling.path}&s=${strength}`,
    `${name}.form=${filling.form}`,
    `${name}.group=${group}`,
    `${name}.group=${group}&v=${value}`,
    `${name}.group=${group}&path=${filling.path}`,
    `${name}.speaker=${spoke}`,
    `${name}.speaker=${spoke}&v=${value}`,
    `${name}.speaker=${spoke}&path=${filling.path}`,
    `~${name}.kind=${filling.kind}`,
  );
  if (filling.head < 0) return;
  const noun = nounClass(view, filling.head);
  if (noun !== '') out.push(`${name}.noun=${noun}`, `${name}.noun=${noun}&v=${value}`);
  if (count === 0) out.push(`~${name}.head=${view.tokens[filling.head]!.lemma}`);
}

const ARGUMENTS = new Set(['obj', 'xcomp', 'ccomp', 'nsubj', 'obl', 'nmod', 'advmod']);

/** What a token is for its clause, in one word: a kind of actor, a kind of noun, or a part of speech. */
function nounOrActor(view: ClaimView, token: number): string {
  const noun = nounClass(view, token);
  if (noun !== '') return noun;
  const mention = view.mentionAt(token);
  if (mention !== null) return groupOf(view.actors.get(mention.actors[0] ?? '')?.kind ?? '');
  return view.tokens[token]!.tag.slice(0, 2);
}

const signOf = ({ negated, turn }: Context): string => `${negated ? 'not' : ''}${turn === '' ? '' : `/${turn}`}`;

function saidOf({ view, anchor, statement }: Pick<Base, 'view' | 'anchor' | 'statement'>): string {
  if (statement === null) return 'no';
  const at = view.tokens[anchor]!.start;
  return statement.content.some(([start, end]) => start <= at && at < end) ? 'content' : 'cue';
}

/** What is known of a candidate before its fields are chosen. */
export interface Base {
  readonly view: ClaimView;
  readonly anchor: number;
  readonly entry: string;
  /** The value the entry has by itself. */
  readonly given: string;
  readonly context: Context;
  readonly statement: Statement | null;
  readonly evidence: Span;
  /** How much the entry says by itself: `sure`, `weak`, or the name of a rule. */
  readonly strength: string;
}

/**
 * Whether there is a claim at all: features of the words, whoever fills the roles. What the lexicon tells starts with "+" and weighs more, single words
 * and what merely stands around start with "~" and weigh less (see `sizeOf`).
 */
export function baseFeatures(base: Base): string[] {
  const { view, anchor, entry, given, context, statement, evidence, strength } = base;
  const token = view.tokens[anchor]!;
  const { tense, outer, conditional, conditioned, passive, relation } = context;
  const sign = signOf(context);
  const time = timeOf(tense);
  const act = statement === null ? 'none' : statement.act;
  const said = saidOf(base);
  const out = [
    'bias',
    `+s=${strength}`,
    `+s=${strength}&given=${given}`,
    `+s=${strength}&${sign}`,
    `+s=${strength}&said=${said}`,
    `+act=${act}&given=${given}`,
    `act=${act}&said=${said}`,
    `act=${act}&given=${given}&${sign}`,
    `act=${act}&s=${strength}`,
    `s=${strength}&time=${time}`,
    `s=${strength}&rel=${relation}`,
    `s=${strength}&cond=${conditional}`,
    `given=${given}&${sign}`,
    `given=${given}&time=${time}`,
    `given=${given}&cond=${conditional || conditioned}`,
    `said=${said}`,
    `time=${time}`,
    `~tense=${tense}`,
    `~rel=${relation}`,
    `~passive=${passive}`,
    `~outer=${outer}`,
    `e=${entry}`,
    `~e=${entry}&${sign}`,
    `~e=${entry}&act=${act}`,
    `~lemma=${token.lemma}`,
    `~class=${classOf(view, anchor, 'fine')}`,
    `~class=${classOf(view, anchor, 'broad')}`,
  ];
  if (statement !== null) out.push(`~form=${statement.form}`, `~voice=${statement.voice}`);
  const subject = subjectsOf(view, anchor)[0];
  const object = objectsOf(view, anchor)[0];
  const doer = subject === undefined ? 'none' : nounOrActor(view, subject);
  const done = object === undefined ? 'none' : nounOrActor(view, object);
  out.push(
    `doer=${doer}`,
    `done=${done}`,
    `doer=${doer}&s=${strength}`,
    `done=${done}&s=${strength}`,
    `doer=${doer}&given=${given}`,
    `done=${done}&given=${given}`,
    `doer=${doer}&done=${done}`,
    `doer=${doer}&act=${act}`,
  );
  const sentence = view.sentenceOf(anchor);
  out.push(
    `~part=${sentence.part}`,
    `~at=${Math.min(3, sentence.index)}`,
    `~long=${Math.min(5, Math.floor((sentence.last - sentence.first) / 10))}`,
    `~size=${Math.min(6, Math.floor((evidence[1] - evidence[0]) / 25))}`,
  );
  for (const kid of view.kids(anchor)) {
    const { relation: link, lemma, tag } = view.tokens[kid]!;
    const kind = baseOf(link);
    if (kind === 'punct' || kind === 'aux' || kind === 'case') continue;
    out.push(`~kid=${kind}`, `s=${strength}&kid=${kind}`);
    if (!ARGUMENTS.has(kind)) continue;
    const noun = nounClass(view, kid);
    if (noun !== '') out.push(`${kind}.noun=${noun}`, `${kind}.noun=${noun}&given=${given}`);
    if (!tag.startsWith('NNP'))
      out.push(`~${kind}=${lemma}`, `~${kind}.broad=${classOf(view, kid, 'broad')}`, `~${kind}.fine=${classOf(view, kid, 'fine')}`);
  }
  const first = view.tokenAt(evidence[0]);
  for (let i = first; i < view.tokens.length && view.tokens[i]!.start < evidence[1] && i < first + 40; i++) {
    const { tag, lemma } = view.tokens[i]!;
    const noun = nounClass(view, i);
    if (noun !== '') out.push(`~has=${noun}`, `has=${noun}&given=${given}`);
    if ((CLOSED.test(tag) && tag !== 'MD') || tag.startsWith('NNP')) continue;
    out.push(`~w=${lemma}`, `~c=${classOf(view, i, 'broad')}`);
  }
  if (timesIn(view, evidence[0], evidence[1]).length > 0) out.push('~time', `time&given=${given}`);
  if (placesIn(view, evidence[0], evidence[1]).length > 0) out.push('~place');
  return [...new Set(out)];
}

/** Whether the fields are right, where there is a claim: features of the value and of who fills which role how. */
export function variantFeatures(
  base: Base,
  value: string,
  roles: Readonly<Record<string, Filling>>,
  more: readonly string[] = [],
): string[] {
  const { view, anchor, entry, given, context, statement, evidence, strength } = base;
  const token = view.tokens[anchor]!;
  const { tense, conditional, conditioned } = context;
  const sign = signOf(context);
  const time = timeOf(tense);
  const act = statement === null ? 'none' : statement.act;
  const turned = given === value ? 'as given' : `${given} to ${value}`;
  const filled = Object.values(roles).filter(({ actors }) => actors.length > 0).length;
  const out = [
    'bias',
    `+v=${value}`,
    `+s=${strength}&v=${value}`,
    `+s=${strength}&filled=${filled}`,
    `+turned=${turned}`,
    `+turned=${turned}&${sign}`,
    `turned=${turned}&time=${time}`,
    `turned=${turned}&cond=${conditional || conditioned}`,
    `+act=${act}&v=${value}`,
    `act=${act}&v=${value}&${sign}`,
    `v=${value}&${sign}`,
    `v=${value}&time=${time}`,
    `v=${value}&said=${saidOf(base)}`,
    `e=${entry}&v=${value}`,
    `~tense=${tense}&v=${value}`,
    `~lemma=${token.lemma}&v=${value}`,
    `~class=${classOf(view, anchor, 'broad')}&v=${value}`,
  ];
  const speaker = statement?.speaker ?? null;
  for (const [name, filling] of Object.entries(roles)) roleFeatures(view, name, filling, { value, strength, speaker }, out);
  const first = view.tokenAt(evidence[0]);
  for (let i = first; i < view.tokens.length && view.tokens[i]!.start < evidence[1] && i < first + 40; i++) {
    const noun = nounClass(view, i);
    if (noun !== '') out.push(`has=${noun}&v=${value}`);
  }
  if (timesIn(view, evidence[0], evidence[1]).length > 0) out.push(`time&v=${value}`);
  out.push(...more);
  return [...new Set(out)];
}

/** Both at once, for rules that make few candidates. */
export function featuresOf(view: ClaimView, { value, roles, more, ...base }: Weighable): string[] {
  const whole = { ...base, view };
  return [...new Set([...baseFeatures(whole), ...variantFeatures(whole, value, roles, more)])];
}
