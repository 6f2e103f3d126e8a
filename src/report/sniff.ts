// What kind of file some bytes are, by what they hold first, and by their name and content type only where that is not enough.
import { ParleyError } from '../terms/errors.js';
import type { Report } from '../terms/report.js';
import { decodeBytes } from './decode.js';
import { isMailbox } from './mbox.js';

export interface Named {
  /** What to call it in an error: a file name or an address. */
  readonly name: string;
  /** The media type a server or mail gave, with or without parameters. */
  readonly contentType?: string | undefined;
}

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);
const ascii = (bytes: Uint8Array, from: number, to: number): string => new TextDecoder('latin1').decode(bytes.subarray(from, to));

/** A message begins with header lines, some of which every message has. */
function looksLikeMessage(start: string): boolean {
  const lines = start.split(/\r?\n/);
  const names = new Set<string>();
  for (const line of lines.slice(0, 60)) {
    if (line === '') break;
    if (/^[ \t]/.test(line)) continue;
    const name = /^([A-Za-z][\w-]{1,60}):/.exec(line)?.[1];
    if (name === undefined) {
      if (names.size === 0 && line.startsWith('From ')) continue;
      return false;
    }
    names.add(name.toLowerCase());
  }
  return (
    names.has('from') &&
    ['message-id', 'mime-version', 'received', 'return-path', 'date'].some((name) => names.has(name)) &&
    names.size >= 3
  );
}

function looksLikePage(start: string): boolean {
  if (/^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return true;
  const tags = start.match(/<\/?(?:p|div|br|a|span|h[1-6]|ul|li|article|section|meta|table|title)\b[^<>]{0,300}>/gi)?.length ?? 0;
  return tags >= 3;
}

const looksLikeFeed = (start: string): boolean =>
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<\?[^>]{0,300}>\s*|<!--[\s\S]{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b/i.test(start);

/** True where control characters show that this is no text. */
function looksBinary(text: string): boolean {
  const start = text.slice(0, 8192);
  let odd = 0;
  for (let i = 0; i < start.length; i++) {
    const unit = start.charCodeAt(i);
    if (unit === 0) return true;
    if ((unit < 32 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13 && unit !== 27) || unit === 0xfffd) odd++;
  }
  return odd > 3 && odd > start.length * 0.02;
}

/**
 * The format of a file. Throws `encrypted-file` for a protected Office file, `binary-input` for what no door takes.
 */
export function formatOf(bytes: Uint8Array, { name, contentType }: Named): Report['format'] {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const extension = /\.([a-z0-9]{1,6})(?:[?#].*)?$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) {
    // The names of a ZIP file's entries stand in its directory, at its end.
    if (ascii(bytes, Math.max(0, bytes.length - 65_536), bytes.length).includes('word/')) return 'docx';
    throw new ParleyError('binary-input', name);
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const marker = Buffer.from('EncryptedPackage', 'utf16le');
    throw new ParleyError(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(marker) ? 'encrypted-file' : 'binary-input',
      name,
    );
  }
  if (ascii(bytes, 0, 5) === '{\\rtf') throw new ParleyError('binary-input', name);
  if (/^(image|audio|video|font)\//.test(type)) throw new ParleyError('binary-input', name);
  const start = decodeBytes(bytes.subarray(0, Math.min(bytes.length, 16_384) & ~1)).text;
  if (looksBinary(start)) throw new ParleyError('binary-input', name);
  if (looksLikeFeed(start) || /^application\/(rss|atom|rdf)\+xml$/.test(type)) return 'feed';
  if (type === 'message/rfc822' || extension === 'eml' || isMailbox(bytes) || looksLikeMessage(start)) return 'eml';
  if (/html/.test(type) || /^x?html?$/.test(extension) || looksLikePage(start)) return 'html';
  if (/^\s*<\?xml\b/.test(start)) return 'html';
  return 'text';
}
