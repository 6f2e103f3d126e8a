// The transitions of the parser against their oracle: moves that cost nothing lead to the gold tree.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LEFT, ParseState, REDUCE, RIGHT, SHIFT } from '../../src/reading/transitions.js';
import { costOf, goldTree } from '../../train/oracle.js';

/** A tree without crossing arcs over tokens `from` to `to`, grown from numbers. */
function grow(from: number, to: number, head: number, numbers: readonly number[], heads: number[]): void {
  if (from >= to) return;
  const root = from + (numbers[(from * 7 + to) % numbers.length]! % (to - from));
  heads[root] = head;
  // Each side is cut in two phrases that both hang on the root.
  const half = (a: number, b: number): number => (b > a ? a + (numbers[(a + b * 3) % numbers.length]! % (b - a + 1)) : a);
  const left = half(from, root);
  const right = half(root + 1, to);
  grow(from, left, root, numbers, heads);
  grow(left, root, root, numbers, heads);
  grow(root + 1, right, root, numbers, heads);
  grow(right, to, root, numbers, heads);
}

test('following moves that cost nothing gives the gold tree', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 14 }),
      fc.array(fc.nat(1000), { minLength: 11, maxLength: 11 }),
      fc.nat(),
      (length, numbers, choice) => {
        const heads: number[] = new Array<number>(length).fill(-1);
        grow(0, length, -1, numbers, heads);
        const gold = goldTree(
          heads,
          heads.map(() => 0),
        );
        const state = new ParseState();
        state.start(length);
        for (let moves = 0; !state.done; moves++) {
          assert.ok(moves <= 2 * length + 1);
          const possible = [SHIFT, REDUCE, LEFT, RIGHT].filter((kind) => (state.possible() & (1 << kind)) !== 0);
          const free = possible.filter((kind) => costOf(kind, state, gold) === 0);
          assert.ok(free.length > 0);
          state.apply(free[(choice + moves) % free.length]!, 0);
        }
        assert.deepEqual([...state.heads.subarray(0, length)], [...gold.heads]);
      },
    ),
    { numRuns: 200 },
  );
});
