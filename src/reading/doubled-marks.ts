// Two single quotation marks that stand for a double one, as wires and old typescripts have them: ''so'', ``so''.
import { isSpace } from './characters.js';

const MARKS = new Set(["'", '’', '‘', '`']);

/** What a double mark in two characters reads as. */
export const DOUBLED: ReadonlySet<string> = new Set([...MARKS].map((mark) => mark + mark));

/**
 * True where such a pair begins at `at`; `end` is where the paragraph ends. Of three marks in a row the single one stands inside: first where they close,
 * last where they open.
 */
export function isDoubled(text: string, at: number, end: number): boolean {
  const mark = text[at];
  if (mark === undefined || !MARKS.has(mark) || text[at + 1] !== mark || at + 2 > end) return false;
  if (text[at + 2] !== mark || at + 3 > end || text[at + 3] === mark) return true;
  return at === 0 || isSpace(text.charCodeAt(at - 1));
}
