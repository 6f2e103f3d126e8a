// One measured figure of the reader's quality, as the parts of the bench give it and docs/quality.md prints it.

export interface Row {
  /** The part of the reader it speaks of: syntax, attributions, times, actors, claims, events, record. */
  readonly part: string;
  readonly figure: string;
  /** In per cent unless `unit` says otherwise. */
  readonly value: number;
  readonly unit?: string;
  /** What must be reached; `atMost` where less is better. */
  readonly bar?: number;
  readonly atMost?: boolean;
  /** Middle 95 % over resampled reports. */
  readonly interval?: readonly [number, number];
  /** What people, or a peer tool on the same data, reach. */
  readonly peer?: string;
  /** What the figure means, in a sentence. */
  readonly meaning: string;
}

/** Where the gold and the treebanks are. */
export interface BenchFolders {
  readonly gold: string;
  readonly treebanks: readonly string[];
}

export type Measure = (folders: BenchFolders) => Promise<readonly Row[]>;
