// What a trainer is: one model, made from the corpora and written with its card. Each owner adds one to train/trainers.ts.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openResources, type Resources } from '../src/reading/resources.js';

/** Root of the package, where models are written. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

export interface Corpora {
  /** Folders with train.conllu and dev.conllu. */
  readonly treebanks: readonly string[];
  /** Folder with train.jsonl and dev.jsonl of attributions. */
  readonly attributions: string;
  /** Folder with train.jsonl and dev.jsonl of claims. */
  readonly claims: string;
}

export interface Trainer {
  /** Name of the model: models/NAME.bin. */
  readonly name: string;
  /** Learns, measures on dev, writes the model and its card. Models trained before it in the list can be opened by `openHere()`. */
  train(corpora: Corpora): void | Promise<void>;
}

/** The resources as they stand on disk now; open them anew after a model has been written. */
export const openHere = (): Resources => openResources((path) => readFileSync(`${ROOT}/${path}`));

/** The command a card names. */
export const commandFor = (name: string): string =>
  `npm run train -- --attributions DIR --treebank EWT --treebank GUM --claims DIR --only ${name}`;
