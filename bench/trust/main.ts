// Kills and cuts off the program and counts what is lost: `npm run bench:trust -- [--rounds N] [--seed N] [--engine sqlite|postgres] [--only PART]… [--deed DEED]…`; results.json and docs/trust.md keep the figures.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepFindings } from './figures.js';
import type { Finding, Prove } from './finding.js';
import { DEED_NAMES, killed } from './killed.js';
import { killedOverPostgres, POSTGRES_DEED_NAMES } from './killed-postgres.js';
import { powerCut } from './power-cut.js';

const ENGINES: Readonly<Record<string, Readonly<Record<string, Prove>>>> = {
  sqlite: { killed, 'power-cut': powerCut },
  postgres: { killed: killedOverPostgres },
};
const DEEDS: Readonly<Record<string, readonly string[]>> = { sqlite: DEED_NAMES, postgres: POSTGRES_DEED_NAMES };

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: [] },
    deed: { type: 'string', multiple: true, default: [] },
  },
});
const [parts, deedNames] = [ENGINES[values.engine] ?? {}, DEEDS[values.engine] ?? []];
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
const unknown = values.only.filter((name) => !(name in parts));
if (
  deedNames.length === 0 ||
  unknown.length > 0 ||
  values.deed.some((deed) => !deedNames.includes(deed)) ||
  !Number.isInteger(rounds) ||
  rounds < 1 ||
  !Number.isInteger(seed)
) {
  console.error(
    `--engine takes sqlite or postgres, --rounds and --seed take a whole number, --only one of ${Object.keys(parts).join(', ')}, --deed one of ${deedNames.join(', ')}.`,
  );
  process.exit(2);
}
execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url)), '--if-stale'], { stdio: 'inherit' });

const found: Finding[] = [];
for (const [name, prove] of Object.entries(parts)) {
  if (values.only.length > 0 && !values.only.includes(name)) continue;
  console.error(`${name} …`);
  const findings = await prove({ rounds, seed, deeds: values.deed, keep: (finding) => keepFindings([finding]) });
  if ('skipped' in findings) console.error(`SKIPPED ${name}: ${findings.skipped}`);
  else found.push(...findings);
}
for (const one of found)
  console.log(`${one.part}: ${one.rounds} rounds, ${one.acknowledged} done, ${one.lost} lost, ${one.unsound} unsound`);

keepFindings(found);
const broken = found.some(({ part, lost, unsound }) => part !== 'power cut, control' && lost + unsound > 0);
process.exitCode = broken ? 1 : 0;
