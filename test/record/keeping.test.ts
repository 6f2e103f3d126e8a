// A report goes in once and comes out whole, with its lines, actors and words.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { exported } from '../../src/record/export.js';
import { keepReport } from '../../src/record/keeping.js';
import { getActor, listActors } from '../../src/record/people.js';
import { createProcess, getProcess, listProcesses, removeProcess, setProcessDay } from '../../src/record/processes.js';
import { fileReport, getReport, listReports, removeReport, setReportGrade, setReportMark } from '../../src/record/reports.js';
import type { Store } from '../../src/record/store.js';
import type { ParleyError } from '../../src/terms/errors.js';
import { LOCAL_READER, type Mark } from '../../src/terms/marks.js';
import { madeReport } from './made.js';
import { overEngines } from './over-engines.js';

const who = LOCAL_READER;
const keep = (store: Store, n: number, more: { mark?: Mark; processes?: string[]; published?: string } = {}) =>
  keepReport(store, who, { ...madeReport(n, more.published), mark: more.mark ?? 'CLEAR', processes: more.processes ?? [] });
const coded = (code: string) => (error: ParleyError) => error.code === code;

overEngines('keeping a report', (storeFor) => {
  it('gives it back whole', async (t) => {
    const store = await storeFor(t);
    const { id, outcome } = await keep(store, 1);
    assert.equal(outcome, 'new');
    const page = await getReport(store, who, id);
    const { report, reading } = madeReport(1);
    assert.deepEqual(page.report, report);
    assert.deepEqual(page.reading, reading);
    assert.deepEqual([page.summary.statements, page.summary.claims, page.summary.unread], [1, 3, 4]);
    assert.equal(page.summary.by, 'local');
    assert.equal(page.actors.Berg, page.actors['Anna Berg']);
  });

  it('knows the same text again, and the outlet it was seen in', async (t) => {
    const store = await storeFor(t);
    const { id } = await keep(store, 1);
    assert.deepEqual(await keep(store, 1), { outcome: 'known', id });
    const made = madeReport(1);
    const copy = { ...made, report: { ...made.report, publisher: 'Valley Post', url: 'https://example.org/1' } };
    await keepReport(store, who, { ...copy, mark: 'CLEAR', processes: [] });
    await keepReport(store, who, { ...copy, mark: 'CLEAR', processes: [] });
    const page = await getReport(store, who, id);
    assert.deepEqual(
      page.sightings.map(({ publisher, url }) => [publisher, url]),
      [['Valley Post', 'https://example.org/1']],
    );
    assert.equal((await listReports(store, who, {})).total, 1);
  });

  it('gives a known report the processes it lacks', async (t) => {
    const store = await storeFor(t);
    await createProcess(store, who, 'One');
    await createProcess(store, who, 'Two');
    const { id } = await keep(store, 1, { processes: ['one'] });
    await keep(store, 1, { processes: ['one', 'Two'] });
    assert.deepEqual((await getReport(store, who, id)).summary.processes, ['one', 'two']);
  });

  it('refuses a reading that can not be kept, and keeps nothing of it', async (t) => {
    const store = await storeFor(t);
    const { report, reading } = madeReport(1);
    const [statement] = reading.statements;
    const cases = [
      { ...reading, statements: [...reading.statements, ...reading.statements] },
      { ...reading, statements: [] },
      { ...reading, statements: [{ ...statement!, content: [[0, report.text.length + 1] as [number, number]] }] },
    ];
    for (const broken of cases)
      await assert.rejects(keepReport(store, who, { report, reading: broken, mark: 'CLEAR', processes: [] }), coded('bad-reading'));
    const half = { ...report, text: `${report.text}\ud800` };
    await assert.rejects(keepReport(store, who, { report: half, reading: null, mark: 'CLEAR', processes: [] }), coded('bad-reading'));
    await assert.rejects(keepReport(store, who, { report, reading, mark: 'CLEAR', processes: ['nowhere'] }), coded('unknown-process'));
    assert.equal((await listReports(store, who, {})).total, 0);
    assert.deepEqual(await store.read.selectFrom('content').selectAll().execute(), []);
    assert.deepEqual(await store.read.selectFrom('change').selectAll().execute(), []);
  });

  it('keeps astral characters and odd white space as they are', async (t) => {
    const store = await storeFor(t);
    const text = '\u200f\u00a0\u2028 \ud83d\udd4a peace \ufffd\t\u0001 مفاوضات';
    const { id } = await keepReport(store, who, {
      report: { id: 'x:y', text, format: 'text', parts: [] },
      reading: null,
      mark: 'CLEAR',
      processes: [],
    });
    assert.equal((await getReport(store, who, id)).report.text, text);
  });
});

overEngines('a process', (storeFor) => {
  it('is found by id and by name, whatever its case', async (t) => {
    const store = await storeFor(t);
    const made = await createProcess(store, who, ' Syria:  Geneva talks ', { asOf: '2014-02-05' });
    assert.deepEqual([made.id, made.name, made.asOf], ['syria-geneva-talks', 'Syria: Geneva talks', '2014-02-05']);
    assert.equal((await getProcess(store, who, 'syria: geneva TALKS')).id, made.id);
    await assert.rejects(createProcess(store, who, 'SYRIA: Geneva talks'), coded('process-exists'));
    assert.equal((await createProcess(store, who, 'Syria, Geneva talks')).id, 'syria-geneva-talks-2');
    assert.equal((await createProcess(store, who, '日本')).id, '日本');
    await assert.rejects(createProcess(store, who, '  '), coded('bad-option'));
    await assert.rejects(setProcessDay(store, who, made.id, '2014-02-30'), coded('bad-date'));
    assert.equal((await setProcessDay(store, who, made.id, null)).asOf, null);
  });

  it('goes with its own reports, not with those of others', async (t) => {
    const store = await storeFor(t);
    await createProcess(store, who, 'One');
    await createProcess(store, who, 'Two');
    const own = await keep(store, 1, { processes: ['one'] });
    const shared = await keep(store, 2, { processes: ['one', 'two'] });
    assert.deepEqual(await removeProcess(store, who, 'one', true), { reports: 1 });
    await assert.rejects(getReport(store, who, own.id), coded('unknown-report'));
    assert.deepEqual((await getReport(store, who, shared.id)).summary.processes, ['two']);
    assert.deepEqual(
      (await listProcesses(store, who)).map(({ id, reports }) => [id, reports]),
      [['two', 1]],
    );
  });
});

overEngines('what a reader may see', (storeFor) => {
  it('ends at the clearance, in every view', async (t) => {
    const store = await storeFor(t);
    const open = await keep(store, 1);
    const secret = await keep(store, 2, { mark: 'AMBER' });
    const green = { reader: 'guest', clearance: 'GREEN' } as const;
    assert.deepEqual(
      (await listReports(store, green, {})).items.map(({ id }) => id),
      [open.id],
    );
    await assert.rejects(getReport(store, green, secret.id), coded('unknown-report'));
    const [berg] = (await listActors(store, green, { named: 'BERG' })).items;
    assert.equal(berg?.reports, 1);
    const page = await getActor(store, green, berg?.id ?? '', {});
    assert.deepEqual([page.statements.length, page.names[0]?.reports], [1, [open.id]]);
    const ids: string[] = [];
    for await (const one of exported(store, green, {})) if (one.type === 'report') ids.push(one.page.summary.id);
    assert.deepEqual(ids, [open.id]);
    await setReportMark(store, who, secret.id, 'GREEN');
    assert.equal((await listReports(store, green, {})).total, 2);
  });
});

overEngines('changing a report', (storeFor) => {
  it('files, grades and removes it', async (t) => {
    const store = await storeFor(t);
    await createProcess(store, who, 'One');
    const { id } = await keep(store, 1);
    await fileReport(store, who, id, 'One', true);
    await fileReport(store, who, id, 'One', true);
    await setReportGrade(store, who, id, { reliability: 'B', credibility: 2 });
    const { summary } = await getReport(store, who, id);
    assert.deepEqual([summary.processes, summary.grade], [['one'], { reliability: 'B', credibility: 2 }]);
    await fileReport(store, who, id, 'One', false);
    assert.deepEqual((await getReport(store, who, id)).summary.processes, []);
    await removeReport(store, who, id);
    assert.equal((await listActors(store, who, {})).total, 0, 'nobody is left whom no report names');
    assert.equal((await keep(store, 1)).outcome, 'new');
  });

  it('lists the newest first, those without a date last', async (t) => {
    const store = await storeFor(t);
    for (const [n, published] of [
      [1, '2014-02-01'],
      [2, ''],
      [3, '2014-02'],
      [4, '2014-03-01'],
    ] as const)
      await keep(store, n, { published });
    const titles = (await listReports(store, who, {})).items.map(({ title }) => title.split(' ')[2]);
    assert.deepEqual(
      titles,
      ['4', '3', '1', '2'].sort((a, b) => (a === '2' ? 1 : b === '2' ? -1 : Number(b) - Number(a))),
    );
    const some = await listReports(store, who, { limit: 1, offset: 1 });
    assert.deepEqual([some.items.length, some.total], [1, 4]);
    assert.equal((await listReports(store, who, { until: '2014-02-15' })).total, 2);
    await assert.rejects(listReports(store, who, { limit: 0 }), coded('bad-option'));
  });
});
