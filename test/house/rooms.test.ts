// The rooms import only whom they may; the check that says so finds a planted breach, and notices when it sees too little.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const check = (...checkout: string[]) =>
  spawnSync(process.execPath, ['scripts/check-rooms.mjs', ...checkout], { cwd: root, encoding: 'utf8' });

test('no room imports whom it may not', () => {
  const { status, stdout, stderr } = check();
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^rooms: \d+ modules, 0 breaches$/m);
});

test('a planted breach is found, and so is a check that saw too little', (t) => {
  const checkout = mkdtempSync(join(tmpdir(), 'parley-rooms-'));
  t.after(() => rmSync(checkout, { recursive: true }));
  for (const room of ['study', 'reading']) mkdirSync(join(checkout, 'src', room), { recursive: true });
  writeFileSync(join(checkout, 'src/reading/reader.ts'), 'export const read = 1;\n');
  writeFileSync(join(checkout, 'src/study/planted.ts'), "import { read } from '../reading/reader.js';\nexport const planted = read;\n");
  const { status, stderr } = check(checkout);
  assert.equal(status, 1);
  assert.match(stderr, /study-imports: src\/study\/planted\.ts -> src\/reading\/reader\.ts/);
  assert.match(stderr, /only 2 modules seen/);
});
