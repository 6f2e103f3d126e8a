// What the model weighs in a candidate: its entry, how the sentence turns it, who fills its roles and how, what stands around it.
import type { Statement } from '../../terms/reading.js';
import type { Span } from '../../terms/span.js';
import { hashText } from '../hashing.js';
import type { Context } from './context.js';
import type { Filling } from './fill.js';
import { baseOf } from './syntax.js';
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
    ? (view.lexicon.nouns.get(view.tokens[token]!.lemma) ?? '')
    : '';

function roleFeatures(view: ClaimView, name: string, filling: Filling, value: string, speaker: string | null, out: string[]): void {
  const count = Math.min(filling.actors.length, 3);
  out.push(`${name}.path=${filling.path}`, `${name}.n=${count}`, `${name}.form=${filling.form}`);
  if (filling.kind !== '') out.push(`${name}.kind=${filling.kind}`, `${name}.kind=${filling.kind}&v=${value}`);
  if (count > 0 && speaker !== null)
    out.push(`${name}.speaker=${filling.actors.includes(speaker)}`, `${name}.speaker=${filling.actors.includes(speaker)}&v=${value}`);
  out.push(`${name}.path=${filling.path}&n=${count}`);
  if (filling.head >= 0) {
    const noun = nounClass(view, filling.head);
    if (noun !== '') out.push(`${name}.noun=${noun}`);
    if (count === 0) out.push(`~${name}.head=${view.tokens[filling.head]!.lemma}`);
  }
}

/** The features of a candidate, as words that people can read. */
export function featuresOf(
  view: ClaimView,
  { anchor, entry, value, given, context, roles, statement, evidence, strength, more }: Weighable,
): string[] {
  const token = view.tokens[anchor]!;
  const { tense, negated, turn, outer, conditional, conditioned, passive, relation } = context;
  const sign = `${negated ? 'not' : ''}${turn === '' ? '' : `/${turn}`}`;
  const out = [
    'bias',
    `v=${value}`,
    `~e=${entry}`,
    `~e=${entry}&v=${value}`,
    `~e=${entry}&${sign}`,
    `s=${strength}`,
    `s=${strength}&v=${value}`,
    `s=${strength}&${sign}`,
    `s=${strength}&given=${given}&v=${value}`,
    `s=${strength}&tense=${tense}`,
    `s=${strength}&rel=${relation}`,
    `s=${strength}&cond=${conditional}`,
    `s=${strength}&pos=${token.tag.slice(0, 1)}`,
    `given=${given}&v=${value}&${sign}`,
    `v=${value}&${sign}`,
    `v=${value}&tense=${tense}`,
    `given=${given}&v=${value}&tense=${tense}`,
    `given=${given}&v=${value}&cond=${conditional || conditioned}`,
    `tense=${tense}`,
    `rel=${relation}`,
    `passive=${passive}`,
    `outer=${outer}`,
    `~lemma=${token.lemma}`,
    `~lemma=${token.lemma}&v=${value}`,
    `~class=${classOf(view, anchor, 'fine')}`,
    `~class=${classOf(view, anchor, 'broad')}&v=${value}`,
  ];
  const filled = Object.values(roles).filter(({ actors }) => actors.length > 0).length;
  out.push(`s=${strength}&filled=${filled}`, `s=${strength}&v=${value}&filled=${filled}`);
  const inContent = statement !== null && statement.content.some(([start, end]) => start <= token.start && token.start < end);
  const act = statement === null ? 'none' : statement.act;
  out.push(
    `said=${statement === null ? 'no' : inContent ? 'content' : 'cue'}`,
    `act=${act}`,
    `act=${act}&v=${value}`,
    `~act=${act}&e=${entry}`,
  );
  if (statement !== null) out.push(`form=${statement.form}`, `voice=${statement.voice}`, `act=${act}&v=${value}&${sign}`);
  const speaker = statement?.speaker ?? null;
  for (const [name, filling] of Object.entries(roles)) roleFeatures(view, name, filling, value, speaker, out);
  const sentence = view.sentenceOf(anchor);
  out.push(
    `part=${sentence.part}`,
    `at=${Math.min(3, sentence.index)}`,
    `long=${Math.min(5, Math.floor((sentence.last - sentence.first) / 10))}`,
  );
  for (const kid of view.kids(anchor)) {
    const { relation: link, lemma, tag } = view.tokens[kid]!;
    const base = baseOf(link);
    if (base === 'punct' || base === 'aux' || base === 'case') continue;
    out.push(`kid=${base}`, `s=${strength}&kid=${base}`);
    if (
      base === 'obj' ||
      base === 'xcomp' ||
      base === 'ccomp' ||
      base === 'nsubj' ||
      base === 'obl' ||
      base === 'nmod' ||
      base === 'advmod'
    ) {
      const noun = nounClass(view, kid);
      if (noun !== '') out.push(`${base}.noun=${noun}`, `${base}.noun=${noun}&v=${value}`);
      if (!tag.startsWith('NNP'))
        out.push(`~${base}=${lemma}`, `~${base}.class=${classOf(view, kid, 'broad')}`, `~${base}.class=${classOf(view, kid, 'fine')}`);
    }
  }
  const seen = new Set<string>();
  const first = view.tokenAt(evidence[0]);
  for (let i = first; i < view.tokens.length && view.tokens[i]!.start < evidence[1] && i < first + 40; i++) {
    const { tag, lemma } = view.tokens[i]!;
    const noun = nounClass(view, i);
    if (noun !== '') seen.add(`has=${noun}`).add(`has=${noun}&v=${value}`);
    if (CLOSED.test(tag) && tag !== 'MD') continue;
    if (tag.startsWith('NNP')) continue;
    seen.add(`~w=${lemma}`).add(`~w=${lemma}&v=${value}`);
    const broad = classOf(view, i, 'broad');
    if (broad !== '') seen.add(`~c=${broad}`).add(`~c=${broad}&v=${value}`);
  }
  out.push(...seen);
  if (timesIn(view, evidence[0], evidence[1]).length > 0) out.push('time', `time&v=${value}`);
  if (placesIn(view, evidence[0], evidence[1]).length > 0) out.push('place');
  out.push(...(more ?? []));
  return out;
}
