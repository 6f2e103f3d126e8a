// Which round a board shows as the next one.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { boardOf } from '../../src/study/board.js';
import { studyOn } from '../../src/study/study.js';
import { made } from './made.js';

const TEXT =
  'The first round ended on 31 January. A second round is proposed for 10 February. The envoy spoke of another round without a day.';
const ended = { kind: 'talks', status: 'ended', date: '2014-01-31', words: 'The first round ended' };
const proposed = { kind: 'talks', status: 'proposed', date: '2014-02-10', words: 'A second round is proposed' };
const someday = { kind: 'talks', status: 'proposed', words: 'another round without a day' };

describe('the next round', () => {
  const next = (day: string, claims: Parameters<typeof made>[3]) =>
    boardOf(studyOn(day, [made('r1', '2014-02-01', TEXT, claims)])).next?.round;

  it('is the nearest to come, not one without a day', () => {
    const round = next('2014-02-05', { claims: [ended, someday, proposed] });
    assert.deepEqual([round?.status, round?.start], ['proposed', '2014-02-10']);
  });

  it('is the one that is held, while it is', () => {
    const opened = { kind: 'talks', status: 'opened', date: '2014-02-10', words: 'A second round' };
    const round = next('2014-02-12', { claims: [ended, opened, someday] });
    assert.deepEqual([round?.status, round?.start], ['opened', '2014-02-10']);
  });

  it('is none when all are over and no other was spoken of', () => {
    const over = made('r1', '2014-02-01', 'The first round ended on 31 January.', { claims: [ended] });
    assert.equal(boardOf(studyOn('2014-02-05', [over])).next, null);
  });
});
