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

/** Words in quotation marks: single ones around words that have double ones of their own. */
export const quoted = (words: string): string => (/[“”„"]/.test(words) ? `‘${words}’` : `“${words}”`);
