// Cuts paragraphs into tokens as UD English (EWT, GUM) does: clitics and punctuation apart, hyphens apart but for prefixes, abbreviations with their full stop.
import { DIGIT, isLower, isUpper, kindAt, LETTER, OTHER, SPACE, widthAt } from './characters.js';
import { isDoubled } from './doubled-marks.js';
import type { Paragraph } from './paragraphs.js';
import type { WordLists } from './word-lists.js';

/** How a token may end a sentence. */
export const PLAIN = 0;
/** An abbreviation or a list number that never ends one. */
export const NEVER_ENDS = 1;
/** An abbreviation that may end one. */
export const MAY_END = 2;
export type Ending = typeof PLAIN | typeof NEVER_ENDS | typeof MAY_END;

/** A token before its sentence is known. */
export interface RawToken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly ending: Ending;
  readonly paragraph: number;
}

/** Longest word that is looked at for contractions and hyphens; what is longer is no English word and stands as it is. */
const LONGEST = 100;
const ADDRESS = /^(?:https?:\/\/|ftp:\/\/|www\.)\S|^[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]/iu;
/** @ : / */
const ADDRESS_HINT = new Set([64, 58, 47]);
const TRAILING = new Set('.,;:!?)]}>"\'”’»…');
const CLITICS = new Set(['s', 're', 've', 'll', 'd', 'm']);
const RUNS = new Set('.!?-*=_~');

class Tokenizer {
  readonly out: RawToken[] = [];
  private readonly text: string;
  private readonly lists: WordLists;
  private paragraph = 0;
  private paragraphStart = 0;
  private end = 0;

  constructor(text: string, lists: WordLists) {
    this.text = text;
    this.lists = lists;
  }

  private add(start: number, end: number, ending: Ending = PLAIN): void {
    this.out.push({ start, end, text: this.text.slice(start, end), ending, paragraph: this.paragraph });
  }

  readParagraph(paragraph: Paragraph, index: number): void {
    this.paragraph = index;
    this.paragraphStart = paragraph.start;
    this.end = paragraph.end;
    let at = paragraph.start;
    while (at < this.end) {
      const kind = kindAt(this.text, at);
      if (kind === SPACE) at++;
      else if (kind === OTHER) at = this.readPunctuation(at);
      else at = this.readWord(at);
    }
  }

  /** One mark, or a run of one kind ("...", "--", the two single marks of a double one); a two-figure year keeps its apostrophe ("'90s"). */
  private readPunctuation(at: number): number {
    const { text } = this;
    const mark = text[at]!;
    if (mark === '@' || mark === '#') {
      if (kindAt(text, at + 1) === LETTER && (at === this.paragraphStart || kindAt(text, at - 1) === SPACE)) {
        let stop = at + 1;
        while (stop < this.end && (kindAt(text, stop) === LETTER || kindAt(text, stop) === DIGIT || text[stop] === '_'))
          stop += widthAt(text, stop);
        this.add(at, Math.min(stop, this.end));
        return stop;
      }
    }
    if (isDoubled(text, at, this.end)) {
      this.add(at, at + 2);
      return at + 2;
    }
    if (mark === "'" || mark === '’') {
      const clitic = this.cliticAt(at);
      if (clitic > at) {
        this.add(at, clitic);
        return clitic;
      }
      if (kindAt(text, at + 1) === DIGIT && kindAt(text, at + 2) === DIGIT && kindAt(text, at + 3) !== DIGIT && at + 3 <= this.end) {
        const stop = text[at + 3] === 's' && at + 4 <= this.end && kindAt(text, at + 4) !== LETTER ? at + 4 : at + 3;
        this.add(at, stop);
        return stop;
      }
    }
    let stop = at + widthAt(text, at);
    if (RUNS.has(mark)) {
      if (mark === '!' || mark === '?') while (stop < this.end && (text[stop] === '!' || text[stop] === '?')) stop++;
      else while (stop < this.end && text[stop] === mark) stop++;
    }
    stop = Math.min(stop, this.end);
    this.add(at, stop);
    return stop;
  }

  /** The end of a clitic that starts with the apostrophe at `at` ("’s"), or `at` where none does. */
  private cliticAt(at: number): number {
    let stop = at + 1;
    while (stop < this.end && stop <= at + 3 && kindAt(this.text, stop) === LETTER) stop++;
    if (stop > at + 3 || at === this.paragraphStart || kindAt(this.text, at - 1) === SPACE) return at;
    return CLITICS.has(this.text.slice(at + 1, stop).toLowerCase()) ? stop : at;
  }

  /** The extent of a word with what joins its letters and figures; where its hyphens stand goes to `hyphens`. */
  private extent(start: number, hyphens: number[]): number {
    const { text, end } = this;
    let at = start;
    let before: number = kindAt(text, at);
    while (at < end) {
      const kind = kindAt(text, at);
      if (kind === LETTER || kind === DIGIT) {
        before = kind;
        at += widthAt(text, at);
        continue;
      }
      if (kind === SPACE || at + 1 >= end) break;
      const after = kindAt(text, at + 1);
      if (after !== LETTER && after !== DIGIT) break;
      const mark = text[at]!;
      const figures = before === DIGIT && after === DIGIT;
      if (mark === '-' || mark === '\u2010' || mark === '\u2011') hyphens.push(at);
      else if (mark === '.') {
        if (!figures && !this.joinsByDot(start, at)) break;
      } else if (mark === "'" || mark === '’') {
        if (after !== LETTER || before !== LETTER) {
          if (this.cliticAt(at) === at || before === DIGIT) break;
        }
      } else if (mark === '&') {
        if (!isUpper(text[at - 1]!) || !isUpper(text[at + 1]!)) break;
      } else if (mark === ',' || mark === ':' || mark === '/') {
        if (!figures) break;
      } else if (mark !== '_') break;
      at++;
    }
    return Math.min(at, end);
  }

  /** False where a dot between letters only lacks its space ("over.The"). */
  private joinsByDot(start: number, dot: number): boolean {
    const { text } = this;
    return !(
      dot - start > 2 &&
      isLower(text[dot - 1]!) &&
      isLower(text[dot - 2]!) &&
      isUpper(text[dot + 1]!) &&
      kindAt(text, dot + 2) === LETTER
    );
  }

  private readWord(start: number): number {
    const { text } = this;
    const address = this.addressEnd(start);
    if (address > start) {
      this.add(start, address);
      return address;
    }
    const hyphens: number[] = [];
    const stop = this.extent(start, hyphens);
    if (stop - start > LONGEST) {
      this.add(start, stop);
      return stop;
    }
    const dotted = text[stop] === '.' && stop < this.end && text[stop + 1] !== '.' ? this.dotEnding(start, stop) : PLAIN;
    if (hyphens.length === 0) {
      if (dotted !== PLAIN) {
        this.add(start, stop + 1, dotted);
        return stop + 1;
      }
      this.addPlain(start, stop);
      return stop;
    }
    return this.addHyphenated(start, stop, hyphens, dotted);
  }

  /** The end of a web or mail address at `start`, or `start`. */
  private addressEnd(start: number): number {
    const { text } = this;
    let at = start;
    while (at < this.end && at - start < 66 && !ADDRESS_HINT.has(text.charCodeAt(at))) {
      const code = text.charCodeAt(at);
      if (code !== 46 && code !== 43 && code !== 45 && code !== 95 && kindAt(text, at) !== LETTER && kindAt(text, at) !== DIGIT) break;
      at++;
    }
    const hint = ADDRESS_HINT.has(text.charCodeAt(at)) || /^www\./i.test(text.slice(start, start + 4));
    if (!hint || !ADDRESS.test(text.slice(start, Math.min(this.end, start + 140)))) return start;
    while (at < this.end && kindAt(text, at) !== SPACE) at++;
    while (at > start && TRAILING.has(text[at - 1]!)) at--;
    return at;
  }

  /** Whether the full stop at `stop` belongs to the word before it, and how the two then end. */
  private dotEnding(start: number, stop: number): Ending {
    const { text, lists } = this;
    const word = text.slice(start, stop);
    const last = stop + 1 >= this.end;
    const spaced = kindAt(text, stop + 1) === SPACE;
    const number = spaced && kindAt(text, stop + 2) === DIGIT;
    if (number && lists.beforeNumber.has(word)) return NEVER_ENDS;
    if (kindAt(text, start) === DIGIT) {
      const opensItem = start === this.paragraphStart && word.length <= 2 && spaced && !last;
      return opensItem ? NEVER_ENDS : PLAIN;
    }
    if (word.length === 1) {
      if (!isUpper(word) || last) return PLAIN;
      return word === 'I' && !this.afterName() ? PLAIN : MAY_END;
    }
    // "U.N", "a.m", "Ph.D"
    const dot = word.indexOf('.');
    if (dot > 0 && dot < 3 && kindAt(text, start) === LETTER && word.length <= 12 && word.split('.').every((piece) => piece.length <= 3))
      return MAY_END;
    if (word.length > 6) return PLAIN;
    const title = word.length > 1 && word === word.toUpperCase() ? word[0]! + word.slice(1).toLowerCase() : word;
    if (lists.beforeName.has(title)) return last ? MAY_END : NEVER_ENDS;
    return lists.mayEnd.has(title) ? MAY_END : PLAIN;
  }

  /** True where the token before is a capitalised word, as a first name is before an initial. */
  private afterName(): boolean {
    const before = this.out.at(-1);
    return before !== undefined && before.paragraph === this.paragraph && before.text.length > 1 && isUpper(before.text[0]!);
  }

  /** A word without hyphens, its clitics cut off. */
  private addPlain(start: number, stop: number): void {
    const { text, lists } = this;
    const length = stop - start;
    if (length >= 3) {
      // The last apostrophe, where a clitic can start: looked for in the last letters only, not back through the text.
      let apostrophe = stop - 1;
      while (apostrophe > stop - 4 && text[apostrophe] !== "'" && text[apostrophe] !== '’') apostrophe--;
      if (apostrophe === stop - 4) apostrophe = start;
      if (apostrophe > start) {
        const tail = text.slice(apostrophe + 1, stop).toLowerCase();
        if (tail === 't' && (text[apostrophe - 1] === 'n' || text[apostrophe - 1] === 'N') && apostrophe - 1 > start) {
          this.add(start, apostrophe - 1);
          this.add(apostrophe - 1, stop);
          return;
        }
        if (CLITICS.has(tail)) {
          this.addPlain(start, apostrophe);
          this.add(apostrophe, stop);
          return;
        }
      }
      if (length <= 7) {
        const cut = lists.contractions.get(text.slice(start, stop).toLowerCase());
        if (cut !== undefined) {
          this.add(start, start + cut);
          this.add(start + cut, stop);
          return;
        }
      }
    }
    this.add(start, stop);
  }

  /** The pieces of a word with hyphens, joined again where they are one word. */
  private addHyphenated(start: number, stop: number, hyphens: readonly number[], dotted: Ending): number {
    const { text } = this;
    const bounds = [start, ...hyphens.map((at) => at + 1)];
    const ends = [...hyphens, stop];
    const pieces = bounds.map((from, i) => text.slice(from, ends[i]));
    const figures = pieces.every((piece) => /^\d+$/.test(piece));
    let first = 0;
    for (let i = 0; i < pieces.length; i++) {
      const last = i + 1 === pieces.length;
      const joined = !last && ((figures && pieces.length > 2) || this.joins(pieces, i, first));
      if (joined) continue;
      if (last && dotted !== PLAIN && first === 0) this.add(bounds[first]!, stop + 1, dotted);
      else if (last && this.dotOfPiece(bounds[first]!, stop, first))
        this.add(bounds[first]!, stop + 1, this.dotEnding(bounds[first]!, stop));
      else if (first === i) this.addPlain(bounds[first]!, ends[i]!);
      else this.addJoined(bounds[first]!, ends[i]!);
      if (!last) {
        this.add(ends[i]!, ends[i]! + 1);
        first = i + 1;
      }
    }
    return this.out.at(-1)!.end;
  }

  /** True where the last piece after a split hyphen is an abbreviation with its full stop ("D-Mass."). */
  private dotOfPiece(from: number, stop: number, first: number): boolean {
    return first > 0 && stop < this.end && this.text[stop] === '.' && this.text[stop + 1] !== '.' && this.dotEnding(from, stop) !== PLAIN;
  }

  /** A joined word can still carry a clitic ("al-Assad's"). */
  private addJoined(start: number, stop: number): void {
    const { text } = this;
    for (const apostrophe of [stop - 2, stop - 3]) {
      const mark = text[apostrophe];
      if (apostrophe > start && (mark === "'" || mark === '’') && CLITICS.has(text.slice(apostrophe + 1, stop).toLowerCase())) {
        this.add(start, apostrophe);
        this.add(apostrophe, stop);
        return;
      }
    }
    this.add(start, stop);
  }

  /** Whether piece `i` of a word stays with the next one. */
  private joins(pieces: readonly string[], i: number, first: number): boolean {
    const { lists } = this;
    const piece = pieces[i]!;
    const next = pieces[i + 1]!;
    const lower = piece.toLowerCase();
    if (lists.particles.has(lower) && (isUpper(next[0]!) || lower === 'al')) return true;
    if (first !== i) return false;
    if (lists.prefixes.has(lower) && pieces.length === 2 && (piece.length === 1 || piece !== piece.toUpperCase())) return true;
    if (/^\d/.test(next) && /^\p{Lu}/u.test(piece) && pieces.length === 2) return true;
    return (
      pieces.length === 2 &&
      isUpper(piece[0]!) &&
      piece.length > 1 &&
      piece.length <= 7 &&
      isLower(piece[1]!) &&
      isLower(next[0]!) &&
      next.length <= 6 &&
      !/(?:ed|ing|er|ly|ive|al|ish|able|ic|ist|ty)(?:['’]s)?$/.test(next) &&
      !lists.secondParts.has(next)
    );
  }
}

/** The tokens of all paragraphs in order, inside the text and not overlapping. Linear in the length of the text. */
export function tokenize(text: string, paragraphs: readonly Paragraph[], lists: WordLists): RawToken[] {
  const tokenizer = new Tokenizer(text, lists);
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.part !== 'boilerplate') tokenizer.readParagraph(paragraph, index);
  });
  return tokenizer.out;
}
