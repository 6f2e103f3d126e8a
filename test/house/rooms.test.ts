// The rooms import only whom they may, and the check that says so finds a planted breach.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const check = () => spawnSync(process.execPath, ['scripts/check-rooms.mjs'], { cwd: root, encoding: 'utf8' });

test('no room imports whom it may not', () => {
  const { status, stdout, stderr } = check();
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^rooms: \d+ modules, 0 breaches$/m);
});

test('a planted breach is found', (t) => {
  const planted = `${root}src/study/planted-${process.pid}.ts`;
  t.after(() => rmSync(planted, { force: true }));
  writeFileSync(planted, "// A breach, planted by a test.\nimport { openResources } from '../reading/resources.js';\nexport const planted = openResources;\n");
  const { status, stderr } = check();
  assert.equal(status, 1);
  assert.match(stderr, new RegExp(`study-imports: src/study/planted-${process.pid}\\.ts`));
});
