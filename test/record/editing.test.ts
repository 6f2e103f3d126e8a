// A person's version of a line stands wherever the line is looked at, the reader's is kept, and undoing is exact.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { citedLines } from '../../src/record/citations.js';
import { editLine, makeLine } from '../../src/record/editing.js';
import { keepReport } from '../../src/record/keeping.js';
import { readReports } from '../../src/record/kept-reports.js';
import { getReport } from '../../src/record/reports.js';
import { reviewLine } from '../../src/record/reviews.js';
import { replay, type Store } from '../../src/record/store.js';
import { undoLines } from '../../src/record/undo.js';
import { LOCAL_READER } from '../../src/terms/marks.js';
import type { Claim, Statement } from '../../src/terms/reading.js';
import { dump, faults } from './dump.js';
import { madeReport } from './made.js';
import { overEngines } from './over-engines.js';

const who = LOCAL_READER;
const anna = { reader: 'anna', clearance: 'RED' } as const;

async function kept(store: Store): Promise<{ store: Store; report: string; talks: Claim; said: Statement }> {
  const made = madeReport(1);
  const { id: report } = await keepReport(store, who, { ...made, mark: 'AMBER', processes: [] });
  const [talks] = made.reading.claims;
  const [said] = made.reading.statements;
  assert.ok(talks !== undefined && said !== undefined);
  return { store, report, talks, said };
}

overEngines('an edited line', (storeFor) => {
  it('stands in citations, the study and the report; the reader’s version is kept beside it', async (t) => {
    const { store, report, talks, said } = await kept(await storeFor(t));
    const line = `${report}:c1`;
    await editLine(store, anna, line, { ...talks, kind: 'talks', status: 'postponed' });
    await editLine(store, anna, `${report}:s1`, { ...said, speaker: 'opposition' });
    const cited = (await citedLines(store.read, who, [line])).get(line);
    assert.equal(cited?.claim?.kind === 'talks' && cited.claim.status, 'postponed');
    assert.deepEqual([cited?.citation.review, cited?.citation.speaker], ['edited', 'the opposition']);
    const [studied] = await readReports(store.read, who, null, '2014-02-05');
    assert.equal(studied?.reading.statements[0]?.speaker, 'opposition');
    const page = await getReport(store, who, report);
    assert.deepEqual(page.edits[0], { line, read: talks });
    assert.deepEqual(
      page.reviews.map(({ line: of, state, by }) => [of, state, by]),
      [
        [line, 'edited', 'anna'],
        [`${report}:s1`, 'edited', 'anna'],
      ],
    );
    const before = await dump(store);
    await replay(store);
    assert.deepEqual(await dump(store), before);
    assert.deepEqual(await faults(store), []);
  });

  it('goes back exactly as it was, through each change in turn', async (t) => {
    const { store, report, talks } = await kept(await storeFor(t));
    const line = `${report}:c1`;
    const stood = [await dump(store)];
    const done: number[] = [];
    const deeds = [
      () => reviewLine(store, anna, line, { state: 'accepted' }),
      () => editLine(store, who, line, { ...talks, kind: 'talks', status: 'postponed' }),
      () => editLine(store, who, line, { ...talks, kind: 'talks', status: 'called-off' }),
      () => reviewLine(store, who, line, { state: 'rejected', reason: 'not said' }),
    ];
    for (const deed of deeds) {
      const [change] = (await deed()).changes;
      done.push(change?.seq ?? 0);
      stood.push(await dump(store));
    }
    await assert.rejects(undoLines(store, who, [done[1] ?? 0]), { code: 'conflict' });
    for (let i = done.length - 1; i >= 0; i--) {
      await undoLines(store, who, [done[i] ?? 0]);
      assert.deepEqual(await dump(store), stood[i], `after undoing change ${i}`);
      await assert.rejects(undoLines(store, who, [done[i] ?? 0]), { code: 'conflict' }, 'once');
    }
  });

  it('is refused where its words are not in the text, a statement would become a claim, or the report may not be seen', async (t) => {
    const { store, report, talks, said } = await kept(await storeFor(t));
    const line = `${report}:c1`;
    await assert.rejects(editLine(store, who, line, { ...talks, evidence: [[0, 99_999]] }), { code: 'bad-request' });
    await assert.rejects(editLine(store, who, line, said), { code: 'bad-request' });
    await assert.rejects(editLine(store, who, line, { ...talks, voice: 's9' }), { code: 'bad-request' });
    await assert.rejects(editLine(store, { reader: 'guest', clearance: 'GREEN' }, line, talks), { code: 'unknown-line' });
  });

  it('made by hand is accepted by its maker, cited and studied, and gone when undone', async (t) => {
    const { store, report, talks } = await kept(await storeFor(t));
    const before = await dump(store);
    const made = await makeLine(store, anna, report, { ...talks, kind: 'talks', status: 'called-off', voice: null });
    assert.equal(made.line, `${report}:hand-1`);
    const page = await getReport(store, who, report);
    assert.deepEqual(page.edits, [{ line: made.line, read: null }]);
    assert.equal(page.summary.claims, 4);
    assert.equal((await citedLines(store.read, who, [made.line])).get(made.line)?.citation.review, 'accepted');
    await undoLines(
      store,
      who,
      made.changes.map(({ seq }) => seq),
    );
    assert.deepEqual(await dump(store), before);
  });

  it('stays when the text is read again and says the same there, and goes where the reader says otherwise', async (t) => {
    const { store, report, talks } = await kept(await storeFor(t));
    await editLine(store, who, `${report}:c1`, { ...talks, kind: 'talks', status: 'postponed' });
    const { report: same, reading } = madeReport(1);
    const again = { ...reading, claims: reading.claims.slice(0, 2), reader: 'second' };
    await keepReport(store, who, { report: same, reading: again, mark: 'AMBER', processes: [], readingWins: true });
    assert.equal((await getReport(store, who, report)).edits.length, 1);
    const other = { ...again, claims: [{ ...talks, kind: 'talks', status: 'ended' } as Claim], reader: 'third' };
    await keepReport(store, who, { report: same, reading: other, mark: 'AMBER', processes: [], readingWins: true });
    const page = await getReport(store, who, report);
    assert.deepEqual([page.edits, page.reviews], [[], []]);
  });
});
