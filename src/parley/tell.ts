// What the study tells of a process or of all reports, as plain objects.
import type { Store } from '../record/store.js';
import { printedAccess, printedDue, printedLines, printedOrigins, printedTalks, printedWho } from '../study/printed.js';
import type { Study } from '../study/study.js';
import type { ReaderOf } from '../terms/marks.js';
import type { ClaimKind } from '../terms/reading.js';
import type { LinesSheet } from '../terms/study.js';
import type { Told } from './contract.js';
import { studyFor } from './studied.js';

const TELLERS: Readonly<Record<Told, (study: Study) => Record<string, unknown>>> = {
  talks: printedTalks,
  access: printedAccess,
  due: printedDue,
  who: printedWho,
  origins: printedOrigins,
  lines: printedLines,
};

export interface TellAsked {
  readonly who: ReaderOf;
  readonly what: Told;
  /** Id of the process; null: all reports. */
  readonly process: string | null;
  readonly day: string;
  /** Of lines: only those of these kinds, those of the most origins first. */
  readonly kinds?: readonly ClaimKind[] | undefined;
  /** Of lines: at most so many. */
  readonly limit?: number | undefined;
}

/** The lines of some kinds, those of the most origins first, the newer of two first; and no contradictions. */
function someLines(study: Study, kinds: readonly ClaimKind[], limit: number): LinesSheet {
  const { lines } = printedLines({ ...study, lines: study.lines.filter(({ kind }) => kinds.includes(kind)), contradictions: [] });
  const inOrder = lines.map((line, at) => ({ line, at })).sort((a, b) => b.line.origins - a.line.origins || b.at - a.at);
  return { lines: inOrder.slice(0, limit).map(({ line }) => line), contradictions: [] };
}

export async function tellFor(store: Store, { who, what, process, day, kinds, limit }: TellAsked): Promise<Record<string, unknown>> {
  const study = await studyFor(store, who, process, day);
  return what === 'lines' && kinds !== undefined ? someLines(study, kinds, limit ?? Number.POSITIVE_INFINITY) : TELLERS[what](study);
}
