// Turns src/ into dist/ file by file and bundles the browser islands; `--if-stale` does it only when a source is newer than the last build.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');

/** Every file below a folder, with paths from the root of the package. */
function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** True when some source, or this script, changed after the last build, or a file was added or removed. */
function isStale(sources) {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  const folders = new Set(sources.map((file) => file.slice(0, file.lastIndexOf('/'))));
  return [...sources, ...folders, fileURLToPath(import.meta.url)].some((path) => statSync(path).mtimeMs > built);
}

export async function buildParley({ onlyIfStale = false } = {}) {
  const sources = filesBelow('src');
  if (onlyIfStale && !isStale(sources)) return false;
  const started = Date.now();
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const islands = sources.filter((file) => /\/islands\/[^/]+\.island\.tsx?$/.test(file));
  const modules = sources.filter((file) => /\.tsx?$/.test(file) && !file.includes('/islands/') && !file.endsWith('.d.ts'));
  const shared = { target: 'es2022', format: 'esm', logLevel: 'warning', sourcemap: true };
  await build({
    ...shared,
    entryPoints: modules,
    outbase: join(root, 'src'),
    outdir: join(root, 'dist'),
    platform: 'node',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
  });
  if (islands.length > 0) {
    await build({
      ...shared,
      entryPoints: islands,
      outdir: join(root, 'dist/desk/islands'),
      bundle: true,
      minify: true,
      platform: 'browser',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: false,
    });
  }
  const styles = sources.filter((file) => file.endsWith('.css'));
  if (styles.length > 0)
    await build({ ...shared, entryPoints: styles, outbase: join(root, 'src'), outdir: join(root, 'dist'), minify: true, sourcemap: false });
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, `${new Date(started).toISOString()}\n`);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildParley({ onlyIfStale: process.argv.includes('--if-stale') });
}
