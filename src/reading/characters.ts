// What kind of character stands at a place of a text, fast for ASCII and right for the rest.

/** Kinds of character; marks (accents, joiners) count as letters where they follow one. */
export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const SPACE = 3;
export type CharacterKind = typeof OTHER | typeof LETTER | typeof DIGIT | typeof SPACE;

/** White space as `\s` has it, and the marks of no width that pages leave behind. */
export const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  (code >= 0x80 &&
    (code === 0x85 ||
      code === 0xa0 ||
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200d) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x2060 ||
      code === 0x3000 ||
      code === 0xfeff));

const WORD_CHARACTER = /[\p{L}\p{M}]/u;
const NUMBER_CHARACTER = /\p{N}/u;

const TABLE = Uint8Array.from({ length: 0x250 }, (_, code) => slowKind(code));

function slowKind(code: number): CharacterKind {
  if (isSpace(code)) return SPACE;
  const character = String.fromCodePoint(code);
  if (WORD_CHARACTER.test(character)) return LETTER;
  return NUMBER_CHARACTER.test(character) ? DIGIT : OTHER;
}

/** The kind of the character that starts at `at`; past the end it is white space. A lone surrogate is other. */
export function kindAt(text: string, at: number): CharacterKind {
  const code = text.charCodeAt(at);
  if (code < 0x250) return TABLE[code] as CharacterKind;
  if (Number.isNaN(code)) return SPACE;
  return slowKind(text.codePointAt(at) ?? 0xfffd);
}

/** UTF-16 units of the character that starts at `at`: 2 for a surrogate pair. */
export function widthAt(text: string, at: number): 1 | 2 {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff) return 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

/** True for a capital letter. */
export const isUpper = (character: string): boolean => character.toLowerCase() !== character;
/** True for a small letter. */
export const isLower = (character: string): boolean => character.toUpperCase() !== character;
