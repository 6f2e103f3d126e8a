// Lets a few do what is costly at the same time, some wait for their turn, and turns the others away.
import { ParleyError } from '../terms/errors.js';

/** Runs work, `most` at once; beyond `waiting` others throws `too-many-tries`. */
export function turns(most: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (busy >= most) {
      if (queue.length >= waiting) throw new ParleyError('too-many-tries', 'many sign in at this moment');
      await new Promise<void>((resolve) => queue.push(resolve));
    } else busy++;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      // The place goes to the next without becoming free between.
      if (next) next();
      else busy--;
    }
  };
}
