// Words cut to a length at a word's end, so that a margin note stays a note.

/** At most `limit` UTF-16 units and an ellipsis; never cuts inside a word longer than the limit's last third, nor a surrogate pair. */
export function shorten(words: string, limit: number): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  if (plain.length <= limit) return plain;
  const space = plain.lastIndexOf(' ', limit);
  let end = space > (limit * 2) / 3 ? space : limit;
  const code = plain.charCodeAt(end - 1);
  if (code >= 0xd800 && code <= 0xdbff) end -= 1;
  return `${plain.slice(0, end).replace(/[\s,;:–—-]+$/, '')} …`;
}

/** Takes off quotation marks that open and close the words, since the page sets its own. */
export function unquoted(words: string): string {
  const found = /^\s*[“"„«‘']([^“”"„«»]*)[”"“»’']\s*$/u.exec(words);
  return found?.[1] ?? words.trim();
}

const EDGES = /^[\s,;:–—-]+|[\s,;:–—-]+$/gu;
const countOf = (words: string, marks: RegExp): number => words.match(marks)?.length ?? 0;

/** Words of a report as a part of a sentence of ours: no marks around them, none without its partner, no comma at the end. */
export function partOf(words: string): string {
  let plain = words.replace(EDGES, '');
  if (countOf(plain, /[“„«]/gu) !== countOf(plain, /[”»]/gu)) plain = plain.replace(/[“”„«»]/gu, '');
  if (countOf(plain, /"/gu) % 2 === 1) plain = plain.replaceAll('"', '');
  return unquoted(plain).replace(EDGES, '');
}

/** Words in quotation marks: single ones around words that have double ones of their own. */
export const quoted = (words: string): string => (/[“”„"]/.test(words) ? `‘${words}’` : `“${words}”`);
