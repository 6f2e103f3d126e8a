// Words by where they stand and by what they say (W3C position and quote selectors): both must agree, nothing is looked for elsewhere.

export interface Selector {
  /** UTF-16 units of the text, half-open. */
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** True when position and quote still agree on a text; where they don't, the line is an orphan and is never put elsewhere by guessing. */
export const holds = (text: string, { start, end, exact }: Selector): boolean => text.slice(start, end) === exact;
