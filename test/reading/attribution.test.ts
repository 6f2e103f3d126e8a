// Attributions: chains scored right, windows, and attributions of belief, intent and attitude on sentences of our own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { groupCues, runsOf } from '../../src/reading/attribution/candidates.js';
import { kBest, makeChain, makeLattice, marginal, pairMarginal, resetChain, sumOver } from '../../src/reading/attribution/chain.js';
import { readReport } from '../../src/reading/reader.js';
import { openResources } from '../../src/reading/resources.js';
import { ATTRIBUTION_CASES, NO_ATTRIBUTIONS } from './attribution-cases.js';

const resources = openResources((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
const attributionsOf = (text: string) => readReport({ id: 't', text }, resources).attributions ?? [];

for (const { text, cue, content, source, manner, why } of ATTRIBUTION_CASES) {
  test(`attribution: ${text}: ${why}`, () => {
    const words = attributionsOf(text).map((a) => ({
      source: a.source.map(([x, y]) => text.slice(x, y)).join(' … '),
      cue: a.cue.map(([x, y]) => text.slice(x, y)).join(' … '),
      content: a.content.map(([x, y]) => text.slice(x, y)).join(' … '),
      manner: a.manner,
    }));
    assert.deepEqual(words, [{ source, cue, content, manner }]);
  });
}

for (const [text, why] of NO_ATTRIBUTIONS) {
  test(`no attribution: ${text}: ${why}`, () => {
    assert.deepEqual(attributionsOf(text), []);
  });
}

const LABELLED: readonly (readonly [text: string, found: readonly (readonly string[])[], why: string])[] = [
  [
    'The road by the lake\n\n“The road must open before winter comes.” ― Ana Kolar\n\n“We waited two years for this day.”— Ivo Renko.',
    [
      ['Ana Kolar', '―', '“The road must open before winter comes.”'],
      ['Ivo Renko', '—', '“We waited two years for this day.”'],
    ],
    'a dash and a name behind a quotation',
  ],
  [
    'The road by the lake\n\n“The road must open before winter comes.”\n\n— Ana Kolar, mayor of Probeville',
    [['Ana Kolar, mayor of Probeville', '—', '“The road must open before winter comes.”']],
    'a dash and a name below it',
  ],
  [
    'A talk by the lake\n\n"KOLAR: We came with a plan.\n\n"It was a good one.\n\n"(CROSSTALK)\n\n"RENKO: So did we.\n\n"KOLAR: You did not.\n\n"RENKO: Ask anyone."',
    [
      ['KOLAR', ':', 'We came with a plan.\n\n"It was a good one.'],
      ['RENKO', ':', 'So did we.'],
      ['KOLAR', ':', 'You did not.'],
      ['RENKO', ':', 'Ask anyone."'],
    ],
    'a transcript quoted whole, a turn over two paragraphs',
  ],
];
for (const [text, found, why] of LABELLED) {
  test(`labelled speech: ${why}`, () => {
    const words = (spans: readonly (readonly [number, number])[]) => spans.map(([x, y]) => text.slice(x, y)).join(' … ');
    assert.deepEqual(
      attributionsOf(text).map(({ source, cue, content, manner }) => [words(source), words(cue), words(content), manner]),
      found.map((parts) => [...parts, 'speech']),
    );
  });
}

test('labelled speech: a dash inside or after a sentence labels nobody', () => {
  for (const text of [
    'He called it “a start that nobody had asked for” — Renko agreed.',
    '“War and Peace in our time” — the book sold well in spring.',
    'The convoy stopped at the last bridge — Ana Kolar',
  ])
    assert.deepEqual(
      attributionsOf(text).filter(({ cue }) => /[—―]/.test(text.slice(...cue[0]!))),
      [],
    );
});

/** Every labelling of a chain with its score. */
function all(
  length: number,
  labels: number,
  unary: readonly number[],
  edge: readonly number[],
): { readonly path: number[]; readonly score: number }[] {
  let paths: number[][] = [[]];
  for (let t = 0; t < length; t++) paths = paths.flatMap((path) => Array.from({ length: labels }, (_, y) => [...path, y]));
  return paths.map((path) => ({
    path,
    score: path.reduce((sum, y, t) => sum + unary[t * labels + y]! + (t > 0 ? edge[(t * labels + path[t - 1]!) * labels + y]! : 0), 0),
  }));
}

test('chain: marginals and the best labellings agree with counting all of them', () => {
  const weights = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 48, maxLength: 48 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), weights, (length, numbers) => {
      const labels = 3;
      const chain = makeChain(labels);
      resetChain(chain, length);
      const unary = numbers.slice(0, length * labels).map((n) => n / 10);
      const edge = Array.from({ length: length * labels * labels }, (_, i) => (i < 9 ? 0 : numbers[i]! / 10));
      chain.unary.set(unary);
      chain.edge.set(edge);
      const lattice = makeLattice();
      sumOver(chain, lattice);
      const paths = all(length, labels, unary, edge).sort((a, b) => b.score - a.score);
      const total = paths.reduce((sum, { score }) => sum + Math.exp(score), 0);
      assert.ok(Math.abs(lattice.total - Math.log(total)) < 1e-6);
      for (let y = 0; y < labels; y++) {
        const share = paths.filter(({ path }) => path[0] === y).reduce((sum, { score }) => sum + Math.exp(score), 0) / total;
        assert.ok(Math.abs(marginal(chain, lattice, 0, y) - share) < 1e-6);
        if (length < 2) continue;
        const pair =
          paths.filter(({ path }) => path[0] === y && path[1] === 1).reduce((sum, { score }) => sum + Math.exp(score), 0) / total;
        assert.ok(Math.abs(pairMarginal(chain, lattice, 1, y, 1) - pair) < 1e-6);
      }
      const best = kBest(chain, 5);
      assert.equal(best.length, Math.min(5, paths.length));
      best.forEach(({ score }, i) => {
        assert.ok(Math.abs(score - paths[i]!.score) < 1e-6);
      });
    }),
    { numRuns: 60, seed: 3 },
  );
});

test('candidates: runs of a label, and cues that overlap are one site', () => {
  assert.deepEqual(runsOf(Uint8Array.from([0, 2, 2, 0, 1, 2]), 10, 2), [
    [11, 13],
    [15, 16],
  ]);
  const cue = (first: number, last: number, probability: number) => ({ first, last, probability });
  assert.deepEqual(groupCues([cue(1, 2, 0.3), cue(1, 3, 0.6), cue(5, 6, 0.2)], 3), [[cue(1, 3, 0.6), cue(1, 2, 0.3)], [cue(5, 6, 0.2)]]);
});
