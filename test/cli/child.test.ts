// The program as a process of its own: whoever stops reading its output, and Ctrl-C.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'parley-child-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const program = fileURLToPath(new URL('../../src/desk/cli/main.ts', import.meta.url));
const parley = (...args: string[]) =>
  spawn(process.execPath, ['--import', 'tsx', program, ...args], { env: { ...process.env, NO_COLOR: '1', PARLEY_HOME: folder } });
const ended = (child: ReturnType<typeof parley>) => new Promise<number | null>((resolve) => child.on('close', resolve));

test('it ends quietly when nobody reads on', async () => {
  const child = parley('read', '--jsonl');
  let err = '';
  child.stderr.on('data', (piece) => (err += piece));
  child.stdin.on('error', () => {});
  const line = `${JSON.stringify({ id: 'a', text: 'Hello there.' })}\n`;
  child.stdin.write(line.repeat(3000));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.stdout.destroy();
  child.stdin.end(line.repeat(3000));
  assert.deepEqual([await ended(child), err], [0, '']);
});

test('a desk stops cleanly at Ctrl-C', async () => {
  const child = parley('serve', '--port', '0', '--no-demo');
  let out = '';
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (piece) => {
      out += piece;
      if (out.includes('Ctrl-C stops it')) resolve();
    });
    child.on('close', () => resolve());
  });
  child.kill('SIGINT');
  assert.equal(await ended(child), 0);
  assert.match(out, /Stopping/);
});
