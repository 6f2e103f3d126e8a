// Bytes to characters: a byte order mark, then a declared encoding that fits, then the one found in the bytes.
import { decodeWindows } from './windows-1252.js';

export interface Decoded {
  readonly text: string;
  /** The label of the WHATWG Encoding Standard. */
  readonly encoding: string;
}

const strict = (bytes: Uint8Array, label: string): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // Not in this encoding, or an encoding nobody knows: the caller tries the next.
    return null;
  }
};
const loose = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes);

/** UTF-16 without a mark: Latin text has a zero in every other byte. */
function utf16Found(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

/** True when nearly all bytes above 127 form UTF-8 sequences: a UTF-8 text with a few spoilt bytes. */
function nearlyUtf8(bytes: Uint8Array): boolean {
  const text = loose(bytes, 'utf-8');
  let good = 0;
  let bad = 0;
  for (const character of text) {
    if (character === '\ufffd') bad++;
    else if (character > '\u007f') good++;
  }
  return good >= 10 && bad * 20 <= good;
}

/**
 * Decodes a text file or page. `declared` is what its header or meta element says; a declaration that the bytes contradict is not believed:
 * text that is valid UTF-8 with characters beyond ASCII is UTF-8 whatever it says, and what is no valid UTF-8 is Windows-1252 unless told better.
 */
export function decodeBytes(bytes: Uint8Array, declared?: string): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { text: loose(bytes, 'utf-8'), encoding: 'utf-8' };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: loose(bytes, 'utf-16le'), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: loose(bytes, 'utf-16be'), encoding: 'utf-16be' };
  const wide = utf16Found(bytes);
  if (wide) return { text: loose(bytes, wide), encoding: wide };
  const label = declared?.trim().toLowerCase();
  const utf8 = strict(bytes, 'utf-8');
  const escapes = label !== undefined && /^iso-2022|^hz-/.test(label);
  if (utf8 !== null && !escapes) return { text: utf8, encoding: 'utf-8' };
  if (label !== undefined && !/^utf-?(8|16)/.test(label)) {
    const text = strict(bytes, label);
    const encoding = text === null ? '' : new TextDecoder(label).encoding;
    if (text !== null) return { text: encoding === 'windows-1252' ? decodeWindows(bytes) : text, encoding };
  }
  return nearlyUtf8(bytes) ? { text: loose(bytes, 'utf-8'), encoding: 'utf-8' } : { text: decodeWindows(bytes), encoding: 'windows-1252' };
}

/** The encoding named by an HTML meta element or an XML declaration near the start. */
export function declaredIn(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (/<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w:.-]+)/i.exec(start) ??
    /<meta[^>]{0,400}\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start))?.[1];
}
