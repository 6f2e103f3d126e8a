// A person's own version of a line: the reader's one changed, or a line made by hand from words of a report.
import { ParleyError } from '../terms/errors.js';
import type { ReaderOf } from '../terms/marks.js';
import type { Reading } from '../terms/reading.js';
import type { LineVersion, Reviewed } from '../terms/record.js';
import { splitLine } from './citations.js';
import { readingOf } from './content.js';
import { editsOf, isClaim, lineIn, withEdits } from './edits.js';
import type { Tx } from './engine.js';
import { lastSeq, lineBefore, reviewedFrom } from './line-before.js';
import { readingSeen } from './reviews.js';
import type { Store } from './store.js';

/** The reading of a report that the reader may see, as it stands. Throws `unknown-line` with the given text. */
async function standing(tx: Tx, who: ReaderOf, report: string, asked: string): Promise<Reading> {
  const reading = await readingSeen(tx, who, report);
  if (reading === null) throw new ParleyError('unknown-line', JSON.stringify(asked));
  return withEdits(await readingOf(tx, reading), (await editsOf(tx, [report])).get(report) ?? []);
}

/** Words must stand in the text, and a claim must rest on a statement that is there. */
function check(reading: Reading, version: LineVersion): void {
  const spans = isClaim(version)
    ? [
        ...version.evidence,
        ...Object.values(version.inferred ?? {}).flatMap((carried) => carried?.evidence ?? []),
        ...(version.figures ?? []).map(({ evidence }) => evidence),
      ]
    : [...version.source, ...version.cue, ...version.content, ...(version.reason === undefined ? [] : [version.reason])];
  if (spans.length === 0) throw new ParleyError('bad-request', 'the line rests on no words');
  if (spans.some(([, end]) => end > reading.text.length)) throw new ParleyError('bad-request', 'the words are outside the text');
  if (isClaim(version) && version.voice !== null && !reading.statements.some(({ id }) => id === version.voice))
    throw new ParleyError('bad-request', `the report has no statement ${version.voice}`);
}

/**
 * Puts a person's version in the place of a line's (`report:line`); the reader's is kept. Gives how the line was before. The id stays.
 * Throws `unknown-line`, and `bad-request` where a statement would become a claim, or its words are not in the text.
 */
export function editLine(store: Store, who: ReaderOf, line: string, version: LineVersion): Promise<Reviewed> {
  const { report, id } = splitLine(line);
  return store.change(who.reader, async (tx, make) => {
    const reading = await standing(tx, who, report, line);
    const now = lineIn(reading, id);
    if (now === null) throw new ParleyError('unknown-line', JSON.stringify(line));
    if (isClaim(now) !== isClaim(version)) throw new ParleyError('bad-request', 'a statement stays a statement, and a claim a claim');
    const wanted: LineVersion = { ...version, id };
    check(reading, wanted);
    const before = await lineBefore(tx, report, id);
    await make({ what: 'line-edited', data: { report, line: id, version: wanted, before } });
    return reviewedFrom(line, before, [{ seq: await lastSeq(tx), line }]);
  });
}

/** Makes a line by hand, which its maker has thereby accepted. Gives its name (`report:hand-1`). Throws `unknown-report`, `bad-request`. */
export function makeLine(store: Store, who: ReaderOf, report: string, made: LineVersion): Promise<Reviewed> {
  return store.change(who.reader, async (tx, make) => {
    if ((await readingSeen(tx, who, report)) === null) throw new ParleyError('unknown-report', JSON.stringify(report));
    const reading = await standing(tx, who, report, report);
    const { n } = await tx
      .selectFrom('change')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('report', '=', report)
      .where('what', '=', 'line-made')
      .executeTakeFirstOrThrow();
    let number = Number(n) + 1;
    while (lineIn(reading, `hand-${number}`) !== null) number++;
    const id = `hand-${number}`;
    const version: LineVersion = { ...made, id };
    check(reading, version);
    await make({ what: 'line-made', data: { report, line: id, version } });
    const line = `${report}:${id}`;
    return reviewedFrom(line, { review: null, version: null }, [{ seq: await lastSeq(tx), line }]);
  });
}
