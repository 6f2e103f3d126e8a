// kill -9 at random moments of adding, reviewing and backing up: what was told as done is there, and the record is sound.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numbersFrom } from '../speed/generator.js';
import type { Finding, Prove } from './finding.js';
import { doneIn, faultsOf, interrupted, keptIn, parley } from './programs.js';

interface Outcome {
  readonly acknowledged: number;
  readonly lost: number;
  readonly faults: readonly string[];
}

function afterAdding(home: string, lines: readonly string[]): Outcome {
  const there = keptIn(home).reports;
  const told = doneIn(lines).flatMap(([id]) => id ?? []);
  return { acknowledged: told.length, lost: told.filter((id) => !there.has(id)).length, faults: faultsOf(home) };
}

/** A line is as it was last told, or as it was being made when the kill came. */
function afterReviewing(home: string, lines: readonly string[]): Outcome {
  const last = new Map(doneIn(lines).map(([line = '', state = '']) => [line, state]));
  const [what, line = '', state = ''] = lines.at(-1)?.split(' ') ?? [];
  const { reviews } = keptIn(home);
  const wrong = [...last].filter(
    ([id, wanted]) => reviews.get(id) !== wanted && !(what === 'next' && id === line && reviews.get(id) === state),
  );
  return { acknowledged: doneIn(lines).length, lost: wrong.length, faults: faultsOf(home) };
}

/** Each backup told of is there and whole; one that was not may be missing, but none stands there by halves. */
function afterBackingUp(home: string, lines: readonly string[]): Outcome {
  const told = doneIn(lines).flatMap(([file]) => file ?? []);
  const there = readdirSync(home).filter((name) => /^backup-\d+\.db$/.test(name));
  const faults = [...faultsOf(home)];
  // The last is the one that the kill may have struck; the others were made the same way.
  for (const name of there.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(-2)) {
    const into = join(home, `restored-${name}`);
    const { code, err } = parley('restore', join(home, name), '--home', into);
    if (code !== 0) faults.push(err);
    rmSync(into, { recursive: true, force: true });
  }
  const lost = told.filter((file) => !existsSync(file)).length;
  for (const name of readdirSync(home)) if (name.startsWith('backup-')) rmSync(join(home, name));
  return { acknowledged: told.length, lost, faults };
}

/** What is looked at afterwards, and the most milliseconds from the first deed to the kill. */
const DEEDS = {
  add: { after: afterAdding, longest: 3000, meaning: 'reports added, one transaction each' },
  review: { after: afterReviewing, longest: 600, meaning: 'decisions on lines, one transaction each' },
  backup: { after: afterBackingUp, longest: 600, meaning: 'backups taken; the last two of each round are restored and checked' },
} as const;

export const killed: Prove = async ({ rounds, seed }) => {
  const home = mkdtempSync(join(tmpdir(), 'parley-killed-'));
  const next = numbersFrom(seed);
  const findings: Finding[] = [];
  let number = 0;
  try {
    for (const [deed, { after, longest, meaning }] of Object.entries(DEEDS)) {
      const total = { acknowledged: 0, lost: 0, unsound: 0 };
      for (let round = 0; round < rounds; round++) {
        const lines = await interrupted('./writer.mjs', [home, deed, String(number)], Math.floor(next() * longest));
        number += 10_000;
        const { acknowledged, lost, faults } = after(home, lines);
        for (const fault of faults) console.error(`${deed}, round ${round + 1}: ${fault}`);
        total.acknowledged += acknowledged;
        total.lost += lost;
        if (faults.length > 0) total.unsound++;
      }
      findings.push({ part: `kill -9 during ${deed}`, rounds, ...total, meaning });
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  return findings;
};
