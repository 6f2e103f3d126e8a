// Results come in the order of the things, never more than asked for run at once, and an error comes in its place.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { inOrder } from '../../src/jobs/in-order.js';

describe('in order', () => {
  it('keeps the order and the bound, however long each takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (delays, atOnce) => {
          let running = 0;
          const given: number[] = [];
          const work = async (index: number): Promise<number> => {
            running++;
            assert.ok(running <= atOnce);
            await wait(delays[index] ?? 0);
            running--;
            return index;
          };
          for await (const index of inOrder(delays.keys(), atOnce, work)) given.push(index);
          assert.deepEqual(given, [...delays.keys()]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('asks for no more than it can hold while nobody takes', async () => {
    let asked = 0;
    function* endless(): Generator<number> {
      for (;;) yield asked++;
    }
    const results = inOrder(endless(), 3, async (n) => n);
    assert.equal((await results.next()).value, 0);
    await wait(5);
    assert.equal(asked, 3);
    await results.return(undefined);
    assert.equal(asked, 3);
  });

  it('throws where the work threw, after what came before', async () => {
    const given: number[] = [];
    await assert.rejects(async () => {
      const work = async (n: number): Promise<number> => {
        if (n === 2) throw new Error('two');
        return n;
      };
      for await (const n of inOrder([0, 1, 2, 3], 4, work)) given.push(n);
    }, /two/);
    assert.deepEqual(given, [0, 1]);
  });
});
