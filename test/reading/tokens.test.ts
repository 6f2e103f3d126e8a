// How words are cut into tokens, as a table: the text, its tokens parted by spaces, and why.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { paragraphsOf } from '../../src/reading/paragraphs.js';
import { sentencesOf } from '../../src/reading/sentences.js';
import { resources } from './open-reader.js';

const tokensOf = (text: string): string[] => sentencesOf(text, paragraphsOf(text, []), resources.words).tokens.map((token) => token.text);

const CASES: readonly (readonly [text: string, tokens: string, why: string])[] = [
  ["They don't and can't agree.", "They do n't and ca n't agree .", 'negation is a token'],
  ["It's the rebels' plan, Dara's own.", "It 's the rebels ' plan , Dara 's own .", 'clitics and possessives'],
  ['We’ve said they’ll come', 'We ’ve said they ’ll come', 'curly apostrophes'],
  ['They cannot leave and are gonna stay', 'They can not leave and are gon na stay', 'two words written as one'],
  ['The Western-backed, so-called front', 'The Western - backed , so - called front', 'hyphens part words'],
  [
    'anti-government and pro-Probe groups re-elected him in mid-May',
    'anti-government and pro-Probe groups re-elected him in mid-May',
    'prefixes stay',
  ],
  [
    'UN-brokered talks with al-Probi and Deir ez-Zor',
    'UN - brokered talks with al-Probi and Deir ez-Zor',
    'a capital is no prefix; articles stay with names',
  ],
  [
    'Ban Ki-style and Lee Ki-moon, a Saudi-led force',
    'Ban Ki - style and Lee Ki-moon , a Saudi - led force',
    'second parts of names against common words',
  ],
  ['U.N. and U.S. envoys, Gen. A. B. Probe', 'U.N. and U.S. envoys , Gen. A. B. Probe', 'abbreviations and initials keep their stop'],
  ['Rep. Ann Probe, D-Mass., came at 5 p.m. on Feb. 10', 'Rep. Ann Probe , D - Mass. , came at 5 p.m. on Feb. 10', 'party and state'],
  ['1,200 people, 3.5 percent, $4.2 million, 60%', '1,200 people , 3.5 percent , $ 4.2 million , 60 %', 'figures'],
  ['on 2/1/2014 at 10:30, 9/11', 'on 2/1/2014 at 10:30 , 9/11', 'dates and hours'],
  ['the 1990s, the ’90s and the 10th', 'the 1990s , the ’90s and the 10th', 'years and ordinals'],
  ["''No,'' he said. ``Yes.''", "'' No , '' he said . `` Yes . ''", 'two single marks for a double one are one token'],
  ['aid/food and and/or', 'aid / food and and / or', 'a stroke between words parts them'],
  [
    'Talks — the first – stopped... Why?! "Yes."',
    'Talks — the first – stopped ... Why ?! " Yes . "',
    'marks, runs of marks, quotation marks',
  ],
  [
    'See http://a.example/b?c=1, or write to a.b@c.example.',
    'See http://a.example/b?c=1 , or write to a.b@c.example .',
    'addresses stay whole',
  ],
  ['@probe wrote #peace', '@probe wrote #peace', 'handles and hash tags'],
  ['the talks ended.The envoys left', 'the talks ended . The envoys left', 'a space is missing'],
  ["Ja'far O'Probe of Sana'a", "Ja'far O'Probe of Sana'a", 'apostrophes inside names'],
  ['No. 5 and no. 7, but no.', 'No. 5 and no. 7 , but no .', '"No." only before a figure'],
  ['1. Open the road', '1. Open the road', 'the number of an item'],
  ['the AT&T of R&D', 'the AT&T of R&D', 'ampersand between capitals'],
];

for (const [text, tokens, why] of CASES) {
  test(`tokens: ${why}`, () => assert.equal(tokensOf(text).join(' '), tokens));
}

test('tokens of any string lie in it, in order, without overlap, and hold no white space at their ends', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...'aB1.\'’“"-–(,@:/ \n\u00a0é\ud83d\u200b'), maxLength: 80 }),
      ),
      (text) => {
        const { tokens, sentences } = sentencesOf(text, paragraphsOf(text, []), resources.words);
        let end = 0;
        for (const [i, token] of tokens.entries()) {
          assert.equal(token.index, i);
          assert.ok(token.start >= end && token.start < token.end && token.end <= text.length);
          assert.equal(token.text, text.slice(token.start, token.end));
          assert.equal(token.text.trim(), token.text);
          end = token.end;
        }
        let next = 0;
        for (const sentence of sentences) {
          assert.equal(sentence.first, next);
          assert.ok(sentence.last > sentence.first);
          next = sentence.last;
        }
        assert.equal(next, tokens.length);
      },
    ),
    { numRuns: 300 },
  );
});

test('every character that is no white space stands in a token', () => {
  const text = 'Odd: “a”—b…c; 4×5 (d) [e] {f} <g> \\h| ~i^ ¿j? ½ № €5';
  assert.equal(tokensOf(text).join(''), text.replace(/\s/g, ''));
});

test('hostile texts give tokens in proportion to their length', () => {
  for (const piece of ['a@', 'a.', "a'", 'a-', '"', '(', 'http://', '1,', 'A.B.', '…', '\n']) {
    const text = piece.repeat(20_000);
    assert.ok(tokensOf(text).length <= text.length);
  }
});

test('the time of cutting a text grows with its length, not faster', () => {
  // Counting time is unsure, so the lengths are far apart: sixteen times the text may take no more than sixty-four times as long.
  const timeOf = (length: number): number => {
    const text = 'the envoy said that '.repeat(length / 20);
    const paragraphs = paragraphsOf(text, []);
    const from = process.cpuUsage().user;
    sentencesOf(text, paragraphs, resources.words);
    return process.cpuUsage().user - from;
  };
  timeOf(40_000);
  const short = Math.max(2000, timeOf(40_000));
  assert.ok(timeOf(640_000) < 64 * short);
});
