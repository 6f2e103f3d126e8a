// The statements, claims and actors of a report as rows, made from its reading.

import { partsOf } from '../terms/claim-parts.js';
import { boundsOf, isoOf } from '../terms/edtf.js';
import type { Reading } from '../terms/reading.js';
import { type Span, wordsAtAll } from '../terms/span.js';
import { type ResolvedActor, resolveActors } from './actors.js';
import { readingOf } from './content.js';
import { editsOf, withEdits } from './edits.js';
import type { Engine, Findable, Tx } from './engine.js';
import { joinsOf } from './joins.js';
import { tally } from './tallies.js';

/** Rows put in at once; SQLite takes 32,766 values in one statement. */
const AT_ONCE = 500;

async function inBatches<T>(rows: readonly T[], put: (batch: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) await put(rows.slice(at, at + AT_ONCE));
}

const startOf = (spans: readonly Span[]): number => Math.min(...spans.map(([start]) => start));
const endOf = (spans: readonly Span[]): number => Math.max(...spans.map(([, end]) => end));

async function keepActors(tx: Tx, report: string, actors: readonly ResolvedActor[]): Promise<void> {
  const rows = new Map(actors.map(({ id, name, key, kind, country }) => [id, { id, name, name_key: key, kind, country }]));
  await inBatches([...rows.values()], (batch) =>
    tx
      .insertInto('actor')
      .values(batch)
      .onConflict((on) => on.column('id').doNothing())
      .execute(),
  );
  const names = new Map<string, { report: string; ref: string; position: number; name: string; actor: string }>();
  for (const { ref, id, names: called } of actors)
    called.forEach((name, position) => {
      names.set(`${ref}\n${position}`, { report, ref, position, name, actor: id });
    });
  await inBatches([...names.values()], (batch) => tx.insertInto('actor_name').values(batch).execute());
}

function findables(report: string, reading: Reading): readonly Findable[] {
  const said = reading.statements
    .filter(({ content }) => content.length > 0)
    .map(({ id, speaker, content }): Findable => {
      const name = reading.actors.find((actor) => actor.id === speaker)?.names[0] ?? speaker ?? '';
      const words = `${name} ${wordsAtAll(reading.text, content)}`;
      return { report, found: 'statement', line: id, kind: null, start: startOf(content), end: endOf(content), words };
    });
  const claimed = reading.claims.map(({ id, kind, evidence }): Findable => {
    return {
      report,
      found: 'claim',
      line: id,
      kind,
      start: startOf(evidence),
      end: endOf(evidence),
      words: wordsAtAll(reading.text, evidence),
    };
  });
  return [...said, ...claimed];
}

/** Puts in the rows of a reading and makes them the report's. */
export async function keepLines(engine: Engine, tx: Tx, report: string, readingId: string): Promise<void> {
  const reading = withEdits(await readingOf(tx, readingId), (await editsOf(tx, [report])).get(report) ?? []);
  const { actors, of } = resolveActors(reading, report, await joinsOf(tx));
  await keepActors(tx, report, actors);
  const { published_first: day } = await tx
    .selectFrom('report')
    .select('published_first')
    .where('id', '=', report)
    .executeTakeFirstOrThrow();
  const statements = reading.statements.map((statement, position) => {
    const said = statement.said_on ? boundsOf(statement.said_on) : null;
    return {
      report,
      id: statement.id,
      position,
      speaker: statement.speaker === null ? null : of(statement.speaker),
      voice: statement.voice,
      act: statement.act,
      day: said && Number.isFinite(said.first) ? isoOf(said.first) : day,
      start: startOf([...statement.content, ...statement.cue, ...statement.source, [reading.text.length, reading.text.length]]),
      json: JSON.stringify(statement),
    };
  });
  await inBatches(statements, (batch) => tx.insertInto('statement').values(batch).execute());
  const claims = reading.claims.map((claim, position) => ({
    report,
    id: claim.id,
    position,
    kind: claim.kind,
    statement: claim.voice,
    start: startOf(claim.evidence),
    json: JSON.stringify(claim),
  }));
  await inBatches(claims, (batch) => tx.insertInto('claim').values(batch).execute());
  const parts = new Map<string, { report: string; claim: string; part: string; actor: string }>();
  for (const claim of reading.claims)
    for (const { part, ref } of partsOf(claim))
      parts.set(`${claim.id}\n${part}\n${of(ref)}`, { report, claim: claim.id, part, actor: of(ref) });
  await inBatches([...parts.values()], (batch) => tx.insertInto('claim_actor').values(batch).execute());
  await engine.index(tx, findables(report, reading));
  await tally(tx, report, 1);
  const counts = { statements: statements.length, claims: claims.length, unread: statements.length + claims.length };
  await tx
    .updateTable('report')
    .set({ reading: readingId, language: reading.language ?? null, ...counts })
    .where('id', '=', report)
    .execute();
}

/** Takes out the rows of a report's reading, and the actors that no report names any more. */
export async function dropLines(engine: Engine, tx: Tx, report: string): Promise<void> {
  await tally(tx, report, -1);
  const meant = await tx.selectFrom('actor_name').select('actor').distinct().where('report', '=', report).execute();
  await engine.unindexLines(tx, report);
  await tx.deleteFrom('claim_actor').where('report', '=', report).execute();
  await tx.deleteFrom('actor_name').where('report', '=', report).execute();
  await tx.deleteFrom('statement').where('report', '=', report).execute();
  await tx.deleteFrom('claim').where('report', '=', report).execute();
  await tx.deleteFrom('review').where('report', '=', report).execute();
  for (let at = 0; at < meant.length; at += AT_ONCE) {
    const ids = meant.slice(at, at + AT_ONCE).map(({ actor }) => actor);
    await tx
      .deleteFrom('actor')
      .where('id', 'in', ids)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('actor_name').select('actor_name.ref').whereRef('actor_name.actor', '=', 'actor.id'))),
      )
      .execute();
  }
}
