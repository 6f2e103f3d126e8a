// Finds a name in any text: without case or accents, with any signs between its words ("DOE,\nJANE", "jane-doe"), and never inside a longer word.
import { ParleyError } from '../../terms/errors.js';
import type { Span } from '../../terms/span.js';

/** Where a name stands in a text, in order, without overlaps. */
export type FindName = (text: string) => readonly Span[];

/** Signs that may stand between two words of a name: "Jane Doe", "Doe, Jane", "jane_doe", "jane%20doe". */
const BETWEEN = '(?:[^\\p{L}\\p{N}]|%20){1,6}?';
/** Scripts written without spaces, in which a name has no edges. */
const RUNS_ON = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

interface Folded {
  readonly text: string;
  /** From each unit of the folded text to where it comes from; null: the same place. */
  readonly from: readonly number[] | null;
}

const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text);

const foldSign = (sign: string): string =>
  sign
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

function fold(text: string): Folded {
  if (isAscii(text)) return { text: text.toLowerCase(), from: null };
  let folded = '';
  const from: number[] = [];
  let at = 0;
  for (const sign of text) {
    const plain = sign.charCodeAt(0) < 128 ? sign.toLowerCase() : foldSign(sign);
    for (let i = 0; i < plain.length; i++) from.push(at);
    folded += plain;
    at += sign.length;
  }
  from.push(at);
  return { text: folded, from };
}

/** The words of a name as they are looked for. Throws `bad-option` for a name of fewer than two letters. */
function wordsOf(name: string): readonly string[] {
  const words = fold(name).text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.join('').length < 2) throw new ParleyError('bad-option', JSON.stringify(name));
  return words;
}

/** One finder for several ways to write one name. Throws `bad-option` for what is no name. */
export function nameFinder(names: readonly string[]): FindName {
  const patterns = names.map((name) => {
    const words = wordsOf(name);
    const [first = '', last = ''] = [words[0], words.at(-1)];
    const open = RUNS_ON.test(first) ? '' : '(?<![\\p{L}\\p{N}])';
    const close = RUNS_ON.test(last) ? '' : '(?![\\p{L}\\p{N}])';
    return open + words.join(BETWEEN) + close;
  });
  // The longest first: where two begin at one place it is the whole that is meant.
  const pattern = new RegExp(patterns.sort((a, b) => b.length - a.length).join('|'), 'gu');
  return (text) => {
    const folded = fold(text);
    const place = (at: number): number => folded.from?.[at] ?? at;
    return [...folded.text.matchAll(pattern)].map(({ 0: found, index }): Span => {
      const end = index + found.length;
      // Marks over the last letter belong to it: the next sign that was kept begins after them.
      return [place(index), folded.from === null ? end : (folded.from[end] ?? text.length)];
    });
  };
}
