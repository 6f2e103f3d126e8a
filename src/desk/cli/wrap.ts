// Breaks text at the width of a terminal, counting wide signs as two places.

const WIDE = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{Emoji_Presentation}\uff01-\uff60]/u;
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** How many places a text takes on a terminal, colours aside. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += NONE.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1;
  return width;
}

/** The text on lines no wider than `columns` (null: one line), each after the first begun with `indent`. A word wider than a line stands alone. */
export function wrap(text: string, columns: number | null, indent = ''): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (columns === null) return words.join(' ');
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const word of words) {
    const wide = widthOf(word);
    if (line !== '' && width + 1 + wide > columns - (lines.length > 0 ? indent.length : 0)) {
      lines.push(line);
      line = word;
      width = wide;
    } else {
      line = line === '' ? word : `${line} ${word}`;
      width += (width > 0 ? 1 : 0) + wide;
    }
  }
  lines.push(line);
  return lines.map((one, i) => (i === 0 ? one : indent + one)).join('\n');
}

/** The text cut to a width, with an ellipsis where something is left out. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let out = '';
  let width = 0;
  for (const sign of text) {
    const wide = widthOf(sign);
    if (width + wide > columns - 1) break;
    out += sign;
    width += wide;
  }
  return `${out.trimEnd()}…`;
}
