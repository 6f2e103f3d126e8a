// The form of a statement: whether its words all stand in double quotation marks, some do, or none.
import type { Statement } from '../../terms/reading.js';
import { isDoubled } from '../doubled-marks.js';

type Form = Statement['form'];
type Pair = readonly [number, number];

/** Which UTF-16 units stand inside double quotation marks; a mark left open closes with its line. Linear. */
export function quotedUnits(text: string): Uint8Array {
  const inside = new Uint8Array(text.length);
  let open = -1;
  for (let i = 0; i <= text.length; i++) {
    const c = text[i];
    if (i === text.length || c === '\n') {
      if (open >= 0) inside.fill(1, open, i);
      open = -1;
      continue;
    }
    const width = isDoubled(text, i, text.length) ? 2 : 1;
    if (open < 0) {
      if (c === '“' || c === '«' || c === '"' || width === 2) open = i;
    } else if (c === '”' || c === '»' || c === '"' || width === 2) {
      inside.fill(1, open, i + width);
      open = -1;
    }
    i += width - 1;
  }
  return inside;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** `direct` where every word is quoted, `indirect` where none is. */
export function formOf(text: string, content: readonly Pair[], quoted: Uint8Array): Form {
  let words = 0;
  let inside = 0;
  for (const [start, end] of content) {
    for (const found of text.slice(start, end).matchAll(WORD)) {
      words++;
      if (quoted[start + found.index] === 1) inside++;
    }
  }
  if (inside === 0) return 'indirect';
  return inside === words ? 'direct' : 'mixed';
}
