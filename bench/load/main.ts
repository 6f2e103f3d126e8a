// Many requests while reports are added: `npm run bench:load -- [--rate N] [--seconds N] [--reports N] [--profile FOLDER]`; results.json and docs/trust.md keep the figures.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openParley } from '../../src/parley.js';
import { generatedReport } from '../speed/generator.js';
import { keepFigures } from '../trust/figures.js';
import { type Asked, askEvenly } from './asking.js';
import { type Desk, startDesk } from './desk.js';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '120' },
    reports: { type: 'string', default: '5000' },
    profile: { type: 'string' },
  },
});
const [rate, seconds, reports] = [Number(values.rate), Number(values.seconds), Number(values.reports)];
if (![rate, seconds, reports].every((n) => Number.isInteger(n) && n > 0)) {
  console.error('--rate, --seconds and --reports take whole numbers above 0.');
  process.exit(2);
}
execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url)), '--if-stale'], { stdio: 'inherit' });

/** Reports that are there before, and reports in one call of adding. */
const BEFORE = 100;
const AT_ONCE = 25;
/** Most words of a report: about those of a wire dispatch. */
const WORDS = 400;
const PROCESS = 'load-talks';

const input = (n: number) => ({ kind: 'text' as const, ...generatedReport(n, WORDS) });

async function filled(home: string): Promise<readonly string[]> {
  const parley = await openParley({ home, workers: 1 });
  const { id } = await parley.processes.create('Load talks');
  await parley.add(
    Array.from({ length: BEFORE }, (_, n) => input(n)),
    { processes: [id] },
  );
  const { items } = await parley.reports.list({ limit: BEFORE });
  await parley.close();
  return items.map((report) => report.id);
}

const runSchema = z.object({ id: z.string(), state: z.string(), progress: z.object({ new: z.number(), refused: z.number() }) });

/** Adds reports through the desk, evenly over the time, and gives how many are new. */
async function addEvenly({ url, key }: Desk): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', accept: 'application/json' };
  const call = async (path: string, init: RequestInit) => {
    const answer = await fetch(`${url}${path}`, { ...init, headers });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return runSchema.parse(await answer.json());
  };
  const start = performance.now();
  let added = 0;
  for (let n = 0; n < reports; n += AT_ONCE) {
    const wait = start + (n / reports) * seconds * 1000 - performance.now();
    if (wait > 0) await pause(wait);
    const inputs = Array.from({ length: Math.min(AT_ONCE, reports - n) }, (_, i) => input(BEFORE + n + i));
    let run = await call('/adding.json', { method: 'POST', body: JSON.stringify({ inputs, options: { processes: [PROCESS] } }) });
    while (run.state === 'running') {
      await pause(50);
      run = await call(`/adding/${run.id}.json`, { method: 'GET' });
    }
    added += run.progress.new;
  }
  return added;
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const share = (sorted: readonly number[], part: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);

function tell(all: readonly Asked[]): void {
  const byPath = new Map<string, number[]>();
  for (const { path, took } of all)
    byPath.set(path.replace(/r-[0-9a-f]+/, 'r-…'), [...(byPath.get(path.replace(/r-[0-9a-f]+/, 'r-…')) ?? []), took]);
  for (const [path, took] of byPath) {
    const sorted = took.sort((a, b) => a - b);
    console.error(`${path}: ${took.length}, p50 ${share(sorted, 0.5)} ms, p99 ${share(sorted, 0.99)} ms`);
  }
  for (const { path, status } of all.filter(({ status: one }) => one !== 200).slice(0, 10)) console.error(`${path}: ${status}`);
}

const home = mkdtempSync(join(tmpdir(), 'parley-load-'));
try {
  const ids = await filled(home);
  const desk = await startDesk(home, values.profile);
  const boards = [
    '/today',
    '/talks',
    '/access',
    '/who',
    '/due',
    '/reports',
    '/sources',
    '/search?q=convoy',
    '/search?q=%22round+of+talks%22',
  ];
  const twins = [
    '/talks.json',
    '/due.json',
    '/reports.json',
    '/search.json?q=ceasefire',
    '/processes.json',
    `/brief.json?since=2020-01-01&process=${PROCESS}`,
  ];
  const paths = [...boards, ...twins, ...ids.slice(0, 5).flatMap((id) => [`/reports/${id}`, `/reports/${id}.json`])];
  // What is opened once is opened before.
  await askEvenly(desk.url, paths, { rate: 20, seconds: 5 });
  const memory: number[] = [];
  const sampling = setInterval(() => memory.push(desk.memory()), 500);
  const adding = addEvenly(desk);
  const all = await askEvenly(desk.url, paths, { rate, seconds });
  const added = await adding;
  clearInterval(sampling);
  await desk.stop();
  const took = all.map((one) => one.took).sort((a, b) => a - b);
  const errors = all.filter(({ status }) => status !== 200).length;
  const tenth = Math.max(1, Math.floor(memory.length / 10));
  const figures = {
    asked: all.length,
    errors,
    p50: share(took, 0.5),
    p99: share(took, 0.99),
    slowest: share(took, 1),
    added,
    // The first tenth is the desk growing to its size.
    before: median(memory.slice(tenth, 2 * tenth)),
    after: median(memory.slice(-tenth)),
  };
  tell(all);
  console.log(JSON.stringify(figures));
  keepFigures('load', `${rate} a second for ${seconds} s`, figures);
  process.exitCode = errors > 0 || figures.p99 > 300 || added < reports ? 1 : 0;
} finally {
  rmSync(home, { recursive: true, force: true });
}
