// Compiles the words of saying: data/lexicons/cue-senses.tsv, speech-acts.tsv and voice-nouns.tsv.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cueSenseBits, VOICE_NOUNS } from '../../src/reading/attribution/senses.js';
import { STATEMENT_ACTS } from '../../src/terms/reading.js';
import { jsonFile, type LexiconCompiler } from './compiler.js';

/** The fields of every line that is no comment; throws with file and line where their number is not `width`. */
function rowsOf(root: string, file: string, width: number): string[][] {
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line === '' || line.startsWith('#')) return [];
      const fields = line.split('\t');
      if (fields.length !== width || fields.includes('')) throw new Error(`${file}:${i + 1}: ${width} fields are wanted: ${line}`);
      return [fields];
    });
}

function tableOf<T>(file: string, entries: readonly (readonly [string, T])[]): Record<string, T> {
  const table: Record<string, T> = {};
  for (const [key, value] of entries) {
    if (table[key] !== undefined) throw new Error(`${file}: ${key} stands twice`);
    table[key] = value;
  }
  return table;
}

function oneOf<T extends string>(file: string, list: readonly T[], value: string | undefined): T {
  const found = list.find((name) => name === value);
  if (found === undefined) throw new Error(`${file}: ${value} is none of ${list.join(', ')}`);
  return found;
}

export const speechCompiler: LexiconCompiler = {
  name: 'speech',
  compile(root) {
    const senses = 'data/lexicons/cue-senses.tsv';
    const acts = 'data/lexicons/speech-acts.tsv';
    const voices = 'data/lexicons/voice-nouns.tsv';
    const rows = rowsOf(root, senses, 6);
    const part = (name: string): Record<string, number> =>
      tableOf(
        senses,
        rows
          .filter((row) => row[1] === name)
          .map(([lemma = '', , rank = '', classes = '', frames = '']) => [lemma, cueSenseBits(rank, classes, frames)] as const),
      );
    return [
      jsonFile('data/compiled/speech.json', {
        verbs: part('verb'),
        nouns: part('noun'),
        acts: tableOf(
          acts,
          rowsOf(root, acts, 3).map(([lemma = '', act]) => [lemma, oneOf(acts, STATEMENT_ACTS, act)] as const),
        ),
        voices: tableOf(
          voices,
          rowsOf(root, voices, 3).map(([lemma = '', voice]) => [lemma, oneOf(voices, VOICE_NOUNS, voice)] as const),
        ),
      }),
    ];
  },
};
