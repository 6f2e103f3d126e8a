// The door for PDF: the text of each page line by line, without running heads, feet and page numbers, in whole paragraphs.
import { getDocumentProxy } from 'unpdf';
import { ParleyError } from '../terms/errors.js';
import { cleanText, holdsWords } from './clean.js';
import { daysOf } from './metadata.js';
import { checkPdfSize } from './pdf-size.js';
import { unwrapLines } from './unwrap.js';

export interface PdfText {
  readonly text: string;
  readonly title?: string;
  /** The day the file was made, which may be later than the report. */
  readonly made: readonly string[];
}

const MOST_PAGES = 2000;

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly height: number;
  readonly hasEOL: boolean;
}
const isItem = (item: object): item is Item => 'str' in item && 'transform' in item;

/** The lines of a page from top to bottom as the file gives them; a gap wider than a line's height parts paragraphs. */
function linesOfPage(items: readonly object[]): string[] {
  const lines: string[] = [];
  let words = '';
  let bottom: number | null = null;
  let size = 0;
  for (const item of items) {
    if (!isItem(item)) continue;
    const y = item.transform[5] ?? 0;
    const height = Math.abs(item.transform[3] ?? 0) || item.height;
    if (bottom !== null && Math.abs(y - bottom) > Math.max(2, height * 0.5) && words.trim() !== '') {
      lines.push(words);
      words = '';
      if (bottom - y > Math.max(size, height) * 1.75 || y > bottom) lines.push('');
    }
    words += item.str;
    if (item.str.trim() !== '') {
      bottom = y;
      size = height;
    }
    if (item.hasEOL && words.trim() !== '' && !words.endsWith(' ')) words += ' ';
  }
  if (words.trim() !== '') lines.push(words);
  return lines.map((line) => line.trim());
}

/** Leaves out page numbers and lines that stand at the same end of most pages. */
function withoutRunningHeads(pages: readonly (readonly string[])[]): string[][] {
  const key = (line: string): string => line.replace(/\d+/g, '#').toLowerCase();
  const ends = (page: readonly string[]): string[] => [
    ...page.filter((line) => line !== '').slice(0, 2),
    ...page.filter((line) => line !== '').slice(-2),
  ];
  const counts = new Map<string, number>();
  for (const page of pages) for (const line of new Set(ends(page).map(key))) counts.set(line, (counts.get(line) ?? 0) + 1);
  const running = (line: string): boolean => pages.length > 2 && line.length < 120 && (counts.get(key(line)) ?? 0) > pages.length * 0.6;
  const number = /^(?:[-–—|\s]*(?:page\s+)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?[-–—|\s]*)$/i;
  return pages.map((page) => {
    const atEnd = new Set(ends(page));
    return page.filter((line) => !(atEnd.has(line) && (running(line) || number.test(line))));
  });
}

/** Puts pages together; a paragraph that runs over a page's end goes on. */
function joinPages(pages: readonly (readonly string[])[]): string {
  let text = '';
  for (const page of pages) {
    const next = cleanText(page.join('\n'));
    if (next === '') continue;
    const goesOn = text !== '' && !/[.!?…:”"’)]$/.test(text) && /^[\p{Ll}(“"]/u.test(next);
    text += text === '' ? next : goesOn ? `\n${next}` : `\n\n${next}`;
  }
  return text;
}

const fieldOf = (info: object, name: string): string | undefined => {
  const value: unknown = Object.entries(info).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
};

/** Reads a PDF. Throws `encrypted-file`, `broken-file`, `pdf-without-text` for pictures of pages, and `too-large` beyond 2,000 pages or `most` unpacked bytes. */
export async function readPdf(bytes: Uint8Array, name: string, most: number): Promise<PdfText> {
  checkPdfSize(bytes, name, most);
  let document: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // A copy, because PDF.js takes the memory of what it is given.
    document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new ParleyError(locked ? 'encrypted-file' : 'broken-file', name, { cause: error });
  }
  try {
    if (document.numPages > MOST_PAGES) throw new ParleyError('too-large', name);
    const pages: string[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(linesOfPage((await page.getTextContent()).items));
      page.cleanup();
    }
    const text = unwrapLines(joinPages(withoutRunningHeads(pages)));
    if (!holdsWords(text)) throw new ParleyError('pdf-without-text', name);
    const { info } = await document.getMetadata();
    const title = fieldOf(info, 'Title')?.trim();
    const made = /^D:(\d{4})(\d\d)(\d\d)/.exec(fieldOf(info, 'CreationDate') ?? '');
    return {
      text,
      ...(title !== undefined && title !== '' && !/\.(?:docx?|pdf|indd|rtf)$|^(?:microsoft word|untitled)/i.test(title) && { title }),
      made: made ? daysOf(`${made[1]}-${made[2]}-${made[3]}`) : [],
    };
  } catch (error) {
    throw error instanceof ParleyError ? error : new ParleyError('broken-file', name, { cause: error });
  } finally {
    await document.destroy();
  }
}
