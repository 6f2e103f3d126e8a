// A citation at a terminal: the words in quotation marks, whose they are, where, and the line.
import type { Citation } from '../../terms/record.js';
import { harmless, type Paint } from './paint.js';
import { wrap } from './wrap.js';

/** So much of the words is shown; the report has the rest. */
const LONGEST = 160;

/** Indented by four, with its line end. */
export function sayCitation(
  { words, speaker, publisher, published, line, orphanedBy }: Citation,
  columns: number | null,
  paint: Paint,
): string {
  const said = harmless(words.join(' … ').replace(/\s+/g, ' ')).replace(/^[“"]|[”"]$/g, '');
  const quote = `“${said.length > LONGEST ? `${said.slice(0, LONGEST).trimEnd()}…` : said}”`;
  const from = harmless([speaker, publisher, published].filter((part) => part !== null).join(', '));
  const orphaned = orphanedBy === undefined ? '' : harmless(` (orphaned: ${orphanedBy} is a newer text without these words here)`);
  return `    ${wrap(`${paint.words(quote)} ${from} ${paint.faint(harmless(line))}${orphaned}`, columns === null ? null : columns - 4, '    ')}\n`;
}
