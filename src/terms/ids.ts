// Ids made from content, so that the same report added twice is one.
import { createHash } from 'node:crypto';

/** `r-` and 16 hexadecimal digits of the SHA-256 of the clean text: the same text has the same id on every machine. */
export const reportIdOf = (text: string): string => `r-${createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16)}`;
