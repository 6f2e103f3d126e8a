// One measured figure of speed, and what the parts of the bench are told.

export interface Figure {
  readonly part: string;
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** What it means, in a sentence. */
  readonly meaning: string;
}

export interface SpeedOptions {
  /** How many reports are added. */
  readonly reports: number;
  readonly workers: number | undefined;
}

export type MeasureSpeed = (options: SpeedOptions) => Promise<readonly Figure[]>;

/** The middle of some numbers. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** To four significant digits: more would be noise. */
export const rounded = (value: number): number => Number(value.toPrecision(4));

/** Makes the figures of one part. */
export const figuresOf =
  (part: string) =>
  (figure: string, value: number, unit: string, meaning: string): Figure => ({ part, figure, value: rounded(value), unit, meaning });
