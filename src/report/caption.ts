// Tells the words under a picture, and the credit beside one, from the words of the report.
import { agencies } from './lexicon.js';
import { wordCount } from './lines.js';

const OPENING =
  /^[[(]?\s*(?:(?:file|handout|ap|reuters|afp|un)\s+)?(?:photo(?:graph)?s?|picture|image|caption|photo caption|file)\b(?:\s+(?:on|by)\s[^:]{1,40})?\s*[:—–-]\s*\S/iu;
const FILE_DASH = /^[[(]?FILE(?:\s+PHOTO)?\s*[-–—:]\s*\S/u;
const IN_THIS =
  /^(?:In this (?:\p{L}+\s+){0,6}(?:photo|picture|image|frame grab|file photo)\b|(?:A|An) (?:file|handout|undated|combination) (?:photo|picture|image)\b)/u;
const CREDIT_AT_END =
  /(?:\((?:AP|UN|Reuters|REUTERS)?\s?Photo(?:s)?\s?(?:by|\/|:)[^()]{2,80}\)|\((?:[^()]{2,60}\/)?(?:AFP|AP|Reuters|Getty Images|EPA)(?:\/[^()]{2,60}| via [^()]{2,40})?\)|(?:REUTERS|AFP|EPA|AP)\/\p{Lu}[^.]{2,60})\.?\)?\.?$/u;

/** True where a line is a caption by its own words: a label, a bracketed picture note, or a photographer's credit at its end. */
export function isCaption(line: string): boolean {
  if (line.length < 12 || line.length > 700) return false;
  const start = line.slice(0, 120);
  if (FILE_DASH.test(start) || IN_THIS.test(start)) return true;
  if (OPENING.test(start)) return wordCount(line, 5) >= 4;
  return CREDIT_AT_END.test(line.slice(-120)) && wordCount(line, 7) >= 6;
}

/** True where a line is only a picture's credit: "Scott Olson via Getty Images", "REUTERS/A. Name", "Getty." */
export function isPhotoCredit(line: string): boolean {
  if (line.length > 90 || wordCount(line, 10) > 9) return false;
  const words = line
    .replace(/^[[(\s]+|[\])\s.]+$/g, '')
    .replace(/^(?:photo(?:graph)?|image|picture|credit)s?(?:\s+credit)?(?:\s+by)?\s*[:–—-]?\s*/i, '');
  const labelled = words.length < line.replace(/[[(\])\s.]/g, '').length;
  const pieces = words.split(/\s*\/\s*|\s+via\s+/).map((piece) => piece.trim());
  const known = pieces.map((piece) => agencies().get(piece));
  if (pieces.length === 1) return known[0]?.service === 'photo' || (labelled && known[0] !== undefined);
  return known.some((agency) => agency !== undefined) && pieces.every((piece) => /^[\p{Lu}\p{N}]/u.test(piece) && !/[,;:]/.test(piece));
}

/** "Germany-Security-Conference-5": the name of a picture's file, no words of anybody. */
export const isImageName = (line: string): boolean =>
  line.length < 120 && (/^[\p{L}\d]+(?:[-_][\p{L}\d]+)+[-_]\d+$/u.test(line) || /^\S+\.(?:jpe?g|png|gif|webp|tiff?)$/i.test(line));
