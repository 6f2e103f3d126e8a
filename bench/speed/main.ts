// Measures speed and memory on this machine: `npm run bench:speed -- [--only PART] [--reports N] [--workers N]`; results.json keeps the figures.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Figure } from './figure.js';
import { PARTS } from './parts.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    reports: { type: 'string', default: '1000' },
    workers: { type: 'string' },
  },
});
const unknown = values.only.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`No part is called ${unknown.join(', ')}: there are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url)), '--if-stale'], { stdio: 'inherit' });

// What else the machine was doing: at more than a core's worth the figures speak of that too.
const load = loadavg()[0] ?? 0;
const measured: Figure[] = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (values.only.length > 0 && !values.only.includes(name)) continue;
  console.error(`measuring ${name} …`);
  measured.push(
    ...(await measure({ reports: Number(values.reports), workers: values.workers === undefined ? undefined : Number(values.workers) })),
  );
}

const width = Math.max(...measured.map(({ part, figure }) => part.length + figure.length + 2));
for (const { part, figure, value, unit, meaning } of measured)
  console.log(`${`${part}: ${figure}`.padEnd(width)}  ${String(value).padStart(9)} ${unit.padEnd(12)}  ${meaning}`);

// A run over some parts keeps the committed figures of the others.
const file = new URL('./results.json', import.meta.url);
const before: { figures: Figure[] } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { figures: [] };
const fresh = new Set(measured.map(({ part }) => part));
const order = Object.keys(PARTS);
const figures = [...before.figures.filter(({ part }) => !fresh.has(part)), ...measured].sort(
  (a, b) => order.indexOf(a.part) - order.indexOf(b.part),
);
const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  loadBefore: Math.round(load * 10) / 10,
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
};
writeFileSync(file, `${JSON.stringify({ machine, figures }, null, 2)}\n`);

// The page of figures, for people.
const page = new URL('../../docs/speed.md', import.meta.url);
const [START, END] = ['<!-- figures: made by npm run bench:speed -->', '<!-- end of figures -->'];
const table = [
  `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}`,
  '',
  '| part | figure | value | unit | meaning |',
  '|---|---|---|---|---|',
  ...figures.map(({ part, figure, value, unit, meaning }) => `| ${part} | ${figure} | ${value} | ${unit} | ${meaning} |`),
].join('\n');
const text = readFileSync(page, 'utf8');
writeFileSync(page, `${text.slice(0, text.indexOf(START) + START.length)}\n\n${table}\n\n${text.slice(text.indexOf(END))}`);
