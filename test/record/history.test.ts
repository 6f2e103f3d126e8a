// What stands is what the history, done again, gives; and every change is in it, by whom and when.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { editLine, makeLine } from '../../src/record/editing.js';
import { listChanges } from '../../src/record/history.js';
import { mergeActors, splitActor } from '../../src/record/joining.js';
import { keepReport } from '../../src/record/keeping.js';
import { createProcess, removeProcess, setProcessDay } from '../../src/record/processes.js';
import { fileReport, removeReport, setReportGrade, setReportMark } from '../../src/record/reports.js';
import { reviewLine } from '../../src/record/reviews.js';
import { replay, type Store } from '../../src/record/store.js';
import { undoLines } from '../../src/record/undo.js';
import { ParleyError } from '../../src/terms/errors.js';
import { LOCAL_READER, MARKS } from '../../src/terms/marks.js';
import { REVIEW_STATES } from '../../src/terms/record.js';
import { dump, faults } from './dump.js';
import { madeReport } from './made.js';
import { overEngines } from './over-engines.js';

const who = LOCAL_READER;

type Deed = (store: Store) => Promise<unknown>;
const report = fc.integer({ min: 1, max: 4 });
const process = fc.constantFrom('One', 'Two', 'three');
const idOf = (n: number): string => madeReport(n).report.id;

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .tuple(report, fc.array(process, { maxLength: 2 }), fc.constantFrom('Example Wire', 'Valley Post'))
    .map(([n, processes, publisher]): Deed => {
      const made = madeReport(n);
      return (store) => keepReport(store, who, { ...made, report: { ...made.report, publisher }, mark: 'CLEAR', processes });
    }),
  fc.tuple(report, fc.boolean()).map(([n, wins]): Deed => {
    const { report: kept, reading } = madeReport(n);
    const fewer = { ...reading, claims: reading.claims.slice(0, 1), reader: 'other' };
    return (store) => keepReport(store, who, { report: kept, reading: fewer, mark: 'GREEN', processes: [], readingWins: wins });
  }),
  process.map(
    (name): Deed =>
      (store) =>
        createProcess(store, who, name, { asOf: '2014-02-05' }),
  ),
  process.map(
    (name): Deed =>
      (store) =>
        setProcessDay(store, who, name, null),
  ),
  fc.tuple(process, fc.boolean()).map(
    ([name, reports]): Deed =>
      (store) =>
        removeProcess(store, who, name, reports),
  ),
  report.map(
    (n): Deed =>
      (store) =>
        removeReport(store, who, idOf(n)),
  ),
  fc.tuple(report, process, fc.boolean()).map(
    ([n, name, belongs]): Deed =>
      (store) =>
        fileReport(store, who, idOf(n), name, belongs),
  ),
  fc.tuple(report, fc.constantFrom(...MARKS)).map(
    ([n, mark]): Deed =>
      (store) =>
        setReportMark(store, who, idOf(n), mark),
  ),
  report.map(
    (n): Deed =>
      (store) =>
        setReportGrade(store, who, idOf(n), { reliability: 'C', credibility: 3 }),
  ),
  fc.tuple(report, fc.constantFrom('s1', 'c1', 'c2'), fc.constantFrom(...REVIEW_STATES)).map(([n, line, state]): Deed => {
    return (store) =>
      store.change('reviewer', async (tx, make) => {
        const there = await tx.selectFrom('claim').select('id').where('report', '=', idOf(n)).executeTakeFirst();
        if (there) await make({ what: 'line-reviewed', data: { report: idOf(n), line, state, reason: null } });
      });
  }),
);

/** Deeds on lines, with the numbers of what they changed in the history. */
const lineDeeds: fc.Arbitrary<(store: Store) => Promise<readonly number[]>> = fc.oneof(
  fc.tuple(report, fc.constantFrom('stalled', 'delivered', 'agreed')).map(([n, step]) => async (store: Store) => {
    const claim = madeReport(n).reading.claims.find(({ id }) => id === 'c2');
    if (claim?.kind !== 'access') throw new Error('the second claim is none of access');
    return (await editLine(store, who, `${idOf(n)}:c2`, { ...claim, step })).changes.map(({ seq }) => seq);
  }),
  report.map((n) => async (store: Store) => {
    const [claim] = madeReport(n).reading.claims;
    if (claim === undefined) throw new Error('there is no claim');
    return (await makeLine(store, who, idOf(n), { ...claim, id: 'made' })).changes.map(({ seq }) => seq);
  }),
  fc
    .tuple(report, fc.constantFrom('s1', 'c1', 'c2', 'c3', 'hand-1'), fc.constantFrom('accepted', 'rejected', 'unverifiable', 'unread'))
    .map(([n, line, state]) => async (store: Store) => {
      const { changes } = await reviewLine(store, who, `${idOf(n)}:${line}`, { state, reason: 'so it is' });
      return changes.map(({ seq }) => seq);
    }),
);

const merging: fc.Arbitrary<Deed> = fc.tuple(fc.nat(), fc.nat(), fc.boolean()).map(
  ([a, b, splits]): Deed =>
    async (store) => {
      const rows = await store.read.selectFrom('actor').select('id').orderBy('id').execute();
      const joined = await store.read.selectFrom('joining').select('actor').orderBy('actor').execute();
      const [one, other] = [rows[a % Math.max(1, rows.length)]?.id ?? '', rows[b % Math.max(1, rows.length)]?.id ?? ''];
      if (splits) await splitActor(store, who, joined[a % Math.max(1, joined.length)]?.actor ?? '');
      else await mergeActors(store, who, one, other);
    },
);

const anything: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: deeds },
  { weight: 2, arbitrary: lineDeeds },
  { weight: 1, arbitrary: merging },
);

/** Does it, or is refused for a reason of the table, which must leave everything as it was. */
async function attempt(store: Store, deed: Deed): Promise<void> {
  try {
    await deed(store);
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error;
  }
}

overEngines('the history', (storeFor) => {
  it('done again gives the same record, whatever was done', async (t) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 24 }), async (all) => {
        const store = await storeFor(t);
        for (const deed of all) await attempt(store, deed);
        const before = await dump(store);
        assert.deepEqual(await faults(store), []);
        await replay(store);
        assert.deepEqual(await dump(store), before);
        assert.deepEqual(await faults(store), []);
        await store.close();
      }),
      { numRuns: Number(globalThis.process.env.PARLEY_PROPERTY_RUNS ?? 6) },
    );
  });

  it('goes back exactly as it was when a deed on a line is undone', async (t) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anything, { maxLength: 12 }),
        fc.array(lineDeeds, { minLength: 1, maxLength: 4 }),
        async (before, undone) => {
          const store = await storeFor(t);
          for (const n of [1, 2]) await keepReport(store, who, { ...madeReport(n), mark: 'CLEAR', processes: [] });
          for (const deed of before) await attempt(store, deed);
          for (const deed of undone) {
            const stood = await dump(store);
            let changes: readonly number[] = [];
            await attempt(store, async () => {
              changes = await deed(store);
            });
            if (changes.length > 0) await undoLines(store, who, changes);
            assert.deepEqual(await dump(store), stood);
          }
          assert.deepEqual(await faults(store), []);
          await store.close();
        },
      ),
      { numRuns: Number(globalThis.process.env.PARLEY_PROPERTY_RUNS ?? 6) },
    );
  });

  it('tells who did what to what, newest first', async (t) => {
    const store = await storeFor(t);
    await createProcess(store, who, 'One');
    const { id } = await keepReport(store, who, { ...madeReport(1), mark: 'CLEAR', processes: ['One'] });
    await setReportMark(store, { reader: 'anna', clearance: 'RED' }, id, 'AMBER');
    const all = await listChanges(store, who, {});
    assert.deepEqual(
      all.items.map(({ what, by, about }) => [what, by, about]),
      [
        ['report-marked', 'anna', id],
        ['report-filed', 'local', id],
        ['report-added', 'local', id],
        ['process-made', 'local', 'one'],
      ],
    );
    assert.equal((await listChanges(store, who, { about: id })).total, 3);
    assert.equal((await listChanges(store, who, { what: 'process-made' })).total, 1);
    const guest = { reader: 'guest', clearance: 'GREEN' } as const;
    assert.equal((await listChanges(store, guest, {})).total, 1, 'what is marked AMBER has no history for GREEN');
  });
});
