// The room's word lists, read from data/report once, when first asked for.
import { readFileSync } from 'node:fs';
import { plainLine, wordCount } from './lines.js';

/** The rows of a tab-separated list without its comments. */
function rowsOf(name: string): string[][] {
  const path = new URL(`../../data/report/${name}.tsv`, import.meta.url);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export interface Agency {
  readonly name: string;
  readonly service: 'news' | 'photo';
}

/** Agencies by alias. Initials are looked up as they stand; longer names also in capitals. */
export const agencies = once((): ReadonlyMap<string, Agency> => {
  const found = new Map<string, Agency>();
  for (const [alias = '', name = '', service = ''] of rowsOf('agencies')) {
    const agency: Agency = { name, service: service === 'photo' ? 'photo' : 'news' };
    found.set(alias, agency);
    if (alias.length > 3) found.set(alias.toUpperCase(), agency);
  }
  return found;
});

export const agencyNamed = (alias: string): Agency | undefined =>
  agencies().get(alias.trim().replace(/^The (?=\p{Lu}\p{Ll})/u, '')) ?? agencies().get(alias.trim());

/** Words in capitals that begin a line and are no place. */
export const labels = once((): ReadonlySet<string> => new Set(rowsOf('labels').map(([label = '']) => label)));

type Where = 'any' | 'head' | 'tail';
interface Furniture {
  readonly whole: ReadonlyMap<string, Where>;
  /** By first word, so that a line is compared with a few entries only. */
  readonly starts: ReadonlyMap<string, readonly { readonly words: string; readonly where: Where }[]>;
  readonly holds: readonly { readonly words: string; readonly where: Where }[];
}

const firstWord = (line: string): string => line.split(' ', 1)[0] ?? '';

const furniture = once((): Furniture => {
  const whole = new Map<string, Where>();
  const starts = new Map<string, { words: string; where: Where }[]>();
  const holds: { words: string; where: Where }[] = [];
  for (const [form = '', place = '', words = ''] of rowsOf('boilerplate')) {
    const where: Where = place === 'head' || place === 'tail' ? place : 'any';
    if (form === 'whole') whole.set(words, where);
    else if (form === 'holds') holds.push({ words, where });
    else {
      const key = firstWord(words);
      const list = starts.get(key) ?? [];
      list.push({ words, where });
      starts.set(key, list);
    }
  }
  return { whole, starts, holds };
});

/** True where a line is furniture of a page, mail or database rather than part of the report. `at` tells where in the report it stands. */
export function isFurniture(line: string, at: { readonly head: boolean; readonly tail: boolean }): boolean {
  if (line.length > 500) return false;
  const plain = plainLine(
    line.replace(/^[[(«‹<>–—•*\s-]+(?=\S)/u, (marks) => (marks.includes('(') ? '(' : marks.includes('[') ? '[' : '')),
  );
  const here = (where: Where | undefined): boolean => where === 'any' || (where === 'head' && at.head) || (where === 'tail' && at.tail);
  const { whole, starts, holds } = furniture();
  if (here(whole.get(plain)) || here(whole.get(plain.replace(/^\(|\)$/g, '').replace(/^\d{1,4} | \(?\d{1,4}\)?$/g, '')))) return true;
  const words = wordCount(line, 61);
  const bounded = (entry: string): boolean => plain.startsWith(entry) && !/^[\p{L}\p{N}]/u.test(plain.slice(entry.length));
  if (words <= 30 && (starts.get(firstWord(plain)) ?? []).some((entry) => here(entry.where) && bounded(entry.words))) return true;
  return words <= 60 && holds.some((entry) => here(entry.where) && plain.includes(entry.words));
}

/** The languages that use a small word, for every small word known. */
export const languageWords = once((): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const [language = '', words = ''] of rowsOf('languages')) {
    for (const word of words.split(' ')) found.set(word, [...(found.get(word) ?? []), language]);
  }
  return found;
});
