// What the reader is given from outside, so that it touches no disk: the bytes of models and of compiled lexicons.

/** Gives the bytes of a file of the package by its path from the package's root ("models/tagger.bin", "data/compiled/times.json"). */
export type ReadBytes = (path: string) => Uint8Array;

/** Opened once a thread and shared by all readings. Each owner of a model or lexicon adds a key here, opened on first use. */
export interface Resources {
  /** Checksum over the models and lexicons, printed in every reading. */
  readonly version: string;
}

/** Opens what the reader needs; a part is read and checked when it is first used, so that training one model does not need the others. */
export function openResources(_readBytes: ReadBytes): Resources {
  return { version: '0' };
}
