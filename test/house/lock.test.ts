// Every package of the lock file may be used, is held by a checksum and runs nothing unseen; planted breaches are found.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const check = (...file: string[]) => spawnSync(process.execPath, ['scripts/check-lock.mjs', ...file], { cwd: root, encoding: 'utf8' });

test('the lock file holds what may be used', () => {
  const { status, stdout, stderr } = check();
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^lock: \d+ packages, 0 faults$/m);
});

test('a licence, a missing checksum and a script that were not looked at are found', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-lock-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, object> };
  const whole = { version: '1.0.0', license: 'MIT', integrity: 'sha512-x' };
  Object.assign(lock.packages, {
    'node_modules/a': { ...whole, license: 'AGPL-3.0' },
    'node_modules/b': { ...whole, license: undefined },
    'node_modules/c': { ...whole, integrity: 'sha1-x' },
    'node_modules/a/node_modules/d': { ...whole, hasInstallScript: true },
    'node_modules/e': { ...whole, resolved: 'http://example.org/e.tgz' },
    'node_modules/f': { ...whole, license: '(MIT AND GPL-3.0)' },
    'node_modules/g': { ...whole, license: '(GPL-3.0 OR MIT)' },
  });
  const file = join(folder, 'lock.json');
  writeFileSync(file, JSON.stringify(lock));
  const { status, stderr } = check(file);
  assert.equal(status, 1);
  assert.deepEqual(stderr.trim().split('\n').sort(), [
    'a 1.0.0 has the licence AGPL-3.0',
    'b 1.0.0 names no licence',
    'c 1.0.0 has no checksum',
    'd 1.0.0 runs a script when it is installed',
    'e 1.0.0 comes from http://example.org/e.tgz',
    'f 1.0.0 has the licence (MIT AND GPL-3.0)',
  ]);
  writeFileSync(file, '{"packages":{}}');
  assert.match(check(file).stderr, /only 0 packages seen/);
});
