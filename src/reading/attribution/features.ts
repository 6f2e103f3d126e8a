// Lists of hashed features: how the templates of the attribution models make them.
import { mix } from '../hashing.js';

/** A list of hashed features that is filled, read and emptied without making garbage. */
export interface FeatureList {
  ids: Int32Array;
  count: number;
}

export const makeFeatureList = (capacity = 256): FeatureList => ({ ids: new Int32Array(capacity), count: 0 });

function push(list: FeatureList, id: number): void {
  if (list.count === list.ids.length) {
    const larger = new Int32Array(2 * list.ids.length);
    larger.set(list.ids);
    list.ids = larger;
  }
  list.ids[list.count++] = id;
}

/** Adds the feature of template `k` with one, two, three or four values. */
export const add1 = (list: FeatureList, k: number, a: number): void => push(list, mix(k, a));
export const add2 = (list: FeatureList, k: number, a: number, b: number): void => push(list, mix(mix(k, a), b));
export const add3 = (list: FeatureList, k: number, a: number, b: number, c: number): void => push(list, mix(mix(mix(k, a), b), c));
export const add4 = (list: FeatureList, k: number, a: number, b: number, c: number, d: number): void =>
  push(list, mix(mix(mix(mix(k, a), b), c), d));

/** Counts in steps that widen: 0, 1, 2, 3, 4, 5-6, 7-9, 10-14, 15-24, 25 and more. */
export function bucket(n: number): number {
  if (n < 5) return n;
  if (n < 7) return 5;
  if (n < 10) return 6;
  if (n < 15) return 7;
  return n < 25 ? 8 : 9;
}
