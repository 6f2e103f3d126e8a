// Keeping a report with its reading: once for each text, in one transaction, in the processes asked for.
import { ParleyError } from '../terms/errors.js';
import { reportIdOf } from '../terms/ids.js';
import type { Mark, ReaderOf } from '../terms/marks.js';
import type { Reading } from '../terms/reading.js';
import type { Report } from '../terms/report.js';
import { hashOf, keepReading, keepText } from './content.js';
import type { Tx } from './engine.js';
import { processIdOf } from './processes.js';
import type { Do, Store } from './store.js';

export interface Keep {
  readonly report: Report;
  /** Null: kept unread. */
  readonly reading: Reading | null;
  readonly mark: Mark;
  /** Ids or names. */
  readonly processes: readonly string[];
  /** True for a reading made elsewhere, which replaces the reader's of a text already known. */
  readonly readingWins?: boolean;
  /** Done in the same transaction where the report is new, or known and not read yet. */
  readonly unread?: ((tx: Tx, id: string) => Promise<void>) | undefined;
}
export interface Kept {
  readonly outcome: 'new' | 'known';
  readonly id: string;
}

/** Id of the report with this text, or null. */
export async function reportWithText(store: Store, text: string): Promise<string | null> {
  const found = await store.read.selectFrom('report').select('id').where('content', '=', hashOf(text)).orderBy('id').executeTakeFirst();
  return found?.id ?? null;
}

/** Ids of the processes; throws `unknown-process`. */
export async function processIdsOf(store: Store, who: ReaderOf, processes: readonly string[]): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (const process of processes) ids.add(await processIdOf(store.read, who, process));
  return [...ids];
}

/** Databases keep text as well-formed Unicode without NUL; the door (`report`) gives no other, a reading made elsewhere may. */
export function checkText({ id, text }: Report): void {
  if (/[\0\p{Cs}]/u.test(text)) throw new ParleyError('bad-reading', `the text of ${id} holds half a character or a NUL`);
  if (text.trim() === '') throw new ParleyError('empty-input', id);
}

/** Line ids name a line for ever, so that each must be one line's alone, and fit after `report:`. */
export function checkReading({ id, statements, claims, text }: Reading): void {
  const ids = [...statements, ...claims].map((line) => line.id);
  if (new Set(ids).size < ids.length || ids.includes('')) throw new ParleyError('bad-reading', `two lines of ${id} have the same id`);
  const said = new Set(statements.map((statement) => statement.id));
  for (const { id: claim, voice } of claims)
    if (voice !== null && !said.has(voice))
      throw new ParleyError('bad-reading', `${claim} of ${id} rests on a statement ${voice} that is not there`);
  const spans = [
    ...statements.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]),
    ...claims.flatMap(({ evidence }) => evidence),
  ];
  if (spans.some(([, end]) => end > text.length)) throw new ParleyError('bad-reading', `a span of ${id} ends after its text`);
}

async function seen(tx: Tx, make: Do, id: string, { publisher, published, url, from }: Report): Promise<void> {
  const kept = await tx.selectFrom('report').select(['publisher', 'url']).where('id', '=', id).executeTakeFirstOrThrow();
  const others = await tx.selectFrom('sighting').select(['publisher', 'url']).where('report', '=', id).execute();
  const isNew =
    (publisher !== undefined || url !== undefined) &&
    ![kept, ...others].some((one) => one.publisher === (publisher ?? null) && one.url === (url ?? null));
  if (isNew)
    await make({
      what: 'report-seen',
      data: { report: id, publisher: publisher ?? null, published: published ?? null, url: url ?? null, from: from ?? null },
    });
}

/** Gives the report its processes where it has not got them. */
async function fileAll(tx: Tx, make: Do, who: ReaderOf, report: string, processes: readonly string[]): Promise<void> {
  const has = await tx.selectFrom('filing').select('process').where('report', '=', report).execute();
  for (const process of new Set(processes)) {
    const id = await processIdOf(tx, who, process);
    if (!has.some((filing) => filing.process === id)) await make({ what: 'report-filed', data: { report, process: id } });
  }
}

/**
 * Keeps a report; the same text is known, whatever its outlet, and gains the processes and the new sighting. Resolves once it is on the disk.
 * Throws `bad-reading` for a reading that can't be kept, `conflict` where the id is another text's.
 */
export async function keepReport(
  store: Store,
  who: ReaderOf,
  { report, reading, mark, processes, readingWins = false, unread }: Keep,
): Promise<Kept> {
  checkText(report);
  if (reading) checkReading(reading);
  const { text, ...kept } = report;
  return store.change(who.reader, async (tx, make) => {
    const content = await keepText(tx, text);
    const known = await tx.selectFrom('report').select(['id', 'reading']).where('content', '=', content).orderBy('id').executeTakeFirst();
    const readingId = reading ? await keepReading(tx, content, reading) : null;
    if (known) {
      await seen(tx, make, known.id, report);
      if (readingId !== null && known.reading !== readingId && (readingWins || known.reading === null))
        await make({ what: 'report-read', data: { report: known.id, reading: readingId } });
      await fileAll(tx, make, who, known.id, processes);
      if (known.reading === null && readingId === null) await unread?.(tx, known.id);
      return { outcome: 'known', id: known.id };
    }
    const id = report.id || reportIdOf(text);
    const taken = await tx.selectFrom('report').select('id').where('id', '=', id).executeTakeFirst();
    if (taken) throw new ParleyError('conflict', `the id ${id} is that of a report with another text`);
    await make({ what: 'report-added', data: { report: id, content, kept: { ...kept, id }, reading: readingId, mark } });
    await fileAll(tx, make, who, id, processes);
    if (readingId === null) await unread?.(tx, id);
    return { outcome: 'new', id };
  });
}
