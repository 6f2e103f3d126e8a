// Compiles data/claims/*.tsv, the words that tell what is claimed, into data/compiled/claims.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLAIM_KINDS } from '../../src/terms/reading.js';
import { jsonFile, type LexiconCompiler } from './compiler.js';

/** Columns of the tables that are not one of the nine kinds. */
const LISTS = { titles: 5, compounds: 4, nouns: 4, turners: 4, quantities: 5 } as const;

/** The rows of a table; throws with file and line where a row has another number of cells than `columns` or two rows collide in their first `key` cells. */
function rowsOf(root: string, name: string, columns: number, key: number): string[][] {
  const path = `data/claims/${name}.tsv`;
  const seen = new Map<string, number>();
  return readFileSync(join(root, path), 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '' || line.startsWith('#')) return [];
      const cells = line.split('\t').map((cell) => cell.trim());
      const at = `${path}:${index + 1}`;
      if (cells.length !== columns) throw new Error(`${at}: ${cells.length} cells, ${columns} expected`);
      if (cells.slice(-2).some((cell) => cell === '')) throw new Error(`${at}: an entry needs an example and a source`);
      const entry = cells.slice(0, key).join('\t');
      const before = seen.get(entry);
      if (before !== undefined) throw new Error(`${at}: "${entry.replaceAll('\t', ', ')}" collides with line ${before}`);
      seen.set(entry, index + 1);
      return [cells.slice(0, -2)];
    });
}

export const claimsCompiler: LexiconCompiler = {
  name: 'claims',
  compile(root) {
    const triggers = CLAIM_KINDS.map((kind) => [kind, rowsOf(root, kind, kind === 'access' ? 7 : 6, 3)] as const);
    const lists = Object.entries(LISTS).map(([name, columns]) => [name, rowsOf(root, name, columns, 1)] as const);
    return [jsonFile('data/compiled/claims.json', { triggers: Object.fromEntries(triggers), ...Object.fromEntries(lists) })];
  },
};
