// A text that is read again keeps the decisions on lines that say the same, and no others.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { keepReport } from '../../src/record/keeping.js';
import { getReport } from '../../src/record/reports.js';
import { reviewLine } from '../../src/record/reviews.js';
import { LOCAL_READER } from '../../src/terms/marks.js';
import { madeReport } from './made.js';
import { overEngines } from './over-engines.js';

const who = LOCAL_READER;

overEngines('a report that is read again', (storeFor) => {
  it('keeps a decision where the line is the very same', async (t) => {
    const store = await storeFor(t);
    const { report, reading } = madeReport(1);
    const { id } = await keepReport(store, who, { report, reading, mark: 'CLEAR', processes: [] });
    for (const line of ['s1', 'c1', 'c2', 'c3']) await reviewLine(store, who, `${id}:${line}`, { state: 'accepted' });
    const [first, second] = reading.claims;
    assert.ok(first && second && second.kind === 'access');
    const again = { ...reading, reader: 'newer', claims: [first, { ...second, step: 'moving' as const }] };
    await keepReport(store, who, { report, reading: again, mark: 'CLEAR', processes: [], readingWins: true });
    const page = await getReport(store, who, id);
    assert.deepEqual(page.reviews.map(({ line }) => line.split(':')[1]).sort(), ['c1', 's1']);
    assert.deepEqual([page.summary.claims, page.summary.unread], [2, 1]);
    assert.deepEqual(page.reading?.claims, again.claims);
  });
});
