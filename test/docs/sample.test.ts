// The sample report that the README shows is read, and what its page says without a doubt is still said.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../cli/run-program.js';

test('the sample report of the README gives a page with its ending, its siege and who mediates', async () => {
  const sample = fileURLToPath(new URL('../../docs/sample.txt', import.meta.url));
  const { code, out, err } = await run(['read', sample, '--published', '2014-01-31'], { columns: 92 });
  assert.equal(code, 0, err);
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const line of ['Talks ended Fri 31 Jan in Geneva without agreement', 'Homs: besieged', 'Lakhdar Brahimi mediates talks']) {
    assert.ok(out.includes(line), out);
    assert.ok(readme.includes(line), line);
  }
});
