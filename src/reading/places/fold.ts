// Brings spellings of a place name together: small letters without accents, apostrophes, hyphens and a leading article.

const ARTICLES = new Set(['al', 'ar', 'as', 'ash', 'ad', 'adh', 'an', 'at', 'az', 'el', 'ed', 'es', 'er', 'the']);
/** Letters, figures and marks without accents. */
const ASCII = /^[ -~]*$/;

/** A piece of a name in small ASCII letters and figures where it has them; letters of other scripts stay. */
export function foldPiece(piece: string): string {
  const plain = ASCII.test(piece)
    ? piece
    : piece
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replaceAll('ı', 'i')
        .replaceAll('ø', 'o')
        .replaceAll('ł', 'l')
        .replaceAll('ß', 'ss')
        .replaceAll('đ', 'd');
  return plain.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The key of pieces already folded. A leading article is dropped where more follows. */
export function keyOf(pieces: readonly string[]): string {
  const first = pieces[0];
  return (pieces.length > 1 && first !== undefined && ARTICLES.has(first) ? pieces.slice(1) : pieces).join('');
}

/** The key of a whole name. */
export const foldName = (name: string): string =>
  keyOf(
    name
      .split(/[\s-]+/)
      .map(foldPiece)
      .filter((piece) => piece !== ''),
  );

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo), 32 bits, unsigned. */
export function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
