// Any text is a query; what is found is shown where it stands.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { keepReport } from '../../src/record/keeping.js';
import { createProcess } from '../../src/record/processes.js';
import { matchesIn, termsOf } from '../../src/record/query.js';
import { search } from '../../src/record/search.js';
import type { Store } from '../../src/record/store.js';
import type { ParleyError } from '../../src/terms/errors.js';
import { LOCAL_READER } from '../../src/terms/marks.js';
import { madeReport } from './made.js';
import { overEngines } from './over-engines.js';

const who = LOCAL_READER;
const ODD = [
  '"',
  '""',
  '*',
  '-',
  'NEAR(',
  'a AND',
  'OR',
  'NOT',
  'words:convoy',
  '^convoy',
  "'; drop table report; --",
  '(',
  '\\',
  '%',
  '{',
  'c*nvoy',
  '\u0000',
  '\ud800',
  '”',
  '+',
  '😀',
  'x'.repeat(5000),
  'a '.repeat(3000),
];

async function filled(store: Store): Promise<void> {
  await createProcess(store, who, 'One');
  await keepReport(store, who, { ...madeReport(1, '2014-02-01'), mark: 'CLEAR', processes: ['One'] });
  await keepReport(store, who, { ...madeReport(2, '2014-03-01'), mark: 'AMBER', processes: [] });
  const text = 'Señor Muñoz met Kurdî envoys in Zürich.';
  await keepReport(store, who, { report: { id: 'accents', text, format: 'text', parts: [] }, reading: null, mark: 'CLEAR', processes: [] });
}

overEngines('search', (storeFor) => {
  it('finds what somebody said, by part of a name, with words and without', async (t) => {
    const store = await storeFor(t);
    await filled(store);
    const found = async (query: string, filter = {}) =>
      (await search(store, who, query, filter)).items.map((hit) => `${hit.found} ${hit.line?.split(':')[1] ?? ''}`.trim()).sort();
    assert.deepEqual(await found('round', { process: 'One', by: 'berg' }), ['claim c1', 'statement s1']);
    assert.deepEqual(await found('blamed', { by: 'berg' }), [], 'nobody is named as saying so');
    assert.deepEqual(await found('round', { by: 'Nobody' }), []);
    assert.deepEqual(await found('', { by: 'Anna Bérg' }), ['statement s1', 'statement s1']);
    assert.deepEqual(await found('', { by: 'berg', until: '2014-02-05' }), ['statement s1']);
    assert.deepEqual(await found('', { by: '%' }), [], 'a sign of LIKE is no name');
    const guest = { reader: 'guest', clearance: 'GREEN' } as const;
    assert.equal((await search(store, guest, '', { by: 'berg' })).total, 1);
    const [hit] = (await search(store, who, '', { by: 'berg', limit: 1 })).items;
    assert.deepEqual([hit?.speaker, hit?.excerpt], ['Anna Berg', 'that "the second round opens on Feb. 10"']);
  });

  it('finds words in reports, statements and claims', async (t) => {
    const store = await storeFor(t);
    await filled(store);
    const found = async (query: string, filter = {}) =>
      (await search(store, who, query, filter)).items.map((hit) => `${hit.found} ${hit.line?.split(':')[1] ?? ''}`.trim()).sort();
    assert.deepEqual(await found('blamed', { process: 'One' }), ['claim c3', 'text']);
    assert.deepEqual(await found('second round', { process: 'One' }), ['claim c1', 'statement s1', 'text']);
    assert.deepEqual(await found('"round second"'), []);
    assert.deepEqual(await found('convoys'), await found('convoy'), 'plurals find singulars');
    assert.deepEqual(await found('conv*', { found: 'claim' }), ['claim c2', 'claim c2']);
    assert.deepEqual(await found('convoy', { kind: 'access', until: '2014-02-15' }), ['claim c2']);
    assert.deepEqual(await found('convoy', { found: 'text', since: '2014-02-15' }), ['text']);
    assert.deepEqual(await found('munoz KURDI zurich'), ['text']);
    assert.deepEqual(
      await found('berg opens', { found: 'statement', process: 'One' }),
      ['statement s1'],
      'a statement is found by its speaker too',
    );
    await assert.rejects(search(store, who, 'convoy', { since: 'yesterday' }), (error: ParleyError) => error.code === 'bad-date');
    await assert.rejects(search(store, who, 'convoy', { process: 'nowhere' }), (error: ParleyError) => error.code === 'unknown-process');
  });

  it('shows the words where they stand', async (t) => {
    const store = await storeFor(t);
    const filler = 'Nothing of note was said in the hall that day. '.repeat(40);
    const text = `${filler}Then the mediator spoke of a ceasefire in Aleppo. ${filler}`;
    await keepReport(store, who, { report: { id: 'long', text, format: 'text', parts: [] }, reading: null, mark: 'CLEAR', processes: [] });
    const [hit] = (await search(store, who, 'ceasefire aleppo', {})).items;
    assert.ok(hit);
    assert.equal(text.slice(...(hit.span as [number, number])), hit.excerpt);
    assert.deepEqual(
      hit.matches.map(([from, to]) => hit.excerpt.slice(from, to)),
      ['ceasefire', 'Aleppo'],
    );
    assert.ok(hit.excerpt.length <= 300);
  });

  it('ends at the clearance', async (t) => {
    const store = await storeFor(t);
    await filled(store);
    const guest = { reader: 'guest', clearance: 'GREEN' } as const;
    const all = await search(store, who, 'convoy', {});
    const seen = await search(store, guest, 'convoy', {});
    assert.deepEqual([all.total, seen.total], [4, 2]);
  });

  it('takes any query, and pages through what it finds', async (t) => {
    const store = await storeFor(t);
    await filled(store);
    for (const query of ODD) assert.ok((await search(store, who, query, {})).total >= 0, query);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (query) => {
        const { items, total } = await search(store, who, query, { limit: 2 });
        assert.ok(items.length <= Math.min(total, 2));
      }),
      { numRuns: 60 },
    );
    const pages = [await search(store, who, 'convoy', { limit: 3 }), await search(store, who, 'convoy', { limit: 3, offset: 3 })];
    assert.deepEqual(
      pages.map(({ items, total }) => [items.length, total]),
      [
        [3, 4],
        [1, 4],
      ],
    );
  });
});

describe('a query', () => {
  it('is taken apart', () => {
    assert.deepEqual(termsOf('Old “Old City” conv* "aid tr*" x'), [
      { words: ['old'], prefix: false },
      { words: ['old', 'city'], prefix: false },
      { words: ['conv'], prefix: true },
      { words: ['aid', 'tr'], prefix: true },
      { words: ['x'], prefix: false },
    ]);
    assert.deepEqual(termsOf(' - * "" '), []);
  });

  it('gives matches inside the text, in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, query) => {
        let last = 0;
        for (const [start, end] of matchesIn(text, termsOf(query))) {
          assert.ok(start >= last && end > start && end <= text.length);
          last = end;
        }
      }),
      { numRuns: 100 },
    );
  });
});
