// The places of an access sheet on a map: outlines of the countries they lie in, no tiles; each leads to its ladder.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type GeoPermissibleObjects, geoBounds, geoContains, geoMercator, geoPath } from 'd3-geo';
import type { FC } from 'hono/jsx';
import { feature } from 'topojson-client';
import type { Located } from '../../parley.js';

const WIDTH = 1000;
const HEIGHT = 420;
const AIR = 70;

type World = Parameters<typeof feature>[0];
/** The outlines with their names, which every country of the file has. */
function countriesOf(topology: World) {
  const { countries: all } = topology.objects;
  const found = all === undefined ? null : feature(topology, all);
  return found !== null && 'features' in found ? found.features : [];
}
type Country = ReturnType<typeof countriesOf>[number];

/** A country with the box it lies in: west, south, east, north in degrees; west is the greater where it crosses the 180th meridian. */
interface Boxed {
  readonly country: Country;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

let world: readonly Boxed[] | null = null;
/** Natural Earth's countries at 1:50 million, from the package world-atlas; read when a map is first drawn. */
function countries(): readonly Boxed[] {
  if (world === null) {
    const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
    const topology: World = JSON.parse(readFileSync(file, 'utf8'));
    world = countriesOf(topology).map((country) => {
      const [[west, south], [east, north]] = geoBounds(country);
      return { country, box: [west, south, east, north] };
    });
  }
  return world;
}

/** True where two boxes may share a point; asked before the outlines themselves, which are long. */
const meet = ([west, south, east, north]: Boxed['box'], [left, bottom, right, top]: Boxed['box']): boolean =>
  south <= top && bottom <= north && (west > east || left > right || (west <= right && left <= east));

/** A place on the map: where it is, how many lines tell of it, and the address of its ladder. */
export interface Marked {
  readonly place: Located;
  readonly lines: number;
  readonly href: string;
}

/** Names of one spot are one dot, under the shortest of them: "Homs" for "the Old City of Homs" too. */
function bySpot(marked: readonly Marked[]): readonly (Marked & { readonly names: readonly string[] })[] {
  const spots = new Map<string, Marked[]>();
  for (const one of marked) {
    const spot = `${one.place.latitude} ${one.place.longitude}`;
    spots.set(spot, [...(spots.get(spot) ?? []), one]);
  }
  return [...spots.values()].flatMap((here) => {
    const names = here.map(({ place }) => place.name).sort((a, b) => a.length - b.length || a.localeCompare(b));
    const named = here.find(({ place }) => place.name === names[0]);
    return named === undefined ? [] : [{ ...named, lines: here.reduce((sum, { lines }) => sum + lines, 0), names }];
  });
}

export const PlaceMap: FC<{ marked: readonly Marked[] }> = ({ marked }) => {
  const points = bySpot(marked.filter(({ place }) => place.kind !== 'country'));
  if (points.length === 0) return null;
  const held = countries().flatMap(({ country, box }) =>
    points.some(({ place: { longitude: x, latitude: y } }) => meet(box, [x, y, x, y]) && geoContains(country, [x, y])) ? [country] : [],
  );
  const shown: GeoPermissibleObjects =
    held.length > 0
      ? { type: 'FeatureCollection', features: held }
      : { type: 'MultiPoint', coordinates: points.map(({ place }) => [place.longitude, place.latitude]) };
  const projection = geoMercator()
    .fitExtent(
      [
        [AIR, 20],
        [WIDTH - AIR, HEIGHT - 20],
      ],
      shown,
    )
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ]);
  const outline = geoPath(projection).digits(1);
  const [west = -180, north = 90] = projection.invert?.([0, 0]) ?? [];
  const [east = 180, south = -90] = projection.invert?.([WIDTH, HEIGHT]) ?? [];
  const near = countries().flatMap(({ country, box }) => (meet(box, [west, south, east, north]) ? [country] : []));
  return (
    <figure class="map wide" tabindex={0} aria-label="Map of the places">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <title>Where the places lie; each leads to its ladder below</title>
        {near.map((country) => {
          const d = outline(country);
          return d === null ? null : (
            <path class={held.includes(country) ? 'land' : 'land other'} d={d}>
              <title>{String(country.properties?.name ?? '')}</title>
            </path>
          );
        })}
        {points.map(({ place, lines, href, names }) => {
          const [x = 0, y = 0] = projection([place.longitude, place.latitude]) ?? [];
          return (
            <a href={href} aria-label={`${names.join(', ')}: ${lines} ${lines === 1 ? 'line' : 'lines'}`}>
              <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r={Math.min(3 + Math.sqrt(lines) * 1.6, 13)} />
              <text x={(x + 4 + Math.min(3 + Math.sqrt(lines) * 1.6, 13)).toFixed(1)} y={(y + 4).toFixed(1)}>
                {place.name}
              </text>
            </a>
          );
        })}
      </svg>
      <figcaption class="quiet">Larger where more lines tell of it. Outlines: Natural Earth; places: GeoNames (CC BY 4.0).</figcaption>
    </figure>
  );
};
