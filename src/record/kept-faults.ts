// What can be wrong with what is kept: texts that are not what they were, evidence that does not stand in them, lines that are not there.
import { z } from 'zod';
import { claimSchema, statementSchema } from '../terms/reading.js';
import { type Span, wordsAt } from '../terms/span.js';
import { hashOf, readingIdOf } from './content.js';
import type { Db, Tx } from './engine.js';

/** Rows looked at in one go, so that a large record never stands in memory whole. */
const AT_ONCE = 200;

/** Texts and readings that are not what their id was made of. */
async function contentFaults(db: Db | Tx): Promise<readonly string[]> {
  const faults: string[] = [];
  for (let after = '', more = true; more; ) {
    const rows = await db.selectFrom('content').selectAll().where('hash', '>', after).orderBy('hash').limit(AT_ONCE).execute();
    for (const { hash, text } of rows) if (hashOf(text) !== hash) faults.push(`the text ${hash} is not what was kept`);
    after = rows.at(-1)?.hash ?? after;
    more = rows.length > 0;
  }
  for (let after = '', more = true; more; ) {
    const rows = await db.selectFrom('reading').selectAll().where('id', '>', after).orderBy('id').limit(AT_ONCE).execute();
    for (const { id, content, json } of rows) if (readingIdOf(content, json) !== id) faults.push(`the reading ${id} is not what was kept`);
    after = rows.at(-1)?.id ?? after;
    more = rows.length > 0;
  }
  return faults;
}

/** Half of a character outside the basic plane begins or ends here. */
const splitsCharacter = (text: string, at: number): boolean =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));

const standsIn = (text: string, span: Span): boolean => {
  const [start, end] = span;
  return (
    start >= 0 &&
    start < end &&
    end <= text.length &&
    wordsAt(text, span).trim() !== '' &&
    !splitsCharacter(text, start) &&
    !splitsCharacter(text, end)
  );
};

function spansOf(kind: 'statement' | 'claim', json: string): readonly Span[] {
  if (kind === 'claim') return claimSchema.parse(JSON.parse(json)).evidence;
  const { source, cue, content } = statementSchema.parse(JSON.parse(json));
  return [...source, ...cue, ...content];
}

/** Lines that can't be read, or whose evidence is no words of the report's text. */
async function lineFaults(db: Db | Tx): Promise<readonly string[]> {
  const faults: string[] = [];
  for (let after = '', more = true; more; ) {
    const reports = await db
      .selectFrom('report')
      .innerJoin('content', 'content.hash', 'report.content')
      .select(['report.id', 'content.text'])
      .where('report.id', '>', after)
      .orderBy('report.id')
      .limit(AT_ONCE)
      .execute();
    for (const { id, text } of reports)
      for (const kind of ['statement', 'claim'] as const)
        for (const line of await db.selectFrom(kind).select(['id', 'json']).where('report', '=', id).execute())
          try {
            if (!spansOf(kind, line.json).every((span) => standsIn(text, span)))
              faults.push(`the evidence of ${id}:${line.id} does not stand in its text`);
          } catch (error) {
            if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error;
            faults.push(`the line ${id}:${line.id} cannot be read`);
          }
    after = reports.at(-1)?.id ?? after;
    more = reports.length > 0;
  }
  return faults;
}

/** Rows that name a line which is not there. */
async function orphans(db: Db | Tx): Promise<readonly string[]> {
  const voiceless = await db
    .selectFrom('claim')
    .select(['report', 'id'])
    .where('statement', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('statement')
            .select('statement.id')
            .whereRef('statement.report', '=', 'claim.report')
            .whereRef('statement.id', '=', 'claim.statement'),
        ),
      ),
    )
    .execute();
  const lineless = await db
    .selectFrom('review')
    .select(['report', 'line'])
    .where(({ and, not, exists, selectFrom }) =>
      and(
        (['statement', 'claim'] as const).map((table) =>
          not(
            exists(
              selectFrom(table)
                .select(`${table}.id`)
                .whereRef(`${table}.report`, '=', 'review.report')
                .whereRef(`${table}.id`, '=', 'review.line'),
            ),
          ),
        ),
      ),
    )
    .execute();
  return [
    ...voiceless.map(({ report, id }) => `the claim ${report}:${id} rests on a statement that is not there`),
    ...lineless.map(({ report, line }) => `a review is of ${report}:${line}, which is not there`),
  ];
}

/** The faults, in words. */
export const keptFaults = async (db: Db | Tx): Promise<readonly string[]> => [
  ...(await contentFaults(db)),
  ...(await lineFaults(db)),
  ...(await orphans(db)),
];
