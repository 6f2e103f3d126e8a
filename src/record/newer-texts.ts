// The newer texts of reports: what was brought in later from the same address with other words, and which words it leaves orphaned.
import type { ReaderOf } from '../terms/marks.js';
import { holds } from '../terms/selector.js';
import type { Span } from '../terms/span.js';
import type { Db } from './engine.js';
import { seenBy } from './sight.js';

export interface NewerText {
  /** The report that has it. */
  readonly report: string;
  readonly text: string;
}

interface Dated {
  readonly id: string;
  readonly url: string | null;
  /** ISO 8601 in UTC. */
  readonly added: string;
}

/** The newest text of the same address, by report; those without one, and what the reader may not see, are left out. */
export async function newerTexts(db: Db, who: ReaderOf, reports: readonly Dated[]): Promise<ReadonlyMap<string, NewerText>> {
  const urls = [...new Set(reports.flatMap(({ url }) => url ?? []))];
  if (urls.length === 0) return new Map();
  const same = await db
    .selectFrom('report')
    .select(['report.id', 'report.url', 'report.added'])
    .where('report.url', 'in', urls)
    .where(seenBy(who))
    .orderBy('report.added')
    .orderBy('report.id')
    .execute();
  const newest = new Map(same.map((one) => [one.url, one]));
  const newer = new Map<string, string>();
  for (const { id, url, added } of reports) {
    const last = newest.get(url);
    if (url !== null && last !== undefined && last.id !== id && last.added > added) newer.set(id, last.id);
  }
  if (newer.size === 0) return new Map();
  const texts = await db
    .selectFrom('report')
    .innerJoin('content', 'content.hash', 'report.content')
    .select(['report.id', 'content.text'])
    .where('report.id', 'in', [...new Set(newer.values())])
    .execute();
  const textOf = new Map(texts.map(({ id, text }) => [id, text]));
  return new Map(
    [...newer].flatMap(([id, report]) => {
      const text = textOf.get(report);
      return text === undefined ? [] : [[id, { report, text }] as const];
    }),
  );
}

/** The report whose newer text has not the same words at the same places, or null where all of them still stand. */
export function orphanedBy(newer: NewerText | undefined, text: string, spans: readonly Span[]): string | null {
  if (newer === undefined) return null;
  const stand = spans.every(([start, end]) => holds(newer.text, { start, end, exact: text.slice(start, end) }));
  return stand ? null : newer.report;
}
