// What is open in a process on a day: what is disputed, what is due, and what has had no word.
import type { Store } from '../record/store.js';
import { printedDue, printedLines } from '../study/printed.js';
import type { ReaderOf } from '../terms/marks.js';
import type { OpenQuestions } from '../terms/study.js';
import { studyFor } from './studied.js';

/** Disputes told, the newest first; the lines tell all. */
const DISPUTED = 100;

export interface OpenAsked {
  readonly who: ReaderOf;
  /** Id of the process. */
  readonly process: string;
  readonly day: string;
}
export type OpenFound = OpenQuestions;

export async function openFor(store: Store, { who, process, day }: OpenAsked): Promise<OpenFound> {
  const study = await studyFor(store, who, process, day);
  const { commitments, silence } = printedDue(study);
  return { disputed: printedLines(study).contradictions.slice(-DISPUTED), due: commitments, silence };
}
