// The texts of a claim: what is undertaken, demanded or asked, as words of the report on one line.
import type { Span } from '../../terms/span.js';
import { clipTo, phraseSpan } from './clause.js';
import { headsIn } from './fill.js';
import type { Proposal } from './propose.js';

const LONGEST = 240;

/** The words of a span on one line, without "to" or "that" at the start. */
export function lineOf(text: string, [start, end]: Span): string {
  const words = text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:that|to|for|of|on|with|about|against|over) /i, '');
  return words.length > LONGEST ? `${words.slice(0, words.lastIndexOf(' ', LONGEST))} …` : words;
}

/** The words in the slots of a role, else the words of the claim. */
export function textOf({ view, match, statement, evidence }: Proposal, role: string): string {
  for (const slot of match.trigger.frame.get(role) ?? []) {
    const head = headsIn(view, match, slot)[0];
    if (head === undefined) continue;
    const line = lineOf(view.text, clipTo(phraseSpan(view, head), statement));
    if (line !== '') return line;
  }
  return lineOf(view.text, evidence);
}
