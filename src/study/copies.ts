// Whether two claims are the same words in two copies of one dispatch.
import { evidenceWords, type KeptClaim } from './kept.js';
import { contentFor, sharedContent } from './likeness.js';

/** The stems of the words a claim rests on. */
export const evidenceContent = (kept: KeptClaim): ReadonlySet<string> => contentFor(kept.claim, evidenceWords(kept));

/** True where two claims stand in different reports of one origin and share this much of their words. */
export const isCopy = (a: KeptClaim, b: KeptClaim, originOf: (report: string) => number, share: number): boolean =>
  a.report.id !== b.report.id &&
  originOf(a.report.id) === originOf(b.report.id) &&
  sharedContent(evidenceContent(a), evidenceContent(b)) >= share;
