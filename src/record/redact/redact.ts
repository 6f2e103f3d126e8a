// Removes a report or a name from a store for good: the one thing that rewrites the history. One transaction, or nothing at all.
import { ParleyError } from '../../terms/errors.js';
import type { Redacted, Redaction } from '../../terms/redacting.js';
import type { Span } from '../../terms/span.js';
import { nameKey } from '../actors.js';
import { changeSchema, subjectOf } from '../changes.js';
import type { Engine, Tx } from '../engine.js';
import { finishScrubbing } from '../scrubbing.js';
import { doAgain, emptyRecord, type Store } from '../store.js';
import { movedActors } from './actors-moved.js';
import { blacken, rewritten } from './blacken.js';
import { dropOld, type Moved, rewriteReadings, rewriteTexts } from './contents.js';
import { type NewRow, type Row, rewriteHistory } from './history.js';
import { type FindName, nameFinder } from './names.js';
import { rewriteOthers, stillIn } from './others.js';

/** Thrown to take a dry run back; nothing of it stays. */
class DryRun extends Error {
  readonly found: Redacted;
  constructor(found: Redacted) {
    super('a dry run');
    this.found = found;
  }
}

const sameSpan = (span: Span): Span => span;
const REPORT_IDS = /r-[0-9a-f]{16}/g;

/** Which reports ever had each text, as the history tells. */
async function reportsByText(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  const rows = await tx.selectFrom('change').select('data').where('what', '=', 'report-added').orderBy('seq').execute();
  for (const { data } of rows) {
    const change = changeSchema.parse({ what: 'report-added', data: JSON.parse(data) });
    if (change.what !== 'report-added') continue;
    const of = found.get(change.data.content) ?? [];
    if (!of.includes(change.data.report)) found.set(change.data.content, [...of, change.data.report]);
  }
  return found;
}

/** Titles of reports that stand, by id. */
async function titlesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const id of ids) {
    const row = await tx.selectFrom('report').select('title').where('id', '=', id).executeTakeFirst();
    if (row) found.set(id, row.title);
  }
  return found;
}

interface Removing {
  /** Watched sources that were removed with it. */
  readonly unwatched: readonly string[];
  readonly changes: number;
  readonly places: number;
  readonly reports: readonly { readonly id: string; readonly now: string | null }[];
  readonly isIn: (text: string) => boolean;
}

/** The label of the n-th redaction; it stands for one person or thing wherever it stands. */
const labelOf = (n: number): string => `[removed ${n}]`;

/**
 * Removes watched sources whose place, or a file of which, is called so: their ids are made of the place, and a file that was not seen before
 * would be taken in again.
 */
async function unwatch(tx: Tx, find: FindName): Promise<readonly string[]> {
  const rows = await tx.selectFrom('watch').select(['id', 'place', 'seen']).orderBy('place').execute();
  const named = rows.filter(({ place, seen }) => find(place).length + find(seen).length > 0);
  for (const { id } of named) await tx.deleteFrom('watch').where('id', '=', id).execute();
  return named.map(({ place }) => place);
}

async function removeName(engine: Engine, tx: Tx, find: FindName, by: number, label: string): Promise<Removing> {
  const reportsOf = await reportsByText(tx);
  const moved: Moved = await rewriteTexts(tx, reportsOf, find, label);
  const how = (text: string): string =>
    moved.ids.get(text) ?? blacken(text, find, label).text.replace(REPORT_IDS, (id) => moved.ids.get(id) ?? id);
  let places = 0;
  const counted = (text: string): string => {
    places += find(text).length;
    return how(text);
  };
  for (const [old, next] of await movedActors(tx, reportsOf, moved, how)) moved.ids.set(old, next);
  await emptyRecord(engine, tx);
  await rewriteReadings(tx, moved, how);
  await dropOld(tx, moved);
  const textOf = new Map<string, string>();
  const changes = await rewriteHistory(tx, by, ({ who, what, data }: Row): NewRow => {
    const change = changeSchema.parse({ what, data });
    if (change.what === 'report-added') textOf.set(change.data.report, change.data.content);
    const { report } = subjectOf(change);
    const span = (report === null ? undefined : moved.spans.get(textOf.get(report) ?? '')) ?? sameSpan;
    return { who: counted(who), data: rewritten(data, { text: counted, span }) };
  });
  const unwatched = await unwatch(tx, find);
  await rewriteOthers(engine, tx, counted);
  const old = new Set(moved.ids.keys());
  const isIn = (text: string): boolean =>
    find(text).length > 0 || old.has(text) || (text.match(REPORT_IDS) ?? []).some((id) => old.has(id));
  const reports = [...reportsOf.values()].flat().flatMap((id) => (moved.ids.has(id) ? [{ id, now: moved.ids.get(id) ?? null }] : []));
  return { unwatched, changes, places: places + moved.places + unwatched.length, reports, isIn };
}

/** Names that only the report has, of those it has: a merge of them would tell them. */
async function namesOnlyIn(tx: Tx, report: string): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('actor_name').select(['report', 'name']).execute();
  const of = (mine: boolean): ReadonlySet<string> =>
    new Set(rows.filter((row) => (row.report === report) === mine).map(({ name }) => nameKey(name)));
  const elsewhere = of(false);
  return new Set([...of(true)].filter((name) => !elsewhere.has(name)));
}

async function removeReport(engine: Engine, tx: Tx, id: string, by: number, label: string): Promise<Removing> {
  const reportsOf = await reportsByText(tx);
  const texts = [...reportsOf].filter(([, reports]) => reports.includes(id)).map(([hash]) => hash);
  if (texts.length === 0) throw new ParleyError('unknown-report', JSON.stringify(id));
  const names = await namesOnlyIn(tx, id);
  await emptyRecord(engine, tx);
  let places = 0;
  const gone = new Set<string>([id]);
  const changes = await rewriteHistory(tx, by, ({ who, what, data }): NewRow => {
    const change = changeSchema.parse({ what, data });
    const tells = change.what === 'actors-merged' && [change.data.name, change.data.into.name].some((name) => names.has(nameKey(name)));
    if (tells || subjectOf(change).report === id) {
      places++;
      return null;
    }
    return { who, data };
  });
  for (const hash of texts) {
    if (reportsOf.get(hash)?.some((other) => other !== id)) continue;
    for (const one of await tx.selectFrom('reading').select('id').where('content', '=', hash).execute()) gone.add(one.id);
    await tx.deleteFrom('reading').where('content', '=', hash).execute();
    await tx.deleteFrom('content').where('hash', '=', hash).execute();
    gone.add(hash);
  }
  const how = (text: string): string => {
    let made = text;
    for (const one of gone) made = made.replaceAll(one, label);
    return made;
  };
  // Reasons, and what is kept beside the history, may name the report by its id.
  await rewriteHistory(tx, by, ({ who, data }): NewRow => ({ who, data: rewritten(data, { text: how, span: sameSpan }) }));
  await rewriteOthers(engine, tx, how);
  return { unwatched: [], changes, places, reports: [{ id, now: null }], isIn: (text) => [...gone].some((one) => text.includes(one)) };
}

/** Names that the record has for the same actors and that would stay. */
async function otherNames(tx: Tx, find: FindName): Promise<readonly { readonly name: string; readonly reports: number }[]> {
  const rows = await tx
    .selectFrom('name_tally')
    .select((eb) => ['actor', 'name', eb.fn.sum<number>('reports').as('reports')])
    .groupBy(['actor', 'name'])
    .execute();
  const meant = new Set(rows.filter(({ name }) => find(name).length > 0).map(({ actor }) => actor));
  return rows
    .filter(({ actor, name }) => meant.has(actor) && find(name).length === 0)
    .map(({ name, reports }) => ({ name, reports: Number(reports) }))
    .sort((a, b) => b.reports - a.reports || (a.name < b.name ? -1 : 1));
}

function finderOf({ names, why }: Redaction): FindName | null {
  if (names.length === 0) return null;
  const find = nameFinder(names);
  // The proof stays for ever, and everybody reads it.
  if (find(why).length > 0) throw new ParleyError('bad-option', '--why, which holds the name itself');
  if (find(labelOf(1)).length > 0) throw new ParleyError('bad-option', JSON.stringify(names[0]));
  return find;
}

async function within(engine: Engine, tx: Tx, asked: Redaction, who: string, at: string, act: boolean): Promise<Redacted> {
  const find = finderOf(asked);
  const others = find === null ? [] : await otherNames(tx, find);
  const { n } = await tx
    .selectFrom('change')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('what', '=', 'redacted')
    .executeTakeFirstOrThrow();
  const label = labelOf(Number(n) + 1);
  const proof = (changes: number, reports: number, places: number) => {
    const change = changeSchema.parse({
      what: 'redacted',
      data: { of: find === null ? 'report' : 'name', why: asked.why, changes, reports, places },
    });
    return { ...subjectOf(change), what: change.what, data: JSON.stringify(change.data) };
  };
  const { seq } = await tx
    .insertInto('change')
    .values({ ...(engine.nextSeq !== null && { seq: engine.nextSeq }), at, who, ...proof(0, 0, 0) })
    .returning('seq')
    .executeTakeFirstOrThrow();
  const reports = await reportsByText(tx);
  const titles = await titlesOf(tx, asked.report === null ? [...reports.values()].flat() : [asked.report]);
  const done =
    find === null ? await removeReport(engine, tx, asked.report ?? '', seq, label) : await removeName(engine, tx, find, seq, label);
  if (find !== null && done.changes === 0 && done.places === 0) throw new ParleyError('nothing-to-redact', JSON.stringify(asked.names[0]));
  await tx
    .updateTable('change')
    .set(proof(done.changes, done.reports.length, done.places))
    .where('seq', '=', seq)
    .execute();
  const found: Redacted = {
    of: find === null ? 'report' : 'name',
    done: act,
    proof: act ? Number(seq) : null,
    label,
    changes: done.changes,
    places: done.places,
    reports: done.reports.map(({ id, now }) => ({ id, now, title: titles.get(id) ?? null })),
    unwatched: [...done.unwatched],
    otherNames: others.map((one) => ({ ...one })),
  };
  if (!act) throw new DryRun(found);
  await doAgain(engine, tx);
  const left = await stillIn(engine, tx, done.isIn);
  if (left.length > 0) throw new ParleyError('redact-incomplete', left.join(', '));
  await tx.insertInto('scrubbing').values({ since: at }).execute();
  return found;
}

/**
 * Removes a report, or a name in all ways it is written, from everything a store holds; without `act` only tells what that would be. The proof says who did it, when,
 * why, and how much it was, nothing of what. Ids made of a text that held the name change with it. Throws `unknown-report`, `nothing-to-redact`,
 * `bad-option` for what is no name or a reason that holds it, and `redact-incomplete`, with all as it was, where something would have stayed.
 */
export async function redact(store: Store, asked: Redaction, who: string, at: string, act: boolean): Promise<Redacted> {
  const { engine } = store;
  try {
    const found = await engine.change(
      (tx) => within(engine, tx, asked, who, at, act),
      async (tx) =>
        (await tx.selectFrom('change').select('seq').where('what', '=', 'redacted').where('at', '=', at).executeTakeFirst()) !== undefined,
    );
    await finishScrubbing(engine);
    return found;
  } catch (error) {
    if (error instanceof DryRun) return error.found;
    throw error;
  }
}
