// Full text over reports, statements and claims, each find with words around it.
import type { ReaderOf } from '../terms/marks.js';
import type { ClaimKind } from '../terms/reading.js';
import { type SearchHit, searchHitSchema } from '../terms/record.js';
import { citedLines } from './citations.js';
import type { FoundRow, Term } from './engine.js';
import { checkDay, processIdOf } from './processes.js';
import { matchesIn, termsOf, wordsOf } from './query.js';
import { type Listed, type Paging, pageOf } from './reports.js';
import { seenBy } from './sight.js';
import type { Store } from './store.js';

export interface SearchFilter extends Paging {
  readonly process?: string | undefined;
  readonly found?: SearchHit['found'] | undefined;
  readonly kind?: ClaimKind | undefined;
  /** Published on or after, on or before: YYYY-MM-DD. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** UTF-16 units of text shown around the first match. */
const BEFORE = 80;
const LENGTH = 280;

/** The excerpt of a find: whole words around its first match, never more than the find holds. */
function excerptOf(text: string, { start, end }: FoundRow, terms: readonly Term[]): Pick<SearchHit, 'excerpt' | 'matches' | 'span'> {
  const words = text.slice(start, end);
  const first = matchesIn(words, terms)[0]?.[0] ?? 0;
  const bounds = wordsOf(words);
  const from = first <= BEFORE ? 0 : (bounds.find((word) => word.start >= first - BEFORE)?.start ?? 0);
  const fitting = bounds.filter((word) => word.start >= from && word.end <= from + LENGTH).at(-1)?.end ?? 0;
  const to = words.length - from <= LENGTH ? words.length : Math.max(fitting, from + 1);
  const excerpt = words.slice(from, to);
  return { excerpt, matches: matchesIn(excerpt, terms).map(([a, b]) => [a, b]), span: [start + from, start + to] };
}

/** Best first; of more than 5,000 finds the last added first, and no more are counted. A query without a letter or digit finds nothing. */
export async function search(store: Store, who: ReaderOf, query: string, filter: SearchFilter): Promise<Listed<SearchHit>> {
  const { limit, offset } = pageOf(filter);
  const terms = termsOf(query);
  if (terms.length === 0) return { items: [], total: 0 };
  const { rows, total } = await store.engine.find(terms, {
    seen: seenBy(who),
    process: filter.process === undefined ? null : await processIdOf(store.read, who, filter.process),
    found: filter.found ?? null,
    kind: filter.kind ?? null,
    since: filter.since === undefined ? null : checkDay(filter.since),
    until: filter.until === undefined ? null : checkDay(filter.until),
    limit,
    offset,
  });
  if (rows.length === 0) return { items: [], total };
  const reports = await store.read
    .selectFrom('report')
    .innerJoin('content', 'content.hash', 'report.content')
    .select(['report.id', 'report.title', 'report.publisher', 'report.published', 'content.text'])
    .where('report.id', 'in', [...new Set(rows.map(({ report }) => report))])
    .where(seenBy(who))
    .execute();
  const byId = new Map(reports.map((report) => [report.id, report]));
  const lines = await citedLines(
    store.read,
    who,
    rows.flatMap(({ report, line }) => (line === null ? [] : `${report}:${line}`)),
  );
  const items = rows.flatMap((row) => {
    const report = byId.get(row.report);
    if (!report) return [];
    const { text, ...summary } = report;
    const line = row.line === null ? null : `${row.report}:${row.line}`;
    const speaker = line === null ? null : (lines.get(line)?.citation.speaker ?? null);
    return searchHitSchema.parse({ found: row.found, report: summary, line, kind: row.kind, speaker, ...excerptOf(text, row, terms) });
  });
  return { items, total };
}
