// Two seconds of chance at every input door, and again all that was ever found there. `npm run bench:fuzz` hunts for longer.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { DOORS, inputFor, isDoor, openDoor } from '../../bench/fuzz/doors.js';

const CASES = new URL('./cases/', import.meta.url);
const MILLISECONDS = 2000;
/** The seed of the suite; the bench has others. */
const SEED = 20;
/** Longest for one input, on a machine that does other things too. */
const PATIENCE = 20_000;

describe('a door takes any bytes', () => {
  const cases = existsSync(CASES) ? readdirSync(CASES).filter((name) => name.endsWith('.bin')) : [];
  for (const door of DOORS)
    it(door, async () => {
      const open = await openDoor(door);
      try {
        for (const name of cases.filter((one) => one.startsWith(`${door}-`))) await open.take(readFileSync(new URL(name, CASES)));
        let slowest = 0;
        let n = 0;
        for (const end = performance.now() + MILLISECONDS; performance.now() < end; n++) {
          const bytes = await inputFor(door, SEED, n);
          const start = performance.now();
          await open.take(bytes).catch((error: unknown) => {
            throw new Error(`input ${n} of seed ${SEED}`, { cause: error });
          });
          slowest = Math.max(slowest, performance.now() - start);
        }
        assert.ok(n > 0 && slowest < PATIENCE, `${n} inputs, the slowest took ${slowest} ms`);
      } finally {
        await open.close();
      }
    });

  it('and each case is of a door that is there', () => assert.ok(cases.every((name) => isDoor(name.split('-')[0] ?? ''))));

  it('the same number is the same input', async () => {
    for (const door of DOORS) assert.deepEqual(Buffer.from(await inputFor(door, 3, 5)), Buffer.from(await inputFor(door, 3, 5)));
  });
});
