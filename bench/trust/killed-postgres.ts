// kill -9 at random moments of programs over one PostgreSQL database: adding, reviewing, moving and backing up.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkHome, moveHome, openParley, restoreHome } from '../../src/parley.js';
import { asParleyError } from '../../src/terms/errors.js';
import { type BenchServer, benchServer } from '../scale/server.js';
import { generatedReport, numbersFrom } from '../speed/generator.js';
import { afterAdding, afterReviewing, type Outcome } from './after.js';
import type { Finding, Prove } from './finding.js';
import { doneIn, interrupted } from './programs.js';

const IN_ONE_DATABASE = 20;
const REPORTS = 12;

interface Scene {
  readonly server: BenchServer;
  /** The database, and a folder for files. */
  readonly address: string;
  readonly folder: string;
}

const faultsOf = async (place: string): Promise<readonly string[]> => {
  try {
    return (await checkHome(place)).faults;
  } catch (error) {
    return [asParleyError(error).message];
  }
};

async function afterBackingUp({ address, folder }: Scene, lines: readonly string[]): Promise<Outcome> {
  const told = doneIn(lines).flatMap(([file]) => file ?? []);
  const faults = [...(await faultsOf(address))];
  const there = readdirSync(folder).filter((name) => /^backup-\d+\.db$/.test(name));
  for (const name of there.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(-1)) {
    const into = join(folder, `restored-${name}`);
    await restoreHome(into, join(folder, name), false).catch((error: unknown) => faults.push(asParleyError(error).message));
    rmSync(into, { recursive: true, force: true });
  }
  const lost = told.filter((file) => !existsSync(file)).length;
  for (const name of readdirSync(folder)) if (name.startsWith('backup-')) rmSync(join(folder, name));
  return { acknowledged: told.length, lost, faults };
}

async function reportsAt(place: string): Promise<number> {
  const parley = await openParley({ home: place, workers: 1 });
  try {
    return (await parley.reports.list({ limit: 1 })).total;
  } finally {
    await parley.close();
  }
}

/** A home told of as moved is whole in its new place; one that the kill struck is there whole or not at all, and moves when it is asked to again. */
async function afterMoving({ address, folder }: Scene, lines: readonly string[]): Promise<Outcome> {
  const told = doneIn(lines).flatMap(([place]) => place ?? []);
  const struck = lines.at(-1)?.startsWith('next ') ? (lines.at(-1)?.split(' ')[1] ?? null) : null;
  const faults = [...(await faultsOf(address))];
  let lost = 0;
  for (const place of told.slice(-2)) {
    if ((await reportsAt(place)) !== REPORTS) lost++;
    faults.push(...(await faultsOf(place)));
  }
  if (struck !== null) {
    const there = await reportsAt(struck);
    if (there === 0) await moveHome(address, struck);
    if ((await reportsAt(struck)) !== REPORTS) faults.push(`${struck} holds ${there} reports after a kill`);
  }
  for (const name of readdirSync(folder)) if (name.startsWith('moved-')) rmSync(join(folder, name), { recursive: true });
  return { acknowledged: told.length, lost, faults };
}

interface Deed {
  readonly after: (scene: Scene, lines: readonly string[]) => Promise<Outcome>;
  /** The most milliseconds from the first deed to the kill. */
  readonly longest: number;
  readonly meaning: string;
}

const DEEDS: Readonly<Record<string, Deed>> = {
  add: {
    after: ({ address }, lines) => afterAdding(address, lines),
    longest: 1500,
    meaning: 'reports added through the queue, kept and read',
  },
  review: {
    after: ({ address }, lines) => afterReviewing(address, lines),
    longest: 600,
    meaning: 'decisions on lines, one transaction each',
  },
  move: { after: afterMoving, longest: 1500, meaning: 'records moved to a home, compared row by row; the one struck is whole or absent' },
  backup: { after: afterBackingUp, longest: 1500, meaning: 'backups taken; the last of each round is restored and checked' },
};

export const POSTGRES_DEED_NAMES: readonly string[] = Object.keys(DEEDS);

async function fill(address: string): Promise<void> {
  const parley = await openParley({ home: address, workers: 1 });
  await parley.add(Array.from({ length: REPORTS }, (_, n) => ({ kind: 'text' as const, ...generatedReport(1_000_000 + n, 80) })));
  await parley.close();
}

export const killedOverPostgres: Prove = async ({ rounds, seed, deeds, keep }) => {
  let server: BenchServer;
  try {
    server = await benchServer();
  } catch (error) {
    return { skipped: `no PostgreSQL can be started here: ${error instanceof Error ? error.message : String(error)}` };
  }
  const folder = mkdtempSync(join(tmpdir(), 'parley-killed-'));
  const findings: Finding[] = [];
  try {
    for (const [at, [deed, { after, longest, meaning }]] of Object.entries(DEEDS).entries()) {
      if (deeds.length > 0 && !deeds.includes(deed)) continue;
      const next = numbersFrom(seed + at);
      const total = { acknowledged: 0, lost: 0, unsound: 0 };
      for (let first = 0; first < rounds; first += IN_ONE_DATABASE) {
        const name = `killed_${deed}_${first}`;
        const address = await server.database(name);
        await fill(address);
        for (let round = first; round < Math.min(rounds, first + IN_ONE_DATABASE); round++) {
          const lines = await interrupted('./writer.mjs', [address, deed, String(round * 10_000), folder], Math.floor(next() * longest));
          const { acknowledged, lost, faults } = await after({ server, address, folder }, lines);
          for (const fault of faults) console.error(`${deed}, round ${round + 1}: ${fault}`);
          total.acknowledged += acknowledged;
          total.lost += lost;
          if (faults.length > 0) total.unsound++;
          keep({ part: `PostgreSQL, kill -9 during ${deed}`, rounds: round + 1, ...total, meaning });
        }
        await server.drop(name);
        console.error(
          `${deed}: ${Math.min(rounds, first + IN_ONE_DATABASE)} of ${rounds} rounds, ${total.lost} lost, ${total.unsound} unsound`,
        );
      }
      findings.push({ part: `PostgreSQL, kill -9 during ${deed}`, rounds, ...total, meaning });
    }
  } finally {
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  return findings;
};
