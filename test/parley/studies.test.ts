// Boards and sheets: the same from a thread and without one, studied once for as long as nothing changes, and never above a clearance.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openParley, type Parley, TOLD } from '../../src/parley.js';
import { folderFor } from '../record/home-of-test.js';
import { madeReport } from '../record/made.js';

const line = (n: number, published: string): string => JSON.stringify({ ...madeReport(n, published).reading, process: 'Convoy talks' });

async function filled(home: string, serve: boolean): Promise<Parley> {
  const parley = await openParley({ home, serve });
  await parley.addReadings([line(1, '2014-02-01'), line(2, '2014-02-03')]);
  return parley;
}

describe('a board', () => {
  it('tells the next round, what is stalled, blame and words, each with its line', async (t) => {
    const parley = await filled(folderFor(t), false);
    t.after(() => parley.close());
    const board = await parley.board('Convoy talks', '2014-02-05');
    assert.deepEqual([board.reports, board.next?.status, board.next?.start], [2, 'scheduled', '2014-02-10']);
    const [stalled] = board.stalled;
    assert.deepEqual([stalled?.place, stalled?.form, stalled?.step, stalled?.days], ['Homs', 'convoy', 'stalled', 4]);
    assert.deepEqual(
      board.blame.map(({ from, on }) => [from, on]),
      [['the opposition', 'government']],
    );
    assert.equal(board.words[0]?.speaker, 'Anna Berg');
    for (const { words } of stalled?.evidence ?? []) assert.deepEqual(words, ['A convoy into Homs is stalled']);
    const before = await parley.board('Convoy talks', '2014-02-01');
    assert.equal(before.reports, 1);
    await assert.rejects(parley.board('Convoy talks', '5 Feb'), /not a date/);
  });

  it('is the same from a thread, and new after a change', async (t) => {
    const home = folderFor(t);
    const desk = await filled(home, true);
    t.after(() => desk.close());
    const here = await openParley({ home });
    t.after(() => here.close());
    const asked = { process: 'Convoy talks', asOf: '2014-02-05' };
    assert.deepEqual(await desk.board('Convoy talks', '2014-02-05'), await here.board('Convoy talks', '2014-02-05'));
    for (const what of TOLD) assert.deepEqual(await desk.tell(what, asked), JSON.parse(JSON.stringify(await here.tell(what, asked))));
    assert.equal(await desk.tell('talks', asked), await desk.tell('talks', asked), 'studied once');
    const before = await desk.tell('talks', asked);
    await desk.review(`${madeReport(1, '2014-02-01').report.id}:c2`, { state: 'accepted' });
    assert.equal(await desk.tell('talks', asked), before, 'accepting a line changes no board');
    assert.equal((await desk.board('Convoy talks', '2014-02-05')).stalled[0]?.evidence[0]?.review, 'accepted', 'but is told of its words');
    await desk.review(`${madeReport(1, '2014-02-01').report.id}:c1`, { state: 'rejected', reason: 'not so' });
    assert.notEqual(await desk.tell('talks', asked), before, 'rejecting one does');
    await desk.addReadings([line(3, '2014-02-04')]);
    assert.equal((await desk.board('Convoy talks', '2014-02-05')).reports, 3);
    await here.addReadings([line(4, '2014-02-04')]);
    assert.equal((await desk.board('Convoy talks', '2014-02-05')).reports, 4, 'a change by another program counts too');
    await desk.reports.setMark(madeReport(3, '2014-02-04').report.id, 'RED');
    assert.equal((await desk.as({ reader: 'guest', clearance: 'GREEN' }).board('Convoy talks', '2014-02-05')).reports, 3);
    assert.equal((await desk.board('Convoy talks', '2014-02-05')).reports, 4);
  });
});
