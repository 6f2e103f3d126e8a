// What the corpora tell of names: GUM's entities with proper heads, and the actors of annotated reports; of each token the labels it may have.
import { readFileSync } from 'node:fs';
import type { NameType, Sentence, Token } from '../src/reading/draft.js';
import {
  ADJECTIVAL,
  BODY,
  COUNTRY,
  GOES_ON,
  HEAD_NOUN,
  type KnownWords,
  OUTLET,
  PEOPLE,
  REGION,
  SEAT,
  TITLE,
} from '../src/reading/known-words.js';
import { isCapital } from '../src/reading/name-features.js';
import { NAME_LABELS } from '../src/reading/names.js';
import { paragraphsOf } from '../src/reading/paragraphs.js';
import type { Resources } from '../src/reading/resources.js';
import { sentencesOf } from '../src/reading/sentences.js';
import { tagTokens } from '../src/reading/tags.js';
import type { TreebankSentence } from './conllu.js';

/** Any label may stand here: the corpus does not tell. */
export const ANY = -1;

/** A report with the label of each token, or ANY. */
export interface NamedReport {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly labels: Int32Array;
}

const labelOf = (type: NameType, first: boolean): number => NAME_LABELS.indexOf(`${first ? 'B' : 'I'}-${type}`);

function setName(labels: Int32Array, first: number, last: number, type: NameType): void {
  for (let i = first; i < last; i++) labels[i] = labelOf(type, i === first);
}

const isProper = (tag: string): boolean => tag === 'NNP' || tag === 'NNPS';
const ENTITY_TYPES: Readonly<Record<string, NameType>> = { person: 'person', organization: 'organisation', place: 'place' };
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thur?s?|fri|sat|sun)\.?)$/;

/** Labels that need no corpus: what cannot be a name is none, calendar words are none, adjectives and peoples of countries are "people". */
function plainLabels(tokens: readonly Token[], flags: Int32Array): Int32Array {
  const labels = new Int32Array(tokens.length).fill(ANY);
  tokens.forEach(({ text, lower, tag }, i) => {
    if (!isCapital(text)) labels[i] = 0;
    else if (CALENDAR.test(lower) && (isProper(tag) || lower !== 'may')) labels[i] = 0;
    else if (lower === 'i' || /^(?:PRP|DT|IN|MD|WP|WRB|WDT|CC|TO|EX|UH|PRP\$)$/.test(tag)) labels[i] = 0;
    else if ((flags[i]! & (ADJECTIVAL | PEOPLE)) !== 0 && (flags[i]! & (COUNTRY | GOES_ON)) === 0 && /^(?:JJ|NNPS?|NNS?)$/.test(tag))
      labels[i] = labelOf('people', true);
    else if (!isProper(tag)) labels[i] = 0;
  });
  return labels;
}

interface OpenEntity {
  readonly type: string;
  readonly first: number;
  /** Which of its tokens, from 1, are its head. */
  readonly heads: readonly number[];
}

/** GUM's documents with names: an entity whose head is a proper noun, cut to the proper nouns and small words around its head. */
export function gumReports(sentences: readonly TreebankSentence[], knownWords: KnownWords): NamedReport[] {
  const reports: NamedReport[] = [];
  let document: TreebankSentence[] = [];
  const finish = (): void => {
    if (document.length > 0) reports.push(gumReport(document, knownWords));
    document = [];
  };
  for (const sentence of sentences) {
    if (sentence.newDocument) finish();
    document.push(sentence);
  }
  finish();
  return reports;
}

function gumReport(document: readonly TreebankSentence[], knownWords: KnownWords): NamedReport {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  document.forEach((sentence, index) => {
    const first = tokens.length;
    for (const { form, xpos, lemma } of sentence.tokens) {
      tokens.push({
        index: tokens.length,
        start: 0,
        end: 0,
        text: form,
        lower: form.toLowerCase(),
        sentence: index,
        tag: xpos,
        lemma,
        head: -1,
        relation: '',
      });
    }
    sentences.push({ index, first, last: tokens.length, start: 0, end: 0, paragraph: 0, part: 'body' });
  });
  const flags = new Int32Array(tokens.length);
  knownWords.mark(tokens, 0, tokens.length, flags);
  const labels = plainLabels(tokens, flags);
  document.forEach(({ tokens: words }, index) => {
    const base = sentences[index]!.first;
    const open: OpenEntity[] = [];
    words.forEach(({ misc }, i) => {
      const marks = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '';
      for (const [mark] of marks.matchAll(/\([^()]+\)?|[^()]*\)/g)) {
        if (mark.startsWith('(')) {
          const fields = mark.replace(/[()]/g, '').split('-');
          open.push({ type: fields[1] ?? '', first: i, heads: (fields[5] ?? '1').split(',').map(Number) });
        }
        if (mark.endsWith(')')) closeEntity(open.pop(), i + 1, base, tokens, labels);
      }
    });
  });
  // What the treebank tags as proper and no entity claims stays open.
  return { tokens, sentences, labels };
}

function closeEntity(entity: OpenEntity | undefined, end: number, base: number, tokens: readonly Token[], labels: Int32Array): void {
  if (entity === undefined || entity.type === 'time') return;
  const heads = entity.heads.map((at) => base + entity.first + at - 1).filter((at) => Number.isInteger(at) && at < base + end);
  const head = heads[0];
  if (head === undefined || !isProper(tokens[head]!.tag)) return;
  const [from, to] = properRun(tokens, head, base + entity.first, base + end);
  const type = ENTITY_TYPES[entity.type] ?? 'other';
  // An inner entity ("Bern" in "University of Bern") gives way to the one around it.
  setName(labels, from, to, type);
}

/** The proper nouns around a token, inside bounds, with "of", "for", "and", "the" and hyphens between them. */
function properRun(tokens: readonly Token[], at: number, low: number, high: number): readonly [number, number] {
  let from = at;
  let to = at + 1;
  const inName = (i: number): boolean => i >= low && i < high && isCapital(tokens[i]!.text) && !/^(?:DT|PRP\$?|IN)$/.test(tokens[i]!.tag);
  const link = (i: number): boolean => /^(?:of|for|the|and|&|-|de|la|van|von|bin|al|del|der|du)$/.test(tokens[i]?.lower ?? '');
  for (;;) {
    if (inName(from - 1)) from--;
    else if (link(from - 1) && inName(from - 2)) from -= 2;
    else if (link(from - 1) && link(from - 2) && inName(from - 3)) from -= 3;
    else break;
  }
  for (;;) {
    if (inName(to)) to++;
    else if (link(to) && inName(to + 1)) to += 2;
    else if (link(to) && link(to + 1) && inName(to + 2)) to += 3;
    else break;
  }
  return [from, to];
}

const ACTOR_TYPES: Readonly<Record<string, NameType>> = {
  person: 'person',
  place: 'place',
  organisation: 'organisation',
  body: 'organisation',
  'armed group': 'organisation',
  'armed force': 'organisation',
  'armed movement': 'organisation',
  party: 'organisation',
  coalition: 'organisation',
  company: 'organisation',
  court: 'organisation',
  media: 'organisation',
  outlet: 'organisation',
  government: 'organisation',
};

interface AnnotatedReport {
  readonly text: string;
  readonly actors: readonly { readonly kind: string; readonly names: readonly string[] }[];
}

const NOT_IN_PERSON = TITLE | HEAD_NOUN | COUNTRY | ADJECTIVAL | BODY | OUTLET;

/** Annotated reports (one JSON object a line) with the names of their actors wherever they stand; other capitalised words stay open. */
export function actorReports(path: string, resources: Resources, knownWords: KnownWords): NamedReport[] {
  const { words, tagger, facts, lexicon, lemmas } = resources;
  const read = (text: string): { tokens: readonly Token[]; sentences: readonly Sentence[] } => {
    const { tokens, sentences } = sentencesOf(text, paragraphsOf(text, []), words);
    return { tokens, sentences };
  };
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { text, actors } = JSON.parse(line) as AnnotatedReport;
      const { tokens, sentences } = read(text);
      tagTokens(tokens, sentences, tagger, facts, lexicon, lemmas);
      const flags = new Int32Array(tokens.length);
      knownWords.mark(tokens, 0, tokens.length, flags);
      const labels = plainLabels(tokens, flags);
      const names = actors.flatMap(({ kind, names: list }) => list.flatMap((name) => properName(name, kind, read, knownWords)));
      names.sort((a, b) => b.words.length - a.words.length);
      const taken = new Uint8Array(tokens.length);
      for (const { words: name, type } of names) {
        for (let i = 0; i + name.length <= tokens.length; i++) {
          if (!name.every((word, j) => tokens[i + j]!.text === word && taken[i + j] === 0)) continue;
          setName(labels, i, i + name.length, type);
          taken.fill(1, i, i + name.length);
        }
      }
      return { tokens, sentences, labels };
    });
}

export interface ProperName {
  readonly words: readonly string[];
  readonly type: NameType;
}

/** The proper name in an actor's name, without titles, or nothing where it is a description. */
export function properName(
  name: string,
  kind: string,
  read: (text: string) => { readonly tokens: readonly Token[] },
  knownWords: KnownWords,
): ProperName[] {
  const { tokens } = read(name);
  const flags = new Int32Array(tokens.length);
  knownWords.mark(tokens, 0, tokens.length, flags);
  const all = flags.reduce((a, b) => a & b, -1);
  const given = ACTOR_TYPES[kind];
  if (tokens.length === 0 || given === undefined) return [];
  if (!isCapital(tokens[0]!.text) || !isCapital(tokens.at(-1)!.text) || tokens[0]!.lower === 'the') return [];
  const words = tokens.map(({ text }) => text);
  if ((all & (COUNTRY | SEAT | REGION)) !== 0) return [{ words, type: 'place' }];
  if (given === 'person') {
    let from = 0;
    tokens.forEach(({ lower }, i) => {
      if ((flags[i]! & NOT_IN_PERSON) !== 0 || /^(?:-|,|'s|’s|for|of|the|and)$/.test(lower) || !isCapital(tokens[i]!.text)) from = i + 1;
    });
    return from < words.length ? [{ words: words.slice(from), type: 'person' }] : [];
  }
  // "Armenian Government" and "Government team" describe; a name of a body may hold any capitalised word.
  if (kind === 'government' || tokens.some(({ lower }) => /^(?:'s|’s)$/.test(lower))) return [];
  if (tokens.length === 1 && (flags[0]! & HEAD_NOUN) !== 0) return [];
  return [{ words, type: given }];
}
