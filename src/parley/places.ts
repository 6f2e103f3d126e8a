// Where places are: names looked up in the reader's gazetteer, all of one request together, so that they settle on one country.
import { readPackageFile } from '../jobs/package-files.js';
import { type Place, PlaceIndex } from '../reading/places/place-index.js';

export interface Located {
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  readonly kind: Place['kind'];
}

let index: PlaceIndex | null = null;
const gazetteer = (): PlaceIndex => {
  index ??= new PlaceIndex(readPackageFile('data/compiled/places.bin'));
  return index;
};

/** "suburbs of Damascus" is looked for where Damascus is. */
const coreOf = (name: string): string => / of (?:the )?([^,]+)$/.exec(name)?.[1] ?? name;

/** A town elsewhere must have this many people (as a power of ten) to be meant without its country. */
const KNOWN_ABROAD = 5;

/**
 * The places among the names, each once. A name that several places have is the one in the country that most of the names can lie in,
 * the largest there; one that has none there is taken only where it is a country, a region or a large town. The others are left out.
 */
export function locatePlaces(names: readonly string[]): readonly Located[] {
  const found = [...new Set(names)].map((name) => {
    const whole = gazetteer().called(name);
    return { name, places: whole.length > 0 ? whole : gazetteer().called(coreOf(name)) };
  });
  const votes = new Map<string, number>();
  for (const { places } of found) {
    for (const country of new Set(places.map((place) => place.country))) {
      const largest = Math.max(...places.filter((place) => place.country === country).map(({ size }) => size));
      if (country !== '') votes.set(country, (votes.get(country) ?? 0) + 1 + largest / 100);
    }
  }
  const [home] = [...votes].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0] ?? [''];
  return found.flatMap(({ name, places }) => {
    const bySize = [...places].sort((a, b) => b.size - a.size);
    const best = bySize.find(({ country }) => country === home) ?? bySize.find(({ kind, size }) => kind !== 'town' || size >= KNOWN_ABROAD);
    return best === undefined ? [] : [{ name, country: best.country, latitude: best.latitude, longitude: best.longitude, kind: best.kind }];
  });
}
