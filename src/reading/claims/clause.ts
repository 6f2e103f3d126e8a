// Where the words of a claim stand: the clause around a predicate, the phrase around a noun.
import type { Statement } from '../../terms/reading.js';
import type { Span } from '../../terms/span.js';
import { baseOf } from './syntax.js';
import type { ClaimView } from './view.js';

const MARKS = /[\s,;:.–—-]/;

/** Without white space and loose punctuation at its ends. */
function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && MARKS.test(text[from]!)) from++;
  while (to > from && MARKS.test(text[to - 1]!)) to--;
  return from < to ? [from, to] : [start, end];
}

/** Tokens below a token that belong to its own clause: what is coordinated or inserted with a verb of its own is left out. */
function subtree(view: ClaimView, token: number, whole: boolean): readonly [first: number, last: number] {
  let first = token;
  let last = token;
  const stack = [token];
  let steps = 0;
  while (stack.length > 0 && steps++ < 400) {
    const at = stack.pop()!;
    if (at < first) first = at;
    if (at > last) last = at;
    for (const kid of view.kids(at)) {
      const { relation, tag } = view.tokens[kid]!;
      const base = baseOf(relation);
      if (at === token && !whole && (base === 'parataxis' || (base === 'conj' && tag.startsWith('V') && view.kids(kid).length > 1)))
        continue;
      if (base === 'punct') continue;
      stack.push(kid);
    }
  }
  return [first, last + 1];
}

const spanOf = (view: ClaimView, first: number, last: number): Span =>
  trimmed(view.text, view.tokens[first]!.start, view.tokens[Math.max(first, last - 1)]!.end);

/** The phrase a noun heads. */
export function phraseSpan(view: ClaimView, token: number): Span {
  const [first, last] = subtree(view, token, true);
  return spanOf(view, first, last);
}

/** The part of a span that a statement's words hold, where they share any. */
export function clipTo(span: Span, statement: Statement | null): Span {
  if (statement === null) return span;
  let best: Span | null = null;
  for (const [start, end] of statement.content) {
    const from = Math.max(start, span[0]);
    const to = Math.min(end, span[1]);
    if (from < to && (best === null || to - from > best[1] - best[0])) best = [from, to];
  }
  return best ?? span;
}

/** The clause a predicate heads; in a sentence without a parse, the stretch between commas and semicolons around it. */
export function clauseSpan(view: ClaimView, token: number): Span {
  const { relation, head } = view.tokens[token]!;
  const sentence = view.sentenceOf(token);
  if (relation === '') {
    let first = token;
    let last = token + 1;
    while (first > sentence.first && !/^[,;:]$/.test(view.tokens[first - 1]!.text)) first--;
    while (last < sentence.last && !/^[,;:]$/.test(view.tokens[last]!.text)) last++;
    return spanOf(view, first, last);
  }
  const base = baseOf(relation);
  const [first, last] = subtree(view, token, false);
  if ((base === 'acl' || base === 'amod' || base === 'appos') && head >= 0)
    return spanOf(view, Math.min(first, head), Math.max(last, head + 1));
  return spanOf(view, first, last);
}
