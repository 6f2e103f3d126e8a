// Texts and readings written anew under the hashes of what they hold now: every name that was made of the old text goes with it, because a guess could be tried against it.
import type { Selectable } from 'kysely';
import { reportIdOf } from '../../terms/ids.js';
import type { Span } from '../../terms/span.js';
import { hashOf, readingIdOf } from '../content.js';
import type { Tx } from '../engine.js';
import type { ReadingTable } from '../schema.js';
import { type Blackened, blacken, jsonSchema, rewritten } from './blacken.js';
import type { FindName } from './names.js';

const AT_ONCE = 100;

export interface Moved {
  /** From each old id (text, reading, report) to the new one. */
  readonly ids: Map<string, string>;
  /** Where spans of a text, by its old hash, are now. */
  readonly spans: Map<string, (span: Span) => Span>;
  places: number;
}

/** Goes through texts by their hashes. */
async function* texts(tx: Tx): AsyncGenerator<{ readonly hash: string; readonly text: string }> {
  // Listed first, because rows come and go on the way.
  const hashes = (await tx.selectFrom('content').select('hash').orderBy('hash').execute()).map(({ hash }) => hash);
  for (let at = 0; at < hashes.length; at += AT_ONCE)
    yield* await tx
      .selectFrom('content')
      .selectAll()
      .where('hash', 'in', hashes.slice(at, at + AT_ONCE))
      .orderBy('hash')
      .execute();
}

/** Goes through readings by their ids, listed first for the same reason. */
export async function* readings(tx: Tx): AsyncGenerator<Selectable<ReadingTable>> {
  const ids = (await tx.selectFrom('reading').select('id').orderBy('id').execute()).map(({ id }) => id);
  for (let at = 0; at < ids.length; at += AT_ONCE)
    yield* await tx
      .selectFrom('reading')
      .selectAll()
      .where('id', 'in', ids.slice(at, at + AT_ONCE))
      .orderBy('id')
      .execute();
}

/** The new id of a report: of its new text where the old one was of its old text. */
function newReportId(id: string, old: string, made: Blackened, find: FindName, label: string, taken: ReadonlySet<string>): string {
  const wanted = id === reportIdOf(old) ? reportIdOf(made.text) : blacken(id, find, label).text;
  let free = wanted;
  for (let n = 2; taken.has(free); n++) free = `${wanted}-${n}`;
  return free;
}

/**
 * Rewrites all texts that hold the name, and maps the ids of what was made of them; `reportsOf` gives the reports that ever had a text. The old
 * texts stay until `dropOld`, because readings point to them.
 */
export async function rewriteTexts(
  tx: Tx,
  reportsOf: ReadonlyMap<string, readonly string[]>,
  find: FindName,
  label: string,
): Promise<Moved> {
  const moved: Moved = { ids: new Map(), spans: new Map(), places: 0 };
  const taken = new Set([...reportsOf.values()].flat());
  for await (const { hash, text } of texts(tx)) {
    const made = blacken(text, find, label);
    for (const id of reportsOf.get(hash) ?? []) {
      if (made.places === 0 && find(id).length === 0) continue;
      const next = newReportId(id, text, made, find, label, taken);
      taken.add(next);
      moved.ids.set(id, next);
    }
    if (made.places === 0) continue;
    moved.places += made.places;
    moved.spans.set(hash, made.at);
    const next = hashOf(made.text);
    moved.ids.set(hash, next);
    await tx
      .insertInto('content')
      .values({ hash: next, text: made.text })
      .onConflict((on) => on.doNothing())
      .execute();
  }
  return moved;
}

/** Rewrites the readings that hold the name or are of a text that did. */
export async function rewriteReadings(tx: Tx, moved: Moved, text: (text: string) => string): Promise<void> {
  for await (const { id, content, reader, json } of readings(tx)) {
    const span = moved.spans.get(content) ?? ((same: Span) => same);
    const made = JSON.stringify(rewritten(jsonSchema.parse(JSON.parse(json)), { text, span }));
    const of = moved.ids.get(content) ?? content;
    if (made === json && of === content) continue;
    const next = readingIdOf(of, made);
    moved.ids.set(id, next);
    await tx
      .insertInto('reading')
      .values({ id: next, content: of, reader, json: made })
      .onConflict((on) => on.doNothing())
      .execute();
    await tx.deleteFrom('reading').where('id', '=', id).execute();
  }
}

/** Drops the texts that were rewritten. */
export async function dropOld(tx: Tx, moved: Moved): Promise<void> {
  for (const hash of moved.spans.keys()) await tx.deleteFrom('content').where('hash', '=', hash).execute();
}
