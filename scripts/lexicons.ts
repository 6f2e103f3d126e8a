// Compiles the lexicons people write (data/, YAML or TSV) into what the reader opens (data/compiled/); `--check` only tells whether they are stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LexiconCompiler } from './lexicons/compiler.js';
import { COMPILERS } from './lexicons/compilers.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Paths, from the root of the package (or of `at`, a copy of its data), of the compiled files whose bytes are not what their sources give. */
export function staleLexicons(at: string = root, compilers: readonly LexiconCompiler[] = COMPILERS): string[] {
  return compilers
    .flatMap(({ compile }) => compile(at))
    .filter(({ path, bytes }) => !existsSync(join(at, path)) || !readFileSync(join(at, path)).equals(bytes))
    .map(({ path }) => path);
}

/** Compiles every lexicon and writes its file. */
export function writeLexicons(): void {
  for (const { name, compile } of COMPILERS) {
    for (const { path, bytes } of compile(root)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), bytes);
      console.log(`${name}: ${path}, ${bytes.length} bytes`);
    }
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--check')) {
    const stale = staleLexicons();
    for (const path of stale) console.error(`${path} is stale: run npm run lexicons`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else writeLexicons();
}
