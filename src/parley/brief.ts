// The brief of a process as it is given out: what the study composes, of what somebody has reviewed unless asked otherwise.

import { getProcess } from '../record/processes.js';
import { seenBy } from '../record/sight.js';
import type { Store } from '../record/store.js';
import { briefOf } from '../study/brief.js';
import type { Brief } from '../terms/brief.js';
import type { ReaderOf } from '../terms/marks.js';
import { reportsFor, studyOfReports } from './studied.js';

export interface BriefAsked {
  readonly who: ReaderOf;
  /** Id of the process. */
  readonly process: string;
  /** YYYY-MM-DD. */
  readonly since: string;
  readonly day: string;
  /** Also tells what nobody has reviewed, marked. */
  readonly unreviewed: boolean;
  /** Tells all of a section, however long. */
  readonly all: boolean;
}

/** The brief of a day. Throws `unknown-process`. */
export async function briefFor(store: Store, { who, process: id, since, day, unreviewed, all }: BriefAsked): Promise<Brief> {
  const process = await getProcess(store, who, id);
  const reports = await reportsFor(store, who, process.id, day);
  const reviewed = await store.read
    .selectFrom('review')
    .innerJoin('report', 'report.id', 'review.report')
    .innerJoin('filing', 'filing.report', 'review.report')
    .select(['review.report', 'review.line', 'review.state'])
    .where('filing.process', '=', process.id)
    .where(seenBy(who))
    .where('review.state', 'in', ['accepted', 'edited'])
    .execute();
  const states = new Map(reviewed.map(({ report, line, state }) => [`${report}:${line}`, state]));
  return briefOf(reports, {
    process: process.name,
    since,
    day,
    unreviewed,
    ...(all && { most: null }),
    isReviewed: (ref) => states.has(ref),
    isEdited: (ref) => states.get(ref) === 'edited',
    study: (on, of) => studyOfReports(store, on, of),
  });
}
