// Chance from a seed: the same seed, the same draws.
import { numbersFrom } from '../speed/generator.js';

export interface Chance {
  /** A whole number from 0 to below `n`. */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
  /** True one time in `n`. */
  once(n: number): boolean;
}

/** Draws for the n-th input of a door. */
export function chanceFor(seed: number, n: number): Chance {
  const next = numbersFrom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b));
  const below = (most: number): number => Math.floor(next() * most);
  return {
    below,
    pick<T>(list: readonly T[]): T {
      const found = list[below(list.length)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
    once: (most) => below(most) === 0,
  };
}
