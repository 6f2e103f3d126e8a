// Cleans a text once, at the door: line ends, white space, invisible characters. After it every offset stays true.
import { repairWindows } from './windows-1252.js';

/** Bidirectional marks, soft hyphen, zero-width space, word joiner, byte order mark, and control characters that print nothing. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|(?![\n\t])\p{Cc}/gu;
/** Joiners mean something in Persian or between emoji, nothing between Latin letters. */
const LATIN_JOINER = /(?<=[\p{ASCII}\p{sc=Latin}])[\u200c\u200d]+(?=[\p{ASCII}\p{sc=Latin}]|$)/gu;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029\v]/g;
const SPACES = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The text as it is kept: lines end with `\n`, at most one blank line between paragraphs, one space between words, none at the ends
 * of lines, Unicode NFC, nothing invisible; astral characters are kept, half ones become U+FFFD. Cleaning a clean text changes nothing.
 */
export function cleanText(raw: string): string {
  return repairWindows(raw)
    .replace(LINE_ENDS, '\n')
    .replace(/\f/g, '\n\n')
    .replace(INVISIBLE, '')
    .replace(LATIN_JOINER, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(SPACES, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** True where a text holds something to read: at least one letter or digit of any script. */
export const holdsWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
