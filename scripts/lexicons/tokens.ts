// Compiles data/lexicons/tokens.yaml, the word lists of the tokenizer and the sentence splitter.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { jsonFile, type LexiconCompiler } from './compiler.js';

const list = z.strictObject({ source: z.string().min(1), words: z.array(z.string().min(1)).min(1) });
const shape = z.strictObject({
  'before-name': list,
  'may-end': list,
  'before-number': list,
  prefixes: list,
  particles: list,
  'second-parts': list,
  openers: list,
  'speech-verbs': list,
  contractions: list,
});

export const tokensCompiler: LexiconCompiler = {
  name: 'tokens',
  compile(root) {
    const lists = shape.parse(parse(readFileSync(join(root, 'data/lexicons/tokens.yaml'), 'utf8')));
    const words = Object.fromEntries(Object.entries(lists).map(([name, { words }]) => [name, [...new Set(words)].sort()]));
    return [jsonFile('data/compiled/tokens.json', words)];
  },
};
