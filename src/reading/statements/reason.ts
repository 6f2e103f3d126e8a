// Why an anonymous speaker is not named, in the report's words: "on condition of anonymity", "not authorised to speak to the press".
import type { Token } from '../draft.js';

const TRIGGERS =
  /^(condition|anonymity|anonymous|authorised|authorized|cleared|allowed|permitted|unnamed|named|identified|quoted|name|background)$/;
const STARTS = new Set([
  'who',
  'speaking',
  'on',
  'not',
  'because',
  'since',
  'requesting',
  'asking',
  'insisting',
  'declining',
  'as',
  'under',
]);
const REACH = 24;

/** The clause of the sentence, outside the content, that gives the reason; null where none does. Tokens half-open. */
export function reasonOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  within: (token: number) => boolean,
): [number, number] | null {
  for (let i = first; i < last; i++) {
    if (within(i) || !TRIGGERS.test(tokens[i]!.lower)) continue;
    let from = -1;
    for (let at = i - 1; at >= Math.max(first, i - REACH) && !within(at); at--) {
      if (tokens[at]!.text === '.' || tokens[at]!.text === ';') break;
      if (STARTS.has(tokens[at]!.lower)) from = at;
      if (tokens[at]!.text === ',') break;
    }
    if (from < 0) continue;
    let to = i + 1;
    while (to < last && to < i + REACH && !within(to) && !/^[,.;:—–]$/.test(tokens[to]!.text)) to++;
    return [from, to];
  }
  return null;
}
