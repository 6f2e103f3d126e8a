// Studies of the reports of a store, each made once: the same reports on the same day are the same study, whoever asks and for whichever page.
import { readReports } from '../record/kept-reports.js';
import { Shelf } from '../record/shelf.js';
import type { Store } from '../record/store.js';
import type { KeptReport } from '../study/kept.js';
import { type Study, studyOn } from '../study/study.js';
import type { ReaderOf } from '../terms/marks.js';

/** Studies kept, and the reports they may be of together: a study of ten thousand reports holds some hundred megabytes. */
const MOST = 12;
const MOST_REPORTS = 40_000;

interface Kept {
  readonly shelf: Shelf;
  /** The last asked for at the end. */
  studies: readonly { readonly day: string; readonly of: readonly KeptReport[]; readonly study: Study }[];
}
const kept = new WeakMap<Store, Kept>();

function keptOf(store: Store): Kept {
  const known = kept.get(store) ?? { shelf: new Shelf(), studies: [] };
  kept.set(store, known);
  return known;
}

/** The reports of a process (by id), or all (null), known on a day; those unchanged are the very same objects at every call. */
export const reportsFor = (store: Store, who: ReaderOf, process: string | null, day: string): Promise<readonly KeptReport[]> =>
  readReports(store.read, who, process, day, keptOf(store).shelf);

/** The study of reports that `reportsFor` gave. */
export function studyOfReports(store: Store, day: string, of: readonly KeptReport[]): Study {
  const here = keptOf(store);
  const known = here.studies.find(
    (one) => one.day === day && one.of.length === of.length && one.of.every((report, at) => report === of[at]),
  );
  const found = known ?? { day, of, study: studyOn(day, of) };
  const studies = [...here.studies.filter((one) => one !== known), found];
  let reports = studies.reduce((sum, one) => sum + one.of.length, 0);
  while (studies.length > 1 && (studies.length > MOST || reports > MOST_REPORTS)) reports -= studies.shift()?.of.length ?? 0;
  here.studies = studies;
  return found.study;
}

/** Studies a process (by id), or all reports (null), as of a day. */
export const studyFor = async (store: Store, who: ReaderOf, process: string | null, day: string): Promise<Study> =>
  studyOfReports(store, day, await reportsFor(store, who, process, day));
