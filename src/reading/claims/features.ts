// What the model weighs in a candidate: its entry, how the sentence turns it, who fills its roles and how, what stands around it.
import type { Statement } from '../../terms/reading.js';
import type { Span } from '../../terms/span.js';
import { hashText } from '../hashing.js';
import type { Context } from './context.js';
import type { Filling } from './fill.js';
import { baseOf, objectsOf, subjectsOf } from './syntax.js';
import type { Features, Tell, Word } from './tell.js';
import type { ClaimView } from './view.js';
import { placesIn, timesIn } from './when.js';

/** What is known of a candidate before its fields are chosen. */
export interface Told {
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

/** The same with what follows from it, worked out once for all choices of fields. */
export interface Grounds extends Told {
  readonly words: {
    readonly entry: Word;
    readonly given: Word;
    readonly strength: Word;
    readonly tense: Word;
    readonly relation: Word;
    readonly lemma: Word;
    /** Negation and the word it stands under. */
    readonly sign: Word;
    readonly time: Word;
    /** The act of the statement it rests on. */
    readonly act: Word;
    /** Whether it is said, or tells of the saying. */
    readonly said: Word;
  };
  /** Tokens of the evidence that are looked at, half-open. */
  readonly first: number;
  readonly last: number;
  /** Kinds of noun in the evidence. */
  readonly nouns: readonly Word[];
  readonly timed: boolean;
  readonly placed: boolean;
}

const CLOSED = new Set(['DT', 'IN', 'TO', 'CC', 'PRP', 'PRP$', 'POS', 'EX', 'WDT', 'WP', 'WRB', 'NNP', 'NNPS']);
/** A word that carries meaning of its own; no name. */
const isOpen = (tag: string): boolean => tag >= 'A' && tag < '[' && !CLOSED.has(tag);

/** Classes of a word by the word classes of the reader, the fine one in the upper half, the broad one in the second byte; 0 for none. */
function classesOf({ tokens, classes, kept }: ClaimView, token: number): number {
  const known = kept.classes[token]!;
  if (known >= 0) return known;
  const { lower, lemma } = tokens[token]!;
  const found = classes.entry(hashText(lower)) || classes.entry(hashText(lemma));
  kept.classes[token] = found;
  return found;
}
const broadOf = (classes: number): number => (classes >>> 8) & 0xff;
const fineOf = (classes: number): number => classes >>> 16;

/** The base form of a token. */
function lemmaOf({ tokens, teller, kept }: ClaimView, token: number): Word {
  const known = kept.lemmas[token];
  if (known !== undefined) return known;
  const found = teller.word(tokens[token]!.lemma);
  kept.lemmas[token] = found;
  return found;
}

/** What kind of noun a token is by the lexicon of claims ("talks", "aid"), or ''. */
export function nounClass({ tokens, lexicon, kept }: ClaimView, token: number): string {
  const known = kept.nouns[token];
  if (known !== undefined) return known;
  const { tag, lemma, lower } = tokens[token]!;
  const found = tag.startsWith('N') || tag === 'VBG' ? (lexicon.nouns.get(lemma) ?? lexicon.nouns.get(lower) ?? '') : '';
  kept.nouns[token] = found;
  return found;
}

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

function tellRole({ view, words: { strength }, statement }: Grounds, role: string, filling: Filling, value: Word, tell: Tell): void {
  const { word } = view.teller;
  const name = word(role);
  const count = Math.min(filling.actors.length, 2);
  const group = word(groupOf(filling.kind));
  const path = word(filling.path);
  const speaker = statement?.speaker ?? null;
  const spoke = count > 0 && speaker !== null ? (filling.actors.includes(speaker) ? 'true' : 'false') : 'nobody';
  tell`+${name}.path=${path}&n=${count}`;
  tell`+${name}.path=${path}&s=${strength}`;
  tell`${name}.form=${filling.form}`;
  tell`${name}.group=${group}`;
  tell`${name}.group=${group}&v=${value}`;
  tell`${name}.group=${group}&path=${path}`;
  tell`${name}.speaker=${spoke}`;
  tell`${name}.speaker=${spoke}&v=${value}`;
  tell`${name}.speaker=${spoke}&path=${path}`;
  tell`~${name}.kind=${filling.kind}`;
  if (filling.head < 0) return;
  const noun = nounClass(view, filling.head);
  if (noun !== '') {
    tell`${name}.noun=${noun}`;
    tell`${name}.noun=${noun}&v=${value}`;
  }
  if (count === 0) tell`~${name}.head=${view.tokens[filling.head]!.lemma}`;
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

function saidOf({ view, anchor, statement }: Told): string {
  if (statement === null) return 'no';
  const at = view.tokens[anchor]!.start;
  return statement.content.some(([start, end]) => start <= at && at < end) ? 'content' : 'cue';
}

/** Most words of the evidence that are looked at. */
const MOST_WORDS = 40;

/** The token after the last one of the evidence that is looked at. */
function lastOf(view: ClaimView, first: number, end: number): number {
  let last = first;
  while (last < view.tokens.length && last < first + MOST_WORDS && view.tokens[last]!.start < end) last++;
  return last;
}

/** What follows from what is known of a candidate. */
export function groundsOf(told: Told): Grounds {
  const { view, anchor, context, statement, evidence } = told;
  const { word } = view.teller;
  const first = view.tokenAt(evidence[0]);
  const last = lastOf(view, first, evidence[1]);
  const nouns: Word[] = [];
  for (let i = first; i < last; i++) {
    const noun = nounClass(view, i);
    if (noun !== '' && !nouns.some(({ text }) => text === noun)) nouns.push(word(noun));
  }
  return {
    ...told,
    words: {
      entry: word(told.entry),
      given: word(told.given),
      strength: word(told.strength),
      tense: word(context.tense),
      relation: word(context.relation),
      lemma: lemmaOf(view, anchor),
      sign: word(signOf(context)),
      time: word(timeOf(context.tense)),
      act: word(statement === null ? 'none' : statement.act),
      said: word(saidOf(told)),
    },
    first,
    last,
    nouns,
    timed: timesIn(view, evidence[0], evidence[1]).length > 0,
    placed: placesIn(view, evidence[0], evidence[1]).length > 0,
  };
}

/** The words of the evidence and of what hangs on the anchor. */
function tellWords({ view, anchor, first, last, words: { given, strength } }: Grounds, tell: Tell): void {
  const { word } = view.teller;
  for (const kid of view.kids(anchor)) {
    const { relation: link, tag } = view.tokens[kid]!;
    const name = baseOf(link);
    if (name === 'punct' || name === 'aux' || name === 'case') continue;
    const kind = word(name);
    tell`~kid=${kind}`;
    tell`s=${strength}&kid=${kind}`;
    if (!ARGUMENTS.has(name)) continue;
    const noun = nounClass(view, kid);
    if (noun !== '') {
      tell`${kind}.noun=${noun}`;
      tell`${kind}.noun=${noun}&given=${given}`;
    }
    if (tag.startsWith('NNP')) continue;
    const classes = classesOf(view, kid);
    tell`~${kind}=${lemmaOf(view, kid)}`;
    tell`~${kind}.broad=${broadOf(classes)}`;
    tell`~${kind}.fine=${fineOf(classes)}`;
  }
  for (let i = first; i < last; i++) {
    const { tag } = view.tokens[i]!;
    if (!isOpen(tag)) continue;
    tell`~w=${lemmaOf(view, i)}`;
    tell`~c=${broadOf(classesOf(view, i))}`;
  }
}

/** Whether there is a claim at all: features of the words, whoever fills the roles. What the marks "+" and "~" mean stands in tell.ts. */
export function tellBase(grounds: Grounds, tell: Tell): void {
  const { view, anchor, context, statement, evidence } = grounds;
  const { entry, given, strength, tense, relation, lemma, sign, time, act, said } = grounds.words;
  const { outer, conditional, conditioned, passive } = context;
  tell`bias`;
  tell`+s=${strength}`;
  tell`+s=${strength}&given=${given}`;
  tell`+s=${strength}&${sign}`;
  tell`+s=${strength}&said=${said}`;
  tell`+act=${act}&given=${given}`;
  tell`act=${act}&said=${said}`;
  tell`act=${act}&given=${given}&${sign}`;
  tell`act=${act}&s=${strength}`;
  tell`s=${strength}&time=${time}`;
  tell`s=${strength}&rel=${relation}`;
  tell`s=${strength}&cond=${conditional}`;
  tell`given=${given}&${sign}`;
  tell`given=${given}&time=${time}`;
  tell`given=${given}&cond=${conditional || conditioned}`;
  tell`said=${said}`;
  tell`time=${time}`;
  tell`~tense=${tense}`;
  tell`~rel=${relation}`;
  tell`~passive=${passive}`;
  tell`~outer=${outer}`;
  tell`e=${entry}`;
  tell`~e=${entry}&${sign}`;
  tell`~e=${entry}&act=${act}`;
  tell`~lemma=${lemma}`;
  const classes = classesOf(view, anchor);
  tell`~class=${fineOf(classes)}`;
  tell`~broad=${broadOf(classes)}`;
  if (statement !== null) {
    tell`~form=${statement.form}`;
    tell`~voice=${statement.voice}`;
  }
  const subject = subjectsOf(view, anchor)[0];
  const object = objectsOf(view, anchor)[0];
  const doer = view.teller.word(subject === undefined ? 'none' : nounOrActor(view, subject));
  const done = view.teller.word(object === undefined ? 'none' : nounOrActor(view, object));
  tell`doer=${doer}`;
  tell`done=${done}`;
  tell`doer=${doer}&s=${strength}`;
  tell`done=${done}&s=${strength}`;
  tell`doer=${doer}&given=${given}`;
  tell`done=${done}&given=${given}`;
  tell`doer=${doer}&done=${done}`;
  tell`doer=${doer}&act=${act}`;
  const sentence = view.sentenceOf(anchor);
  tell`~part=${sentence.part}`;
  tell`~at=${Math.min(3, sentence.index)}`;
  tell`~long=${Math.min(5, Math.floor((sentence.last - sentence.first) / 10))}`;
  tell`~size=${Math.min(6, Math.floor((evidence[1] - evidence[0]) / 25))}`;
  tellWords(grounds, tell);
  for (const noun of grounds.nouns) {
    tell`~has=${noun}`;
    tell`has=${noun}&given=${given}`;
  }
  if (grounds.timed) {
    tell`~time`;
    tell`time&given=${given}`;
  }
  if (grounds.placed) tell`~place`;
}

/** Whether the fields are right, where there is a claim: features of the value and of who fills which role how. */
export function tellVariant(grounds: Grounds, chosen: string, roles: Readonly<Record<string, Filling>>, tell: Tell): void {
  const { view, anchor, context } = grounds;
  const { entry, strength, tense, lemma, sign, time, act, said } = grounds.words;
  const { conditional, conditioned } = context;
  const value = view.teller.word(chosen);
  const turned = view.teller.word(grounds.given === chosen ? 'as given' : `${grounds.given} to ${chosen}`);
  const filled = Object.values(roles).filter(({ actors }) => actors.length > 0).length;
  tell`bias`;
  tell`+v=${value}`;
  tell`+s=${strength}&v=${value}`;
  tell`+s=${strength}&filled=${filled}`;
  tell`+turned=${turned}`;
  tell`+turned=${turned}&${sign}`;
  tell`turned=${turned}&time=${time}`;
  tell`turned=${turned}&cond=${conditional || conditioned}`;
  tell`+act=${act}&v=${value}`;
  tell`act=${act}&v=${value}&${sign}`;
  tell`v=${value}&${sign}`;
  tell`v=${value}&time=${time}`;
  tell`v=${value}&said=${said}`;
  tell`e=${entry}&v=${value}`;
  tell`~tense=${tense}&v=${value}`;
  tell`~lemma=${lemma}&v=${value}`;
  tell`~broad=${broadOf(classesOf(view, anchor))}&v=${value}`;
  for (const name of Object.keys(roles)) tellRole(grounds, name, roles[name]!, value, tell);
  for (const noun of grounds.nouns) tell`has=${noun}&v=${value}`;
  if (grounds.timed) tell`time&v=${value}`;
}

/** Both at once and what the rule adds, for rules that make few candidates. */
export function featuresOf(told: Told, value: string, roles: Readonly<Record<string, Filling>>, more: (tell: Tell) => void): Features {
  const grounds = groundsOf(told);
  return told.view.teller.list((tell) => {
    tellBase(grounds, tell);
    tellVariant(grounds, value, roles, tell);
    more(tell);
  });
}
