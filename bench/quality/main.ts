// Measures every figure of the reader against gold data: `npm run bench:quality -- --gold DIR [--treebank DIR…] [--only PART]`.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PARTS } from './parts.js';
import type { Row } from './row.js';
import { tableOf } from './table.js';

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    treebank: { type: 'string', multiple: true, default: [] },
    only: { type: 'string', multiple: true, default: [] },
  },
});
if (values.gold === undefined) {
  console.error('Say where the gold data is: npm run bench:quality -- --gold DIR [--treebank DIR…] [--only PART]');
  process.exit(2);
}
const unknown = values.only.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`No part is called ${unknown.join(', ')}: there are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const results = new URL('./results.json', import.meta.url);
const page = new URL('../../docs/quality.md', import.meta.url);
const [START, END] = ['<!-- figures: made by npm run bench:quality -->', '<!-- end of figures -->'];

const measured: Row[] = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (values.only.length > 0 && !values.only.includes(name)) continue;
  console.error(`measuring ${name} …`);
  measured.push(...(await measure({ gold: values.gold, treebanks: values.treebank })));
}
console.log(tableOf(measured));

// A run over some parts keeps the committed figures of the others.
const before = JSON.parse(readFileSync(results, 'utf8')) as { rows: Row[] };
const fresh = new Set(measured.map((row) => row.part));
const order = Object.keys(PARTS);
const rows = [...before.rows.filter((row) => !fresh.has(row.part)), ...measured].sort(
  (a, b) => order.indexOf(a.part) - order.indexOf(b.part),
);
writeFileSync(results, `${JSON.stringify({ rows }, null, 2)}\n`);
const text = readFileSync(page, 'utf8');
writeFileSync(page, `${text.slice(0, text.indexOf(START) + START.length)}\n\n${tableOf(rows)}\n\n${text.slice(text.indexOf(END))}`);
