// Runs every test in two shards, one process each, because a process a file costs more than the tests; node's own runner counts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildParley } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv.slice(2);
await buildParley({ onlyIfStale: true });

const files = readdirSync(join(root, 'test'), { recursive: true })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .map((name) => join(root, 'test', name))
  .sort((a, b) => statSync(b).size - statSync(a).size);
if (files.length === 0) {
  console.error(`No test file below test/ matches ${JSON.stringify(wanted)}.`);
  process.exit(2);
}
// The largest files are dealt first, each to the lighter shard.
const shards = [
  { size: 0, files: [] },
  { size: 0, files: [] },
];
for (const file of files) {
  const lightest = shards[0].size <= shards[1].size ? shards[0] : shards[1];
  lightest.files.push(file);
  lightest.size += statSync(file).size;
}
const folder = join(root, 'dist', '.shards');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const entries = shards
  .filter((shard) => shard.files.length > 0)
  .map((shard, i) => {
    const entry = join(folder, `shard-${i + 1}.mjs`);
    writeFileSync(entry, shard.files.map((file) => `await import(${JSON.stringify(pathToFileURL(file).href)});`).join('\n'));
    return entry;
  });
const run = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--test', `--test-concurrency=${entries.length}`, '--test-reporter=spec', ...entries],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'test' },
  },
);
process.exit(run.status ?? 1);
