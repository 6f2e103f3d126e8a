// Places by name: the names of one request settle on one country, and a map is drawn of it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { placeByForces } from '../../src/desk/pages/force.js';
import { PlaceMap } from '../../src/desk/pages/place-map.js';
import { daysOf, scaleFor } from '../../src/desk/pages/timeline.js';
import { locatePlaces } from '../../src/parley.js';

const CASES = [
  [['Tripoli', 'Benghazi', 'Misrata'], 'LBY', 'several towns are called Tripoli'],
  [['Tripoli', 'Beirut', 'Sidon'], 'LBN', 'and the others say which'],
  [['suburbs of Damascus', 'Homs'], 'SYR', 'a part of a town lies where the town does'],
] as const;

describe('places and their map', () => {
  it('settles the names of one request on one country', () => {
    for (const [names, country, why] of CASES) {
      const found = locatePlaces(names);
      assert.deepEqual(
        found.map((place) => place.country),
        names.map(() => country),
        why,
      );
    }
    assert.deepEqual(locatePlaces(['Nowhereville on Sea', '']), []);
  });

  it('draws the country the places lie in, with each place where it is', () => {
    const places = locatePlaces(['Aleppo', 'Damascus']);
    const drawn = String(PlaceMap({ marked: places.map((place, i) => ({ place, lines: i + 1, href: `#place-${i + 1}` })) }));
    assert.match(drawn, /<path class="land" d="M[^"]+"><title>Syria<\/title>/);
    const [aleppo, damascus] = [...drawn.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }));
    assert.ok(aleppo && damascus && aleppo.y < damascus.y && aleppo.x > damascus.x, 'Aleppo is north-east of Damascus');
  });

  it('keeps every node of a graph in its box, the same each time', () => {
    const graph = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 40 }));
    fc.assert(
      fc.property(graph, ([count, raw]) => {
        const edges = raw.filter(([a, b]) => a < count && b < count);
        const points = placeByForces(count, edges, 800, 500);
        assert.equal(points.length, count);
        for (const { x, y } of points) assert.ok(x >= 0 && x <= 800 && y >= 0 && y <= 500);
        assert.deepEqual(points, placeByForces(count, edges, 800, 500));
      }),
      { numRuns: 20 },
    );
  });

  it('puts days on a line of time, months marked', () => {
    const scale = scaleFor([16_100, 16_140], 1000);
    assert.ok(scale);
    assert.ok(scale.at(16_100) > 0 && scale.at(16_140) < 1000);
    assert.deepEqual(
      scale.months.map(({ iso }) => iso),
      ['2014-02-01', '2014-03-01'],
    );
    assert.equal(scaleFor([], 1000), null);
    assert.equal(daysOf('2014-02-10/..'), null);
  });
});
