// What a find must fulfil besides holding the words, on either engine.
import { type RawBuilder, sql } from 'kysely';
import type { FindFilter } from './engine.js';
import { saidBy } from './said-by.js';

/** Holds for the finds (`f`, with their `report`) that a filter lets through. */
export function findConditions(filter: FindFilter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`${filter.seen}`];
  if (filter.process !== null) all.push(sql`exists (select 1 from filing p where p.report = report.id and p.process = ${filter.process})`);
  if (filter.found !== null) all.push(sql`f.found = ${filter.found}`);
  if (filter.kind !== null) all.push(sql`f.kind = ${filter.kind}`);
  if (filter.since !== null) all.push(sql`report.published_last >= ${filter.since}`);
  if (filter.until !== null) all.push(sql`report.published_first <= ${filter.until}`);
  if (filter.by !== null) all.push(saidBy(filter.by));
  return sql.join(all, sql` and `);
}
