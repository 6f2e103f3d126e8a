// Lines with what is needed to cite them: their words, who says so, where, when, and how they were reviewed.
import type { ReaderOf } from '../terms/marks.js';
import { type Claim, claimSchema, type Statement, statementSchema } from '../terms/reading.js';
import { type Citation, REVIEW_STATES } from '../terms/record.js';
import { type Span, wordsAt } from '../terms/span.js';
import type { Db } from './engine.js';
import { newerTexts, orphanedBy } from './newer-texts.js';
import { seenBy } from './sight.js';

export interface CitedLine {
  readonly citation: Citation;
  readonly statement: Statement | null;
  readonly claim: Claim | null;
  /** Who the ids and names in it are in the record. */
  readonly actors: CitedActors;
}
export type CitedActors = Readonly<Record<string, { readonly id: string; readonly name: string }>>;

/** Ids asked for at once, well below what any engine takes. */
const AT_ONCE = 500;

/** `report:line` taken apart at its last colon, because a report's id may hold one. */
export function splitLine(line: string): { readonly report: string; readonly id: string } {
  const at = line.lastIndexOf(':');
  return { report: line.slice(0, Math.max(at, 0)), id: line.slice(at + 1) };
}

async function someLines(db: Db, who: ReaderOf, lines: readonly string[]): Promise<readonly CitedLine[]> {
  const wanted = new Set(lines);
  const ids = lines.map(splitLine);
  const reports = [...new Set(ids.map(({ report }) => report))];
  const local = [...new Set(ids.map(({ id }) => id))];
  const kept = await db
    .selectFrom('report')
    .innerJoin('content', 'content.hash', 'report.content')
    .select(['report.id', 'report.title', 'report.publisher', 'report.published', 'report.url', 'report.added', 'content.text'])
    .where('report.id', 'in', reports)
    .where(seenBy(who))
    .execute();
  const newer = await newerTexts(db, who, kept);
  // One query by reports and by ids gives more than was asked for; only what was is parsed, which takes longest.
  const found = await db
    .selectFrom('claim')
    .select(['report', 'id', 'json', 'statement'])
    .where('report', 'in', reports)
    .where('id', 'in', local)
    .execute();
  const claims = found.filter(({ report, id }) => wanted.has(`${report}:${id}`));
  const voices = claims.flatMap(({ statement }) => statement ?? []);
  const needed = new Set([...wanted, ...claims.flatMap(({ report, statement }) => (statement === null ? [] : [`${report}:${statement}`]))]);
  const stated = await db
    .selectFrom('statement')
    .leftJoin('actor', 'actor.id', 'statement.speaker')
    .select(['statement.report', 'statement.id', 'statement.json', 'actor.name'])
    .where('statement.report', 'in', reports)
    .where('statement.id', 'in', [...new Set([...local, ...voices])])
    .execute();
  const statements = stated.filter(({ report, id }) => needed.has(`${report}:${id}`));
  const reviews = await db
    .selectFrom('review')
    .select(['report', 'line', 'state'])
    .where('report', 'in', reports)
    .where('line', 'in', local)
    .execute();
  const called = await db
    .selectFrom('actor_name')
    .innerJoin('actor', 'actor.id', 'actor_name.actor')
    .select(['actor_name.report', 'actor_name.ref', 'actor_name.name', 'actor.id', 'actor.name as known'])
    .where('actor_name.report', 'in', reports)
    .execute();
  const actorsBy = new Map<string, { id: string; name: string }>();
  // An id of the reading is meant before a name that reads the same.
  for (const { report, name, id, known } of called) actorsBy.set(`${report}:${name}`, { id, name: known });
  for (const { report, ref, id, known } of called) actorsBy.set(`${report}:${ref}`, { id, name: known });
  const actorsIn = (report: string, line: Statement | Claim): CitedActors =>
    Object.fromEntries(
      [...Object.values(line), ...('inferred' in line ? Object.values(line.inferred ?? {}).map((carried) => carried?.value) : [])]
        .flat()
        .flatMap((value) => {
          const actor = typeof value === 'string' ? actorsBy.get(`${report}:${value}`) : undefined;
          return actor && typeof value === 'string' ? [[value, actor] as const] : [];
        }),
    );
  const byId = new Map(kept.map((report) => [report.id, report]));
  const said = new Map(
    statements.map(({ report, id, json, name }) => [`${report}:${id}`, { name, statement: statementSchema.parse(JSON.parse(json)) }]),
  );
  const states = new Map(reviews.map(({ report, line, state }) => [`${report}:${line}`, state]));
  const cite = (
    report: string,
    id: string,
    spans: readonly Span[],
    voice: { name: string | null; statement: Statement } | undefined,
  ): Citation | null => {
    const from = byId.get(report);
    if (!from) return null;
    const line = `${report}:${id}`;
    const state = states.get(line);
    const orphaned = orphanedBy(newer.get(report), from.text, spans);
    return {
      line,
      report,
      title: from.title,
      publisher: from.publisher,
      published: from.published,
      spans: spans.map(([start, end]) => [start, end]),
      words: spans.map((span) => wordsAt(from.text, span)),
      speaker: voice?.name ?? null,
      voice: voice?.statement.voice ?? null,
      review: REVIEW_STATES.find((known) => known === state) ?? 'unread',
      ...(orphaned !== null && { orphanedBy: orphaned }),
    };
  };
  const cited: CitedLine[] = [];
  for (const { report, id, json, statement } of claims) {
    const claim = claimSchema.parse(JSON.parse(json));
    const citation = cite(report, id, claim.evidence, statement === null ? undefined : said.get(`${report}:${statement}`));
    if (citation) cited.push({ citation, claim, statement: null, actors: actorsIn(report, claim) });
  }
  for (const [line, voice] of said) {
    const { report, id } = splitLine(line);
    const citation = wanted.has(line) ? cite(report, id, voice.statement.content, voice) : null;
    if (citation) cited.push({ citation, claim: null, statement: voice.statement, actors: actorsIn(report, voice.statement) });
  }
  return cited;
}

/** The lines by id (`report:line`); those the reader may not see, or that are not there, are left out. */
export async function citedLines(db: Db, who: ReaderOf, lines: readonly string[]): Promise<ReadonlyMap<string, CitedLine>> {
  const found = new Map<string, CitedLine>();
  const distinct = [...new Set(lines)];
  for (let at = 0; at < distinct.length; at += AT_ONCE)
    for (const line of await someLines(db, who, distinct.slice(at, at + AT_ONCE))) found.set(line.citation.line, line);
  return found;
}
