// Frees the store of what was removed for good, also where a redaction was cut off before it came to that.
import { ParleyError } from '../terms/errors.js';
import type { Engine } from './engine.js';

/** Leaves nothing of it in the free space and the log. Throws `store-busy` where another program has the store open. */
export async function finishScrubbing(engine: Engine): Promise<void> {
  const due = await engine.write.selectFrom('scrubbing').select('since').executeTakeFirst();
  if (due === undefined) return;
  await engine.scrub();
  await engine.write.deleteFrom('scrubbing').execute();
}

/** The same at an opening; where another program has the store open, the next opening does it. */
export async function scrubWherePossible(engine: Engine): Promise<void> {
  try {
    await finishScrubbing(engine);
  } catch (error) {
    if (!(error instanceof ParleyError) || error.code !== 'store-busy') throw error;
  }
}
