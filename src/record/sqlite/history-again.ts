// Does the history again in a copy of a store, and tells where another record comes out than the one that stands, the words of the search included.
import { sql } from 'kysely';
import { asParleyError } from '../../terms/errors.js';
import { RECORD_TABLES, replay, type Store } from '../store.js';

/** What is compared beside the tables: what can be found, without its row numbers, and every word of it. */
const VIEWS = {
  findable: 'select report, found, line, kind, start, stop from main.findable',
  words: `select f.report, f.found, f.line, v.term, count(*) as n
    from temp.word_list v left join main.findable f on f.id = v.doc group by v.doc, v.term`,
};
const CALLED: Readonly<Record<string, string>> = { findable: 'the list of what can be found', words: 'the words of the search' };

/** The faults, in words. `store` is that of a copy, which is another afterwards. */
export async function historyFaults(store: Store): Promise<readonly string[]> {
  const { write } = store.engine;
  const run = (statement: string) => sql.raw(statement).execute(write);
  const views: readonly (readonly [name: string, select: string])[] = [
    ...RECORD_TABLES.map((table) => [table, `select * from main.${table}`] as const),
    ...Object.entries(VIEWS),
  ];
  await run('create virtual table temp.word_list using fts5vocab(main, word_index, instance)');
  for (const [name, select] of views) await run(`create table before_${name} as ${select}`);
  try {
    await replay(store);
  } catch (error) {
    return [`the history cannot be done again: ${asParleyError(error).message}`];
  }
  const faults: string[] = [];
  for (const [name, select] of views) {
    const { rows } = await sql<{ lost: number; more: number }>`select
      (select count(*) from (select * from ${sql.raw(`before_${name}`)} except ${sql.raw(select)})) as lost,
      (select count(*) from (${sql.raw(select)} except select * from ${sql.raw(`before_${name}`)})) as more`.execute(write);
    const { lost = 0, more = 0 } = rows[0] ?? {};
    if (lost + more > 0)
      faults.push(
        `${CALLED[name] ?? `the table ${name}`} does not agree with the history: rows that it does not give: ${lost}; that it gives and are not there: ${more}`,
      );
  }
  return faults;
}
