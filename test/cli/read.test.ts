// `parley read`: what it prints for a person, as JSON and as a stream, and its exit codes.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { paintFor } from '../../src/desk/cli/paint.js';
import { sayReading } from '../../src/desk/cli/say-reading.js';
import { linesInFile } from '../../src/parley/read.js';
import { type Reading, readingSchema } from '../../src/terms/reading.js';
import { run } from './run-program.js';

const folder = mkdtempSync(join(tmpdir(), 'parley-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const TEXT = 'Envoys to meet by the lake\n\nGENEVA (AP) — The mediator said on Tuesday that nothing was agreed until all was agreed.\n';
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('one file as JSON has the shape of a reading, with what was given', async () => {
  const { code, out, err } = await run([
    'read',
    file('a.txt', TEXT),
    '--json',
    '--published',
    '2014-02-04',
    '--publisher',
    'Example Post',
    '--process',
    'Lake talks',
  ]);
  assert.equal(code, 0, err);
  assert.equal(out.trim().split('\n').length, 1);
  const reading = readingSchema.parse(JSON.parse(out));
  assert.deepEqual(
    [reading.published, reading.publisher, reading.process, reading.dateline, reading.language],
    ['2014-02-04', 'Example Post', 'Lake talks', 'GENEVA', 'en'],
  );
  assert.equal(reading.text, TEXT.trim());
  const terminal = await run(['read', '-', '--json'], { stdin: TEXT, columns: 80 });
  assert.equal(readingSchema.parse(JSON.parse(terminal.out)).id, reading.id);
});

test('a stream gives a line for a line, in order, and texts as they are', async () => {
  const odd = ' \tEnvoys\u00a0meet \r\n\r\nThe mediator\u200b said no. \ud83c ';
  const lines = [
    JSON.stringify({ id: 'one', text: odd, published: '2014-02' }),
    'not json',
    '[1]',
    '',
    JSON.stringify({ id: 'two' }),
    JSON.stringify({ text: 'no id' }),
    JSON.stringify({ id: 'three', text: TEXT, published: 'soon' }),
    JSON.stringify({ id: 'four', text: '' }),
    `${JSON.stringify({ id: 'five', text: TEXT, publisher: 'Example Post' })}\r`,
  ];
  const whole = Buffer.from(`\ufeff${lines.join('\n')}`);
  // Cut in the middle of lines and of letters.
  const pieces = Array.from({ length: Math.ceil(whole.length / 7) }, (_, i) => whole.subarray(i * 7, i * 7 + 7));
  const { code, out } = await run(['read', '--jsonl', '--publisher', 'Wire'], { stdin: pieces });
  assert.equal(code, 3);
  const given = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    given.map((line) => line.error?.code ?? line.id),
    ['one', 'bad-line', 'bad-line', 'bad-line', 'bad-line', 'bad-line', 'bad-date', 'four', 'five'],
  );
  assert.deepEqual(
    given.map((line) => line.line ?? null),
    [null, 2, 3, 4, 5, 6, 7, null, null],
  );
  assert.equal(given[4].id, 'two');
  assert.equal(given[0].text, odd);
  assert.deepEqual([given[0].published, given[0].publisher, given[8].publisher], ['2014-02', 'Wire', 'Example Post']);
  for (const reading of [given[0], given[7], given[8]]) readingSchema.parse(reading);
  const long = await run(['read', '--jsonl', '--max-size', '1K'], {
    stdin: `{"id":"a","text":"${'x'.repeat(2000)}"}\n{"id":"b","text":"x"}\n`,
  });
  assert.deepEqual(
    long.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).error?.code ?? JSON.parse(line).id),
    ['too-large', 'b'],
  );
});

test('another language is kept unread', async () => {
  const french = 'Les deux délégations se sont réunies mardi pendant trois heures et ont convenu de se revoir dans les prochains jours.';
  const page = await run(['read', '-'], { stdin: french });
  assert.deepEqual([page.code, page.out], [3, '']);
  assert.match(page.err, /another language than English \(fr\)/);
  const json = await run(['read', '-', '--json'], { stdin: french });
  assert.deepEqual([JSON.parse(json.out).language, JSON.parse(json.out).claims, JSON.parse(json.out).text], ['fr', [], french]);
});

test('what cannot be read has its error and exit code', async () => {
  const cases: readonly [args: readonly string[], code: number, message: RegExp, stdin?: string | Uint8Array][] = [
    [['read', join(folder, 'none.txt')], 4, /no file or folder/],
    [['read', file('empty.txt', '')], 3, /no text/],
    [['read', '-'], 3, /is not a text/, Uint8Array.of(0, 1, 2, 3, 0, 0)],
    [['read', '-', '--max-size', '10'], 3, /larger/, TEXT],
    [['read', '-', '--published', 'soon'], 3, /not a date/, TEXT],
    [['read', '-', '--max-size', 'ten'], 2, /ten cannot be used/, TEXT],
    [['read', 'http://127.0.0.1:9999/'], 7, /private network/],
    [['read', '-', '--json', '--jsonl'], 2, /--json and --jsonl/, TEXT],
    [['read', '--jsonl', 'none.jsonl'], 4, /no file/],
    [['read', '--jsonl', folder], 2, /cannot be used/],
    [['read', '-', '--why', '--json'], 2, /--why is for the page/, TEXT],
    [['reed'], 2, /unknown command 'reed'.*read/],
    [['read', '--nothing'], 2, /unknown option/],
    [['read', 'a', 'b'], 2, /too many arguments/],
  ];
  for (const [args, code, message, stdin] of cases) {
    const ran = await run(args, stdin === undefined ? {} : { stdin });
    assert.equal(ran.code, code, args.join(' '));
    assert.match(ran.err, message);
    assert.equal(ran.out, '');
  }
});

test('help has examples', async () => {
  const help = await run(['read', '--help']);
  assert.equal(help.code, 0);
  assert.match(help.out, /Examples:\n {2}\$ parley read report\.txt/);
  assert.match((await run([])).out, /^Usage: parley/);
  assert.equal((await run(['version'])).out.split('\n')[0]?.slice(0, 7), 'parley ');
});

const SAYS = 'The mediator said nothing was agreed yet, and that the convoy had to wait for the governor.';
const READING: Reading = {
  id: 'x',
  text: SAYS,
  published: '2014-02-04',
  publisher: 'Example Post',
  actors: [
    { id: 'm', kind: 'person', names: ['Anna Example'] },
    { id: 'g', kind: 'person', names: ['Governor'] },
  ],
  statements: [
    {
      id: 's1',
      speaker: 'm',
      voice: 'named',
      source: [[0, 12]],
      cue: [[13, 17]],
      content: [[18, 40]],
      form: 'indirect',
      act: 'states',
      to: ['g'],
      said_on: '2014-02-03',
    },
  ],
  claims: [{ id: 'c1', kind: 'access', evidence: [[46, 90]], voice: 's1', place: null, form: 'convoy', step: 'stalled' }],
};

test('a reading for a person: words in their marks, their place, the width kept, nothing coloured in a pipe', () => {
  const view = { reading: READING, title: 'A title', placeOf: () => 'a.txt:1' };
  const plain = sayReading({ ...view, columns: null, paint: paintFor(false) });
  assert.match(
    plain,
    /^A title\nExample Post · Tue 4 Feb 2014\n\nWho said what\n {2}Anna Example says to Governor, Mon 3 Feb\n {4}“nothing was agreed yet” {3}a\.txt:1\n/,
  );
  assert.match(
    plain,
    /\nAccess and aid\n {2}Place not named: convoy stalled, says Anna Example\n {4}“that the convoy.*governor.?” {3}a\.txt:1\n/,
  );
  assert.ok(!plain.includes('\u001b'));
  const narrow = sayReading({ ...view, columns: 40, paint: paintFor(false) });
  assert.ok(
    narrow.split('\n').every((line) => line.length <= 40),
    narrow,
  );
  assert.ok(sayReading({ ...view, columns: 80, paint: paintFor(true) }).startsWith('\u001b[1mA title'));
  const evil = sayReading({ ...view, title: 'A\u001b[2Jtitle\u202e', columns: null, paint: paintFor(false) });
  assert.ok(!evil.includes('\u001b') && !evil.includes('\u202e'));
});

test('the place of words is the line of the file, though white space was cleaned', () => {
  const raw = '\n\n  Title\t line\n\n\n\nFirst   words\nwrapped here.\n\nLast.';
  const clean = 'Title line\n\nFirst words wrapped here.\n\nLast.';
  const lineOf = linesInFile(raw, clean);
  for (const [words, line] of [
    ['Title', 3],
    ['First', 7],
    ['wrapped', 8],
    ['Last', 10],
  ] as const)
    assert.equal(lineOf(clean.indexOf(words)), line, words);
});
