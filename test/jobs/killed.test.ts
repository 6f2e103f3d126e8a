// Killed at any moment of an adding, a home holds whole reports only, among them each that was reported as kept; adding again completes.
// PARLEY_KILL_ROUNDS sets how often (thirty before a release).
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openParley } from '../../src/parley.js';
import { listReports } from '../../src/record/reports.js';
import { replay, type Store } from '../../src/record/store.js';
import { LOCAL_READER } from '../../src/terms/marks.js';
import { dump, faults } from '../record/dump.js';
import { folderFor, storeFor } from '../record/home-of-test.js';
import { madeText } from './made-text.js';

const ROUNDS = Number(process.env.PARLEY_KILL_ROUNDS ?? 2);
const REPORTS = 30 * ROUNDS;
const CHILD = fileURLToPath(new URL('./adding-child.ts', import.meta.url));

/** Runs the child until it has kept `after` new reports, then kills it `delay` milliseconds later; gives all it reported as kept or known. */
async function killed(
  home: string,
  folder: string,
  after: number,
  delay: number,
): Promise<{ readonly ids: string[]; readonly signal: string | null }> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, home, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const over = new Promise<string | null>((resolve) => child.on('close', (_, signal) => resolve(signal)));
  const ids: string[] = [];
  let fresh = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [outcome, id] = line.split(' ');
    if (id !== undefined) ids.push(id);
    if (outcome === 'new' && ++fresh === after) setTimeout(() => child.kill('SIGKILL'), delay);
  }
  return { ids, signal: await over };
}

/** That every report is there with all of its lines. */
async function assertWhole(store: Store): Promise<void> {
  assert.deepEqual(await faults(store), []);
  const rows = await store.read
    .selectFrom('report')
    .select((eb) => [
      'id',
      'statements',
      'claims',
      'reading',
      eb
        .selectFrom('statement')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('statement.report', '=', 'report.id')
        .as('said'),
      eb
        .selectFrom('claim')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('claim.report', '=', 'report.id')
        .as('claimed'),
    ])
    .execute();
  for (const row of rows) assert.deepEqual([row.said, row.claimed, row.reading === null], [row.statements, row.claims, false], row.id);
  const before = await dump(store);
  await replay(store);
  assert.deepEqual(await dump(store), before);
}

describe('an adding that is killed', () => {
  it(`leaves whole reports only, ${ROUNDS} times`, async (t) => {
    const home = folderFor(t);
    const folder = folderFor(t);
    for (let n = 0; n < REPORTS; n++) writeFileSync(join(folder, `${String(n).padStart(4, '0')}.txt`), madeText(n));
    const kept = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      // Between the third and the twelfth new report, at any point of the work on the next.
      const { ids, signal } = await killed(home, folder, 3 + ((round * 7) % 10), (round * 13) % 29);
      assert.equal(signal, 'SIGKILL', 'it was killed while it worked');
      for (const id of ids) kept.add(id);
      const store = await storeFor(t, home);
      const { rows } = { rows: await store.read.selectFrom('report').select('id').execute() };
      const there = new Set(rows.map(({ id }) => id));
      for (const id of kept) assert.ok(there.has(id), `${id} was reported as kept`);
      await assertWhole(store);
      await store.close();
    }
    const parley = await openParley({ home, workers: 1 });
    const run = await parley.add([{ kind: 'folder', path: folder }]);
    assert.deepEqual([run.state, run.progress.new + run.progress.known, run.progress.refused], ['done', REPORTS, 0]);
    assert.ok(run.progress.new > 0, 'something was left to do');
    await parley.close();
    const store = await storeFor(t, home);
    assert.equal((await listReports(store, LOCAL_READER, {})).total, REPORTS);
    await assertWhole(store);
  });
});
