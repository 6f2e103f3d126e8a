// Over a database any worker reads: the record comes out as if one program had done it alone, also where workers are killed or the database goes away.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readingQueue } from '../../src/jobs/reading-queue.js';
import { openParley } from '../../src/parley.js';
import { openDatabase, openStore } from '../../src/record/store.js';
import { dump } from '../record/dump.js';
import { folderFor } from '../record/home-of-test.js';
import { emptyDatabase, startServer, whyNoServer } from '../record/server-of-test.js';
import { madeText } from './made-text.js';

const without = await whyNoServer();
const PROGRAM = fileURLToPath(new URL('../../dist/desk/cli/main.js', import.meta.url));

const inputs = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => ({ kind: 'text' as const, text: madeText(from + i), name: `report ${from + i}` }));

interface Started {
  readonly child: ChildProcess;
  readonly said: string[];
}

/** A worker of the built program, once it says that it reads. */
async function worker(t: TestContext, address: string): Promise<Started> {
  const child = spawn(process.execPath, [PROGRAM, 'worker', '--workers', '1'], {
    env: { ...process.env, PARLEY_DATABASE_URL: address },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  const said: string[] = [];
  child.stderr.on('data', (piece: Buffer) => said.push(piece.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('Reads with')) break;
  }
  return { child, said };
}

/** The record without what tells when and in how many steps it came to be. */
async function record(where: { home: string } | { address: string }): Promise<unknown> {
  const store = 'home' in where ? await openStore(where.home, 'test') : await openDatabase(where.address, 'test');
  try {
    const tables = await dump(store);
    return { ...tables, report: tables.report?.map((row) => row.replace(/"added":"[^"]*"/, '')) };
  } finally {
    await store.close();
  }
}

describe('workers over a database', without === null ? {} : { skip: without }, () => {
  it('leave the record that one program leaves, each report read once, though one of them is killed', async (t) => {
    const home = folderFor(t);
    const alone = await openParley({ home, workers: 1 });
    const wanted = await alone.add(inputs(0, 8));
    await alone.close();
    const address = await emptyDatabase();
    // A desk that reads nothing itself, and takes a worker for gone after a second.
    const desk = await openParley({ home: address, workers: 0 });
    t.after(() => desk.close());
    const queue = readingQueue(address, { goneAfter: 2 });
    t.after(() => queue.close());
    await queue.waiting();
    const first = await worker(t, address);
    const adding = desk.add(inputs(0, 8));
    await wait(700);
    first.child.kill('SIGKILL');
    const second = await worker(t, address);
    const run = await adding;
    assert.deepEqual(
      run.results.map(({ outcome, id, unread }) => [outcome, id, unread]),
      wanted.results.map(({ outcome, id }) => [outcome, id, undefined]),
    );
    assert.deepEqual(await record({ address }), await record({ home }));
    const { items } = await desk.history({ what: 'report-read', limit: 100 });
    assert.equal(new Set(items.map(({ about }) => about)).size, items.length, 'none is read twice');
    second.child.kill('SIGTERM');
    const [ended] = await Promise.all([new Promise((resolve) => second.child.on('close', resolve))]);
    assert.equal(ended, 0, second.said.join(''));
  });

  it('read by themselves where there is no other worker, and know again what was kept', async (t) => {
    const address = await emptyDatabase();
    const parley = await openParley({ home: address, workers: 1 });
    t.after(() => parley.close());
    const run = await parley.add(inputs(20, 22));
    assert.deepEqual(
      run.results.map(({ outcome }) => outcome),
      ['new', 'new'],
    );
    const page = await parley.reports.get(run.results[0]?.id ?? '');
    assert.notEqual(page.reading, null);
    assert.deepEqual(
      (await parley.add(inputs(20, 22))).results.map(({ outcome }) => outcome),
      ['known', 'known'],
    );
    assert.equal(parley.home, address.replace(/^.*@/, ''));
  });

  it('wait for a database that is away, say so once, and go on when it is back', async (t) => {
    const server = await startServer();
    await server.run('create database talks');
    const address = server.address('talks');
    const desk = await openParley({ home: address, workers: 0 });
    t.after(async () => {
      await desk.close();
      await server.remove();
    });
    const reading = await worker(t, address);
    await desk.add(inputs(40, 41));
    await server.stop();
    const asked = desk.reports.list();
    await wait(1500);
    await server.start();
    assert.equal((await asked).total, 1, 'a question waits until the database is back');
    const run = await desk.add(inputs(41, 43));
    assert.equal(run.state, 'done');
    assert.equal((await desk.reports.list()).total, 3);
    assert.equal(reading.child.exitCode, null);
    assert.equal(reading.said.join('').split('does not answer').length - 1, 1, JSON.stringify(reading.said));
  });
});
