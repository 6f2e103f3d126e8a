// How many reports a second are read and kept with 1, 2 and 4 workers, on each engine: `npm run bench:scale -- [--reports N]`; results.json and docs/scale.md keep the figures.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openParley } from '../../src/parley.js';
import { generatedReport } from '../speed/generator.js';
import { type BenchServer, benchServer } from './server.js';

const { values } = parseArgs({ options: { reports: { type: 'string', default: '200' } } });
const reports = Number(values.reports);
if (!Number.isInteger(reports) || reports < 1) {
  console.error('--reports takes a whole number.');
  process.exit(2);
}
const WORKERS = [1, 2, 4];
const PROGRAM = fileURLToPath(new URL('../../dist/desk/cli/main.js', import.meta.url));
execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url)), '--if-stale'], { stdio: 'inherit' });

interface Figure {
  readonly engine: string;
  readonly what: string;
  readonly workers: number;
  readonly reports: number;
  readonly seconds: number;
  readonly perSecond: number;
}

const inputs = Array.from({ length: reports }, (_, n) => ({ kind: 'text' as const, ...generatedReport(n) }));
const figure = (engine: string, what: string, workers: number, seconds: number): Figure => ({
  engine,
  what,
  workers,
  reports,
  seconds: Math.round(seconds * 10) / 10,
  perSecond: Math.round((reports / seconds) * 10) / 10,
});

/** One program over a home, with so many threads. */
async function onSqlite(workers: number): Promise<Figure> {
  const home = mkdtempSync(join(tmpdir(), 'parley-scale-'));
  const parley = await openParley({ home, workers });
  try {
    await parley.add([{ kind: 'text', text: 'Anna Berg said the talks would go on.\n' }]);
    const started = performance.now();
    const run = await parley.add(inputs);
    if (run.state !== 'done' || run.progress.new !== reports) throw new Error(JSON.stringify(run.error ?? run.progress));
    return figure('SQLite', 'read and kept', workers, (performance.now() - started) / 1000);
  } finally {
    await parley.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** A `parley worker` with one thread, once it reads. */
async function startWorker(address: string): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [PROGRAM, 'worker', '--workers', '1'], {
    env: { ...process.env, PARLEY_DATABASE_URL: address },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const over = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve) => lines.once('line', () => resolve()));
  return async () => {
    child.kill('SIGTERM');
    await over;
  };
}

/** So many worker processes, and one program that only puts up and waits. */
async function onPostgres(server: BenchServer, workers: number): Promise<Figure> {
  const address = await server.database(`scale_${workers}`);
  const desk = await openParley({ home: address, workers: 0 });
  const stops = await Promise.all(Array.from({ length: workers }, () => startWorker(address)));
  try {
    // Each opens its models before the clock starts.
    await desk.add(Array.from({ length: workers * 4 }, (_, n) => ({ kind: 'text' as const, ...generatedReport(1_000_000 + n) })));
    const started = performance.now();
    const run = await desk.add(inputs);
    if (run.state !== 'done' || run.progress.new !== reports) throw new Error(JSON.stringify(run.error ?? run.progress));
    return figure('PostgreSQL', 'read and kept', workers, (performance.now() - started) / 1000);
  } finally {
    for (const stop of stops) await stop();
    await desk.close();
  }
}

/** What the lock of the history lets through: readings made before, kept by one program. */
async function keptOnly(place: string, engine: string): Promise<Figure> {
  const lines: string[] = [];
  const home = mkdtempSync(join(tmpdir(), 'parley-scale-'));
  const parley = await openParley({ home, workers: 1 });
  const few = inputs.slice(0, Math.min(40, reports));
  await parley.add(few);
  for await (const item of parley.export())
    if (item.type === 'report' && item.page.reading !== null) {
      // The same readings under texts of their own, as many as are wanted.
      const { reading } = item.page;
      for (let n = 0; n < Math.ceil(reports / few.length); n++)
        lines.push(JSON.stringify({ ...reading, id: `${reading.id}-${n}`, text: `${reading.text}\n${n}` }));
    }
  await parley.close();
  rmSync(home, { recursive: true, force: true });
  const to = await openParley({ home: place, workers: 1 });
  try {
    const started = performance.now();
    const run = await to.addReadings(lines.slice(0, reports));
    if (run.progress.new !== reports) throw new Error(JSON.stringify(run.progress));
    return figure(engine, 'kept, read before', 1, (performance.now() - started) / 1000);
  } finally {
    await to.close();
  }
}

const figures: Figure[] = [];
const keep = (one: Figure): void => {
  console.log(`${one.engine}, ${one.what}, ${one.workers} workers: ${one.perSecond} reports a second`);
  figures.push(one);
};
for (const workers of WORKERS) keep(await onSqlite(workers));
const server = await benchServer();
try {
  for (const workers of WORKERS) keep(await onPostgres(server, workers));
  const home = mkdtempSync(join(tmpdir(), 'parley-scale-'));
  keep(await keptOnly(home, 'SQLite'));
  rmSync(home, { recursive: true, force: true });
  keep(await keptOnly(await server.database('kept'), 'PostgreSQL'));
} finally {
  await server.remove();
}

const machine = { node: process.version, cores: availableParallelism(), cpu: cpus()[0]?.model ?? 'unknown' };
writeFileSync(new URL('./results.json', import.meta.url), `${JSON.stringify({ ...machine, figures }, null, 2)}\n`);
const page = new URL('../../docs/scale.md', import.meta.url);
const [START, END] = ['<!-- figures: made by npm run bench:scale -->', '<!-- end of figures -->'];
const table = [
  `On ${machine.cores} cores (${machine.cpu}), Node ${machine.node}, reports of about 400 words, everything on one machine:`,
  '',
  '| engine | what | workers | reports | seconds | reports a second |',
  '|---|---|---|---|---|---|',
  ...figures.map(
    ({ engine, what, workers, reports: n, seconds, perSecond }) =>
      `| ${engine} | ${what} | ${workers} | ${n} | ${seconds} | ${perSecond} |`,
  ),
].join('\n');
const text = readFileSync(page, 'utf8');
writeFileSync(page, `${text.slice(0, text.indexOf(START) + START.length)}\n\n${table}\n\n${text.slice(text.indexOf(END))}`);
