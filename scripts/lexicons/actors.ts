// Compiles data/actors/*.tsv, the words that tell who is meant, into data/compiled/actors.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonFile, type LexiconCompiler } from './compiler.js';

const FILES = {
  countries: 6,
  regions: 4,
  organisations: 5,
  leaders: 3,
  movements: 5,
  outlets: 3,
  heads: 4,
  titles: 3,
  honorifics: 2,
  'given-names': 2,
  pronouns: 4,
  verbs: 2,
} as const;

/** The rows of a table of `columns` columns, missing ones at the end empty; throws with file and line where a row has more or starts twice the same. */
function rowsOf(root: string, name: string, columns: number): string[][] {
  const path = `data/actors/${name}.tsv`;
  const seen = new Set<string>();
  const rows: string[][] = [];
  for (const [index, line] of readFileSync(join(root, path), 'utf8').split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const cells = line.split('\t').map((cell) => cell.trim());
    if (cells.length > columns) throw new Error(`${path}:${index + 1}: ${cells.length} cells, at most ${columns} are known`);
    const key = cells.slice(0, 2).join('\t');
    if (seen.has(key)) throw new Error(`${path}:${index + 1}: "${key}" stands twice`);
    seen.add(key);
    while (cells.length < columns) cells.push('');
    rows.push(cells);
  }
  return rows;
}

export const actorsCompiler: LexiconCompiler = {
  name: 'actors',
  compile(root) {
    const tables = Object.fromEntries(Object.entries(FILES).map(([name, columns]) => [name, rowsOf(root, name, columns)]));
    return [jsonFile('data/compiled/actors.json', tables)];
  },
};
