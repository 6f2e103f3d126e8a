// Turns of a transcript: paragraphs that begin with the label of a speaker, whose words are all one statement.
import type { Draft, Sentence, Token } from '../draft.js';
import type { Candidate } from './candidates.js';

export interface Turn {
  /** Spans of the label with its note, of the colon, and of the words said. */
  readonly label: [number, number];
  readonly colon: [number, number];
  readonly words: [number, number];
  /** First token of the label, one past its name (without a note in brackets), the colon's token, and one past the last of the words said. */
  readonly first: number;
  readonly nameLast: number;
  readonly colonAt: number;
  readonly last: number;
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
/** A transcript that is quoted whole has a mark before each label. */
const MARK = /^(?:["“]|''|``)$/;
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
    const { first: begins, paragraph } = sentences[s]!;
    if (s > 0 && sentences[s - 1]!.paragraph === paragraph) continue;
    const marked = MARK.test(tokens[begins]!.text);
    const first = marked ? begins + 1 : begins;
    let end = s;
    while (end + 1 < sentences.length && sentences[end + 1]!.paragraph === paragraph) end++;
    let last = sentences[end]!.last;
    let colon = first;
    while (colon < last && colon < first + LONGEST_LABEL && tokens[colon]!.text !== ':') colon++;
    if (colon === first || colon + 1 >= last || tokens[colon]!.text !== ':') continue;
    let nameLast = first;
    while (nameLast < colon && tokens[nameLast]!.text !== '(' && tokens[nameLast]!.text !== ',') nameLast++;
    const name = tokens.slice(first, nameLast);
    const letters = name.map((token) => token.text).join('');
    if (nameLast === first || letters !== letters.toUpperCase() || letters === letters.toLowerCase()) continue;
    if (marked) last = goesOn(tokens, sentences, end, last);
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
        colonAt: colon,
        last,
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
  const hosted = labelled.some(({ staff }) => staff);
  return labelled
    .filter(({ staff, recorded, turn }) => (some ? recorded : !staff && !(hosted && isColleague(tokens, turn))))
    .map(({ turn }) => turn);
}

/** True for a label of one word that the programme uses by itself only, as a host calls a correspondent: a guest is introduced with a full name or a title. */
function isColleague(tokens: readonly Token[], { first, nameLast }: Turn): boolean {
  if (nameLast - first > 1) return false;
  const { lower } = tokens[first]!;
  const names = (token: Token | undefined, sentence: number): boolean =>
    token !== undefined && token.sentence === sentence && /^\p{Lu}\p{Ll}/u.test(token.text);
  return !tokens.some(
    (token, i) =>
      token.lower === lower &&
      token.text !== token.text.toUpperCase() &&
      (names(tokens[i - 1], token.sentence) || names(tokens[i + 1], token.sentence)),
  );
}

/** Where the words of a turn end whose quotation goes on: past the paragraphs that open with a mark and have neither a label nor a note in brackets. */
function goesOn(tokens: readonly Token[], sentences: readonly Sentence[], end: number, last: number): number {
  let stop = last;
  for (let s = end + 1; s < sentences.length; s++) {
    const { first, last: until, paragraph } = sentences[s]!;
    if (paragraph !== sentences[s - 1]!.paragraph) {
      if (!MARK.test(tokens[first]!.text) || tokens[first + 1]?.text === '(' || first + 1 >= until) break;
      let colon = first + 1;
      while (colon < until && colon < first + LONGEST_LABEL && tokens[colon]!.text !== ':') colon++;
      const label = tokens
        .slice(first + 1, colon)
        .map(({ text }) => text)
        .join('');
      if (tokens[colon]?.text === ':' && label === label.toUpperCase() && label !== label.toLowerCase()) break;
    }
    stop = until;
  }
  return stop;
}

/** True where a colon follows the label of somebody who makes the programme: what comes after it is the report's own. */
export function isStaff(tokens: readonly Token[], { cue, source }: Candidate): boolean {
  if (tokens[cue.last - 1]!.text !== ':' || cue.last - cue.first > 1) return false;
  return source.some(([a, b]) => tokens.slice(a, Math.min(b, a + LONGEST_LABEL)).some(({ lower }) => STAFF.has(lower)));
}
