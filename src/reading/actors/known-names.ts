// Finds the names of states, bodies and outlets that the lexicon knows, longest first, left to right.
import { firstWordOf, type KnownName } from './lexicon.js';
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

/** All known names, none inside another. */
export function findKnownNames(view: View): KnownSpan[] {
  const found: KnownSpan[] = [];
  for (let at = 0; at < view.tokens.length; ) {
    const span = view.capital[at] === 1 || view.tokens[at]!.text === 'dpa' ? longestAt(view, at) : null;
    if (span !== null) found.push(span);
    at = span?.last ?? at + 1;
  }
  return found;
}
