// Joins tokens to sentences: the step that gives both, reading each paragraph's full stops, marks, quotes and abbreviations.
import { isLower, isUpper } from './characters.js';
import type { Sentence, Token } from './draft.js';
import type { Paragraph } from './paragraphs.js';
import { step } from './step.js';
import { MAY_END, NEVER_ENDS, PLAIN, type RawToken, tokenize } from './tokenize.js';
import type { WordLists } from './word-lists.js';

const TERMINAL = /^(?:[.!?]+|…)$/;
const CLOSER = new Set(['"', '”', '’', "'", '’’', ')', ']', '}', '»', "''"]);
const OPENER = new Set(['"', '“', '‘', "'", '(', '[', '«', '„', '``', '‘‘', "''", '•', '*', '¿', '¡']);
const CLOSING_QUOTE = new Set(['"', '”', '’', "'", '»', '’’', "''"]);
/** How far the verb of speech may stand after a quotation that ends in a question or exclamation mark, in tokens. */
const SPEECH_REACH = 9;

/** True where the token can begin a sentence by its first character. */
function canOpen(text: string): boolean {
  const first = text[0]!;
  if (isUpper(first) || OPENER.has(text)) return true;
  if (/^(?:al|el|ash|as|an)-/.test(text)) return true;
  return first >= '0' && first <= '9' ? true : !isLower(first) && /^[\p{L}\p{N}$£€@#]/u.test(text);
}

/** True where the sentence goes on after a quotation with its own end mark: a verb of speech follows before any other stop. */
function speechFollows(tokens: readonly RawToken[], from: number, end: number, lists: WordLists): boolean {
  for (let i = from; i < Math.min(end, from + SPEECH_REACH); i++) {
    const { text } = tokens[i]!;
    if (lists.speechVerbs.has(text)) return true;
    if (TERMINAL.test(text) || OPENER.has(text)) return false;
  }
  return false;
}

/** Past the numbers of notes in square brackets that follow an end mark ("[6][17]"). */
function pastReferences(tokens: readonly RawToken[], from: number, end: number): number {
  let next = from;
  while (next + 2 <= end - 1 && tokens[next]!.text === '[' && /^\d{1,3}$/.test(tokens[next + 1]!.text) && tokens[next + 2]!.text === ']')
    next += 3;
  return next;
}

/** The token after the end of the sentence that token `i` ends, or -1 where it ends none. Tokens to `end` are of one paragraph. */
function endAfter(tokens: readonly RawToken[], i: number, first: number, end: number, lists: WordLists): number {
  const token = tokens[i]!;
  const terminal = TERMINAL.test(token.text);
  if (token.ending === NEVER_ENDS || (token.ending === PLAIN && !terminal)) return -1;
  let next = i + 1;
  let quoted = false;
  while (next < end && CLOSER.has(tokens[next]!.text) && tokens[next]!.start === tokens[next - 1]!.end) {
    quoted ||= CLOSING_QUOTE.has(tokens[next]!.text);
    next++;
  }
  next = pastReferences(tokens, next, end);
  if (next >= end) return -1;
  const after = tokens[next]!;
  if (terminal && TERMINAL.test(after.text)) return -1;
  if (!canOpen(after.text)) return -1;
  if (token.ending === MAY_END && !quoted) {
    if (token.text === 'etc.') return isUpper(after.text[0]!) ? next : -1;
    if (OPENER.has(after.text)) return /^(?:["“]|''|``)$/.test(after.text) && token.text.length > 2 ? next : -1;
    if (!isUpper(after.text[0]!) || !lists.openers.has(after.text.toLowerCase())) return -1;
    if (token.text.length === 2 && i > first && isUpper(tokens[i - 1]!.text[0]!)) return -1;
    return next;
  }
  // A dot with no space after it ends a sentence only before a capital.
  if (token.text === '.' && after.start === token.end && !isUpper(after.text[0]!)) return -1;
  if ((/[!?]/.test(token.text) || /^(?:\.\.|…)/.test(token.text)) && quoted && speechFollows(tokens, next, end, lists)) return -1;
  if (/^(?:\.\.|…)/.test(token.text) && i === first) return -1;
  return next;
}

/** A text without full stops is cut here, so that what later steps do for each sentence stays bounded; no sentence of a report is that long. */
const LONGEST = 300;

/** First tokens of all sentences, in order. */
function sentenceStarts(tokens: readonly RawToken[], lists: WordLists): number[] {
  const starts: number[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { paragraph } = tokens[at]!;
    let end = at + 1;
    while (end < tokens.length && tokens[end]!.paragraph === paragraph) end++;
    starts.push(at);
    let first = at;
    for (let i = at; i < end; i++) {
      const found = endAfter(tokens, i, first, end, lists);
      const next = found < 0 && i + 1 - first >= LONGEST && i + 1 < end ? i + 1 : found;
      if (next < 0) continue;
      starts.push(next);
      first = next;
      i = next - 1;
    }
    at = end;
  }
  return starts;
}

/** Tokens and sentences of the paragraphs; boilerplate has none. */
export function sentencesOf(
  text: string,
  paragraphs: readonly Paragraph[],
  lists: WordLists,
): { readonly tokens: readonly Token[]; readonly sentences: readonly Sentence[] } {
  const raw = tokenize(text, paragraphs, lists);
  const starts = sentenceStarts(raw, lists);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  starts.forEach((first, index) => {
    const last = starts[index + 1] ?? raw.length;
    for (let i = first; i < last; i++) {
      const { start, end, text: word } = raw[i]!;
      tokens.push({
        index: i,
        start,
        end,
        text: word,
        lower: word.toLowerCase(),
        sentence: index,
        tag: '',
        lemma: '',
        head: -1,
        relation: '',
      });
    }
    const { paragraph, start } = raw[first]!;
    sentences.push({ index, first, last, start, end: raw[last - 1]!.end, paragraph, part: paragraphs[paragraph]!.part });
  });
  return { tokens, sentences };
}

export const sentencesStep = step({
  name: 'sentences',
  needs: ['input', 'paragraphs', 'language'],
  gives: ['tokens', 'sentences'],
  run: ({ input, paragraphs, language }, resources) =>
    language === 'en' ? sentencesOf(input.text, paragraphs, resources.words) : { tokens: [], sentences: [] },
});
