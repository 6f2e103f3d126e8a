// The plain words of the pages: dates, claims, cut quotations, typed filters, and a report's text in pieces.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { litRules } from '../../src/desk/api/assets.js';
import { linesOf } from '../../src/desk/api/lines-of.js';
import { exactDays, sayDate, sayDistance } from '../../src/desk/pages/day.js';
import type { ReportLine } from '../../src/desk/pages/report-lines.js';
import { paragraphsWithLines } from '../../src/desk/pages/report-text.js';
import { sayClaim } from '../../src/desk/pages/say-claim.js';
import { searchWords } from '../../src/desk/pages/search-words.js';
import { quoted, shorten, unquoted } from '../../src/desk/pages/shorten.js';
import { claimSchema } from '../../src/terms/reading.js';
import { sayList } from '../../src/terms/say-list.js';

const DAYS = [
  ['2014-02-10', '2014-02-05', 'Mon 10 Feb', 'in 5 days'],
  ['2014-02-10', '2015-02-05', 'Mon 10 Feb 2014', ''],
  ['2014-02-05', '2014-02-05', 'Wed 5 Feb', 'today'],
  ['2014-02-04', '2014-02-05', 'Tue 4 Feb', 'yesterday'],
  ['1969-12-31', '1969-12-30', 'Wed 31 Dec', 'tomorrow'],
  ['2014-02', '2014-02-05', 'February', ''],
  ['2014-02~', '2015-02-05', 'about February 2014', ''],
  ['2014-02-10?', '2014-02-05', 'perhaps Mon 10 Feb', 'in 5 days'],
  ['2012', '2014-02-05', '2012', ''],
  ['201X', '2014-02-05', 'the 2010s', ''],
  ['2014-21', '2014-02-05', 'spring 2014', ''],
  ['2014-01-24/2014-01-31', '2014-02-05', 'Fri 24 Jan to Fri 31 Jan', ''],
  ['2012-06/..', '2014-02-05', 'since June 2012', ''],
  ['../2014-02-07', '2014-02-05', 'until Fri 7 Feb', ''],
  ['no date', '2014-02-05', 'no date', ''],
] as const;

const CLAIMS = [
  [
    { kind: 'talks', status: 'proposed', date: '2014-02-10', venue: 'Geneva', convener: 'Brahimi' },
    'talks proposed for Mon 10 Feb in Geneva by Brahimi',
  ],
  [
    { kind: 'talks', status: 'ended', outcome: 'none', inferred: { date: { value: '2014-01-31' } } },
    'talks ended [Fri 31 Jan] without agreement',
  ],
  [{ kind: 'standing', party: 'Front', standing: 'conditional', condition: 'the siege ends' }, 'Front: conditional, if the siege ends'],
  [
    { kind: 'commitment', by: ['A', 'B'], what: 'let aid in', standing: 'stalled', due: '2014-02' },
    'A and B have not moved on: let aid in, by February',
  ],
  [{ kind: 'commitment', by: [], what: 'let aid in', standing: 'agreed' }, 'Agreed: let aid in'],
  [{ kind: 'position', actor: 'A', issue: 'a transition', stance: 'open' }, 'A is open to: a transition'],
  [{ kind: 'pressure', from: ['A'], on: ['C'], through: ['B'], for: 'come back', means: 'urges' }, 'A urges C through B: come back'],
  [{ kind: 'pressure', from: ['A', 'B'], on: ['C'], for: 'come back', means: 'warns' }, 'A and B warn C: come back'],
  [{ kind: 'access', place: null, form: 'convoy', step: 'stalled', inferred: { place: { value: 'Homs' } } }, '[Homs]: convoy stalled'],
  [{ kind: 'access', place: 'Homs', form: 'siege', step: 'besieged' }, 'Homs: besieged'],
  [{ kind: 'blame', from: ['A'], on: ['B'], for: 'the attack' }, 'A blames B: the attack'],
  [{ kind: 'tie', from: 'A', to: 'B', relation: 'controls', negated: true }, 'A does not control B'],
  [{ kind: 'act', type: 'CONSULT', from: ['A', 'B'], place: 'Munich', date: '2014-01-31' }, 'A and B: meeting, in Munich, Fri 31 Jan'],
  [{ kind: 'act', type: 'ASSAULT', from: ['A'], to: ['B'], what: 'shells' }, 'A attacks B: shells'],
] as const;

describe('the words of the pages', () => {
  it('says dates as people do', () => {
    for (const [date, asOf, said, distance] of DAYS) {
      assert.equal(sayDate(date, asOf), said, date);
      assert.equal(sayDistance(date, asOf), distance, date);
    }
    assert.equal(exactDays('2014-02'), '2014-02-01 to 2014-02-28');
  });

  it('says each kind of claim in one sentence, what is carried over in brackets', () => {
    for (const [fields, said] of CLAIMS) {
      const claim = claimSchema.parse({ id: 'c1', evidence: [[0, 1]], voice: null, ...fields });
      assert.equal(
        sayClaim(claim, (name) => name, '2014-02-05'),
        said,
      );
    }
    assert.equal(sayList(['A', 'B', 'C']), 'A, B and C');
  });

  it('cuts words at a word, never inside a pair of surrogates, and sets quotation marks around those there are', () => {
    assert.equal(shorten('one two three', 9), 'one two …');
    assert.equal(shorten(`${'𝒯'.repeat(9)}`, 5), '𝒯𝒯 …');
    assert.equal(unquoted('“we will come”'), 'we will come');
    assert.equal(unquoted('“we” will “come”'), '“we” will “come”');
    assert.equal(quoted('a "modest" start'), '‘a "modest" start’');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 4, max: 40 }),
        (text, limit) => shorten(text, limit).length <= limit + 2,
      ),
    );
  });

  it('reads filters among the words that are looked for', () => {
    assert.deepEqual(searchWords('Homs in:claim kind:access since:2014-02 until:2014-02 "aid convoy"'), {
      words: 'Homs "aid convoy"',
      found: 'claim',
      kind: 'access',
      since: '2014-02-01',
      until: '2014-02-28',
    });
    assert.deepEqual(searchWords('by:lavrov aid'), { words: 'aid', by: 'lavrov' });
    assert.deepEqual(searchWords('by:"sergei lavrov"'), { words: '', by: 'sergei lavrov' });
    assert.deepEqual(searchWords('kind:nonsense since:never'), { words: 'kind:nonsense since:never' });
  });

  it('cuts any text into pieces that are the text again, each under the lines whose words it is', () => {
    const texts = fc
      .array(fc.constantFrom('a', 'b ', '\n', '\n\n', '“c”', '𝒯', 'ق', '\r'), { maxLength: 60 })
      .map((parts) => parts.join(''));
    const property = fc.property(
      texts,
      fc.array(fc.tuple(fc.nat(80), fc.nat(30), fc.nat(80), fc.nat(30)), { maxLength: 8 }),
      (text, raw) => {
        const lines = raw.flatMap(([a, n, b, m], i): ReportLine[] => {
          const spans = [[a, a + n] as const, [b, b + m] as const]
            .map(([from, to]) => [Math.min(from, text.length), Math.min(to, text.length)] as const)
            .filter(([from, to]) => from < to)
            .sort((x, y) => x[0] - y[0]);
          const line = {
            id: `c${i}`,
            of: 'claim',
            statement: null,
            claim: null,
            says: '',
            speaker: null,
            review: 'unread',
            read: null,
            byHand: false,
          } as const;
          return spans.length === 0 ? [] : [{ ...line, number: i + 1, spans }];
        });
        const paragraphs = paragraphsWithLines({ id: 'r', text, format: 'text', parts: [] }, lines);
        for (const { start, end, pieces } of paragraphs) {
          assert.equal(pieces.map((piece) => piece.text).join(''), text.slice(start, end));
          let at = start;
          for (const piece of pieces) {
            for (let offset = at; offset < at + piece.text.length; offset++) {
              const wanted = lines
                .filter(({ spans }) => spans.some(([from, to]) => from <= offset && offset < to))
                .map(({ number }) => number);
              assert.deepEqual(piece.lines, wanted);
            }
            at += piece.text.length;
          }
        }
        if (paragraphs.length > 0) {
          assert.deepEqual(
            paragraphs.flatMap(({ beside }) => beside.map(({ number }) => number)).sort((a, b) => a - b),
            lines.map(({ number }) => number),
          );
          const anchored = paragraphs.flatMap(({ pieces }) => pieces.flatMap(({ starts }) => starts.map(({ number }) => number)));
          assert.equal(new Set(anchored).size, anchored.length, 'no line has two anchors');
        }
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it('sets a paragraph as what it is only where the whole of it is that', () => {
    const text = 'Title\n\nBy A. Writer\n\nTARN - The talks go on.';
    const parts = [
      { kind: 'headline', span: [0, 5] },
      { kind: 'byline', span: [7, 19] },
      { kind: 'dateline', span: [21, 25] },
    ] as const;
    const paragraphs = paragraphsWithLines(
      { id: 'r', text, format: 'text', parts: parts.map(({ kind, span: [a, b] }) => ({ kind, span: [a, b] })) },
      [],
    );
    assert.deepEqual(
      paragraphs.map(({ part }) => part),
      ['headline', 'byline', 'body'],
    );
  });

  it('lights as many lines as it is asked to', () => {
    assert.equal(litRules(3).match(/\.line-3\{/g)?.length, 1);
    assert.doesNotMatch(litRules(3), /data-n="4"/);
  });

  it('gives the lines of a body however it is cut', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 6 })),
      fc.integer({ min: 1, max: 7 }),
      async (parts, size) => {
        const text = parts.join('\n');
        const bytes = new TextEncoder().encode(text);
        const stream = new ReadableStream<Uint8Array>({
          start(controller) {
            for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
            controller.close();
          },
        });
        const found: string[] = [];
        for await (const line of linesOf(stream)) found.push(line);
        const wanted = text.split('\n').filter((line) => line.trim() !== '');
        assert.deepEqual(
          found.map((line) => line.replace(/\r$/, '')),
          wanted.map((line) => line.replace(/\r$/, '')),
        );
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });
});
