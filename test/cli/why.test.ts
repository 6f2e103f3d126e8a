// `read --why` and `show --why`: what made a claim, in words that a person who has not seen the model understands.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sayWhy } from '../../src/desk/cli/say-why.js';
import { run } from './run-program.js';

const folder = mkdtempSync(join(tmpdir(), 'parley-why-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const TEXT = `Norway urges Kenya to come to Tarn

TARN, May 5 (Example) - Norway urged Kenya on Monday to attend the second round of talks in Tarn. Troops besieged Kisumu.
`;

test('weights are summed by what they are about, strongest first, each way on a line of its own', () => {
  const said = sayWhy({
    claim: 'c1',
    entry: 'pressure: urge (verb, urges)',
    weights: [
      { feature: '+from.path=subj&n=1', weight: 1 },
      { feature: 'from.form=name', weight: 0.25 },
      { feature: '+act=urges&given=urges&not/refusal', weight: 0.5 },
      { feature: 'bias', weight: -0.4 },
      { feature: 'something=new', weight: 0.01 },
    ],
  });
  assert.equal(
    said,
    [
      'made by the verb “urge”, urges (data/claims/pressure.tsv)',
      'for it: who (is the subject, by name) +1.3; how it is told (negated, under a word of refusal) +0.5',
      'against it: how rare such claims are −0.4',
    ].join('\n'),
  );
});

test('rules that are no entry are told too', () => {
  const entry = (text: string) => sayWhy({ claim: 'c1', entry: text, weights: [] });
  assert.equal(entry('title: secretary - general'), 'made by the office “secretary-general” (data/claims/titles.tsv)');
  assert.equal(entry('compound: -backed'), 'made by the word part “-backed” (data/claims/compounds.tsv)');
  assert.equal(entry('said: demands'), 'made by a statement taken as a whole: the speaker demands');
  assert.equal(entry('blame: accuse (verb)'), 'made by the verb “accuse” (data/claims/blame.tsv)');
});

test('every claim of a page has its note within the width of the terminal, and no feature in the words of the model', async () => {
  const { code, out, err } = await run(['read', '-', '--published', '2031-05-05', '--why'], { stdin: TEXT, columns: 80 });
  assert.equal(code, 0, err);
  const notes = out.split('\n').filter((line) => /^ {4}(?: {2})?(?:made by|for it:|against it:)/.test(line));
  const claims = Number(/(\d+) claims?$/m.exec(out)?.[1]);
  assert.ok(claims > 0);
  assert.equal(notes.filter((line) => line.includes('made by')).length, claims);
  assert.match(out, /made by the verb “urge”, urges \(data\/claims\/pressure\.tsv\)/);
  for (const line of out.split('\n')) assert.ok(line.length <= 80, line);
  assert.doesNotMatch(out, /&|[a-z]=[a-z]/);
});

test('a kept report is explained by reading it again', async () => {
  const path = join(folder, 'report.txt');
  writeFileSync(path, TEXT);
  const home = join(folder, 'home');
  await run(['add', path, '--home', home, '--published', '2031-05-05']);
  const [id = ''] = /r-[0-9a-f]{16}/.exec((await run(['list', '--home', home, '--json'])).out) ?? [];
  const { code, out, err } = await run(['show', id, '--why', '--home', home]);
  assert.equal(code, 0, err);
  assert.match(out, /made by the verb “urge”, urges/);
  assert.doesNotMatch(out, /not made by the reader/);
  assert.equal((await run(['show', id, '--why', '--json', '--home', home])).code, 2);
});
