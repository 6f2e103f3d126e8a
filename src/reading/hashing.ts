// Feature hashing: how words and templates become the integers that the models of the reader weigh. No word is ever kept, only its hash.

/** FNV-1a over UTF-16 units, 32 bits signed (Fowler, Noll, Vo), its bits stirred once more so that the low ones are as good as the high ones. */
export function hashText(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) | 0;
}

/** Two integers as one, order mattering. */
export function mix(a: number, b: number): number {
  const hash = Math.imul(a ^ Math.imul(b + 0x165667b1, 0x85ebca6b), 0xc2b2ae35);
  return hash ^ (hash >>> 15);
}
