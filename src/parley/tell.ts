// What the study tells of a process or of all reports, as plain objects.
import { readReports } from '../record/kept-reports.js';
import type { Store } from '../record/store.js';
import { printedAccess, printedDue, printedLines, printedOrigins, printedTalks, printedWho } from '../study/printed.js';
import { type Study, studyOn } from '../study/study.js';
import type { ReaderOf } from '../terms/marks.js';
import type { Told } from './contract.js';

const TELLERS: Readonly<Record<Told, (study: Study) => Record<string, unknown>>> = {
  talks: printedTalks,
  access: printedAccess,
  due: printedDue,
  who: printedWho,
  origins: printedOrigins,
  lines: printedLines,
};

/** Studies a process (by id), or all reports (null), as of a day. */
export async function studyFor(store: Store, who: ReaderOf, process: string | null, day: string): Promise<Study> {
  return studyOn(day, await readReports(store.read, who, process, day));
}

export interface TellAsked {
  readonly who: ReaderOf;
  readonly what: Told;
  /** Id of the process; null: all reports. */
  readonly process: string | null;
  readonly day: string;
}

export async function tellFor(store: Store, { who, what, process, day }: TellAsked): Promise<Record<string, unknown>> {
  return TELLERS[what](await studyFor(store, who, process, day));
}
