// Labels a stretch of tokens as one: scores of labels at each place and of steps between them, the best path (Viterbi 1967), and how sure each place is.

/** Scores of one stretch, filled by the caller: `at[i * labels + y]` for label y at place i, `step[x * labels + y]` for y after x, x = labels at the start. */
export interface Stretch {
  readonly labels: number;
  length: number;
  at: Int32Array;
  readonly step: Int32Array;
}

export const makeStretch = (labels: number): Stretch => ({
  labels,
  length: 0,
  at: new Int32Array(32 * labels),
  step: new Int32Array((labels + 1) * labels),
});

/** Makes room for `length` places. */
export function resetStretch(stretch: Stretch, length: number): void {
  if (stretch.at.length < length * stretch.labels) stretch.at = new Int32Array(2 * length * stretch.labels);
  stretch.length = length;
}

/** A label that may not be taken. */
export const NEVER = -1_000_000_000;

/**
 * The best label of each place, and for each the lead: by how much the best path through that label beats the best path through any other there
 * (max-marginals). Linear in the length of the stretch.
 */
export function bestPath({ labels, length, at, step }: Stretch): { readonly path: Int32Array; readonly lead: Float64Array } {
  const forward = new Float64Array(length * labels);
  const backward = new Float64Array(length * labels);
  const before = new Int32Array(length * labels);
  for (let i = 0; i < length; i++) {
    for (let y = 0; y < labels; y++) {
      let most = -Infinity;
      if (i === 0) most = step[labels * labels + y]!;
      else {
        for (let x = 0; x < labels; x++) {
          const score = forward[(i - 1) * labels + x]! + step[x * labels + y]!;
          if (score > most) {
            most = score;
            before[i * labels + y] = x;
          }
        }
      }
      forward[i * labels + y] = most + at[i * labels + y]!;
    }
  }
  for (let i = length - 2; i >= 0; i--) {
    for (let x = 0; x < labels; x++) {
      let most = -Infinity;
      for (let y = 0; y < labels; y++) {
        const score = backward[(i + 1) * labels + y]! + at[(i + 1) * labels + y]! + step[x * labels + y]!;
        if (score > most) most = score;
      }
      backward[i * labels + x] = most;
    }
  }
  const path = new Int32Array(length);
  const lead = new Float64Array(length);
  let best = 0;
  for (let y = 1; y < labels; y++) if (forward[(length - 1) * labels + y]! > forward[(length - 1) * labels + best]!) best = y;
  for (let i = length - 1; i >= 0; i--) {
    path[i] = best;
    let rival = -Infinity;
    for (let y = 0; y < labels; y++) {
      if (y !== best) rival = Math.max(rival, forward[i * labels + y]! + backward[i * labels + y]!);
    }
    lead[i] = forward[i * labels + best]! + backward[i * labels + best]! - rival;
    best = before[i * labels + best]!;
  }
  return { path, lead };
}
