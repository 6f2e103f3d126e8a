// The lines that the boards of a process hang on, as the queue of the review takes them.
import type { Store } from '../record/store.js';
import { type Decides, decidingLines } from '../study/deciding.js';
import type { ReaderOf } from '../terms/marks.js';
import { studyFor } from './studied.js';

export interface DecidingAsked {
  readonly who: ReaderOf;
  /** Id of the process; null: all reports. */
  readonly process: string | null;
  readonly day: string;
}
export type Deciding = readonly { readonly ref: string; readonly decides: Decides }[];

export async function decidingFor(store: Store, { who, process, day }: DecidingAsked): Promise<Deciding> {
  return decidingLines(await studyFor(store, who, process, day));
}
