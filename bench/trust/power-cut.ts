// Power cuts at random moments of adding: every report told as kept is there. A control that never syncs must lose some, or nothing is proved.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { numbersFrom } from '../speed/generator.js';
import { noCutDisk, openCutDisk } from './cut-disk.js';
import type { Finding, Prove } from './finding.js';
import { doneIn, faultsOf, interrupted, keptIn } from './programs.js';

/** Most milliseconds from the first deed to the cut. */
const LONGEST = 1500;

/** Runs a writer on a new disk until the power is cut, and gives what it told of as done and what `look` then sees. */
async function cut<T>(program: string, args: (folder: string) => readonly string[], delay: number, look: (folder: string) => T) {
  const disk = openCutDisk();
  try {
    const lines = await interrupted(program, args(disk.folder), delay, disk.cut);
    disk.powerOn();
    return { told: doneIn(lines).flatMap(([id]) => id ?? []), seen: look(disk.folder) };
  } finally {
    disk.remove();
  }
}

// In a program of its own, so that nothing keeps the disk open.
const IDS = `import { DatabaseSync } from '@photostructure/sqlite';
const database = new DatabaseSync(process.argv[1]);
const there = database.prepare("select 1 from sqlite_master where name = 'kept'").get();
console.log(JSON.stringify(there ? database.prepare('select id from kept').all().map(({ id }) => id) : []));`;

function controlIds(file: string): ReadonlySet<string> {
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', IDS, file], { encoding: 'utf8' });
  // A file that can't be opened holds nothing of what was told.
  return new Set<string>(run.status === 0 ? JSON.parse(run.stdout) : []);
}

export const powerCut: Prove = async ({ rounds, seed }) => {
  const cannot = noCutDisk();
  if (cannot !== null) return { skipped: cannot };
  const next = numbersFrom(seed + 1);
  const store = { acknowledged: 0, lost: 0, unsound: 0 };
  const control = { acknowledged: 0, lost: 0, unsound: 0 };
  for (let round = 0; round < rounds; round++) {
    const delay = Math.floor(next() * LONGEST);
    const home = (folder: string): string => join(folder, 'home');
    const { told, seen } = await cut(
      './writer.mjs',
      (folder) => [home(folder), 'add', String(round * 1000)],
      delay,
      (folder) => ({
        faults: faultsOf(home(folder)),
        reports: keptIn(home(folder)).reports,
      }),
    );
    for (const fault of seen.faults) console.error(`power cut, round ${round + 1}: ${fault}`);
    store.acknowledged += told.length;
    store.lost += told.filter((id) => !seen.reports.has(id)).length;
    if (seen.faults.length > 0) store.unsound++;
    const file = (folder: string): string => join(folder, 'control.db');
    const other = await cut(
      './control.mjs',
      (folder) => [file(folder)],
      delay,
      (folder) => controlIds(file(folder)),
    );
    control.acknowledged += other.told.length;
    control.lost += other.told.filter((id) => !other.seen.has(id)).length;
  }
  if (control.lost === 0) throw new Error('the control that never syncs lost nothing: the cuts prove nothing');
  const findings: readonly Finding[] = [
    { part: 'power cut during add', rounds, ...store, meaning: 'reports added, one transaction each' },
    { part: 'power cut, control', rounds, ...control, meaning: 'rows of a SQLite file told never to sync, which must lose some' },
  ];
  return findings;
};
