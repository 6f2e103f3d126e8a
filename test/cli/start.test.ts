// What starting the program and reading one file loads: nothing of the store, the desk or the threads.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The packages that a module loads at once, itself and through others; what is imported only when needed does not count. */
function packagesOf(...entries: readonly string[]): Set<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const waiting = entries.map((entry) => fileURLToPath(new URL(`../../src/${entry}`, import.meta.url)));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const source = readFileSync(file, 'utf8');
    for (const [, what = '', from = ''] of source.matchAll(
      /^(?:import|export)\s+((?:type\s+)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?|\w+(?:,\s*\{[^}]*\})?))\s+from\s+'([^']+)';/gm,
    )) {
      const onlyTypes =
        /^type\s/.test(what) ||
        (/^\{[^}]*\}$/.test(what) &&
          what
            .slice(1, -1)
            .split(',')
            .every((name) => name.trim() === '' || name.trim().startsWith('type ')));
      if (onlyTypes || from.startsWith('node:')) continue;
      if (!from.startsWith('.')) packages.add(from);
      else {
        const path = fileURLToPath(new URL(from.replace(/\.js$/, ''), new URL(`file://${file}`)));
        const found = [`${path}.ts`, `${path}.tsx`].find((one) => existsSync(one));
        assert.ok(found, `${from} in ${file}`);
        waiting.push(found);
      }
    }
  }
  assert.ok(seen.size > 10);
  return packages;
}

test('starting loads the parser of the command line and the schemas alone', () => {
  assert.deepEqual([...packagesOf('desk/cli/main.ts')].sort(), ['commander', 'zod']);
});

test('reading a file loads neither the store, nor the desk, nor threads, nor the doors of other formats', () => {
  const packages = packagesOf('desk/cli/main.ts', 'parley/read.ts', 'desk/cli/say-reading.ts', 'desk/cli/read-lines.ts');
  for (const name of packages) assert.ok(['commander', 'zod', 'fflate'].includes(name), name);
});
