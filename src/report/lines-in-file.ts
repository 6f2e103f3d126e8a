// Which line of a file the words of its clean text stand on, so that a person can go there with an editor.
import { linesOf } from './lines.js';

const isWord = (unit: number): boolean =>
  unit > 32 &&
  unit !== 0xa0 &&
  unit !== 0xad &&
  unit !== 0xfeff &&
  !(unit >= 0x2000 && unit <= 0x200f) &&
  !(unit >= 0x2028 && unit <= 0x202f) &&
  unit !== 0x3000;

/**
 * Gives the line (from 1) of the raw text on which an offset of the clean text stands. Both have the same signs but for white space; where they
 * have not (accents put together, a hyphen taken out), the line is found from the share of signs before it, which is at most a line off.
 */
export function linesInFile(raw: string, clean: string): (offset: number) => number {
  const before: number[] = [];
  let signs = 0;
  for (const line of linesOf(raw)) {
    before.push(signs);
    for (let i = line.start; i < line.end; i++) if (isWord(raw.charCodeAt(i))) signs++;
  }
  const at = new Uint32Array(clean.length + 1);
  let seen = 0;
  for (let i = 0; i < clean.length; i++) {
    at[i] = seen;
    if (isWord(clean.charCodeAt(i))) seen++;
  }
  at[clean.length] = seen;
  const share = seen === 0 ? 1 : signs / seen;
  return (offset) => {
    const wanted = Math.floor((at[Math.min(offset, clean.length)] ?? 0) * share);
    let low = 0;
    let high = before.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((before[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, low);
  };
}
