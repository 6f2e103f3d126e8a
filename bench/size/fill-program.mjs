// Fills a home with made-up reports by the public way for readings made elsewhere and prints what it took, as JSON. Arguments: the folder, how many reports, how many processes.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { openParley } from '../../dist/parley.js';

const unregister = register();
const { worldOf } = await import('./world.ts');
const { madeReading } = await import('./made-report.ts');
await unregister();

const [, , home, count, many] = process.argv;
const [reports, processes] = [Number(count), Number(many)];
const each = reports / processes;
function* lines() {
  for (let number = 0; number < processes; number++) {
    const world = worldOf(number);
    for (let n = 0; n < each; n++) yield JSON.stringify(madeReading(world, n, each));
  }
}
const parley = await openParley({ home });
const started = performance.now();
const run = await parley.addReadings(lines(), {
  onResult: (result, { done }) => {
    if (result.outcome !== 'new') throw new Error(JSON.stringify(result));
    if (done % 1000 === 0) console.error(`${done} of ${reports} kept, ${Math.round((done * 1000) / (performance.now() - started))} a second`);
  },
});
if (run.state !== 'done') throw new Error(JSON.stringify(run.error));
const seconds = (performance.now() - started) / 1000;
let [statements, claims] = [0, 0];
for (let offset = 0; offset < reports; offset += 1000)
  for (const report of (await parley.reports.list({ limit: 1000, offset })).items) {
    statements += report.statements;
    claims += report.claims;
  }
await parley.close();
console.log(JSON.stringify({ reports, processes, statements, claims, seconds, storeMiB: statSync(join(home, 'parley.db')).size / 2 ** 20 }));
