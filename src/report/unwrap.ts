// Joins the lines of a text that was broken at a fixed width, as mails, PDFs and old wire copy are, back into paragraphs.

const BULLET = /^(?:[•·▪◦*>–-]|\(?\d{1,3}[.)])\s/u;
/** A line of words alone shows how wide the text was set. */
const MIN_WIDTH = 45;
const MAX_WIDTH = 110;

/** The width that lines followed by another line reach, or null where the text was not broken at one. */
function widthOf(lines: readonly string[]): number | null {
  const followed = lines.filter((line, i) => line !== '' && (lines[i + 1] ?? '') !== '');
  if (followed.length < 4) return null;
  const lengths = followed.map((line) => line.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  if (width < MIN_WIDTH || width > MAX_WIDTH) return null;
  const full = followed.filter((line) => line.length > width * 0.75).length;
  const running = lines.filter((line, i) => i > 0 && lines[i - 1] !== '' && /^[\p{Ll}(“"‘\d]/u.test(line)).length;
  return full > followed.length * 0.6 && running > followed.length * 0.3 ? width : null;
}

/** True when the next line goes on with the paragraph of this one. */
function runsOn(line: string, next: string, width: number): boolean {
  if (line === '' || next === '' || BULLET.test(next)) return false;
  if (line.length > width * 0.7) return true;
  return /^[\p{Ll}]/u.test(next) && /[\p{L},;–—-]$/u.test(line);
}

/** The clean text with its paragraphs whole again; a text that was not broken at a width comes back as it is. */
export function unwrapLines(text: string): string {
  const lines = text.split('\n');
  const width = widthOf(lines);
  if (width === null) return text;
  const joined: string[] = [];
  let open = '';
  lines.forEach((line, i) => {
    const word = /(\p{Ll}{2,})-$/u.test(open) && /^\p{Ll}/u.test(line);
    open = open === '' ? line : word ? `${open.slice(0, -1)}${line}` : `${open} ${line}`;
    if (runsOn(line, lines[i + 1] ?? '', width)) return;
    joined.push(open);
    open = '';
  });
  if (open !== '') joined.push(open);
  return joined.join('\n');
}
