// What was said by somebody: the condition of a search for it, and the same without words to look for.
import { type RawBuilder, sql } from 'kysely';
import type { ReaderOf } from '../terms/marks.js';
import { statementSchema } from '../terms/reading.js';
import { nameKey } from './actors.js';
import type { Db, FoundRow } from './engine.js';
import { seenBy } from './sight.js';

/** Part of a name as it is compared; null where nothing is left of it. LIKE reads some signs in its own way. */
export function speakerKey(named: string): string | null {
  const key = nameKey(named)
    .replace(/[\\%_]/g, '')
    .trim();
  return key === '' ? null : key;
}

/** Holds for what is found (`f`) where it is a statement by an actor of such a name, or a claim that rests on one. */
export const saidBy = (key: string): RawBuilder<unknown> => sql`exists (
  select 1 from statement s join actor a on a.id = s.speaker
  where s.report = f.report and a.name_key like ${`%${key}%`}
    and (s.id = f.line or s.id = (select c.statement from claim c where c.report = f.report and c.id = f.line)))`;

export interface SaidFilter {
  readonly by: string;
  readonly process: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** The statements of actors of such a name, the last said first, and how many there are. */
export async function saidRows(
  db: Db,
  who: ReaderOf,
  { by, process, since, until, limit, offset }: SaidFilter,
): Promise<{ readonly rows: readonly FoundRow[]; readonly total: number }> {
  let found = db
    .selectFrom('statement')
    .innerJoin('report', 'report.id', 'statement.report')
    .where(seenBy(who))
    .where('statement.speaker', 'in', (eb) => eb.selectFrom('actor').select('actor.id').where('actor.name_key', 'like', `%${by}%`));
  if (process !== null)
    found = found.where('report.id', 'in', (eb) => eb.selectFrom('filing').select('filing.report').where('filing.process', '=', process));
  if (since !== null) found = found.where('report.published_last', '>=', since);
  if (until !== null) found = found.where('report.published_first', '<=', until);
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select(['statement.report', 'statement.id', 'statement.start', 'statement.json'])
    .orderBy((eb) => eb.fn.coalesce('statement.day', eb.val('')), 'desc')
    .orderBy('report.id')
    .orderBy('statement.position')
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    total: Number(total),
    rows: rows.map(({ report, id, start, json }) => {
      const { content } = statementSchema.parse(JSON.parse(json));
      return { report, found: 'statement', line: id, kind: null, start: content[0]?.[0] ?? start, end: content.at(-1)?.[1] ?? start };
    }),
  };
}
