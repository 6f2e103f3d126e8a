// Each format holds what it should, can be read back by a reader of its kind, and is safe with hostile words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFeed } from '@rowanmanning/feed-parser';
import { DOMParser } from 'linkedom';
import { annotationsOf } from '../../src/out/annotations.js';
import { atomOf } from '../../src/out/atom.js';
import { calendarOf } from '../../src/out/calendar.js';
import { rowsOf } from '../../src/out/cited.js';
import { csvCell, csvOf } from '../../src/out/csv.js';
import { geojsonOf } from '../../src/out/geojson.js';
import { edgesOf, gexfOf, graphmlOf } from '../../src/out/graph.js';
import { trainingOf } from '../../src/out/training.js';
import { xmlText } from '../../src/out/xml.js';
import { printedAccess, printedDue, printedTalks } from '../../src/study/printed.js';
import { studyOn } from '../../src/study/study.js';
import { holds } from '../../src/terms/selector.js';
import { made } from '../study/made.js';
import { SEQUENCE } from '../study/sequence.js';

const rows = rowsOf(SEQUENCE.map(({ reading }) => ({ reading, url: `https://example.org/${reading.id}` })));
const study = studyOn('2031-05-20', SEQUENCE);

test('a row a claim, with names for ids', () => {
  assert.equal(
    rows.length,
    SEQUENCE.reduce((sum, { reading }) => sum + reading.claims.length, 0),
  );
  const blame = rows.find(({ ref }) => ref === 'b:c6');
  assert.deepEqual(
    [blame?.from, blame?.to, blame?.words],
    [['Norland government'], ['Coast Front'], 'The government blamed the Front for holding up the convoy'],
  );
});

test('CSV has a row of names and a row of HXL hashtags, and no cell is a formula', () => {
  const [names, tags, ...lines] = csvOf(rows).trimEnd().split('\r\n');
  assert.match(names ?? '', /^reference,kind,state,/);
  assert.ok((tags ?? '').split(',').every((tag) => /^#[a-z]+(\+[a-z0-9]+)*$/.test(tag)));
  assert.equal(lines.length, rows.length);
  const figures = (names ?? '').split(',').indexOf('figures');
  assert.equal(lines.find((line) => line.startsWith('d:c2,'))?.split(',')[figures], '300 sick people');
  for (const [value, cell] of [
    ['=1+1', "'=1+1"],
    ['@x', "'@x"],
    ['-2', "'-2"],
    ['a,"b"', '"a,""b"""'],
    ['plain', 'plain'],
  ] as const)
    assert.equal(csvCell(value), cell);
});

test('an annotation holds on its text and on no other', () => {
  const page = annotationsOf(rows);
  for (const { target } of page.items) {
    for (const { selector } of target) {
      const [position, quote] = selector;
      const text = SEQUENCE.find(({ reading }) => reading.text.slice(position.start, position.end) === quote.exact)?.reading.text ?? '';
      assert.ok(holds(text, { ...position, exact: quote.exact }));
      assert.ok(!holds(`x${text}`, { ...position, exact: quote.exact }));
    }
  }
});

test('a calendar holds rounds and due days, lines folded at 75 octets', () => {
  const calendar = calendarOf('Talks; of, Tarn', printedTalks(study), printedDue(study));
  assert.match(calendar, /SUMMARY:Talks\\; of\\, Tarn: round 2 \(opened\)/);
  assert.match(calendar, /DTSTART;VALUE=DATE:20310515\r\n/);
  assert.match(calendar, /DTEND;VALUE=DATE:20310510\r\n/);
  assert.ok(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
});

test('a feed reader reads the Atom feed', () => {
  const feed = parseFeed(atomOf(rows, { title: 'Lines & more', address: 'https://example.org/lines.atom' }));
  assert.equal(feed.title, 'Lines & more');
  assert.equal(feed.items.length, rows.length);
});

test('GEXF and GraphML name every actor of pressure and ties', () => {
  const edges = edgesOf(
    rowsOf([
      {
        reading: made('t', '2031-01-01', 'The Hill Guard backs the "Front" & others.', {
          actors: [
            { id: 'g', kind: 'armed group', names: ['Hill Guard'] },
            { id: 'f', kind: 'armed group', names: ['"Front" & others'] },
          ],
          claims: [
            { kind: 'tie', from: 'g', to: 'f', relation: 'backs', words: 'The Hill Guard backs the "Front" & others' },
            { kind: 'tie', from: 'f', to: 'g', relation: 'backs', negated: true, words: 'The Hill Guard' },
          ],
        }).reading,
      },
    ]),
  );
  assert.deepEqual(edges, [{ from: 'Hill Guard', to: '"Front" & others', label: 'backs', kind: 'tie', weight: 1, refs: ['t:c1'] }]);
  for (const xml of [gexfOf(edges), graphmlOf(edges)]) {
    const document = new DOMParser().parseFromString(xml, 'text/xml');
    assert.equal(document.querySelectorAll('node').length, 2);
    assert.equal(document.querySelectorAll('edge').length, 1);
  }
});

test('GeoJSON keeps a place that no gazetteer knows', () => {
  const { features } = geojsonOf(printedAccess(study), () => null);
  assert.deepEqual(
    features.map(({ geometry, properties }) => [geometry, properties.place]),
    [[null, 'Brackwater']],
  );
  const located = geojsonOf(printedAccess(study), () => ({ latitude: 1, longitude: 2 }));
  assert.deepEqual(located.features[0]?.geometry, { type: 'Point', coordinates: [2, 1] });
});

test('training data holds what was accepted, and no claim on a statement that was not', () => {
  const { reading } = made('t', '2031-01-01', 'The mayor said it is calm. It is not.', {
    statements: [{ words: 'it is calm', speaker: 'mayor' }],
    claims: [
      { kind: 'act', type: 'CONSULT', from: [], voice: 's1', words: 'it is calm' },
      { kind: 'act', type: 'CONSULT', from: [], words: 'It is not' },
    ],
  });
  assert.deepEqual(
    trainingOf(reading, new Set(['c1', 'c2'])).claims.map(({ id }) => id),
    ['c2'],
  );
  assert.deepEqual(
    trainingOf(reading, new Set(['s1', 'c1'])).claims.map(({ id }) => id),
    ['c1'],
  );
});

test('XML text has no markup and nothing that XML forbids', () => {
  assert.equal(xmlText('a <b> & "c" \u0001\ud800!'), 'a &lt;b&gt; &amp; &quot;c&quot; \ufffd!');
});
