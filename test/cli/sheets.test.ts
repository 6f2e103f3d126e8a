// What the record tells at the command line: the sheets, the board, the brief, reviews, exports; on the store itself and through a running desk.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { TOLD } from '../../src/parley.js';
import { boardSchema } from '../../src/terms/board.js';
import { briefSchema } from '../../src/terms/brief.js';
import { FORMAT_NAMES } from '../../src/terms/formats.js';
import { accessSheetSchema, dueSheetSchema, linesSheetSchema, originsSchema, talksSheetSchema, whoSchema } from '../../src/terms/study.js';
import { SEQUENCE } from '../study/sequence.js';
import { run, start } from './run-program.js';

const folder = mkdtempSync(join(tmpdir(), 'parley-sheets-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const READINGS = SEQUENCE.map(({ id, published, reading }) => JSON.stringify({ ...reading, id, published, process: 'Norland talks' })).join(
  '\n',
);
const SCHEMAS = {
  talks: talksSheetSchema,
  access: accessSheetSchema,
  due: dueSheetSchema,
  who: whoSchema,
  origins: originsSchema,
  lines: linesSheetSchema,
};

async function suite(home: string): Promise<void> {
  const at = (...args: string[]) => run([...args, '--home', home]);
  const day = ['--as-of', '2031-05-20'];
  assert.match((await run(['add', '--readings', '-', '--home', home], { stdin: READINGS })).out, new RegExp(`^${SEQUENCE.length} new`));
  for (const what of TOLD) {
    const { code, out } = await at(what, ...day, '--json');
    assert.equal(code, 0);
    // Whole, and no more than the schema holds: nothing is lost when it is checked.
    assert.deepEqual(SCHEMAS[what].parse(JSON.parse(out)), JSON.parse(out), what);
    assert.deepEqual(JSON.parse((await at(what, ...day, '--process', 'norland-talks', '--json')).out), JSON.parse(out), what);
    assert.notEqual((await at(what, ...day)).out.trim(), '');
  }
  const talks = (await at('talks', ...day)).out;
  assert.match(talks, /^Round 1 · Tarn · .* ended/m);
  assert.match(talks, /^ {2}Norland government {2}attends/m);
  assert.match(talks, /^ {4}“[^”]+” .*\b[a-z]:c\d+$/m);
  assert.equal((await at('talks', '--as-of', '2031-02-30')).code, 3);
  assert.match((await at('talks', '--as-of', '2030-01-01')).out, /^Nothing heard of talks\.\n$/);
  const board = await at('board', ...day, '--json');
  assert.equal(boardSchema.parse(JSON.parse(board.out)).process.id, 'norland-talks');
  assert.match((await at('board', ...day)).out, /^Norland talks as of .*\n\nNext round\n/);

  const since = ['brief', '--since', '2031-05-11', ...day];
  const before = briefSchema.parse(JSON.parse((await at(...since, '--format', 'json')).out));
  assert.deepEqual(
    before.sections.flatMap(({ sentences }) => sentences.flatMap(({ notes }) => notes)),
    [],
    'nothing unreviewed enters',
  );
  const full = briefSchema.parse(JSON.parse((await at(...since, '--format', 'json', '--unreviewed')).out));
  const line = full.notes[0]?.ref ?? '';
  assert.match((await at(...since, '--unreviewed')).out, /\(unreviewed\)/);
  assert.match((await at('review', line, 'accept')).out, /: unread before, accepted now\n$/);
  const told = briefSchema.parse(JSON.parse((await at(...since, '--format', 'json')).out));
  assert.deepEqual(
    told.notes.map(({ ref }) => ref),
    [line],
  );
  assert.match((await at(...since, '--format', 'html')).out, /^<!doctype html>/);
  const word = join(home, 'brief.docx');
  assert.equal((await at(...since, '--format', 'docx', '--out', word)).code, 0);
  assert.equal(readFileSync(word).subarray(0, 2).toString(), 'PK');
  const pdf = await at(...since, '--format', 'pdf');
  assert.equal(pdf.code, 5);
  assert.match(pdf.err, /no Chromium[\s\S]*PARLEY_CHROMIUM/);
  assert.equal((await at('brief')).code, 2);

  assert.equal((await at('review', 'a:none', 'accept')).code, 4);
  assert.equal((await at('review', line, 'praise')).code, 2);
  assert.equal((await at('review', line, 'reject')).code, 2, 'a reason is needed');
  assert.match((await at('history', '--about', line)).out, /^\d+\t[\d: -]+\tlocal\tline-reviewed\t.*\taccepted\n$/);

  for (const format of FORMAT_NAMES) {
    const { code, out } = await at('export', '--format', format, '--process', 'norland-talks');
    assert.equal(code, 0, format);
    assert.ok(out.length > 0 || format === 'plover', format);
  }
  const training = (await at('export', '--format', 'training')).out
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one));
  assert.deepEqual(
    training.flatMap(({ id, claims }) => claims.map((claim: { id: string }) => `${id}:${claim.id}`)),
    [line],
  );
  assert.equal((await at('export', '--format', 'xls')).code, 2);
  assert.equal((await at('export', '--as-of', '2031-05-20')).code, 2);

  await at('review', 'b:c6', 'reject', '--why', 'the other side');
  const archive = (await at('export')).out;
  const copy = mkdtempSync(join(folder, 'copy-'));
  writeFileSync(join(copy, 'a.jsonl'), archive);
  const took = await run(['import', join(copy, 'a.jsonl'), '--home', copy, '--json']);
  assert.deepEqual(JSON.parse(took.out), { processes: 1, reports: SEQUENCE.length, known: 0 }, took.err);
  assert.equal((await run(['export', '--home', copy])).out, archive, 'byte for byte');
  const again = await at('import', join(copy, 'a.jsonl'));
  assert.equal(again.out, `0 new processes, 0 new reports, ${SEQUENCE.length + 1} known\n`);
  const bad = await run(['import', '-', '--home', home], { stdin: '{"type":"process"}\n' });
  assert.equal(bad.code, 3);
  assert.match(bad.err, /not an export of Parley: line 1/);
}

test('on the store', () => suite(join(folder, 'store')));

test('through a running desk', async () => {
  const home = join(folder, 'desk');
  mkdirSync(home);
  const desk = start(['serve', '--home', home, '--port', '0', '--no-demo']);
  let ended: unknown;
  void desk.done.then((ran) => (ended = ran));
  for (let i = 0; !desk.out().includes('stands at'); i++) {
    if (ended !== undefined || i > 400) throw new Error(`the desk did not start: ${JSON.stringify(ended)}`);
    await pause(25);
  }
  try {
    await suite(home);
  } finally {
    desk.interrupt();
  }
  assert.equal((await desk.done).code, 0);
});
