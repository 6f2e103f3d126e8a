// The few words that rules of attribution name, as the hashes the facts hold.
import { hashText } from '../hashing.js';

export const CONTENT_TO = hashText('to');
export const NEGATIONS: ReadonlySet<number> = new Set(["n't", 'not', 'never', 'n’t', 'cannot'].map((word) => hashText(word)));
