// Holds the rooms to who may import whom, and itself to having seen the modules at all.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const FLOOR = 10;
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const folders = process.argv.length > 2 ? process.argv.slice(2) : ['src', 'train', 'bench'];
const { output } = await cruise(folders, { ...options, validate: true, ruleSet: { forbidden, options } }, undefined, {
  tsConfig: extractTsConfig('tsconfig.json'),
});
const modules = output.modules.filter((module) => /^(src|train|bench)\//.test(module.source)).length;
for (const { rule, from, to } of output.summary.violations) console.error(`${rule.name}: ${from} -> ${to}`);
if (modules < FLOOR) console.error(`only ${modules} modules seen, at least ${FLOOR} expected: the check saw too little`);
console.log(`rooms: ${modules} modules, ${output.summary.violations.length} breaches`);
process.exit(output.summary.violations.length > 0 || modules < FLOOR ? 1 : 0);
