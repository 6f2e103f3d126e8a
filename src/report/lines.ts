// The lines of a text with their places, and small questions about one line.

export interface Line {
  /** The line without white space at its ends; start equals end for a blank line. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** How many white space units stand before it. */
  readonly indent: number;
  /** Counts stretches of lines between blank lines. */
  readonly block: number;
}

/** The lines of any text, whatever ends them, blank ones included. Linear in the text. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const ends = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
  let from = 0;
  let block = 0;
  let blank = true;
  for (;;) {
    const found = ends.exec(text);
    const to = found ? found.index : text.length;
    let start = from;
    let end = to;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (start < end && blank && lines.length > 0) block++;
    blank = start === end;
    lines.push({ start, end, text: text.slice(start, end), indent: start - from, block });
    if (!found) return lines;
    from = ends.lastIndex;
  }
}

const isSpace = (unit: number): boolean =>
  unit === 32 ||
  unit === 9 ||
  unit === 0xa0 ||
  unit === 0x3000 ||
  unit === 0xfeff ||
  unit === 0x200b ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x202f;

const BULLET = /^[•·▪◦●■‣⁃*>–—-]\s+/u;

/** How long the bullet or dash at the start of a line is, with the white space after it; 0 where there is none. */
export const bulletLength = (line: string): number => BULLET.exec(line.slice(0, 12))?.[0].length ?? 0;

/** How many words a line has, counted up to `most`. */
export function wordCount(line: string, most = 1000): number {
  let count = 0;
  const words = /[\p{L}\p{N}]\S*/gu;
  while (count < most && words.exec(line)) count++;
  return count;
}

/** True where a line ends as a sentence does, closing marks and brackets aside. */
export const endsSentence = (line: string): boolean => /[.!?…][”"’'»)\]]*$/u.test(line.slice(-8));

/** True where a line reads as running text: long, or more than one sentence. */
export const isProse = (line: string): boolean =>
  (line.length >= 80 && endsSentence(line)) ||
  line.length > 300 ||
  (line.length >= 60 && /[.!?][”"’]?\s+[“"‘]?\p{Lu}/u.test(line.slice(0, 300)) && endsSentence(line));

const isClosing = (sign: string | undefined): boolean => sign !== undefined && /[\s.!…»›>→|]/u.test(sign);

/** A line as lexicons compare it: lower case, straight marks, single spaces, without final stops and arrows. */
export function plainLine(line: string): string {
  const plain = line.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ');
  let end = plain.length;
  while (isClosing(plain[end - 1])) end--;
  return plain.slice(0, end);
}

export const spanOf = (line: Line): [number, number] => [line.start, line.end];
