// What made a claim, in plain words: its lexicon entry, and what spoke most for and against it. What the model weighs is summed by what it is about.
import type { Why } from '../../parley/read.js';
import { type Claim, claimSchema, FORMS, STATEMENT_ACTS } from '../../terms/reading.js';
import { ACT_WORDS } from '../pages/say-claim.js';

/** What a weight is about, the most telling first: a feature that names two things is told under the first. */
const TOPICS = [
  'who',
  'whom',
  'through',
  'matter',
  'turn',
  'saying',
  'entry',
  'clause',
  'near',
  'place',
  'base',
  'report',
  'rest',
] as const;
type Topic = (typeof TOPICS)[number];

const HEADINGS: Readonly<Record<Topic, string>> = {
  who: 'who',
  whom: 'whom',
  through: 'through whom',
  matter: 'what it is about',
  turn: 'how it is told',
  saying: 'on whose word',
  entry: 'the word itself',
  clause: 'how its clause is built',
  near: 'the words near it',
  place: 'where in the report',
  base: 'how rare such claims are',
  report: 'how little of the report is of such matters',
  rest: 'smaller signs together',
};

interface Atom {
  readonly topic: Topic;
  /** Plain words; null where the heading says enough. */
  readonly words: string | null;
}

const ROLE: Readonly<Record<string, Topic>> = {
  from: 'who',
  by: 'who',
  actor: 'who',
  party: 'who',
  mutual: 'who',
  convener: 'who',
  second: 'who',
  on: 'whom',
  to: 'whom',
  through: 'through',
};
const PATHS: Readonly<Record<string, string>> = {
  subj: 'is the subject',
  obj: 'is the object',
  iobj: 'is the object',
  none: 'nobody named',
  before: 'stands before it',
  after: 'stands after it',
  speaker: 'is who speaks',
  poss: 'whose it is',
  in: 'in the same name',
  appos: 'named beside it',
  apposition: 'named beside it',
  principal: 'for whom the speaker speaks',
  'acts for': 'for whom the speaker speaks',
  sides: 'both sides are meant',
  'other side': 'the other side is meant',
  addressee: 'to whom it is said',
};
const GROUPS: Readonly<Record<string, string>> = { person: 'a person', party: 'a side', body: 'a body' };
const FORM_WORDS: Readonly<Record<string, string>> = { name: 'by name', description: 'by description', pronoun: 'by a pronoun' };
const SURE: Readonly<Record<string, string>> = {
  sure: 'mostly means this',
  weak: 'often means something else',
  turned: 'counts only when turned',
  shadowed: 'part of a longer phrase',
  title: 'an office',
};
const TIMES: Readonly<Record<string, string>> = {
  past: 'as past',
  present: 'as present',
  coming: 'as coming',
  infinitive: 'as an infinitive',
  participle: 'as a participle',
  modal: 'as possible or due',
  noun: 'as a noun',
};

/** Words too frequent to tell anything. */
const FREQUENT = new Set(['be', 'have', 'do', 'not', 'say']);

function role(name: string, part: string, value: string): Atom {
  const topic = ROLE[name] ?? 'who';
  const of = (words: string | null): Atom => ({ topic, words });
  switch (part) {
    case '':
    case 'path':
      return of(PATHS[value] ?? (value.startsWith('pp:') ? `named after “${value.slice(3)}”` : null));
    case 'form':
      return of(FORM_WORDS[value] ?? null);
    case 'group':
    case 'kind':
      return of(GROUPS[value] ?? null);
    case 'n':
      return of(value === '0' ? 'nobody named' : null);
    case 'speaker':
    case 'speaks':
      return of(value === 'true' ? 'is who speaks' : value === 'false' ? 'is not who speaks' : null);
    case 'pick':
      return of(
        value === 'first' ? 'the nearest by grammar' : value.startsWith('guess') ? 'guessed' : value === 'nobody' ? 'nobody named' : null,
      );
    default:
      return of(value === '' ? null : `“${value}”`);
  }
}

/** Negation and the word it stands under: "", "not", "/refusal", "not/refusal". */
function turnOf(sign: string): string | null {
  const [negation, under] = sign.split('/');
  const parts = [negation === 'not' ? 'negated' : '', under ? `under a word of ${under.replace('-not', ', negated')}` : ''].filter(Boolean);
  return parts.length === 0 ? null : parts.join(', ');
}

function atom(text: string): Atom {
  const at = text.indexOf('=');
  const key = at < 0 ? text : text.slice(0, at);
  const value = at < 0 ? '' : text.slice(at + 1);
  const [name = '', part = ''] = key.split('.');
  if (ROLE[name] !== undefined && at >= 0) return role(name, part, value);
  switch (name) {
    case 'bias':
      return { topic: 'base', words: null };
    case 'report':
      return { topic: 'report', words: null };
    case 's':
      return { topic: 'entry', words: SURE[value] ?? null };
    case 'turned':
      return value === 'as given'
        ? { topic: 'entry', words: 'in its usual sense' }
        : { topic: 'turn', words: value.startsWith(' to ') ? `as ${value.slice(4)}` : `from ${value}` };
    case 'v':
    case 'given':
    case 'e':
    case 'class':
    case 'also':
    case 'compound':
    case 'title':
      return { topic: 'entry', words: null };
    case 'lemma':
      return { topic: 'entry', words: `“${value}”` };
    case 'act':
      return { topic: 'saying', words: value === 'none' ? 'no statement' : (spoken(value) ?? null) };
    case 'said':
      return part === ''
        ? {
            topic: 'saying',
            words: value === 'no' ? 'the report itself tells it' : value === 'cue' ? 'it is the saying itself' : 'in reported words',
          }
        : { topic: 'saying', words: null };
    case 'voice':
      return { topic: 'saying', words: null };
    case 'form':
      return FORMS.some((form) => form === value) ? { topic: 'saying', words: null } : { topic: 'matter', words: `“${value}”` };
    case 'time':
      return at < 0 ? { topic: 'near', words: 'a date' } : { topic: 'turn', words: TIMES[value] ?? null };
    case 'cond':
      return { topic: 'turn', words: value === 'true' ? 'on a condition' : null };
    case 'tense':
    case 'passive':
    case 'outer':
    case 'mood':
      return { topic: 'turn', words: null };
    case 'thing':
    case 'near':
    case 'about':
    case 'has':
      return { topic: 'matter', words: value === '' || value === 'none' || value === 'other' ? null : `${value}` };
    case 'talks':
      return { topic: 'matter', words: part === 'lemma' ? `“${value}”` : null };
    case 'outcome':
    case 'step':
      return { topic: 'matter', words: value === '' ? null : value };
    case 'doer':
    case 'done':
    case 'rel':
    case 'kid':
      return { topic: 'clause', words: null };
    case 'w':
      return { topic: 'near', words: FREQUENT.has(value) ? null : `“${value}”` };
    case 'places':
      return { topic: 'near', words: 'a place' };
    case 'place':
      return { topic: 'near', words: value === 'null' ? 'no place' : 'a place' };
    case 'part':
      return { topic: 'place', words: value };
    case 'at':
    case 'long':
    case 'size':
      return { topic: 'place', words: null };
    default:
      if (/^(?:not)?(?:\/[a-z-]+)?$/.test(text)) return { topic: 'turn', words: turnOf(text) };
      return /^(?:obj|xcomp|ccomp|nsubj|obl|nmod|advmod)/.test(name) ? { topic: 'clause', words: null } : { topic: 'rest', words: null };
  }
}

const spoken = (act: string): string | undefined => {
  const known = STATEMENT_ACTS.find((one) => one === act);
  return known === undefined ? undefined : `the speaker ${ACT_WORDS[known]}`;
};

interface Sum {
  weight: number;
  readonly words: Map<string, number>;
}

/** The weights summed by what they are about. */
function sums(weights: Why['weights']): Map<Topic, Sum> {
  const byTopic = new Map<Topic, Sum>();
  for (const { feature, weight } of weights) {
    const atoms = feature
      .replace(/^[+~]/, '')
      .split('&')
      .filter((text, i) => text !== '' || i === 0)
      .map(atom);
    const topic = TOPICS.find((one) => atoms.some((each) => each.topic === one)) ?? 'rest';
    const sum = byTopic.get(topic) ?? { weight: 0, words: new Map<string, number>() };
    byTopic.set(topic, sum);
    sum.weight += weight;
    for (const { topic: own, words } of atoms)
      if (own === topic && words !== null) sum.words.set(words, (sum.words.get(words) ?? 0) + weight);
  }
  return byTopic;
}

/** Words told of one topic. */
const WORDS_SHOWN = 3;

function sayTopic(topic: Topic, { weight, words }: Sum): string {
  const told = [...words]
    .filter(([, part]) => part > 0 === weight > 0)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .slice(0, WORDS_SHOWN)
    .map(([text]) => text);
  const detail = told.length === 0 ? '' : ` (${told.join(', ')})`;
  return `${HEADINGS[topic]}${detail} ${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)}`;
}

/** The entry by its id: "position: insist (verb, demands)". */
function sayEntry(entry: string): string {
  const known = /^([a-z]+): (.+) \((verb|noun|adjective|phrase|word)(?:, (.+))?\)$/.exec(entry);
  if (known !== null) return `the ${known[3]} “${known[2]}”${known[4] === undefined ? '' : `, ${known[4]}`} (data/claims/${known[1]}.tsv)`;
  const [rule = '', rest = ''] = entry.split(/: (.*)/s);
  if (rule === 'title') return `the office “${rest.replaceAll(' - ', '-')}” (data/claims/titles.tsv)`;
  if (rule === 'compound') return `the word part “${rest}” (data/claims/compounds.tsv)`;
  if (rule === 'said') return `a statement taken as a whole: ${spoken(rest) ?? rest}`;
  return entry;
}

/** A claim without its number and the reader's doubt: what two readings of one text must share to be explained alike. */
function keyOf(claim: Claim): string {
  const { id: _, probability: __, voice: ___, figures: ____, ...rest } = claimSchema.parse(claim);
  return JSON.stringify(rest);
}

/** Explains claims that are kept by reading their text again: one that today's reader would not make has no note. */
export function explained(kept: readonly Claim[], again: readonly Claim[], why: readonly Why[]): Map<string, string> {
  const notes = new Map(why.map((one) => [one.claim, one]));
  const found = new Map(again.map((claim) => [keyOf(claim), notes.get(claim.id)]));
  return new Map(
    kept.flatMap((claim) => {
      const one = found.get(keyOf(claim));
      return one === undefined ? [] : [[claim.id, sayWhy(one)] as const];
    }),
  );
}

/** Below this a sum says too little to be told. */
const LEAST = 0.05;
const SHOWN = 4;

/** The note of a claim: which entry made it, what spoke for it, what against, strongest first. */
export function sayWhy({ entry, weights }: Why): string {
  const all = [...sums(weights)].filter(([, { weight }]) => Math.abs(weight) >= LEAST);
  all.sort((a, b) => Math.abs(b[1].weight) - Math.abs(a[1].weight));
  const told = (sign: 1 | -1): string =>
    all
      .filter(([, { weight }]) => Math.sign(weight) === sign)
      .slice(0, SHOWN)
      .map(([topic, sum]) => sayTopic(topic, sum))
      .join('; ');
  const lines = [`made by ${sayEntry(entry)}`];
  if (told(1) !== '') lines.push(`for it: ${told(1)}`);
  if (told(-1) !== '') lines.push(`against it: ${told(-1)}`);
  return lines.join('\n');
}
