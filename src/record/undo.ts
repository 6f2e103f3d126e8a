// Takes decisions, edits and handmade lines back: each line stands again exactly as it did before.
import { ParleyError } from '../terms/errors.js';
import type { ReaderOf } from '../terms/marks.js';
import { changeSchema, type LineBefore } from './changes.js';
import type { Tx } from './engine.js';
import { seenBy } from './sight.js';
import type { Store } from './store.js';

const NOTHING: LineBefore = { review: null, version: null };

/** True where the change was undone already, or something else than what was undone again has happened to the line since. */
async function isOvertaken(tx: Tx, seq: number, line: string, report: string): Promise<boolean> {
  const rows = await tx
    .selectFrom('change')
    .select(['seq', 'what', 'data'])
    .where('seq', '>', seq)
    .where(({ or, and, eb }) =>
      or([eb('about', '=', line), and([eb('about', '=', report), eb('what', 'in', ['report-read', 'report-removed'])])]),
    )
    .execute();
  const later = rows.map(({ seq: at, what, data }) => ({ at, change: changeSchema.parse({ what, data: JSON.parse(data) }) }));
  const undone = new Set(later.flatMap(({ change }) => (change.what === 'line-restored' ? [change.data.undoes] : [])));
  return undone.has(seq) || later.some(({ at, change }) => change.what !== 'line-restored' && !undone.has(at));
}

/**
 * Undoes changes of lines by their numbers in the history, all or none. Throws `unknown-line` for a number that is no such change (or of a
 * report the reader may not see), and `conflict` where the line or its report was changed since.
 */
export function undoLines(store: Store, who: ReaderOf, seqs: readonly number[]): Promise<void> {
  return store.change(who.reader, async (tx, make) => {
    for (const seq of [...new Set(seqs)].sort((a, b) => b - a)) {
      const row = await tx
        .selectFrom('change')
        .innerJoin('report', 'report.id', 'change.report')
        .select(['change.what', 'change.data', 'change.about'])
        .where('change.seq', '=', seq)
        .where(seenBy(who))
        .executeTakeFirst();
      const done = row === undefined ? null : changeSchema.parse({ what: row.what, data: JSON.parse(row.data) });
      if (!row || (done?.what !== 'line-reviewed' && done?.what !== 'line-edited' && done?.what !== 'line-made'))
        throw new ParleyError('unknown-line', `change ${seq}`);
      const { report, line } = done.data;
      if (await isOvertaken(tx, seq, row.about, report)) throw new ParleyError('conflict', row.about);
      const before = done.what === 'line-made' ? NOTHING : (done.data.before ?? NOTHING);
      await make({ what: 'line-restored', data: { report, line, undoes: seq, ...before } });
    }
  });
}
