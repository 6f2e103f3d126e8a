// Compiles data/events/triggers.tsv, the words that make an event of a PLOVER type, into data/compiled/events.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLOVER_TYPES } from '../../src/terms/reading.js';
import { jsonFile, type LexiconCompiler } from './compiler.js';

const PATH = 'data/events/triggers.tsv';

export const eventsCompiler: LexiconCompiler = {
  name: 'events',
  compile(root) {
    const seen = new Set<string>();
    const rows: string[][] = [];
    for (const [index, line] of readFileSync(join(root, PATH), 'utf8').split('\n').entries()) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      const [words = '', part = '', type = '', strength = ''] = line.split('\t');
      const where = `${PATH}:${index + 1}`;
      if (!/^[vn]$/.test(part) || !/^(strong|weak)$/.test(strength)) throw new Error(`${where}: unknown part or strength`);
      if (!PLOVER_TYPES.some((name) => name === type)) throw new Error(`${where}: "${type}" is no PLOVER type`);
      if (seen.has(`${words} ${part}`)) throw new Error(`${where}: "${words}" stands twice`);
      seen.add(`${words} ${part}`);
      rows.push([words, part, type, strength]);
    }
    return [jsonFile('data/compiled/events.json', rows)];
  },
};
