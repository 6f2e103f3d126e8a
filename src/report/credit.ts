// Tells who signed a report: its reporters, and the agency a dispatch is credited to.
import { agencyNamed } from './lexicon.js';
import { endsSentence, wordCount } from './lines.js';

const BY = /^(?:by|words by|story by|written by|reported by|text by|from)\s*:?\s+(?=[\p{Lu}“]|our\b|a\b|an\b|the\b|staff\b)/iu;
const OUR =
  /^(?:from |by )?(?:our|a|an) (?:own |special |staff |diplomatic |foreign |political |chief )*(?:correspondent|reporter|staff|staff reporter|staff writer|writer|team)s?\b/iu;
const ROLES = /\b(?:correspondent|reporter|staff|writer|editor|desk|bureau|agenc(?:y|ies)|press|news|service)s?\b/iu;

/** The reporters a line before the text names ("By A. Name, Example Wire"), without the "By"; null where it is no byline. */
export function bylineOf(line: string): string | null {
  if (line.length > 140 || wordCount(line, 17) > 16) return null;
  if (OUR.test(line) && !endsSentence(line)) return line.replace(/^(?:by|from)\s+/i, '').trim();
  const found = BY.exec(line);
  if (!found || (endsSentence(line) && !/\b\p{Lu}\.$/u.test(line))) return null;
  const rest = line.slice(found[0].length).trim();
  // Names and roles only: a sentence that begins with "By" has small words.
  const small = rest
    .split(/\s+/)
    .filter(
      (word) =>
        /^\p{Ll}/u.test(word) &&
        !/^(?:and|in|of|for|at|the|a|an|our|de|del|der|van|von|bin|al|el|with|contributor|to|special|own|diplomatic|staff|chief|foreign|political)\b/u.test(
          word,
        ) &&
        !ROLES.test(word),
    );
  return rest !== '' && small.length === 0 ? rest : null;
}

const REPORTING =
  /^[[(\s–—-]*(?:additional |further )?(?:reporting|writing|written|editing|edited|compiled|report|text) (?:by|from|for)\b/iu;
const THE_DESK = /^\(+(?:[^()]{0,40}\b)?(?:newsroom|desk|bureau)\b[^()]{0,60}\)+$/iu;
const WITH_AGENCIES =
  /^[[(\s–—-]*(?:with (?:inputs?|reporting|reports?|files?|additional reporting|agencies|agency inputs?)\b[^.]{0,80}|agencies|news agencies|wire services|from (?:wire|agency) (?:reports|services|dispatches)|(?:staff and )?agenc(?:y|ies) reports?)[\])\s.]*$/iu;
const CONTRIBUTED =
  /\b(?:contributed(?: reporting| to this (?:report|story|article|post))?(?: from [\p{Lu}][^.]{1,60})?|reported from [\p{Lu}][^.]{1,60})\.?[\])]*$/u;

/** True for the closing lines that name who else worked on the report. */
export const isContribution = (line: string): boolean =>
  line.length < 300 &&
  (REPORTING.test(line) || THE_DESK.test(line) || (CONTRIBUTED.test(line.slice(-140)) && wordCount(line, 41) <= 40 && !/[“"]/.test(line)));

/** The agency a line of its own credits ("ASSOCIATED PRESS", "— Example Wire", "© AFP 2014", "Source: Reuters"), or null. `last` says that only such lines follow. */
export function creditOf(line: string, last: boolean): string | null {
  if (line.length > 120) return null;
  if (WITH_AGENCIES.test(line)) return agencyNamed('Agencies')?.name ?? null;
  const bare = line
    .replace(/^[[(\s]+|[\])\s.]+$/g, '')
    .replace(/^(?:source|credit|by|copyright|via|from)\s*:?\s+/i, '')
    .replace(/^(?:©|\(c\)|[-–—]{1,2})\s*/i, '')
    .replace(/^(?:19|20)\d\d\s+|\s+(?:19|20)\d\d$/g, '')
    .trim();
  const known = agencyNamed(bare);
  if (known && known.service === 'news') return known.name;
  const dashed = /^[-–—]{1,2}\s*(\p{Lu}[\p{L}\p{N}.'’-]*(?: (?:\p{Lu}[\p{L}\p{N}.'’-]*|of|the|and|de|du|di)){0,5})$/u.exec(line);
  return last && dashed ? (dashed[1] ?? null) : null;
}
