// Works on a home without end and tells of each thing once it is done, one line each, until it is killed. Arguments: home, add | review | backup | move | migrate | redact, first number, folder for files.
import { mkdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { register } from 'tsx/esm/api';
import { redactHome } from '../../dist/parley/redacting.js';
import { backUpHome, moveHome } from '../../dist/parley/safekeeping.js';
import { openParley } from '../../dist/parley.js';

const unregister = register();
const { generatedReport } = await import('../speed/generator.ts');
await unregister();

const [home = '', deed = '', first = '0', folder = home] = process.argv.slice(2);
const say = (...words) => writeSync(1, `${words.join(' ')}\n`);
const STATES = ['accepted', 'rejected', 'unverifiable'];
const parley = await openParley({ home, workers: 1 });
const OLD = new URL('../../test/fixtures/stores/form-5.db.gz', import.meta.url);

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
    const file = join(folder, `backup-${n}.db`);
    await backUpHome(home, file);
    say('done', file);
  }
}
if (deed === 'move') {
  for await (const n of numbers()) {
    const to = join(folder, `moved-${n}`);
    say('next', to);
    await moveHome(home, to);
    say('done', to);
  }
}
if (deed === 'migrate') {
  const old = gunzipSync(readFileSync(OLD));
  for await (const n of numbers()) {
    const one = join(home, `old-${n}`);
    mkdirSync(one);
    writeFileSync(join(one, 'parley.db'), old);
    say('next', one);
    await (await openParley({ home: one, workers: 1 })).close();
    say('done', one);
  }
}
if (deed === 'redact') {
  const one = join(home, 'redacted');
  const names = Array.from({ length: 12 }, (_, i) => `Qu${Number(first) + i}xa Zol${Number(first) + i}mek`);
  const filled = await openParley({ home: one, workers: 1 });
  const lines = names.map((name, i) => {
    const text = `${generatedReport(i, 60).text}\n\n${name}, the mediator, said that the round opens on Monday. ${name} left on Tuesday.`;
    const actors = [{ id: name, kind: 'person', names: [name] }];
    return JSON.stringify({ id: `report-${i}`, text, language: 'en', actors, statements: [], claims: [], times: [] });
  });
  const added = await filled.addReadings(lines);
  if (added.progress.new !== names.length) throw new Error(JSON.stringify(added));
  await filled.close();
  for (let i = 0; ; i++) {
    const name = names[i] ?? names[0];
    if (i >= names.length) await new Promise((resolve) => setTimeout(resolve, 100));
    else {
      say('next', name.replace(' ', '_'));
      await redactHome(one, { report: null, names: [name], why: `round ${i}` }, 'bench', true);
    }
    say('done', name.replace(' ', '_'));
  }
}
