// Holds the rooms to who may import whom, and itself to having seen the modules at all: `node scripts/check-rooms.mjs [CHECKOUT]`.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const FLOOR = 200;
const { forbidden, options: chosen } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const fileName = fileURLToPath(new URL('../tsconfig.json', import.meta.url));
const options = { ...chosen, tsConfig: { fileName } };
process.chdir(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)));
const folders = ['src', 'train', 'bench'].filter((folder) => existsSync(folder));
const { output } = await cruise(folders, { ...options, validate: true, ruleSet: { forbidden, options } }, undefined, {
  tsConfig: extractTsConfig(fileName),
});
const modules = output.modules.filter((module) => /^(src|train|bench)\//.test(module.source)).length;
for (const { rule, from, to } of output.summary.violations) console.error(`${rule.name}: ${from} -> ${to}`);
if (modules < FLOOR) console.error(`only ${modules} modules seen, at least ${FLOOR} expected: the check saw too little`);
console.log(`rooms: ${modules} modules, ${output.summary.violations.length} breaches`);
process.exit(output.summary.violations.length > 0 || modules < FLOOR ? 1 : 0);
