// Finds the names of states, bodies and outlets that the lexicon knows, longest first, left to right.
import { firstWordOf, isMovement, type KnownName } from './lexicon.js';
import type { View } from './view.js';

/** A known name at tokens `first` to `last` (half-open). */
export interface KnownSpan {
  readonly first: number;
  readonly last: number;
  readonly known: KnownName;
}

/** The entry whose words stand at token `at`, and the token after its last one; a hyphen inside a token may end it ("UN-backed"). */
function longestAt({ text, tokens, lexicon }: View, at: number): KnownSpan | null {
  const start = tokens[at]!.start;
  const candidates = lexicon.names.get(firstWordOf(text.slice(start, start + 40)));
  if (candidates === undefined) return null;
  for (const { text: name, known } of candidates) {
    const end = start + name.length;
    const words = text.slice(start, end);
    if (words !== name && (known.exact || words !== name.toUpperCase())) continue;
    if (/[\p{L}\p{N}]/u.test(text[end] ?? '')) continue;
    let last = at;
    while (last < tokens.length && tokens[last]!.start < end) last++;
    const lastEnd = tokens[last - 1]!.end;
    if (lastEnd === end || (text[end] === '-' && last === at + 1) || (lastEnd === end + 1 && text[end] === '.'))
      return { first: at, last, known };
  }
  return null;
}

/** The short name that a bracket after a known name introduces ("the Front for Change (FFC)"), or ''. */
function shortAfter({ tokens }: View, last: number): string {
  const short = tokens[last + 1]?.text ?? '';
  return tokens[last]?.text === '(' && tokens[last + 2]?.text === ')' && /^\p{Lu}[\p{Lu}\p{N}/-]+$/u.test(short) ? short : '';
}

/** All known names, none inside another, and the short names the report introduces for them. */
export function findKnownNames(view: View): KnownSpan[] {
  const { tokens } = view;
  const found: KnownSpan[] = [];
  const free: number[] = [];
  const introduced = new Map<string, KnownName>();
  for (let at = 0; at < tokens.length; ) {
    const span = view.capital[at] === 1 || tokens[at]!.text === 'dpa' ? longestAt(view, at) : null;
    if (span === null) free.push(at);
    else {
      found.push(span);
      const short = isMovement(span.known) ? shortAfter(view, span.last) : '';
      if (short !== '') introduced.set(short, span.known);
    }
    at = span?.last ?? at + 1;
  }
  if (introduced.size === 0) return found;
  for (const at of free) {
    const known = introduced.get(tokens[at]!.text);
    if (known !== undefined) found.push({ first: at, last: at + 1, known });
  }
  return found.sort((a, b) => a.first - b.first);
}
