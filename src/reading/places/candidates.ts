// Walks the capitalised words of a report and asks the gazetteer of each run what places its words can name.
import type { Sentence, Token } from '../draft.js';
import { foldPiece, keyOf } from './fold.js';
import type { Place, PlaceIndex } from './place-index.js';

/** Tokens `first` to `last`, half-open, and what they can stand for. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly places: readonly Place[];
  /** The run of capitalised words it stands in. */
  readonly runFirst: number;
  readonly runLast: number;
}

/** Names of places have no more words than this. */
const LONGEST = 5;
const CAPITAL = /^\p{Lu}/u;
const INNER = new Set([
  'al',
  'el',
  'ez',
  'es',
  'ed',
  'de',
  'del',
  'la',
  'of',
  'and',
  'the',
  'du',
  'des',
  'di',
  'da',
  'do',
  'dos',
  'ad',
  'ash',
  'az',
  'as',
  '-',
  '–',
  "'",
  '’',
]);

/** Words that begin no place name, capitals or not (a headline's "TO GO", a sentence's "The Geneva talks"). */
const NEVER_FIRST =
  /^(?:the|a|an|to|in|on|at|of|by|for|from|and|or|but|as|is|no|up|he|we|it|its|his|her|with|over|under|after|who|will|may)$/;
/** Written as a name is: not "GoI" or "U.N.". */
const NAME_LIKE = /^(?:\p{Lu}[\p{Ll}\p{M}'’ʼ‘-]+|\p{Lu}{4,}|.*[-'’ʼ‘ ].*|.*[^\x20-\x7e].*)$/u;

const isCapital = (token: Token | undefined): boolean => token !== undefined && CAPITAL.test(token.text);

/** Places named in order; linear in the tokens. */
export function findCandidates(tokens: readonly Token[], sentences: readonly Sentence[], index: PlaceIndex): Candidate[] {
  const found: Candidate[] = [];
  for (const sentence of sentences) {
    let at = sentence.first;
    let runLast = -1;
    let runFirst = at;
    while (at < sentence.last) {
      if (!isCapital(tokens[at]) && !isArticle(tokens, at)) {
        at++;
        continue;
      }
      const two = `${tokens[at]?.lower} ${tokens[at + 1]?.lower}`;
      if (index.words.part.has(two) && isCapital(tokens[at + 1])) {
        // "Old City" is of the town told before; "Old City of Homs" is found with Homs.
        if (tokens[at + 2]?.lower !== 'of') found.push({ first: at, last: at + 2, places: [], runFirst: at, runLast: at + 2 });
        at += 2;
        continue;
      }
      if (at >= runLast) {
        runFirst = at;
        runLast = runEnd(tokens, at, sentence.last);
      }
      const one = longestAt(tokens, at, Math.min(sentence.last, at + 2 * LONGEST), index);
      if (one) {
        runLast = Math.max(runLast, one.last);
        found.push({ ...one, runFirst, runLast });
        at = one.last;
      } else at++;
    }
  }
  return found;
}

/** A small article written on to a name by a hyphen ("al-Qusayr"). */
const isArticle = (tokens: readonly Token[], at: number): boolean => {
  const [article, hyphen, name] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (article === undefined) return false;
  if (/^(al|el|as|ash|an|ar|ad|az)-\p{Lu}/u.test(article.text)) return true;
  return (article.lower === 'al' || article.lower === 'el') && hyphen?.lower === '-' && isCapital(name);
};

function runEnd(tokens: readonly Token[], from: number, end: number): number {
  let last = from + 1;
  for (let at = from + 1; at < end && at < from + 40; at++) {
    const token = tokens[at];
    if (isCapital(token)) last = at + 1;
    else if (!token || !INNER.has(token.lower) || token.lower === 'and' || token.lower === 'of' || token.lower === 'the' || at - last >= 2)
      break;
  }
  return last;
}

function longestAt(tokens: readonly Token[], at: number, limit: number, index: PlaceIndex): Omit<Candidate, 'runFirst' | 'runLast'> | null {
  if (NEVER_FIRST.test(tokens[at]?.lower ?? '')) return null;
  const pieces: string[] = [];
  let best: Omit<Candidate, 'runFirst' | 'runLast'> | null = null;
  for (let i = at; i < limit && pieces.length < LONGEST; i++) {
    const token = tokens[i];
    if (!token || (i > at && !isCapital(token) && !INNER.has(token.lower))) break;
    for (const part of token.text.split('-')) {
      const piece = foldPiece(part);
      if (piece !== '') pieces.push(piece);
    }
    if (!isCapital(token) && i > at && !/\p{Lu}/u.test(token.text)) continue;
    const key = keyOf(pieces);
    if (key.length < 2) continue;
    const known = index.knownAs(key);
    const towns = i > at || NAME_LIKE.test(token.text) ? index.townsCalled(key) : [];
    const places = known.some(({ kind }) => kind === 'country') ? known : [...known, ...towns];
    if (places.length > 0) best = { first: at, last: i + 1, places };
  }
  return best;
}
