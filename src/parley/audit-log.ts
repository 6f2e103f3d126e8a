// Notes who saw and changed what is marked above GREEN, a moment after it happened, so that nobody waits for the log.
import { sql } from 'kysely';
import { type AuditNote, note } from '../record/audit.js';
import { seenBy } from '../record/sight.js';
import type { Store } from '../record/store.js';
import { MARKS, type Mark, markSchema, type ReaderOf } from '../terms/marks.js';

/** Milliseconds until what was noted is written. */
const SOON = 500;
/** The same look of the same reader within this time is one. */
const ONE_LOOK = 10 * 60_000;
const MOST_LOOKS = 20_000;
const AT_ONCE = 500;

const isAbove = (mark: Mark): boolean => mark !== 'CLEAR' && mark !== 'GREEN';
const highest = (marks: readonly Mark[]): Mark | null =>
  marks.reduce<Mark | null>((best, mark) => (best === null || MARKS.indexOf(mark) > MARKS.indexOf(best) ? mark : best), null);

interface Pending {
  readonly at: string;
  readonly who: ReaderOf;
  readonly did: 'saw' | 'changed';
  readonly what: string;
  /** A report, or all that the reader sees of a process (null: of all). */
  readonly of: { readonly report: string } | { readonly process: string | null };
}

export class AuditLog {
  readonly #store: Store;
  readonly #failed: (error: unknown) => void;
  readonly #looks = new Map<string, number>();
  #pending: Pending[] = [];
  #ready: AuditNote[] = [];
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  /** `failed` is told where the log could not be written; what was to be written is tried again with the next. */
  constructor(store: Store, failed: (error: unknown) => void) {
    this.#store = store;
    this.#failed = failed;
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#writing = this.#writing.then(() => this.#write()).catch(this.#failed);
    }, SOON).unref();
  }

  /** True for a look that was noted a short while ago. */
  #isKnown(look: string): boolean {
    const now = performance.now();
    const last = this.#looks.get(look);
    if (last !== undefined && now - last < ONE_LOOK) return true;
    this.#looks.delete(look);
    this.#looks.set(look, now);
    for (const oldest of [...this.#looks.keys()].slice(0, Math.max(0, this.#looks.size - MOST_LOOKS))) this.#looks.delete(oldest);
    return false;
  }

  #note(who: ReaderOf, did: Pending['did'], what: string, of: Pending['of']): void {
    this.#pending.push({ at: new Date().toISOString(), who, did, what, of });
    this.#soon();
  }

  /** Somebody saw words of reports (ids). */
  saw(who: ReaderOf, what: string, reports: Iterable<string>): void {
    for (const report of new Set(reports))
      if (!this.#isKnown(JSON.stringify([who.reader, what, 'report', report]))) this.#note(who, 'saw', what, { report });
  }

  /** Somebody saw what all reports of a process (by id; null: all) that they may see say together. */
  sawAll(who: ReaderOf, what: string, process: string | null): void {
    if (!this.#isKnown(JSON.stringify([who.reader, what, 'process', process]))) this.#note(who, 'saw', what, { process });
  }

  /** Somebody saw a list of reports. */
  sawListed(who: ReaderOf, what: string, process: string | null, marks: readonly Mark[]): void {
    const above = marks.filter(isAbove);
    if (above.length === 0 || this.#isKnown(JSON.stringify([who.reader, what, 'list', process, above.length]))) return;
    const at = new Date().toISOString();
    this.#ready.push({ at, by: who.reader, did: 'saw', what, process, mark: highest(above), reports: above.length });
    this.#soon();
  }

  /** Somebody changed reports (ids) or lines of them. */
  changed(who: ReaderOf, what: string, reports: Iterable<string>): void {
    for (const report of new Set(reports)) this.#note(who, 'changed', what, { report });
  }

  /** The same where the mark must be told as it was, because it is another now, or the report is gone. */
  changedFrom(who: ReaderOf, what: string, report: string, before: Mark | null, now: Mark | null = null): void {
    const mark = highest([...(before === null ? [] : [before]), ...(now === null ? [] : [now])]);
    if (mark === null || !isAbove(mark)) return;
    this.#ready.push({ at: new Date().toISOString(), by: who.reader, did: 'changed', what, report, mark });
    this.#soon();
  }

  async #marksOf(reports: readonly string[]): Promise<ReadonlyMap<string, Mark>> {
    const marks = new Map<string, Mark>();
    for (let at = 0; at < reports.length; at += AT_ONCE) {
      const ids = reports.slice(at, at + AT_ONCE);
      const rows = await this.#store.read.selectFrom('report').select(['id', 'mark']).where('id', 'in', ids).execute();
      for (const { id, mark } of rows) marks.set(id, markSchema.parse(mark));
    }
    return marks;
  }

  /** How many reports above GREEN somebody sees of a process, and the highest of their marks. */
  async #above(who: ReaderOf, process: string | null): Promise<{ readonly reports: number; readonly mark: Mark | null }> {
    let found = this.#store.read
      .selectFrom('report')
      .select((eb) => ['report.mark', eb.fn.countAll<number>().as('n')])
      // Written out as the index of just these reports has it, so that it serves.
      .where(sql<boolean>`report.mark not in ('CLEAR', 'GREEN')`)
      .where(seenBy(who));
    if (process !== null)
      found = found.where('report.id', 'in', (eb) => eb.selectFrom('filing').select('filing.report').where('filing.process', '=', process));
    const rows = await found.groupBy('report.mark').execute();
    return { reports: rows.reduce((sum, { n }) => sum + Number(n), 0), mark: highest(rows.map(({ mark }) => markSchema.parse(mark))) };
  }

  async #write(): Promise<void> {
    const [pending, ready] = [this.#pending, this.#ready];
    [this.#pending, this.#ready] = [[], []];
    try {
      const marks = await this.#marksOf([...new Set(pending.flatMap(({ of }) => ('report' in of ? of.report : [])))]);
      const notes: AuditNote[] = [...ready];
      for (const { at, who, did, what, of } of pending) {
        const base = { at, by: who.reader, did, what };
        if ('report' in of) {
          const mark = marks.get(of.report);
          if (mark !== undefined && isAbove(mark)) notes.push({ ...base, report: of.report, mark });
        } else {
          const { reports, mark } = await this.#above(who, of.process);
          if (reports > 0) notes.push({ ...base, process: of.process, mark, reports });
        }
      }
      notes.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      if (notes.length > 0) await note(this.#store, notes);
    } catch (error) {
      this.#pending.unshift(...pending);
      this.#ready.unshift(...ready);
      throw error;
    }
  }

  /** Writes what is noted. Throws what is wrong with the store. */
  async settle(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#writing;
    await this.#write();
  }
}
