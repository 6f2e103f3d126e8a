// Works on a home without end and tells of each thing once it is done, one line each, until it is killed. Arguments: home, add | review | backup, first number.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { backUpHome } from '../../dist/parley/safekeeping.js';
import { openParley } from '../../dist/parley.js';

const unregister = register();
const { generatedReport } = await import('../speed/generator.ts');
await unregister();

const [home = '', deed = '', first = '0'] = process.argv.slice(2);
const say = (...words) => writeSync(1, `${words.join(' ')}\n`);
const STATES = ['accepted', 'rejected', 'unverifiable'];
const parley = await openParley({ home, workers: 1 });

async function* numbers() {
  for (let n = Number(first); ; n++) yield n;
}

if (deed === 'add') {
  for await (const n of numbers()) {
    const { text, published } = generatedReport(n, 80);
    const run = await parley.add([{ kind: 'text', text, published }]);
    const [result] = run.results;
    if (result?.outcome !== 'new') throw new Error(JSON.stringify(run));
    say('done', result.id);
  }
}
if (deed === 'review') {
  const lines = [];
  for await (const item of parley.export())
    if (item.type === 'report') for (const { id } of item.page.reading?.claims ?? []) lines.push(`${item.page.summary.id}:${id}`);
  for await (const n of numbers()) {
    const [line, state] = [lines[n % lines.length], STATES[n % 3]];
    say('next', line, state);
    await parley.review(line, { state, reason: `round ${n}` });
    say('done', line, state);
  }
}
if (deed === 'backup') {
  for await (const n of numbers()) {
    const file = join(home, `backup-${n}.db`);
    backUpHome(home, file);
    say('done', file);
  }
}
