// Turns of a transcript: paragraphs that begin with the label of a speaker, whose words are all one statement.
import type { Candidate } from '../attribution/candidates.js';
import type { Draft, Token } from '../draft.js';

export interface Turn {
  /** Spans of the label with its note, of the colon, and of the words said. */
  readonly label: [number, number];
  readonly colon: [number, number];
  readonly words: [number, number];
  /** First token of the label, and one past its name (without a note in brackets). */
  readonly first: number;
  readonly nameLast: number;
}

/** Labels of those who make the programme: their words are the report's own. */
const STAFF = new Set([
  'presenter',
  'correspondent',
  'host',
  'reporter',
  'anchor',
  'announcer',
  'interviewer',
  'moderator',
  'narrator',
  'editor',
  'question',
  'q',
  'newsreader',
]);
const RECORDED = new Set([
  'recording',
  'recorded',
  'tape',
  'clip',
  'archive',
  'audio',
  'video',
  'soundbite',
  'actuality',
  'translation',
  'interpreter',
]);
const LONGEST_LABEL = 12;
/** So many paragraphs with a label make a transcript. */
const FEWEST = 4;

interface Labelled {
  readonly turn: Turn;
  readonly staff: boolean;
  readonly recorded: boolean;
}

/** The turns that are statements: those marked as recorded where any is, else those of everybody but the programme's own. */
export function turnsOf({ text, tokens, sentences }: Pick<Draft, 'tokens' | 'sentences'> & { readonly text: string }): Turn[] {
  const labelled: Labelled[] = [];
  for (let s = 0; s < sentences.length; s++) {
    const { first, paragraph } = sentences[s]!;
    if (s > 0 && sentences[s - 1]!.paragraph === paragraph) continue;
    let end = s;
    while (end + 1 < sentences.length && sentences[end + 1]!.paragraph === paragraph) end++;
    const last = sentences[end]!.last;
    let colon = first;
    while (colon < last && colon < first + LONGEST_LABEL && tokens[colon]!.text !== ':') colon++;
    if (colon === first || colon + 1 >= last || tokens[colon]!.text !== ':') continue;
    let nameLast = first;
    while (nameLast < colon && tokens[nameLast]!.text !== '(' && tokens[nameLast]!.text !== ',') nameLast++;
    const name = tokens.slice(first, nameLast);
    const letters = name.map((token) => token.text).join('');
    if (nameLast === first || letters !== letters.toUpperCase() || letters === letters.toLowerCase()) continue;
    const note = tokens.slice(nameLast, colon).map(({ lower }) => lower);
    labelled.push({
      staff: name.some(({ lower }) => STAFF.has(lower)),
      recorded: note.some((word) => RECORDED.has(word)),
      turn: {
        label: [tokens[first]!.start, tokens[colon - 1]!.end],
        colon: [tokens[colon]!.start, tokens[colon]!.end],
        words: [tokens[colon + 1]!.start, tokens[last - 1]!.end],
        first,
        nameLast,
      },
    });
  }
  if (
    labelled.length < FEWEST ||
    text.length === 0 ||
    new Set(labelled.map(({ turn }) => text.slice(...turn.label))).size === labelled.length
  )
    return [];
  const some = labelled.some(({ recorded }) => recorded);
  return labelled.filter(({ staff, recorded }) => (some ? recorded : !staff)).map(({ turn }) => turn);
}

/** True where a colon follows the label of somebody who makes the programme: what comes after it is the report's own. */
export function isStaff(tokens: readonly Token[], { cue, source }: Candidate): boolean {
  if (tokens[cue.last - 1]!.text !== ':' || cue.last - cue.first > 1) return false;
  return source.some(([a, b]) => tokens.slice(a, Math.min(b, a + LONGEST_LABEL)).some(({ lower }) => STAFF.has(lower)));
}
