// Finds the stretches in quotation marks, paragraph by paragraph; straight marks, and two single ones for a double, open or close by the white space around them.

import { isSpace } from './characters.js';
import { isDoubled } from './doubled-marks.js';
import type { Quote } from './draft.js';
import type { Paragraph } from './paragraphs.js';
import { step } from './step.js';

const OPENING = new Map([
  ['“', '”'],
  ['„', '”'],
  ['«', '»'],
]);
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** What may stand before a straight mark that opens, beside white space. */
const BEFORE_OPENING = /[([{\-–—―/“‘'"]/u;
/** A single mark that closes stands after one of these, or after a word that cannot be a possessive. */
const ENDS_SPEECH = /[.,!?…]/u;

/** Double marks of one paragraph. */
function doubleQuotes(text: string, { start, end }: Paragraph, out: Quote[]): void {
  let opened = -1;
  let openedWidth = 1;
  let closing = '';
  for (let at = start; at < end; at++) {
    const mark = text[at]!;
    const width = isDoubled(text, at, end) ? 2 : 1;
    if (width === 2 || mark === '"' || mark === '\u201f') {
      const before = at === start ? ' ' : text[at - 1]!;
      const after = at + width === end ? ' ' : text[at + width]!;
      const mayOpen = (isSpace(before.charCodeAt(0)) || BEFORE_OPENING.test(before)) && !isSpace(after.charCodeAt(0));
      const mayClose = !isSpace(before.charCodeAt(0));
      if (opened >= 0 && closing === '"' && (mayClose || !mayOpen)) {
        // Right after its own opening it encloses nothing and opens anew.
        const empty = at <= opened + openedWidth;
        if (!empty) out.push({ start: opened, end: at + width, closed: true });
        opened = empty ? at : -1;
        openedWidth = width;
      } else if (opened >= 0 && closing === '"' && mayOpen) {
        // The one before was never closed: it ends where the new one opens.
        out.push({ start: opened, end: trimmedEnd(text, opened, at), closed: false });
        opened = at;
        openedWidth = width;
      } else if (opened < 0 && (mayOpen || !mayClose)) {
        opened = at;
        openedWidth = width;
        closing = '"';
      }
      at += width - 1;
    } else if (opened < 0 && OPENING.has(mark)) {
      opened = at;
      closing = OPENING.get(mark)!;
    } else if (opened >= 0 && closing !== '"' && (mark === closing || (closing === '”' && mark === '“' && text[opened] === '„'))) {
      out.push({ start: opened, end: at + 1, closed: true });
      opened = -1;
    } else if (opened >= 0 && closing === '”' && mark === '“') {
      out.push({ start: opened, end: trimmedEnd(text, opened, at), closed: false });
      opened = at;
    } else if (opened >= 0 && (mark === '”' || mark === '»')) {
      out.push({ start: opened, end: at + 1, closed: true });
      opened = -1;
    }
  }
  if (opened >= 0) out.push({ start: opened, end, closed: false });
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start + 1 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Single marks outside double ones, as headlines and British papers have them; what could be an apostrophe alone is none. */
function singleQuotes(text: string, { start, end }: Paragraph, doubles: readonly Quote[], out: Quote[]): void {
  let next = 0;
  let opened = -1;
  let likely = -1;
  const close = (): void => {
    if (opened >= 0 && likely >= 0) out.push({ start: opened, end: likely + 1, closed: true });
    opened = -1;
    likely = -1;
  };
  for (let at = start; at < end; at++) {
    while (next < doubles.length && doubles[next]!.end <= at) next++;
    const double = doubles[next];
    if (double && double.start <= at) {
      close();
      at = double.end - 1;
      continue;
    }
    const mark = text[at]!;
    if (mark !== "'" && mark !== '‘' && mark !== '’') continue;
    if (isDoubled(text, at, end)) {
      at++;
      continue;
    }
    const before = at === start ? ' ' : text[at - 1]!;
    const after = at + 1 === end ? ' ' : text[at + 1]!;
    if (mark !== '’' && (isSpace(before.charCodeAt(0)) || BEFORE_OPENING.test(before)) && LETTER_OR_DIGIT.test(after)) {
      close();
      if (mark === '‘' || !/\d/.test(after)) opened = at;
    } else if (opened >= 0 && mark !== '‘' && !isSpace(before.charCodeAt(0)) && !LETTER_OR_DIGIT.test(after)) {
      const sure = ENDS_SPEECH.test(before);
      if (likely < 0 || sure || before === 's') likely = at;
      if (sure || before !== 's') close();
    }
  }
  close();
}

/** The quotations of a text in order; none overlaps another. */
export function quotesOf(text: string, paragraphs: readonly Paragraph[]): Quote[] {
  const out: Quote[] = [];
  for (const paragraph of paragraphs) {
    const doubles: Quote[] = [];
    doubleQuotes(text, paragraph, doubles);
    const first = out.length;
    singleQuotes(text, paragraph, doubles, out);
    const singles = out.splice(first);
    let next = 0;
    for (const double of doubles) {
      while (next < singles.length && singles[next]!.start < double.start) out.push(singles[next++]!);
      out.push(double);
    }
    for (; next < singles.length; next++) out.push(singles[next]!);
  }
  return out;
}

export const quotesStep = step({
  name: 'quotes',
  needs: ['input', 'paragraphs'],
  gives: ['quotes'],
  run: ({ input, paragraphs }) => ({ quotes: quotesOf(input.text, paragraphs) }),
});
