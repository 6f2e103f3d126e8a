// Features as they are told and as they are kept: a finder tells them in words, tell`+step=${step}&thing=${thing}`, the list holds their hashes.
import { hashText, mix } from '../hashing.js';

/** Rows of the table that features are hashed to: 2 ** BITS. */
export const BITS = 16;
const MASK = 2 ** BITS - 1;

/**
 * What a feature counts, by its first mark. Few examples stand behind a single word ("~"), many behind what the lexicon and the frame tell ("+"): the
 * penalty on weights holds the small ones back and lets the large ones through.
 */
const SIZES = [1, 1.6, 0.3] as const;
const MARKS = ['', '+', '~'] as const;

/** Features of one thing weighed, each once: its row in the low bits of an id, what it counts above them. */
export interface Features {
  readonly ids: Int32Array;
  /** The words of each, where a person asks; else null. */
  readonly names: readonly string[] | null;
}

export const rowOf = (id: number): number => id & MASK;
export const sizeOf = (id: number): number => SIZES[id >>> BITS]!;

/** A value with its hash, for what is told often. */
export interface Word {
  readonly text: string;
  readonly hash: number;
  toString(): string;
}

export type Value = string | number | boolean | Word;

/** Tells one feature: a template with at most four values. */
export type Tell = (parts: TemplateStringsArray, a?: Value, b?: Value, c?: Value, d?: Value) => void;

export interface Teller {
  /** The features that `make` tells, in their order, each once. */
  list(make: (tell: Tell) => void): Features;
  /** A value whose hash is looked up once for many features. */
  word(text: string): Word;
}

/** Values whose hashes are kept: the same words come again and again. */
const KEPT = 20_000;

interface Template {
  readonly hash: number;
  readonly size: number;
}

function templateOf(words: TemplateStringsArray): Template {
  return {
    hash: hashText(words.join('\u0001')),
    size: Math.max(0, MARKS.indexOf(words[0]![0] === '+' ? '+' : words[0]![0] === '~' ? '~' : '')),
  };
}

const numberHash = (value: number): number => Math.imul(value + 1, 0x9e3779b1);

/** A teller; `named` keeps the words too. */
export function tellerOf(named: boolean): Teller {
  const templates = new Map<TemplateStringsArray, Template>();
  const words = new Map<string, Word>();
  const seen = new Uint32Array(2 ** BITS);
  let list = 0;
  let ids = new Int32Array(256);
  let count = 0;
  let names: string[] = [];
  const wordOf = (text: string): Word => {
    let word = words.get(text);
    if (word === undefined) {
      if (words.size >= KEPT) words.clear();
      word = { text, hash: hashText(text), toString: () => text };
      words.set(text, word);
    }
    return word;
  };
  const hashOf = (value: Value): number => {
    if (typeof value === 'object') return value.hash;
    if (typeof value === 'string') return wordOf(value).hash;
    if (typeof value === 'number') return numberHash(value);
    return value ? 0x2545f491 : 0x1b873593;
  };
  const tell: Tell = (parts, a, b, c, d) => {
    let template = templates.get(parts);
    if (template === undefined) {
      template = templateOf(parts);
      templates.set(parts, template);
    }
    let { hash } = template;
    if (a !== undefined) hash = mix(hash, hashOf(a));
    if (b !== undefined) hash = mix(hash, hashOf(b));
    if (c !== undefined) hash = mix(hash, hashOf(c));
    if (d !== undefined) hash = mix(hash, hashOf(d));
    const row = hash & MASK;
    if (seen[row] === list) return;
    seen[row] = list;
    if (count === ids.length) {
      const wider = new Int32Array(2 * count);
      wider.set(ids);
      ids = wider;
    }
    ids[count++] = row | (template.size << BITS);
    if (named) names.push(String.raw({ raw: parts }, ...[a, b, c, d].slice(0, parts.length - 1)));
  };
  return {
    word: wordOf,
    list: (make) => {
      list++;
      count = 0;
      names = [];
      make(tell);
      return { ids: ids.slice(0, count), names: named ? names : null };
    },
  };
}
