// kill -9 at random moments of adding, reviewing, migrating, redacting and backing up: what was told as done is there, and the record is sound.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openParley } from '../../src/parley.js';
import { generatedReport, numbersFrom } from '../speed/generator.js';
import { afterAdding, afterBackingUp, afterMigrating, afterRedacting, afterReviewing } from './after.js';
import type { Finding, Prove } from './finding.js';
import { interrupted } from './programs.js';

/** What is looked at afterwards, and the most milliseconds from the first deed to the kill. */
const DEEDS = {
  add: { after: afterAdding, longest: 1500, meaning: 'reports added, one transaction each' },
  review: { after: afterReviewing, longest: 600, meaning: 'decisions on lines, one transaction each' },
  migrate: { after: afterMigrating, longest: 600, meaning: "stores of an earlier form brought to today's, each as it was opened" },
  redact: {
    after: afterRedacting,
    longest: 1500,
    meaning: 'names removed for good: nowhere in the home; one that was being removed is there whole, or nowhere',
  },
  backup: { after: afterBackingUp, longest: 600, meaning: 'backups taken; the last two of each round are restored and checked' },
} as const;

export const DEED_NAMES: readonly string[] = Object.keys(DEEDS);

/** Rounds in one home: in one that only grew, the checks would take longer and longer. */
const IN_ONE_HOME = 20;

/** A home with a dozen reports to decide on. */
async function filledHome(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'parley-killed-'));
  const parley = await openParley({ home, workers: 1 });
  await parley.add(Array.from({ length: 12 }, (_, n) => ({ kind: 'text' as const, ...generatedReport(1_000_000 + n, 80) })));
  await parley.close();
  return home;
}

export const killed: Prove = async ({ rounds, seed, deeds, keep }) => {
  const findings: Finding[] = [];
  for (const [at, [deed, { after, longest, meaning }]] of Object.entries(DEEDS).entries()) {
    if (deeds.length > 0 && !deeds.includes(deed)) continue;
    const next = numbersFrom(seed + at);
    const total = { acknowledged: 0, lost: 0, unsound: 0 };
    for (let first = 0; first < rounds; first += IN_ONE_HOME) {
      const home = await filledHome();
      try {
        for (let round = first; round < Math.min(rounds, first + IN_ONE_HOME); round++) {
          const lines = await interrupted('./writer.mjs', [home, deed, String(round * 10_000)], Math.floor(next() * longest));
          const { acknowledged, lost, faults } = await after(home, lines);
          for (const fault of faults) console.error(`${deed}, round ${round + 1}: ${fault}`);
          total.acknowledged += acknowledged;
          total.lost += lost;
          if (faults.length > 0) total.unsound++;
          keep({ part: `kill -9 during ${deed}`, rounds: round + 1, ...total, meaning });
        }
      } finally {
        rmSync(home, { recursive: true, force: true });
      }
      const done = Math.min(rounds, first + IN_ONE_HOME);
      console.error(`${deed}: ${done} of ${rounds} rounds, ${total.lost} lost, ${total.unsound} unsound`);
    }
    findings.push({ part: `kill -9 during ${deed}`, rounds, ...total, meaning });
  }
  return findings;
};
