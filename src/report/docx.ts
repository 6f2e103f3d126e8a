// The door for DOCX: opens the few parts that hold words, never more than a set size of them, and reads them with mammoth.
import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { ParleyError } from '../terms/errors.js';
import { blocksOf } from './blocks.js';
import { textOfBlocks } from './page.js';

/** The parts of a document that hold words or say which do (ECMA-376 part 1); pictures and fonts stay packed. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes|comments)\.xml|word\/_rels\/[^/]+\.rels)$/;

/** Unpacks the wanted parts bit by bit and stops at `most` bytes: what a file says of its own sizes is not believed. */
function partsOf(bytes: Uint8Array, name: string, most: number): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array> = {};
  let total = 0;
  const unzip = new Unzip((file) => {
    if (!WANTED.test(file.name)) return;
    const pieces: Uint8Array[] = [];
    file.ondata = (error, piece, final) => {
      if (error) throw error instanceof ParleyError ? error : new ParleyError('broken-file', name, { cause: error });
      total += piece.length;
      if (total > most) throw new ParleyError('too-large', name);
      pieces.push(piece);
      if (final) parts[file.name] = Buffer.concat(pieces);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const step = 65_536;
  try {
    for (let at = 0; at < bytes.length; at += step) unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  } catch (error) {
    throw error instanceof ParleyError ? error : new ParleyError('broken-file', name, { cause: error });
  }
  return parts;
}

/** Reads a DOCX file. Throws `broken-file`, and `too-large` where its text unpacks to more than `most` bytes. */
export async function readDocx(
  bytes: Uint8Array,
  name: string,
  most: number,
): Promise<{ readonly text: string; readonly captions: readonly (readonly [number, number])[] }> {
  const parts = partsOf(bytes, name, most);
  if (!parts['word/document.xml']) throw new ParleyError('broken-file', name);
  const packed = zipSync(parts, { level: 0 });
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength) },
      {
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        styleMap: ["p[style-name='caption'] => figcaption:fresh", "p[style-name='Caption'] => figcaption:fresh"],
        externalFileAccess: false,
      },
    );
    return textOfBlocks(blocksOf(parseHTML(`<html><body>${value}</body></html>`).document.documentElement, { whole: false }));
  } catch (error) {
    throw new ParleyError('broken-file', name, { cause: error });
  }
}
