// The manner of an attribution: whether the source says it, believes it, feels it, wants it or perceives it.

import type { Candidate } from './candidates.js';
import type { Facts } from './facts.js';
import { SENSE } from './senses.js';
import { CONTENT_TO } from './words.js';

export const MANNERS = ['speech', 'belief', 'intent', 'attitude', 'perception', 'other'] as const;
export type Manner = (typeof MANNERS)[number];

/** By the senses of the cue's main word, its quotation marks and the "to" that begins what is wanted. */
export function mannerOf(facts: Facts, { cue, facts: about, content }: Candidate): Manner {
  const first = content[0]?.[0] ?? about.head;
  const quoted = content.some(([a, b]) => {
    for (let i = a; i < b; i++) if (facts.quote[i]! >= 0) return true;
    return false;
  });
  let sense = about.sense;
  for (let i = cue.first; i < cue.last; i++) if ((facts.sense[i]! & SENSE.main) !== 0) sense |= facts.sense[i]!;
  if ((sense & SENSE.communication) !== 0 || quoted || isMark(facts, cue)) return 'speech';
  if (facts.word[first] === CONTENT_TO) return 'intent';
  if ((sense & SENSE.cognition) !== 0) return 'belief';
  if ((sense & SENSE.emotion) !== 0) return 'attitude';
  return (sense & SENSE.perception) !== 0 ? 'perception' : 'other';
}

/** True where the cue is no word: a colon or a dash. */
function isMark(facts: Facts, { first, last }: Candidate['cue']): boolean {
  for (let i = first; i < last; i++) if ((facts.flags[i]! & 1) === 0) return false;
  return true;
}
