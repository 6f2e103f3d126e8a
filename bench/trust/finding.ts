// What a part of the trust bench found, and what the parts are told.

export interface Finding {
  readonly part: string;
  readonly rounds: number;
  /** Things the program said were done. */
  readonly acknowledged: number;
  /** Of these, not there afterwards. */
  readonly lost: number;
  /** Rounds after which the store was not sound, its history did not replay, or it did not open. */
  readonly unsound: number;
  readonly meaning: string;
}

export interface TrustOptions {
  readonly rounds: number;
  /** What the random moments are drawn from; the same seed, the same moments. */
  readonly seed: number;
  /** Of the kills: only these deeds; none: all. */
  readonly deeds: readonly string[];
  /** Told of what was found so far, so that a run that is broken off keeps it. */
  readonly keep: (found: Finding) => void;
}

/** Findings, or why the part can't be had on this machine. */
export type Prove = (options: TrustOptions) => Promise<readonly Finding[] | { readonly skipped: string }>;
