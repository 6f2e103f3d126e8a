// Kills and cuts off the program and counts what is lost: `npm run bench:trust -- [--rounds N] [--seed N] [--only PART]… [--deed DEED]…`; results.json and docs/trust.md keep the figures.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepFindings } from './figures.js';
import type { Finding, Prove } from './finding.js';
import { DEED_NAMES, killed } from './killed.js';
import { powerCut } from './power-cut.js';

const PARTS: Readonly<Record<string, Prove>> = { killed, 'power-cut': powerCut };

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: [] },
    deed: { type: 'string', multiple: true, default: [] },
  },
});
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
const unknown = values.only.filter((name) => !(name in PARTS));
if (
  unknown.length > 0 ||
  values.deed.some((deed) => !DEED_NAMES.includes(deed)) ||
  !Number.isInteger(rounds) ||
  rounds < 1 ||
  !Number.isInteger(seed)
) {
  console.error(
    `--rounds and --seed take a whole number, --only one of ${Object.keys(PARTS).join(', ')}, --deed one of ${DEED_NAMES.join(', ')}.`,
  );
  process.exit(2);
}
execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url)), '--if-stale'], { stdio: 'inherit' });

const found: Finding[] = [];
for (const [name, prove] of Object.entries(PARTS)) {
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
