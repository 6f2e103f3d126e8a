// Which transitions lose nothing of the gold tree: the dynamic oracle of the arc-eager system (Goldberg and Nivre 2012).
import { LEFT, type ParseState, REDUCE, RIGHT, SHIFT } from '../src/reading/transitions.js';

export interface GoldTree {
  /** Head of each token; the number of tokens for the root. */
  readonly heads: Int32Array;
  /** Index of each token's relation. */
  readonly labels: Int32Array;
  readonly dependents: readonly (readonly number[])[];
}

/** A gold tree from heads (-1 for the root) and labels. */
export function goldTree(heads: readonly number[], labels: readonly number[]): GoldTree {
  const { length } = heads;
  const dependents: number[][] = Array.from({ length: length + 1 }, () => []);
  const fixed = Int32Array.from(heads, (head) => (head < 0 ? length : head));
  fixed.forEach((head, i) => {
    dependents[head]!.push(i);
  });
  return { heads: fixed, labels: Int32Array.from(labels), dependents };
}

/** How many gold arcs a possible transition makes unreachable. */
export function costOf(kind: number, state: ParseState, gold: GoldTree): number {
  const { next, top, heads, onStack, none } = state;
  const waiting = (token: number): boolean => onStack[token] === 1 && heads[token] === none;
  let cost = 0;
  if (kind === LEFT || kind === REDUCE) {
    const head = gold.heads[top]!;
    // The head may still come: another token of the buffer, or the root behind it.
    if (kind === LEFT && head !== next && head > next) cost++;
    for (const dependent of gold.dependents[top]!) if (dependent >= next) cost++;
    return cost;
  }
  const head = gold.heads[next]!;
  if (kind === RIGHT) {
    if (head !== top && (head > next || (head < next && onStack[head] === 1))) cost++;
  } else if (kind === SHIFT) {
    if (head < next && onStack[head] === 1) cost++;
  }
  for (const dependent of gold.dependents[next]!) if (dependent < next && waiting(dependent)) cost++;
  return cost;
}
