// The stretch of tokens in which a cue's source and content are looked for: its sentence, the quotes that lead to it, and those that follow.
import type { Facts } from './facts.js';

export interface Window {
  readonly first: number;
  readonly last: number;
}

const MOST_SENTENCES = 14;
const MOST_TOKENS = 400;
/** Outside a quotation nothing further from the cue is looked at. */
const NEAR = 120;

/** True when the sentence that begins at `first` begins with an opening quotation mark. */
const beginsQuoted = (facts: Facts, first: number): boolean => first < facts.count && (facts.marks[first]! & 1) !== 0;

/**
 * The cue's sentence; before it the sentences of a quote that runs into it or ends just before it; after it those of a quote that runs on and the sentences
 * of its paragraph that begin with a quotation mark, and the next paragraph where the quote is left open.
 */
export function windowOf(facts: Facts, cueFirst: number, cueLast: number): Window {
  const { sentenceFirst, sentenceLast, quote, paragraph, marks, flags, count } = facts;
  let first = sentenceFirst[cueFirst]!;
  let last = sentenceLast[cueLast - 1]!;
  const mayLead = quote[cueFirst]! < 0 && !holdsQuote(facts, first, cueFirst);
  for (let n = 0; n < MOST_SENTENCES && first > 0 && cueFirst - first < MOST_TOKENS; n++) {
    const before = first - 1;
    if (paragraph[before] !== paragraph[first]) break;
    const runsOn = quote[before]! >= 0 && quote[before] === quote[first];
    const leads = n === 0 && mayLead && (marks[before]! & 2) !== 0;
    if (!runsOn && !leads) break;
    first = sentenceFirst[before]!;
  }
  for (let n = 0; n < MOST_SENTENCES && last < count && last - cueLast < MOST_TOKENS; n++) {
    const runsOn = quote[last]! >= 0 && quote[last] === quote[last - 1];
    const sameParagraph = paragraph[last] === paragraph[last - 1];
    const open = !sameParagraph && quote[last - 1]! >= 0 && (marks[last - 1]! & 4) === 0 && beginsQuoted(facts, last);
    const announced = n === 0 && !sameParagraph && (flags[last - 1]! & 64) !== 0;
    if (!runsOn && !open && !announced && !(sameParagraph && beginsQuoted(facts, last) && isQuoted(facts, last))) break;
    last = sentenceLast[last]!;
  }
  // A text without full stops is one sentence: what is looked at stays near the cue.
  let near = Math.max(first, cueFirst - NEAR);
  while (near > first && facts.joined[near] === 1 && cueFirst - near < MOST_TOKENS) near--;
  let far = Math.min(last, cueLast + NEAR);
  while (far < last && facts.joined[far] === 1 && far - cueLast < MOST_TOKENS) far++;
  return { first: near, last: far };
}

const holdsQuote = (facts: Facts, first: number, last: number): boolean => {
  for (let i = first; i < last; i++) if (facts.quote[i]! >= 0) return true;
  return false;
};

/** True when the quotation that begins a sentence reaches its end. */
const isQuoted = (facts: Facts, first: number): boolean => {
  const last = facts.sentenceLast[first]! - 1;
  return facts.quote[last] === facts.quote[first] || (last > first && facts.quote[last - 1] === facts.quote[first]);
};
