// The style sheet and the islands as files with their content in their name, so that a browser keeps them until they change.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);

/** All style sheets in the order of their names, as one. */
function styleSheet(): Asset {
  const folder = fileURLToPath(new URL('../styles/', import.meta.url));
  const body = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
    .join('\n');
  return { path: `/style-${hashOf(body)}.css`, type: 'text/css; charset=utf-8', body };
}

/** Islands are there once they are built: beside this file in dist/, or in dist/ of the checkout where this runs from source. */
function islands(): ReadonlyMap<string, Asset> {
  const found = new Map<string, Asset>();
  const folders = ['../islands/', '../../../dist/desk/islands/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const folder = folders.find((path) => existsSync(path) && readdirSync(path).some((name) => name.endsWith('.island.js')));
  if (folder === undefined) return found;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.island.js'))) {
    const body = readFileSync(`${folder}${name}`, 'utf8');
    const island = name.replace('.island.js', '');
    found.set(island, { path: `/islands/${island}-${hashOf(body)}.js`, type: 'text/javascript; charset=utf-8', body });
  }
  return found;
}

/**
 * Rules that light the words of line n where its anchor is the target or the line beside is pointed at: `:target` reaches one element only,
 * and words can stand in several pieces and belong to several lines.
 */
export function litRules(count: number): string {
  let rules = '';
  for (let n = 1; n <= count; n++) {
    rules += `.report-text:has(.anchor[data-n="${n}"]:target) .w${n},.report-text:has(.line-${n}:is(:hover,:focus-within)) .w${n}{background:var(--lit-2);color:inherit}`;
    rules += `.report-text:has(.anchor[data-n="${n}"]:target) .line-${n}{background:var(--lit)}\n`;
  }
  return rules;
}

export interface Assets {
  readonly style: string;
  /** The address of an island, or null where islands are not built. */
  island(name: string): string | null;
  get(path: string): Asset | null;
}

export function openAssets(): Assets {
  const style = styleSheet();
  const built = islands();
  const byPath = new Map([style, ...built.values()].map((asset) => [asset.path, asset]));
  return {
    style: style.path,
    island: (name) => built.get(name)?.path ?? null,
    get: (path) => byPath.get(path) ?? null,
  };
}
