// Full text over reports, statements and claims, each find with words around it.
import type { ReaderOf } from '../terms/marks.js';
import type { ClaimKind } from '../terms/reading.js';
import { type SearchHit, searchHitSchema } from '../terms/record.js';
import type { Db, FoundRow } from './engine.js';
import { checkDay, processIdOf } from './processes.js';
import { eachWord, matchAtEnd, matchesIn, type QueryWord, termsOf, type Wanted, wantedOf } from './query.js';
import { type Listed, type Paging, pageOf } from './reports.js';
import { saidRows, speakerKey } from './said-by.js';
import { seenBy } from './sight.js';
import type { Store } from './store.js';

export interface SearchFilter extends Paging {
  readonly process?: string | undefined;
  readonly found?: SearchHit['found'] | undefined;
  readonly kind?: ClaimKind | undefined;
  /** Published on or after, on or before: YYYY-MM-DD. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Part of the name of who said it. */
  readonly by?: string | undefined;
}

/** UTF-16 units of text shown around the first match. */
const BEFORE = 80;
const LENGTH = 280;

/** The excerpt of a find: whole words around its first match, never more than the find holds. */
function excerptOf(text: string, { start, end }: FoundRow, terms: readonly Wanted[]): Pick<SearchHit, 'excerpt' | 'matches' | 'span'> {
  const words = text.slice(start, end);
  const bounds: QueryWord[] = [];
  let match: number | null = null;
  for (const word of eachWord(words)) {
    bounds.push(word);
    match ??= matchAtEnd(bounds, terms);
    // Nothing further on is shown.
    if (match !== null && word.end > match + LENGTH) break;
  }
  const first = match ?? 0;
  const from = first <= BEFORE ? 0 : (bounds.find((word) => word.start >= first - BEFORE)?.start ?? 0);
  const fitting = bounds.findLast((word) => word.start >= from && word.end <= from + LENGTH)?.end ?? 0;
  const to = words.length - from <= LENGTH ? words.length : Math.max(fitting, from + 1);
  const excerpt = words.slice(from, to);
  return { excerpt, matches: matchesIn(excerpt, terms).map(([a, b]) => [a, b]), span: [start + from, start + to] };
}

/** Who speaks in the lines that were found, by line: in a claim, whoever makes the statement it rests on. */
async function speakersOf(db: Db, rows: readonly FoundRow[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const lines = rows.flatMap(({ report, line }) => (line === null ? [] : [{ report, line }]));
  if (lines.length === 0) return found;
  const reports = [...new Set(lines.map(({ report }) => report))];
  const ids = [...new Set(lines.map(({ line }) => line))];
  const said = await db
    .selectFrom('statement')
    .innerJoin('actor', 'actor.id', 'statement.speaker')
    .select(['statement.report', 'statement.id', 'actor.name'])
    .where('statement.report', 'in', reports)
    .where('statement.id', 'in', ids)
    .execute();
  const claimed = await db
    .selectFrom('claim')
    .innerJoin('statement', (join) => join.onRef('statement.report', '=', 'claim.report').onRef('statement.id', '=', 'claim.statement'))
    .innerJoin('actor', 'actor.id', 'statement.speaker')
    .select(['claim.report', 'claim.id', 'actor.name'])
    .where('claim.report', 'in', reports)
    .where('claim.id', 'in', ids)
    .execute();
  for (const { report, id, name } of [...said, ...claimed]) found.set(`${report}:${id}`, name);
  return found;
}

/** Best first; of more than 5,000 finds the last added first, and no more are counted. A query without a letter or digit finds nothing, but what `by` names: all that was said by them, the last first. */
export async function search(store: Store, who: ReaderOf, query: string, filter: SearchFilter): Promise<Listed<SearchHit>> {
  const { limit, offset } = pageOf(filter);
  const terms = termsOf(query);
  const by = filter.by === undefined ? null : speakerKey(filter.by);
  const common = {
    process: filter.process === undefined ? null : await processIdOf(store.read, who, filter.process),
    since: filter.since === undefined ? null : checkDay(filter.since),
    until: filter.until === undefined ? null : checkDay(filter.until),
    limit,
    offset,
  };
  if (terms.length === 0 && by === null) return { items: [], total: 0 };
  const { rows, total } =
    terms.length === 0 && by !== null
      ? await saidRows(store.read, who, { by, ...common })
      : await store.engine.find(terms, { seen: seenBy(who), found: filter.found ?? null, kind: filter.kind ?? null, by, ...common });
  if (rows.length === 0) return { items: [], total };
  const reports = await store.read
    .selectFrom('report')
    .innerJoin('content', 'content.hash', 'report.content')
    .select(['report.id', 'report.title', 'report.publisher', 'report.published', 'content.text'])
    .where('report.id', 'in', [...new Set(rows.map(({ report }) => report))])
    .where(seenBy(who))
    .execute();
  const byId = new Map(reports.map((report) => [report.id, report]));
  const wanted = wantedOf(terms);
  const speakers = await speakersOf(store.read, rows);
  const items = rows.flatMap((row) => {
    const report = byId.get(row.report);
    if (!report) return [];
    const { text, ...summary } = report;
    const line = row.line === null ? null : `${row.report}:${row.line}`;
    const speaker = line === null ? null : (speakers.get(line) ?? null);
    return searchHitSchema.parse({ found: row.found, report: summary, line, kind: row.kind, speaker, ...excerptOf(text, row, wanted) });
  });
  return { items, total };
}
