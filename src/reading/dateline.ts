// Tells where the dateline at the start of a paragraph ends ("GENEVA, Feb. 3 (AP) — "), for texts that come without marked parts.

/** Datelines are short: nothing further in is looked at. */
const REACH = 90;
const DAY = String.raw`(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept?|Oct|Nov|Dec)\w{0,7}\.? ?\d{0,2}(?:, \d{4})?|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w{0,7}(?: \d{4})?`;
const REGION = String.raw`\p{Lu}[\p{L}.]{0,12}(?: \p{Lu}[\p{L}.]{1,12}){0,2}`;
const AGENCY = String.raw`\(\p{Lu}[\p{L}. ]{0,24}\)`;
const DASH = String.raw`(?:--|[-–—―])[\s\u00a0]`;
const PLACE = String.raw`(?:[\p{Lu}.'’-]{2,20}|[\p{Lu}]{1,2}\.)(?: [\p{Lu}.'’/-]{1,20}){0,3}`;
const TITLE_PLACE = String.raw`\p{Lu}[\p{L}'’.-]{1,20}(?: [\p{L}'’.-]{1,20}){0,3}`;

const FORMS = [
  // "GENEVA — ", "RENO, Nev. (AP) — ", "KUWAIT CITY, July 16 (Reuters) - "
  new RegExp(`^${PLACE}(?:,? ?(?:${DAY}|${REGION}),?){0,2}(?: ${AGENCY})?[\\s\\u00a0]?${DASH}`, 'u'),
  // "Mexico City (AFP) – "
  new RegExp(`^${TITLE_PLACE}(?:,? ?(?:${DAY}|${REGION}),?){0,2} ${AGENCY}[\\s\\u00a0]?${DASH}`, 'u'),
  // "Dec 29 (Reuters) - "
  new RegExp(`^(?:${DAY}) ${AGENCY}[\\s\\u00a0]?${DASH}`, 'u'),
];
const WORD = /\p{L}{2}/u;

/** Where the dateline that opens `[start, end)` ends, its dash and white space included; `start` where there is none. */
export function datelineEnd(text: string, start: number, end: number): number {
  const opening = text.slice(start, Math.min(end, start + REACH));
  for (const form of FORMS) {
    const found = form.exec(opening);
    if (found && WORD.test(found[0]) && start + found[0].length < end) return start + found[0].length;
  }
  return start;
}
