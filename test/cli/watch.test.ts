// `parley watch` at the shell, on the store itself and through a running desk.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { run, start } from './run-program.js';

const folder = mkdtempSync(join(tmpdir(), 'parley-watch-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function suite(home: string): Promise<void> {
  const inbox = join(home, 'inbox');
  mkdirSync(inbox, { recursive: true });
  writeFileSync(join(inbox, 'a.txt'), 'The mediator said that the second round opens on Monday.');
  const at = (...args: string[]) => run([...args, '--home', home], { cwd: home });
  const made = await at('watch', 'add', 'inbox', '--every', '15', '--mark', 'amber');
  assert.match(made.out, /^w-[0-9a-f]{8}\n$/, made.err);
  assert.equal((await at('watch', 'add', 'inbox')).code, 2);
  assert.equal((await at('watch', 'add', 'https://example.org/feed', '--mailbox')).code, 2);
  assert.equal((await at('watch', 'add', 'inbox', '--mark', 'pink')).code, 2);
  assert.equal((await at('watch', 'add', 'none')).code, 4);
  const ran = await at('watch', 'run');
  assert.match(ran.out, /15 min\tnew \d{4}-\d\d-\d\d\t.*inbox\twell\n/, ran.err);
  assert.match((await at('list')).out, /second round/);
  rmSync(inbox, { recursive: true });
  const failed = await at('watch', 'run', made.out.trim());
  assert.deepEqual([failed.code, /1 try failed: There is no file or folder/.test(failed.out)], [4, true]);
  const [listed] = JSON.parse((await at('watch', 'list', '--json')).out);
  assert.deepEqual([listed.kind, listed.mark, listed.failures], ['folder', 'AMBER', 1]);
  assert.match((await at('watch', 'remove', inbox)).out, /watched no more/);
  assert.deepEqual([(await at('watch', 'list')).out, (await at('watch', 'run', 'w-0')).code], ['', 4]);
}

test('sources are watched on the store', () => suite(join(folder, 'store')));

test('and through a running desk', async () => {
  const home = join(folder, 'desk');
  const desk = start(['serve', '--home', home, '--port', '0', '--no-demo']);
  for (let i = 0; !desk.out().includes('stands at') && i < 400; i++) await pause(25);
  try {
    await suite(home);
  } finally {
    desk.interrupt();
    await desk.done;
  }
});
