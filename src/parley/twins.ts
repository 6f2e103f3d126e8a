// The twins of a line: the same words, of the same kind and with the same fields, in copies of the dispatch it stands in.
import { type CitedLine, citedLines, splitLine } from '../record/citations.js';
import { wordsOf } from '../record/query.js';
import { seenBy } from '../record/sight.js';
import type { Store } from '../record/store.js';
import { originsOf } from '../study/origins.js';
import type { ReaderOf } from '../terms/marks.js';

/** Words in a row by which candidates are looked up. */
const LOOKED_UP = 12;
/** Candidates compared; a dispatch seldom has more copies. */
const MOST = 200;

/** What is not compared: where words stand, which statement by its number, how sure the reader was. */
const ASIDE = new Set(['id', 'evidence', 'voice', 'probability', 'basis', 'source', 'cue', 'content', 'form', 'reason', 'span']);

const folded = (words: readonly string[]): string[] => wordsOf(words.join(' ')).map(({ word }) => word);

/** Everything that must be the same in a twin, as one text. */
function sameness({ citation, statement, claim, actors }: CitedLine): string {
  const plain = (value: unknown): unknown => {
    if (typeof value === 'string') return actors[value]?.id ?? folded([value]).join(' ');
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    return Object.entries(value)
      .filter(([key]) => !ASIDE.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, of]) => [key, plain(of)]);
  };
  return JSON.stringify([folded(citation.words), citation.speaker, citation.voice, plain(statement ?? claim)]);
}

/** The references of the twins of a line (`report:line`) that the reader may see; none where the line is not there. */
export async function twinsOf(store: Store, who: ReaderOf, line: string): Promise<readonly string[]> {
  const own = (await citedLines(store.read, who, [line])).get(line);
  const words = own === undefined ? [] : folded(own.citation.words).slice(0, LOOKED_UP);
  if (own === undefined || words.length === 0) return [];
  const { report } = splitLine(line);
  const { rows } = await store.engine.find([{ words, prefix: false }], {
    seen: seenBy(who),
    process: null,
    found: own.statement === null ? 'claim' : 'statement',
    kind: own.claim?.kind ?? null,
    since: null,
    until: null,
    by: null,
    limit: MOST,
    offset: 0,
  });
  const refs = rows.flatMap((row) => (row.line === null || row.report === report ? [] : `${row.report}:${row.line}`));
  if (refs.length === 0) return [];
  const wanted = sameness(own);
  const alike = [...(await citedLines(store.read, who, refs))].filter(([, cited]) => sameness(cited) === wanted).map(([ref]) => ref);
  if (alike.length === 0) return [];
  const texts = await store.read
    .selectFrom('report')
    .innerJoin('content', 'content.hash', 'report.content')
    .select(['report.id', 'content.text'])
    .where('report.id', 'in', [report, ...new Set(alike.map((ref) => splitLine(ref).report))])
    .execute();
  const origins = originsOf(texts.map(({ id, text }) => ({ id, reading: { text } })));
  const copies = new Set(origins.find(({ reports }) => reports.includes(report))?.reports);
  return alike.filter((ref) => copies.has(splitLine(ref).report)).sort();
}
