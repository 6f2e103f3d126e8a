// What the cards of models say of the treebanks they were trained on.
import { basename } from 'node:path';
import { readTreebank } from './conllu.js';
import type { ModelCard } from './model-file.js';

const KNOWN: Readonly<Record<string, { readonly name: string; readonly licence: string }>> = {
  'ud-english-ewt': { name: 'Universal Dependencies English EWT 2.16', licence: 'CC BY-SA 4.0' },
  'ud-english-gum': {
    name: 'Universal Dependencies English GUM, kinds with open licences',
    licence: 'annotations CC BY 4.0, texts CC BY or public domain',
  },
};

/** The name of the treebank in a folder. */
export const treebankName = (folder: string): string => KNOWN[basename(folder)]?.name ?? basename(folder);

/** A treebank as a card lists it. */
export function treebankSource(folder: string): ModelCard['data'][number] {
  const sentences = readTreebank(folder, 'train');
  const words = sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const known = KNOWN[basename(folder)];
  return {
    name: known?.name ?? basename(folder),
    licence: known?.licence ?? 'see its folder',
    from: 'universaldependencies.org',
    size: `${sentences.length} sentences, ${words} words`,
  };
}

/** A figure with two decimals. */
export const round = (value: number): number => Math.round(value * 100) / 100;
