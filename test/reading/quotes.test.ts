// Which stretches stand in quotation marks, as a table: the text, the quotations found, a star after one that is not closed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { paragraphsOf } from '../../src/reading/paragraphs.js';
import { quotesOf } from '../../src/reading/quotes.js';

const quotes = (text: string): string[] =>
  quotesOf(text, paragraphsOf(text, [])).map(({ start, end, closed }) => text.slice(start, end) + (closed ? '' : '*'));

const CASES: readonly (readonly [text: string, found: readonly string[], why: string])[] = [
  ['“We will come,” he said. “Soon.”', ['“We will come,”', '“Soon.”'], 'curly marks'],
  ['"We will come," he said. "Soon."', ['"We will come,"', '"Soon."'], 'straight marks by the white space around them'],
  ['He called it "a start" ("no more").', ['"a start"', '"no more"'], 'inside brackets'],
  ['"We will come.\n\n"We hope for peace," he said.', ['"We will come.*', '"We hope for peace,"'], 'a quotation over two paragraphs'],
  ['“We will come.\n\n“We hope for peace,” he said.', ['“We will come.*', '“We hope for peace,”'], 'the same with curly marks'],
  ['‘We’ll come,’ he said of the rebels’ plan', ['‘We’ll come,’'], 'single curly marks and an apostrophe'],
  ["Envoy calls rebels' plan 'a good start' for talks", ["'a good start'"], 'single straight marks and a possessive'],
  ["The rebels' plan and the '90s, Dara's and others'", [], 'apostrophes alone'],
  ['«We come», he said', ['«We come»'], 'angle marks'],
  ['"He said \'come\' to us," she said', ['"He said \'come\' to us,"'], 'a quotation inside another is part of it'],
  [
    "''We will come,'' he said. ''It's the boys' choice.''",
    ["''We will come,''", "''It's the boys' choice.''"],
    'two single marks for a double one',
  ],
  ["``We will come,'' he said.", ["``We will come,''"], 'the same, opened by two grave accents'],
  ["''He said 'come''', ''she said", ["''He said 'come'''", "''she said*"], 'a quotation inside closes before the two marks'],
  ["'''Come' is what he said,'' she said", ["'''Come' is what he said,''"], 'and opens after them'],
];
for (const [text, found, why] of CASES) {
  test(`quotations: ${why}`, () => assert.deepEqual(quotes(text), found));
}

test('quotations of any string lie in it, in order, without overlap', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'"“”‘’\'«»ab .,\n'), maxLength: 60 }), (text) => {
      let end = 0;
      for (const quote of quotesOf(text, paragraphsOf(text, []))) {
        assert.ok(quote.start >= end && quote.start < quote.end && quote.end <= text.length);
        end = quote.end;
      }
    }),
    { numRuns: 500 },
  );
});
