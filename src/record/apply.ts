// Does a change: what stands in the record is what the changes of the history, done in order, leave.
import { boundsOf, isoOf } from '../terms/edtf.js';
import type { LineVersion } from '../terms/record.js';
import type { AnyChange, ChangeData, Stamp } from './changes.js';
import { readingOf } from './content.js';
import { editsOf, lineIn } from './edits.js';
import type { Engine, Tx } from './engine.js';
import { joinsOf } from './joins.js';
import { dropLines, keepLines } from './lines.js';
import { forgetProcess, tally } from './tallies.js';

/** First and last day of a date, as far as they are known. */
function daysOf(date: string | null | undefined): { readonly first: string | null; readonly last: string | null } {
  const bounds = date ? boundsOf(date) : null;
  const iso = (day: number | undefined): string | null => (day !== undefined && Number.isFinite(day) ? isoOf(day) : null);
  return { first: iso(bounds?.first), last: iso(bounds?.last) };
}

/** Words of a text: stretches with a letter or a digit between white space. */
const countWords = (text: string): number => text.match(/[^\s]*[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

/** The title a report goes by: its own, else its first line. */
function titleOf(title: string | undefined, text: string): string {
  const line = title?.trim() || text.trimStart().split('\n', 1)[0]?.trim() || '';
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

async function addReport(engine: Engine, tx: Tx, data: ChangeData<'report-added'>, stamp: Stamp): Promise<void> {
  const { kept } = data;
  const { text } = await tx.selectFrom('content').select('text').where('hash', '=', data.content).executeTakeFirstOrThrow();
  const days = daysOf(kept.published);
  await tx
    .insertInto('report')
    .values({
      id: data.report,
      content: data.content,
      title: titleOf(kept.title, text),
      publisher: kept.publisher ?? null,
      published: kept.published ?? null,
      published_first: days.first,
      published_last: days.last,
      dateline: kept.dateline ?? null,
      credit: kept.credit ?? null,
      language: kept.language ?? null,
      format: kept.format,
      url: kept.url ?? null,
      came_from: kept.from ?? null,
      mark: data.mark,
      reliability: null,
      credibility: null,
      added: stamp.at,
      added_by: stamp.by,
      words: countWords(text),
      json: JSON.stringify(kept),
      reading: null,
      statements: 0,
      claims: 0,
      unread: 0,
    })
    .execute();
  await engine.index(tx, [{ report: data.report, found: 'text', line: null, kind: null, start: 0, end: text.length, words: text }]);
  if (data.reading !== null) await keepLines(engine, tx, data.report, data.reading);
}

async function removeReport(engine: Engine, tx: Tx, report: string): Promise<void> {
  await dropLines(engine, tx, report);
  await engine.unindex(tx, report);
  await tx.deleteFrom('report').where('id', '=', report).execute();
}

async function see(tx: Tx, data: ChangeData<'report-seen'>, at: string): Promise<void> {
  const { n } = await tx
    .selectFrom('sighting')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('report', '=', data.report)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('sighting')
    .values({
      report: data.report,
      position: n,
      publisher: data.publisher,
      published: data.published,
      url: data.url,
      came_from: data.from,
      at,
    })
    .execute();
}

async function review(tx: Tx, data: ChangeData<'line-reviewed'>, { at, by }: Stamp): Promise<void> {
  const { report, line, state, reason } = data;
  await tx.deleteFrom('review').where('report', '=', report).where('line', '=', line).execute();
  if (state !== 'unread') await tx.insertInto('review').values({ report, line, state, who: by, at, reason }).execute();
  await countUnread(tx, report);
}

/** Sets how many lines of a report nobody has reviewed. */
async function countUnread(tx: Tx, report: string): Promise<void> {
  const { n } = await tx
    .selectFrom('review')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('report', '=', report)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('report')
    .set((eb) => ({ unread: eb(eb('statements', '+', eb.ref('claims')), '-', n) }))
    .where('id', '=', report)
    .execute();
}

/** The lines of a report that somebody has reviewed, as they stand. */
async function reviewedLines(tx: Tx, report: string): Promise<ReadonlyMap<string, string>> {
  const lines = new Map<string, string>();
  for (const table of ['statement', 'claim'] as const) {
    const rows = await tx
      .selectFrom(table)
      .innerJoin('review', (join) => join.onRef('review.report', '=', `${table}.report`).onRef('review.line', '=', `${table}.id`))
      .select([`${table}.id`, `${table}.json`])
      .where(`${table}.report`, '=', report)
      .execute();
    for (const { id, json } of rows) lines.set(id, json);
  }
  return lines;
}

/** Makes the rows of a report's lines anew from its reading and what was edited; decisions stay as they are. */
async function lineUp(engine: Engine, tx: Tx, report: string, reading: string): Promise<void> {
  const reviews = await tx.selectFrom('review').selectAll().where('report', '=', report).execute();
  await dropLines(engine, tx, report);
  await keepLines(engine, tx, report, reading);
  if (reviews.length > 0) await tx.insertInto('review').values(reviews).execute();
}

/**
 * Puts another reading in the place of a report's. A decision stays with a line that says the very same under the same id, an edit where the
 * reader still has what was edited, a handmade line where the statement it rests on is the same; the others are in the history.
 */
async function readAgain(engine: Engine, tx: Tx, { report, reading }: ChangeData<'report-read'>): Promise<void> {
  const before = await reviewedLines(tx, report);
  const { reading: last } = await tx.selectFrom('report').select('reading').where('id', '=', report).executeTakeFirstOrThrow();
  const edits = (await editsOf(tx, [report])).get(report) ?? [];
  if (last !== null && edits.length > 0) {
    const [old, fresh] = [await readingOf(tx, last), await readingOf(tx, reading)];
    const same = (id: string): boolean => JSON.stringify(lineIn(old, id)) === JSON.stringify(lineIn(fresh, id));
    const lost = edits.filter(
      ({ line, version }) => !same(line) || ('voice' in version && 'kind' in version && version.voice !== null && !same(version.voice)),
    );
    for (const { line } of lost) await tx.deleteFrom('edit').where('report', '=', report).where('line', '=', line).execute();
  }
  await lineUp(engine, tx, report, reading);
  const after = await reviewedLines(tx, report);
  const reviews = await tx.selectFrom('review').select('line').where('report', '=', report).execute();
  const gone = reviews.map(({ line }) => line).filter((line) => after.get(line) !== before.get(line));
  if (gone.length > 0) await tx.deleteFrom('review').where('report', '=', report).where('line', 'in', gone).execute();
  await countUnread(tx, report);
}

/** Sets or takes away what somebody put in the place of a line, and how the line is reviewed. */
async function setLine(
  engine: Engine,
  tx: Tx,
  { report, line, review: decided, version }: Omit<ChangeData<'line-restored'>, 'undoes'>,
): Promise<void> {
  const { reading } = await tx.selectFrom('report').select('reading').where('id', '=', report).executeTakeFirstOrThrow();
  const known = (await editsOf(tx, [report])).get(report)?.find((edit) => edit.line === line);
  const json = version === null ? null : JSON.stringify(version satisfies LineVersion);
  if (reading !== null && json !== (known === undefined ? null : JSON.stringify(known.version))) {
    await tx.deleteFrom('edit').where('report', '=', report).where('line', '=', line).execute();
    if (json !== null) await tx.insertInto('edit').values({ report, line, json }).execute();
    await lineUp(engine, tx, report, reading);
  }
  await tx.deleteFrom('review').where('report', '=', report).where('line', '=', line).execute();
  if (decided !== null) {
    const { state, by, at, reason } = decided;
    await tx.insertInto('review').values({ report, line, state, who: by, at, reason }).execute();
  }
  await countUnread(tx, report);
}

async function reportsNaming(tx: Tx, actor: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom('actor_name').select('report').distinct().where('actor', '=', actor).orderBy('report').execute();
  return rows.map(({ report }) => report);
}

/** Makes the lines of reports anew, because who is who has changed. */
async function lineAllUp(engine: Engine, tx: Tx, reports: readonly string[]): Promise<void> {
  for (const report of reports) {
    const { reading } = await tx.selectFrom('report').select('reading').where('id', '=', report).executeTakeFirstOrThrow();
    if (reading === null) continue;
    await lineUp(engine, tx, report, reading);
    await countUnread(tx, report);
  }
}

/** Does one change in the caller's transaction. The history row is the caller's to write. */
export async function applyChange(engine: Engine, tx: Tx, change: AnyChange, stamp: Stamp): Promise<void> {
  switch (change.what) {
    case 'process-made': {
      const { process: id, name, asOf, demo } = change.data;
      await tx
        .insertInto('process')
        .values({ id, name, name_key: name.toLowerCase(), as_of: asOf, demo: demo ? 1 : 0, created: stamp.at })
        .execute();
      return;
    }
    case 'process-removed':
      await forgetProcess(tx, change.data.process);
      await tx.deleteFrom('process').where('id', '=', change.data.process).execute();
      return;
    case 'process-day-set':
      await tx.updateTable('process').set({ as_of: change.data.asOf }).where('id', '=', change.data.process).execute();
      return;
    case 'report-added':
      return addReport(engine, tx, change.data, stamp);
    case 'report-read':
      return readAgain(engine, tx, change.data);
    case 'report-seen':
      return see(tx, change.data, stamp.at);
    case 'report-filed':
      await tx.insertInto('filing').values(change.data).execute();
      return tally(tx, change.data.report, 1, change.data.process);
    case 'report-unfiled':
      await tally(tx, change.data.report, -1, change.data.process);
      await tx.deleteFrom('filing').where('report', '=', change.data.report).where('process', '=', change.data.process).execute();
      return;
    case 'report-removed':
      return removeReport(engine, tx, change.data.report);
    case 'report-marked':
      await tally(tx, change.data.report, -1);
      await tx.updateTable('report').set({ mark: change.data.mark }).where('id', '=', change.data.report).execute();
      return tally(tx, change.data.report, 1);
    case 'report-graded': {
      const { report, grade } = change.data;
      const set = { reliability: grade?.reliability ?? null, credibility: grade?.credibility ?? null };
      await tx.updateTable('report').set(set).where('id', '=', report).execute();
      return;
    }
    case 'line-reviewed':
      return review(tx, change.data, stamp);
    case 'line-edited':
    case 'line-made': {
      const state = change.what === 'line-made' ? 'accepted' : 'edited';
      return setLine(engine, tx, { ...change.data, review: { state, by: stamp.by, at: stamp.at, reason: null } });
    }
    case 'actors-merged': {
      const { actor, name, into } = change.data;
      const named = await reportsNaming(tx, actor);
      await tx
        .insertInto('joining')
        .values({ actor, name, into_actor: into.id, into_name: into.name, kind: into.kind, country: into.country })
        .execute();
      return lineAllUp(engine, tx, named);
    }
    case 'actors-split': {
      const now = (await joinsOf(tx)).get(change.data.actor);
      await tx.deleteFrom('joining').where('actor', '=', change.data.actor).execute();
      return lineAllUp(engine, tx, now === undefined ? [] : await reportsNaming(tx, now.id));
    }
    case 'line-imported':
    case 'line-restored':
      return setLine(engine, tx, change.data);
    // The history tells of these alone.
    case 'redacted':
    case 'tombstone':
      return;
  }
}
