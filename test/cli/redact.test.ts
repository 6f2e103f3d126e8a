// `parley redact` at the shell: tells first, acts on --yes, names the backup that still holds the name, and leaves its proof in the history.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { run } from './run-program.js';

const folder = mkdtempSync(join(tmpdir(), 'parley-redact-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a name is removed once it is asked for twice', async () => {
  const at = (...args: string[]) => run([...args, '--home', join(folder, 'home')], { cwd: folder });
  const text = 'GENEVA - Zqravik Ollmendor, the envoy, said that talks open on Monday.';
  assert.equal((await run(['add', '-', '--home', join(folder, 'home')], { stdin: text })).code, 0);
  assert.equal((await at('backup', 'before.db')).code, 0);
  const name = ['redact', '--name', 'Zqravik Ollmendor', '--why', 'asked by the person'];
  for (const [args, code] of [
    [['redact', '--why', 'x'], 2],
    [[...name, '--report', 'r-1'], 2],
    [['redact', '--name', 'Zqravik Ollmendor'], 2],
    [[...name, '--yes', '--dry-run'], 2],
    [['redact', '--name', 'Nobody There', '--why', 'x', '--yes'], 4],
    [['redact', '--report', 'r-none', '--why', 'x', '--yes'], 4],
  ] as const)
    assert.equal((await at(...args)).code, code, args.join(' '));
  const dry = await at(...name, '--dry-run');
  assert.match(dry.out, /^Would remove: \d+ places? in 1 report .*\n[\s\S]*before\.db \(backup of .*\n[\s\S]*Nothing was changed/, dry.err);
  assert.match((await at('search', 'Ollmendor')).out, /Ollmendor/);
  const done = await at(...name, '--yes');
  assert.match(
    done.out,
    /^Removed: .*\[removed 1\]\.\n[\s\S]*Still held by:\n.*before\.db[\s\S]*The proof is change \d+ of the history\./,
    done.err,
  );
  assert.doesNotMatch((await at('search', 'Ollmendor')).out, /Ollmendor/);
  assert.match((await at('history', '--what', 'redacted')).out, /redacted/);
  assert.equal((await at('check')).code, 0);
});
